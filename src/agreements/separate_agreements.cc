#include "agreements/separate_agreements.h"

#include <algorithm>
#include <utility>

namespace entente {

// "Similar agreements", "a separate accord each": more than one.
bool SeparateAgreements::says_several(const InstrumentGroup& group) const {
  const TokenId noun = group.nouns.front().noun;
  const auto& below = tree_.children(noun);
  return group.nouns.size() == 1 && tree_.has_feat(noun, "Number=Plur") &&
         std::any_of(below.begin(), below.end(), [&](TokenId c) {
           return tree_.is_any(c, {"amod", "compound"}) && knowledge_.in_set("agreement_each", tree_.folded(c));
         });
}

// With whom each of them is, by the words around the noun and its verb.
std::vector<ActorMention> SeparateAgreements::partners(const InstrumentGroup& group, TokenId verb) const {
  std::vector<ActorMention> found = group.nouns.front().partners;
  for (const TokenId filler : clauses_.fill(verb, "with")) add_new(found, parties_.read(filler));
  return found;
}

// The first word of the party; the verb where the party stands in another sentence.
TokenId SeparateAgreements::word_of(const Actor& party, TokenId verb) const {
  for (TokenId w = verb; w >= 0 && tree_.sentence(w) == tree_.sentence(verb); --w) {
    if (tree_.token(w).span.begin.value == party.span.begin.value) return w;
  }
  return verb;
}

void SeparateAgreements::add(const InstrumentGroup& group, FoundAgreement found,
                             std::vector<FoundAgreement>& all) const {
  const auto step = std::find_if(group.steps.begin(), group.steps.end(),
                                 [](const FoundStep& s) { return settles(s) && s.doers.size() > 2; });
  if (step == group.steps.end() || !says_several(group)) {
    all.push_back(std::move(found));
    return;
  }
  const std::vector<ActorMention> with = partners(group, step->trigger);
  std::vector<Actor> each;
  std::vector<Actor> common;
  for (const Actor& party : found.agreement.parties) {
    const bool partner =
        std::any_of(with.begin(), with.end(), [&](const ActorMention& m) { return m.actor.code == party.code; });
    (partner ? common : each).push_back(party);
  }
  if (common.size() != 1 || each.size() < 2) {
    all.push_back(std::move(found));
    return;
  }
  for (std::size_t i = 0; i < each.size(); ++i) {
    FoundAgreement one = found;
    one.agreement.parties = {each[i], common.front()};
    // The noun can stand for one of them only: the others are told by their party.
    if (i > 0) {
      one.noun = word_of(each[i], step->trigger);
      one.mentions.clear();
    }
    all.push_back(std::move(one));
  }
}

}  // namespace entente
