// A parsed article to records: the stages after syntax, wired.
#ifndef ENTENTE_ENGINE_CODER_H_
#define ENTENTE_ENGINE_CODER_H_

#include <string>
#include <utility>
#include <vector>

#include "entente/document.h"
#include "entente/record.h"
#include "knowledge/knowledge.h"

namespace entente {

// In the order of the text. Pure: the same document and knowledge give the same records.
[[nodiscard]] std::vector<Record> code_document(const ParsedDocument& parsed, const Knowledge& knowledge);

// Engine::type_between, for what is parsed. `roots`: what the model says, by class; may be empty.
[[nodiscard]] std::string type_between(const ParsedDocument& parsed, const Knowledge& knowledge,
                                       const std::vector<std::pair<std::string, float>>& roots, CodePointSpan source,
                                       CodePointSpan target);

}  // namespace entente

#endif  // ENTENTE_ENGINE_CODER_H_
