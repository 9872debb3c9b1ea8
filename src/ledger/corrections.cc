#include "ledger/corrections.h"

#include <algorithm>
#include <map>
#include <set>

#include "ledger/members.h"
#include "ledger/sql_filter.h"
#include "store/body.h"

namespace entente {

Result<SaidOf> review_of(Ledger::Impl& ledger, std::size_t kind, const std::vector<std::int64_t>& record_ids) {
  struct Said {
    std::int64_t key;
    Verdict verdict;
    Correction correction;
  };
  std::vector<Said> said;
  SaidOf review;
  ENTENTE_CHECK_OK(for_keys(
      ledger.database(),
      "SELECT key, verdict, field, value FROM review WHERE kind = " + std::to_string(kind) + " AND record IN (",
      record_ids, [&](const Row& row) {
        said.push_back({row.integer(0),
                        static_cast<Verdict>(row.integer(1)),
                        {std::string(row.text(2)), row.optional_text(3).value_or("")}});
      }));
  std::sort(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.key < b.key; });
  std::map<std::string, std::string> fields;
  for (const Said& each : said) {
    review.verdict = each.verdict;
    if (each.verdict == Verdict::kCorrected) {
      fields[each.correction.field] = each.correction.value;
    } else {
      fields.clear();  // accepted or rejected as it was coded
    }
  }
  for (auto& [field, value] : fields) review.corrections.push_back({field, value});
  return review;
}

Result<SaidOf> review_of_account(Ledger::Impl& ledger, std::size_t kind, std::int64_t founder) {
  ENTENTE_TRY(const std::vector<std::int64_t> ids, record_ids_of(ledger, founder));
  return review_of(ledger, kind, ids);
}

Status apply_corrections(Ledger::Impl& ledger, std::int64_t founder, Record& record) {
  ENTENTE_TRY(const SaidOf review, review_of_account(ledger, record.index(), founder));
  return review.verdict == Verdict::kCorrected ? correct(record, review) : Status(Unit{});
}

Status apply_corrections(Ledger::Impl& ledger, std::size_t kind, const std::vector<std::int64_t>& founders,
                         std::vector<Record>& records) {
  std::set<std::int64_t> corrected;
  const std::string sql = std::string("SELECT key FROM ") + kind_name(kind) +
                          " WHERE verdict = " + std::to_string(static_cast<int>(Verdict::kCorrected)) + " AND key IN (";
  ENTENTE_CHECK_OK(
      for_keys(ledger.database(), sql, founders, [&](const Row& row) { corrected.insert(row.integer(0)); }));
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (corrected.contains(founders[i])) ENTENTE_CHECK_OK(apply_corrections(ledger, founders[i], records[i]));
  }
  return Unit{};
}

}  // namespace entente
