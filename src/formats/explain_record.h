// One record in full, for people: its fields in words, the words it was read from, why, and what it is tied to.
#ifndef ENTENTE_FORMATS_EXPLAIN_RECORD_H_
#define ENTENTE_FORMATS_EXPLAIN_RECORD_H_

#include <cstdint>
#include <vector>

#include "entente/document.h"
#include "formats/explain_page.h"
#include "formats/record_numbers.h"

namespace entente {

// Numbers from 1 to the number of records.
void write_fields(ExplainPage& page, const RecordNumbers& numbers, std::size_t number);
void write_field_rows(ExplainPage& page, const RecordNumbers& numbers, std::size_t number);  // without the heading
void write_reasons(ExplainPage& page, const RecordCommon& record);
// The statement that reports an event, what a statement reports, the statements of a dispute.
void write_ties(ExplainPage& page, const RecordNumbers& numbers, std::size_t number);

// The sentences, in text order, that hold words of the evidence.
[[nodiscard]] std::vector<std::int32_t> evidence_sentences(const RecordCommon& record, const Document& document);
// Each of these with the evidence marked in it.
void write_evidence(ExplainPage& page, const RecordCommon& record, const Document& document,
                    const std::vector<std::int32_t>& sentences);
// One stretch of the text so.
void write_marked(ExplainPage& page, const RecordCommon& record, const Document& document, CodePointSpan span);

}  // namespace entente

#endif  // ENTENTE_FORMATS_EXPLAIN_RECORD_H_
