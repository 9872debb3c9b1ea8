// Records of each kind as entries of the table for people (formats/table_page.h).
#ifndef ENTENTE_FORMATS_TABLE_ROWS_H_
#define ENTENTE_FORMATS_TABLE_ROWS_H_

#include <string>

#include "entente/record.h"
#include "formats/record_numbers.h"
#include "formats/table_page.h"

namespace entente {

// All but number and confidence.
[[nodiscard]] TableEntry table_entry(const Agreement& agreement, const RecordNumbers& numbers);
[[nodiscard]] TableEntry table_entry(const Event& event, const RecordNumbers& numbers);
[[nodiscard]] TableEntry table_entry(const Statement& statement, const RecordNumbers& numbers);
[[nodiscard]] TableEntry table_entry(const Dispute& dispute, const RecordNumbers& numbers);
[[nodiscard]] TableEntry table_entry(const Relation& relation, const RecordNumbers& numbers);

// Dim where the article's own date stands in; empty where there is none.
[[nodiscard]] StyledRun date_cell(const std::optional<DateInterval>& date);

}  // namespace entente

#endif  // ENTENTE_FORMATS_TABLE_ROWS_H_
