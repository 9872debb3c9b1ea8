#include "agreements/parties_before.h"

#include <algorithm>

namespace entente {
namespace {

// "Both parties", "the two sides", for whom the words before were searched in vain.
bool guessed_group(const std::vector<ActorMention>& parties) {
  return parties.size() > 1 && std::all_of(parties.begin(), parties.end(), [&](const ActorMention& party) {
           return party.actor.via == "description" && party.guessed &&
                  party.actor.span.begin.value == parties.front().actor.span.begin.value;
         });
}

// "X's president, X and its rebels": two sides.
std::vector<ActorMention> one_of_each_side(const std::vector<ActorMention>& parties) {
  std::vector<ActorMention> found;
  for (const ActorMention& party : parties) {
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const auto& f) { return side_of(f) == side_of(party); });
    if (!known) found.push_back(party);
  }
  return found;
}

}  // namespace

void PartiesBefore::add(const InstrumentGroup& group, const std::vector<ActorMention>& parties) {
  all_.push_back(parties);
  last_sentence_ = tree_.sentence(group.nouns.front().noun);
}

// The agreement before stands in this sentence or the one before it.
bool PartiesBefore::just_told(const InstrumentGroup& group) const {
  const std::int32_t here = tree_.sentence(group.nouns.front().noun);
  return last_sentence_ >= 0 && here >= last_sentence_ && here - last_sentence_ <= 1;
}

std::vector<ActorMention> PartiesBefore::last_of(std::size_t size) const {
  for (auto it = all_.rbegin(); it != all_.rend(); ++it) {
    if (size == 0 || it->size() == size) return *it;
    if (std::vector<ActorMention> sides = one_of_each_side(*it); sides.size() == size) return sides;
  }
  return {};
}

std::vector<ActorMention> PartiesBefore::read(const InstrumentGroup& group,
                                              const std::vector<ActorMention>& chosen) const {
  if (guessed_group(chosen)) {
    const std::set<std::string> codes = codes_of(chosen);
    const bool known = std::any_of(all_.begin(), all_.end(), [&](const auto& each) { return codes_of(each) == codes; });
    return known ? std::vector<ActorMention>() : last_of(chosen.size());
  }
  for (const FoundStep& step : group.steps) {
    if (!settles(step)) continue;
    const bool them = !step.doers.empty() && std::all_of(step.doers.begin(), step.doers.end(), [&](const auto& doer) {
      return doer.actor.via == "pronoun" && knowledge_.in_set("agreement_them", fold_case(doer.actor.text));
    });
    // "In 1953 their governments concluded": of those of whom an agreement was told.
    const bool their = step.doers.size() == 1 && step.doers.front().actor.via != "name" &&
                       fold_case(step.doers.front().actor.name).starts_with("their ");
    if (their && !all_.empty()) return last_of(0);
    if (them && (codes_of(step.doers).size() < 2 || just_told(group))) return last_of(0);
  }
  return {};
}

// "He has offered the president a declaration".
std::vector<ActorMention> PartiesBefore::pair_with(const InstrumentGroup& group,
                                                   const std::vector<ActorMention>& known) const {
  const InstrumentNoun& row = *group.nouns.front().row;
  if (known.size() != 1 || row.kind != InstrumentNoun::Kind::kSolid || row.form == "contract") return {};
  if (!known.front().actor.code.has_value() || is_private(known.front())) return {};
  const std::set<std::string> mine = codes_of(known);
  for (auto it = all_.rbegin(); it != all_.rend(); ++it) {
    const std::set<std::string> codes = codes_of(*it);
    if (codes.size() == 2 && it->size() == 2 && std::includes(codes.begin(), codes.end(), mine.begin(), mine.end()))
      return *it;
  }
  return {};
}

// "X signed an accord with Y. A memorandum with Z is still being negotiated": X's too.
std::vector<ActorMention> PartiesBefore::with_the_same(const InstrumentGroup& group,
                                                       const std::vector<ActorMention>& known) const {
  const NamedInstrument& first = group.nouns.front();
  if (known.size() != 1 || first.partners.size() != 1 || !first.owners.empty() || !just_told(group)) return {};
  if (!known.front().actor.code.has_value()) return {};
  const ActorMention& owner = all_.back().front();
  const bool always = std::all_of(all_.begin(), all_.end(), [&](const auto& each) {
    return codes_of(each).contains(owner.actor.code.value_or("")) &&
           !codes_of(each).contains(*known.front().actor.code);
  });
  if (!always || !owner.actor.code.has_value()) return {};
  return {owner, known.front()};
}

std::vector<ActorMention> PartiesBefore::only_ones() const {
  if (all_.empty()) return {};
  const std::set<std::string> codes = codes_of(all_.front());
  const bool same = std::all_of(all_.begin(), all_.end(), [&](const auto& each) { return codes_of(each) == codes; });
  return same ? all_.back() : std::vector<ActorMention>();
}

}  // namespace entente
