// Parts of a ledger's accounts as short text for people; everything printable.
#ifndef ENTENTE_FORMATS_LEDGER_LABELS_H_
#define ENTENTE_FORMATS_LEDGER_LABELS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "entente/ledger_rows.h"
#include "formats/table_page.h"

namespace entente {

[[nodiscard]] std::string counted_label(std::int64_t count, const std::string& what);  // "1,234 events", "1 event"
// "12 articles, 8 sources"; of one article, who published it and when.
[[nodiscard]] std::string sources_label(const Account& account);
[[nodiscard]] std::string verdict_label(Verdict verdict);        // "", "corrected in review"
[[nodiscard]] std::string source_label(const Mention& mention);  // "Northern Wire, 2024-02-22", else the article's id
[[nodiscard]] std::string where_label(const Mention& mention);   // "sentence 3 of https://..."
// The mention whose record has this id, else the first.
[[nodiscard]] const Mention& mention_of(const Account& account, const std::string& record);

// Sources, verdict and id behind an entry's details; its confidence; the words, or where they stand.
void add_account(TableEntry& entry, const Account& account, const RecordCommon& record, int quote_lines);

}  // namespace entente

#endif  // ENTENTE_FORMATS_LEDGER_LABELS_H_
