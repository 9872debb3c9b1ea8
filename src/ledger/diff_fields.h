// What of two records is compared, and which of two lists of records are the same ones.
#ifndef ENTENTE_LEDGER_DIFF_FIELDS_H_
#define ENTENTE_LEDGER_DIFF_FIELDS_H_

#include <cstdint>
#include <vector>

#include "entente/ledger_diff.h"
#include "entente/record.h"

namespace entente {

// By the fields' values: what an article's words were resolved to, not the words, which a ledger may lack. Records of
// one kind.
[[nodiscard]] std::vector<FieldDiff> field_diffs(const Record& a, const Record& b, double tolerance);

constexpr std::size_t kNoPartner = SIZE_MAX;
// For each record of `a` the index of its partner in `b`.
[[nodiscard]] std::vector<std::size_t> partner_records(const std::vector<Record>& a, const std::vector<Record>& b);

}  // namespace entente

#endif  // ENTENTE_LEDGER_DIFF_FIELDS_H_
