#include "ledger/corrections.h"

#include <algorithm>
#include <map>

#include "ledger/members.h"

namespace entente {

namespace {

Result<bool> any_review(Ledger::Impl& ledger) {
  if (!ledger.any_review) {
    ENTENTE_TRY(const std::optional<std::int64_t> any,
                ledger.database().find_integer("SELECT 1 FROM review LIMIT 1", {}));
    ledger.any_review = any.has_value();
  }
  return *ledger.any_review;
}

}  // namespace

Result<SaidOf> review_of(Ledger::Impl& ledger, std::size_t kind, const std::vector<std::int64_t>& record_ids) {
  struct Said {
    std::int64_t key;
    Verdict verdict;
    Correction correction;
  };
  std::vector<Said> said;
  SaidOf review;
  ENTENTE_TRY(const bool any, any_review(ledger));
  if (!any) return review;
  for (const std::int64_t id : record_ids) {
    ENTENTE_CHECK_OK(ledger.database().run(
        "SELECT key, verdict, field, value FROM review WHERE record = ? AND kind = ?",
        {id, static_cast<std::int64_t>(kind)}, [&](const Row& row) {
          said.push_back({row.integer(0),
                          static_cast<Verdict>(row.integer(1)),
                          {std::string(row.text(2)), row.is_null(3) ? std::string() : std::string(row.text(3))}});
        }));
  }
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

Status apply_corrections(Ledger::Impl& ledger, std::vector<Record>& records,
                         const std::vector<std::int64_t>& founders) {
  ENTENTE_TRY(const bool any, any_review(ledger));
  if (!any) return Unit{};
  for (std::size_t i = 0; i < records.size(); ++i) {
    ENTENTE_TRY(const SaidOf review, review_of_account(ledger, records[i].index(), founders[i]));
    if (review.verdict == Verdict::kCorrected) ENTENTE_CHECK_OK(correct(records[i], review));
  }
  return Unit{};
}

}  // namespace entente
