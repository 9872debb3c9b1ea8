// A parsed article to records: the stages after syntax, wired.
#ifndef ENTENTE_ENGINE_CODER_H_
#define ENTENTE_ENGINE_CODER_H_

#include <vector>

#include "entente/document.h"
#include "entente/record.h"
#include "knowledge/knowledge.h"

namespace entente {

// In the order of the text. Pure: the same document and knowledge give the same records.
[[nodiscard]] std::vector<Record> code_document(const ParsedDocument& parsed, const Knowledge& knowledge);

}  // namespace entente

#endif  // ENTENTE_ENGINE_CODER_H_
