#include "ledger/agreement_steps.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace entente {
namespace {

constexpr std::size_t kDayLength = 10;  // of "2024-02-22T10:00:00Z"

std::string day_of(const AgreementTelling& telling) {
  const std::optional<DateInterval>& date = telling.agreement->date;
  if (date && date->from) return *date->from;
  return telling.mention->published.value_or("9999").substr(0, kDayLength);  // undated ones come last
}

}  // namespace

std::vector<AgreementStep> agreement_steps(std::vector<AgreementTelling> tellings) {
  const auto order = [](const AgreementTelling& telling) {
    return std::tuple(day_of(telling), telling.mention->published.value_or("9999"), telling.mention->record);
  };
  std::sort(tellings.begin(), tellings.end(),
            [&](const AgreementTelling& a, const AgreementTelling& b) { return order(a) < order(b); });
  std::vector<AgreementStep> steps;
  std::set<std::string> told;
  for (const AgreementTelling& telling : tellings) {
    if (!told.insert(telling.agreement->status).second) continue;
    steps.push_back({telling.agreement->status, telling.agreement->date, *telling.mention});
  }
  return steps;
}

}  // namespace entente
