// One record in full, for people: its fields in words, the words it was read from, why, and what it is tied to.
#ifndef ENTENTE_FORMATS_EXPLAIN_RECORD_H_
#define ENTENTE_FORMATS_EXPLAIN_RECORD_H_

#include <cstdint>
#include <string>
#include <vector>

#include "entente/document.h"
#include "formats/explain_page.h"
#include "formats/record_numbers.h"

namespace entente {

// Numbers from 1 to the number of records.
void write_fields(ExplainPage& page, const RecordNumbers& numbers, std::size_t number);
// Without a heading.
void write_record_fields(ExplainPage& page, const RecordNumbers& numbers, const Record& record);
void write_reasons(ExplainPage& page, const RecordCommon& record);
// The statement that reports an event, what a statement reports, the statements of a dispute.
void write_ties(ExplainPage& page, const RecordNumbers& numbers, std::size_t number);

// The sentences, in text order, that hold words of the evidence.
[[nodiscard]] std::vector<std::int32_t> evidence_sentences(const RecordCommon& record, const Document& document);
// Each of these with the evidence marked in it.
void write_evidence(ExplainPage& page, const RecordCommon& record, const Document& document,
                    const std::vector<std::int32_t>& sentences);
// In a text of which no sentences are known: those that hold the evidence, as far as their ends can be told.
void write_evidence_in(ExplainPage& page, const RecordCommon& record, const std::string& text);

}  // namespace entente

#endif  // ENTENTE_FORMATS_EXPLAIN_RECORD_H_
