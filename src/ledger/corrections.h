// What reviewers said, laid over what was coded.
#ifndef ENTENTE_LEDGER_CORRECTIONS_H_
#define ENTENTE_LEDGER_CORRECTIONS_H_

#include <cstdint>
#include <vector>

#include "entente/ledger_rows.h"
#include "entente/record.h"
#include "entente/result.h"
#include "entente/review.h"
#include "ledger/ledger_impl.h"

namespace entente {

struct SaidOf {
  Verdict verdict = Verdict::kNone;
  std::vector<Correction> corrections;  // the last of each field
};

// Of an account, by the ids of its mentions' records: what was said last counts.
[[nodiscard]] Result<SaidOf> review_of(Ledger::Impl& ledger, std::size_t kind,
                                       const std::vector<std::int64_t>& record_ids);
// The same by the key of the account's founding record.
[[nodiscard]] Result<SaidOf> review_of_account(Ledger::Impl& ledger, std::size_t kind, std::int64_t founder);

// Fails with what was expected where the field or its value cannot be.
[[nodiscard]] Status correct(Record& record, const Correction& correction);
[[nodiscard]] Status correct(Record& record, const SaidOf& said);
// Of the actors whom a field names: none where it names no actors.
[[nodiscard]] std::vector<std::string> corrected_sectors(const Record& record, const std::string& field);

// Lays over the record what was said of its account, whose row says that it was corrected.
[[nodiscard]] Status apply_corrections(Ledger::Impl& ledger, std::int64_t founder, Record& record);
// The same of many of one kind, of which few were corrected.
[[nodiscard]] Status apply_corrections(Ledger::Impl& ledger, std::size_t kind,
                                       const std::vector<std::int64_t>& founders, std::vector<Record>& records);

}  // namespace entente

#endif  // ENTENTE_LEDGER_CORRECTIONS_H_
