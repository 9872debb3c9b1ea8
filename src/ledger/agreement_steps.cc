#include "ledger/agreement_steps.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "entente/review.h"
#include "ledger/event_mention.h"
#include "store/body.h"

namespace entente {
namespace {

// What an agreement may come to, in that order: as knowledge/ledger/agreement_statuses.tsv has it, which questions do
// not load.
const std::vector<std::string>& statuses() {
  static const std::vector<std::string> kStatuses = [] {
    for (CorrectableField& field : correctable_fields(kind_name(kAgreementKind))) {
      if (field.name == "status") return std::move(field.values);
    }
    return std::vector<std::string>();
  }();
  return kStatuses;
}

}  // namespace

std::vector<AgreementStep> agreement_steps(std::vector<AgreementTelling> tellings) {
  const auto order = [](const AgreementTelling& telling) {
    const std::int32_t stated = mention_date(telling.date).from;
    const std::int32_t day = stated != kNoDay ? stated : telling.published_day;
    const auto status = std::find(statuses().begin(), statuses().end(), telling.status) - statuses().begin();
    return std::tuple<bool, std::int32_t, std::ptrdiff_t, std::int32_t, const std::string&>(
        day == kNoDay, day, status, telling.published_day, telling.mention->record);
  };
  std::sort(tellings.begin(), tellings.end(),
            [&](const AgreementTelling& a, const AgreementTelling& b) { return order(a) < order(b); });
  std::vector<AgreementStep> steps;
  std::set<std::string> told;
  for (AgreementTelling& telling : tellings) {
    const bool known = std::find(statuses().begin(), statuses().end(), telling.status) != statuses().end();
    if (!known || !told.insert(telling.status).second) continue;
    steps.push_back({telling.status, std::move(telling.date), *telling.mention});
  }
  return steps;
}

}  // namespace entente
