#include "eval/gold_calibration.h"

#include <algorithm>
#include <cmath>

#include "eval/gold_compare.h"

namespace entente {
namespace {

Calibration& of_kind(std::vector<Calibration>& calibrations, const char* kind) {
  const auto found = std::find_if(calibrations.begin(), calibrations.end(),
                                  [&](const Calibration& each) { return each.kind == kind; });
  if (found != calibrations.end()) return *found;
  return calibrations.emplace_back(Calibration{kind, {}});
}

void count_one(Calibration& calibration, double confidence, bool right) {
  // By whole ten-thousandths, as records are written: 0.3 falls into the bin that begins with it.
  const auto bin = static_cast<std::size_t>(std::clamp(std::lround(confidence * 10000) / 1000, 0L, 9L));
  calibration.bins[bin].count += 1;
  calibration.bins[bin].right += right ? 1 : 0;
  calibration.bins[bin].confidence += confidence;
}

template <class T, class Right>
void count_kind(const char* kind, const std::vector<const T*>& gold, const std::vector<const T*>& system,
                const Pairs& pairs, const Right& right, std::vector<Calibration>& calibrations) {
  std::vector<bool> is_right(system.size());
  for (const auto& [i, j] : pairs) is_right[j] = right(*gold[i], *system[j]);
  for (std::size_t j = 0; j < system.size(); ++j) {
    count_one(of_kind(calibrations, kind), system[j]->confidence, is_right[j]);
    count_one(of_kind(calibrations, "all"), system[j]->confidence, is_right[j]);
  }
}

}  // namespace

std::int64_t Calibration::count() const {
  std::int64_t count = 0;
  for (const Bin& bin : bins) count += bin.count;
  return count;
}

double Calibration::expected_error() const {
  double sum = 0;
  for (const Bin& bin : bins) sum += std::abs(static_cast<double>(bin.right) - bin.confidence);
  return count() == 0 ? 0 : sum / static_cast<double>(count());
}

void count_confidence(const ArticleMatch& match, std::vector<Calibration>& calibrations) {
  const RecordsByKind& gold = match.gold;
  const RecordsByKind& system = match.system;
  const auto paired = [](const auto&, const auto&) { return true; };
  count_kind(
      "event", gold.events, system.events, match.events,
      [](const Event& a, const Event& b) { return same_actor_codes(a, b) && a.status == b.status; }, calibrations);
  count_kind("statement", gold.statements, system.statements, match.statements, paired, calibrations);
  count_kind("agreement", gold.agreements, system.agreements, match.agreements, paired, calibrations);
  count_kind("relation", gold.relations, system.relations, match.relations, paired, calibrations);
  count_kind("dispute", gold.disputes, system.disputes, match.disputes, paired, calibrations);
}

}  // namespace entente
