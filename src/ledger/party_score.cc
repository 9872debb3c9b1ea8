#include "ledger/party_score.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace entente {
namespace {

constexpr double kPartyPoints = 1.5;   // a party that both name
constexpr double kLeastMatch = 0.35;   // of ActorFit::level: above, they may be one
constexpr double kLeastUnknown = 0.1;  // above, nothing says that they are others
constexpr double kUnknownCost = 0.5;
constexpr double kLeftOfShorter = 0.8;  // a party of the shorter list that the longer lacks
constexpr double kLeftOfLonger = 0.5;
constexpr double kDomestic = 0.8;  // factor: an act inside one country is one of many
constexpr std::size_t kMostParties = 2 * JoinParties::kMost;

struct PartyList {
  std::array<const JoinActor*, kMostParties> list{};
  std::size_t size = 0;
  void add(const JoinParties& parties) {
    for (std::size_t i = 0; i < parties.size; ++i) list[size++] = &parties.list[i];
  }
};

struct Matched {
  std::array<double, kMostParties> levels{};  // of the pairs, the best first
  std::size_t pairs = 0;
  double unknown = 0;  // the best level of those that are no pair
  bool same_person = false;
  int other_persons = 0;
};

// One to one, the best pair first. Equal levels give equal sums whichever is taken first.
Matched match(const PartyList& a, const PartyList& b) {
  std::array<std::array<ActorFit, kMostParties>, kMostParties> fits;
  for (std::size_t i = 0; i < a.size; ++i) {
    for (std::size_t j = 0; j < b.size; ++j) fits[i][j] = fit(*a.list[i], *b.list[j]);
  }
  Matched matched;
  std::array<bool, kMostParties> used_a{};
  std::array<bool, kMostParties> used_b{};
  while (true) {
    const ActorFit* best = nullptr;
    std::size_t at_a = 0;
    std::size_t at_b = 0;
    for (std::size_t i = 0; i < a.size; ++i) {
      for (std::size_t j = 0; j < b.size; ++j) {
        if (used_a[i] || used_b[j] || (best != nullptr && fits[i][j].level <= best->level)) continue;
        best = &fits[i][j];
        at_a = i;
        at_b = j;
      }
    }
    if (best == nullptr) break;
    if (best->level < kLeastMatch) {
      matched.unknown = best->level;
      break;
    }
    used_a[at_a] = used_b[at_b] = true;
    matched.levels[matched.pairs++] = best->level;
    matched.same_person |= best->same_person;
    matched.other_persons += best->other_person ? 1 : 0;
  }
  return matched;
}

double left_cost(const PartyList& a, const PartyList& b, std::size_t pairs) {
  const auto shorter = static_cast<double>(std::min(a.size, b.size));
  const auto longer = static_cast<double>(std::max(a.size, b.size));
  const auto found = static_cast<double>(pairs);
  return kLeftOfShorter * (shorter - found) / shorter + kLeftOfLonger * (longer - found) / longer;
}

void add_to(PartyFit& fit, const Matched& matched) {
  fit.same_person |= matched.same_person;
  fit.other_persons += matched.other_persons;
}

// One role. False where the two lists name others.
bool add_side(const JoinParties& a, const JoinParties& b, PartyFit& fit, int& pairs) {
  if (a.empty() || b.empty()) return true;
  PartyList left;
  PartyList right;
  left.add(a);
  right.add(b);
  const Matched matched = match(left, right);
  if (matched.pairs == 0) {
    if (matched.unknown < kLeastUnknown) return false;
    fit.points -= kUnknownCost;
    return true;
  }
  double sum = 0;
  for (std::size_t i = 0; i < matched.pairs; ++i) sum += matched.levels[i];
  fit.points += kPartyPoints * sum / static_cast<double>(matched.pairs) - left_cost(left, right, matched.pairs);
  pairs += static_cast<int>(matched.pairs);
  add_to(fit, matched);
  return true;
}

std::optional<PartyFit> by_role(const EventMention& a, const EventMention& b) {
  PartyFit fit;
  int pairs = 0;
  if (!add_side(a.actor, b.actor, fit, pairs) || !add_side(a.recipient, b.recipient, fit, pairs)) return std::nullopt;
  if (pairs == 0) return std::nullopt;
  return fit;
}

// All parties of the one against all of the other.
std::optional<PartyFit> jointly(const EventMention& a, const EventMention& b) {
  PartyList left;
  PartyList right;
  left.add(a.actor);
  left.add(a.recipient);
  right.add(b.actor);
  right.add(b.recipient);
  if (left.size == 0 || right.size == 0) return std::nullopt;
  const Matched matched = match(left, right);
  if (matched.pairs == 0) return std::nullopt;
  // Each has a party that the other lacks, and no more is shared than that: another dyad with one side in common.
  const std::size_t shorter = std::min(left.size, right.size);
  if (shorter > matched.pairs && 2 * matched.pairs <= shorter && matched.unknown < kLeastUnknown) return std::nullopt;
  PartyFit fit;
  for (std::size_t i = 0; i < std::min<std::size_t>(matched.pairs, 2); ++i)
    fit.points += kPartyPoints * matched.levels[i];
  fit.points -= left_cost(left, right, matched.pairs);
  // One named party against two is as little as one role of two.
  if (shorter == 1 && std::max(left.size, right.size) > 1) fit.points += kLeftOfLonger / 2;
  add_to(fit, matched);
  return fit;
}

bool is_domestic(const EventMention& a) {
  return a.actor.size == 1 && a.recipient.size == 1 && a.actor.list[0].code == a.recipient.list[0].code;
}

}  // namespace

std::optional<PartyFit> party_fit(const EventMention& a, const EventMention& b) {
  // Of a joint act who is named first says little, and a list of those who met is a list of parties.
  const bool joint = a.reciprocal || b.reciprocal || (a.joint && b.joint);
  std::optional<PartyFit> best = joint ? jointly(a, b) : by_role(a, b);
  if (best && is_domestic(a) && is_domestic(b) && best->points > 0) best->points *= kDomestic;
  return best;
}

}  // namespace entente
