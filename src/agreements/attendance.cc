#include "agreements/attendance.h"

#include <algorithm>
#include <set>

#include "actors/phrase.h"

namespace entente {

std::string AttendanceReader::role_of(TokenId word) const {
  const std::string& lemma = tree_.lemma(word);
  if (tree_.has_upos(word, {"NOUN"}) && knowledge_.in_set("agreement_presence", lemma)) return "witness";
  if (clauses_.is_verb(word) && knowledge_.in_set("agreement_attending", lemma)) return "witness";
  if (clauses_.is_verb(word) && knowledge_.in_set("agreement_hosting", lemma)) return "host";
  return knowledge_.in_set("agreement_guaranteeing", lemma) ? "guarantor" : "";
}

// "X witnessed it", "in the presence of X", "X and Y are its guarantors", "with X and Y as guarantors".
std::vector<ActorMention> AttendanceReader::named_by(TokenId word) const {
  std::vector<ActorMention> found;
  const auto add_slot = [&](const char* slot) {
    for (const TokenId filler : clauses_.fill(word, slot)) add_new(found, parties_.read(filler));
  };
  if (clauses_.is_verb(word)) {
    add_slot("subj");
    return found;
  }
  const bool presence = knowledge_.in_set("agreement_presence", tree_.lemma(word));
  if (presence) {
    add_slot("of");
    add_slot("poss");
    return found;
  }
  add_slot("subj");
  const TokenId above = tree_.head(word);
  const bool as = preposition(tree_, word) == "as";
  if (found.empty() && above >= 0 && (tree_.is(word, "appos") || (as && !clauses_.is_verb(above))))
    add_new(found, parties_.read(above));
  // "with X and Y as guarantors", with both hung from the verb.
  if (found.empty() && above >= 0 && as) {
    for (const TokenId c : tree_.children(above)) {
      if (tree_.is(c, "obl") && c < word && preposition(tree_, c) == "with") add_new(found, parties_.read(c));
    }
  }
  return found;
}

std::vector<OtherActor> AttendanceReader::read(const InstrumentGroup& group) const {
  const auto& sentences = tree_.parsed().document.sentences;
  std::set<std::int32_t> told;
  for (const FoundStep& step : group.steps) {
    if (settles(step) && happened(step)) told.insert(tree_.sentence(step.trigger));
  }
  std::set<std::string> known;
  const auto key = [](const Actor& actor) { return actor.code.value_or(actor.name); };
  std::vector<OtherActor> found;
  for (const std::int32_t sentence : told) {
    const TokenSpan words = sentences[static_cast<std::size_t>(sentence)].tokens;
    for (TokenId t = words.begin.value; t < std::min(words.end.value, tree_.size()); ++t) {
      const std::string role = role_of(t);
      if (role.empty()) continue;
      for (const ActorMention& mention : named_by(t)) {
        if (known.insert(key(mention.actor)).second) found.push_back({role, mention.actor});
      }
    }
  }
  return found;
}

}  // namespace entente
