// How one sentence was read, for people: its tree, mentions, frames and records.
#ifndef ENTENTE_FORMATS_EXPLAIN_SENTENCE_H_
#define ENTENTE_FORMATS_EXPLAIN_SENTENCE_H_

#include <vector>

#include "entente/document.h"
#include "entente/explain.h"
#include "formats/explain_page.h"

namespace entente {

void write_sentence(ExplainPage& page, const ParsedDocument& parsed, const std::vector<Record>& records,
                    const ExplainedSentence& reading);

}  // namespace entente

#endif  // ENTENTE_FORMATS_EXPLAIN_SENTENCE_H_
