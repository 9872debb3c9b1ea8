// How a parsed article is read, for people who ask why.
#ifndef ENTENTE_ENGINE_EXPLAIN_H_
#define ENTENTE_ENGINE_EXPLAIN_H_

#include "entente/document.h"
#include "entente/explain.h"
#include "knowledge/knowledge.h"

namespace entente {

// Engine::explain. Pure; reads the document a second time, so that code_document knows nothing of it.
[[nodiscard]] Explanation explain_document(const ParsedDocument& parsed, const Knowledge& knowledge);

}  // namespace entente

#endif  // ENTENTE_ENGINE_EXPLAIN_H_
