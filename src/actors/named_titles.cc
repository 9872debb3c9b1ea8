// Titles with a name behind them, and counterparts: whose the title is.
#include <algorithm>

#include "actors/resolver.h"

namespace entente {

// "The host, X": what only points back is told at once.
std::vector<ActorMention> Resolver::named_behind(const Phrase& phrase, const Title& title) {
  if (title.kind != TitleKind::kReferencePerson) return {};
  for (const TokenId c : tree_.children(phrase.head)) {
    if (!tree_.is(c, "appos")) continue;
    const std::vector<ActorMention>& names = referents(c);
    if (names.size() == 1 && names[0].kind == ActorMention::Kind::kPerson && names[0].actor.code.has_value())
      return restate(names, phrase.first, phrase.last, names[0].actor.via, 1);
  }
  return {};
}

// A counterpart has the office of whom he is the counterpart of.
std::string Resolver::role_of(const Phrase& phrase, const Title& title) {
  if (title.kind != TitleKind::kCounterpart) return title.role;
  const ActorMention* person = last_person(phrase.head);
  // "Peru's president and his Chilean counterpart": the one it is joined to is not in memory yet.
  const TokenId first = tree_.is(phrase.head, "conj") ? tree_.head(phrase.head) : -1;
  if (first >= 0 && !referents(first).empty() && referents(first)[0].kind == ActorMention::Kind::kPerson)
    person = &referents(first)[0];
  return person != nullptr ? person->actor.role.value_or("") : "";
}

// "his Chilean counterpart", "her counterpart in Lima": not of her state, who is only the measure.
std::vector<ActorMention> Resolver::counterparts_state(const Phrase& phrase) {
  std::vector<ActorMention> found = owners(phrase);
  const TokenId measure = tree_.child(phrase.head, "nmod:poss");
  if (measure < 0 || found.empty()) return found;
  const std::vector<ActorMention> own = parties(measure);
  const bool only_measure = std::any_of(
      own.begin(), own.end(), [&](const ActorMention& m) { return m.actor.span.begin == found[0].actor.span.begin; });
  if (!only_measure) return found;
  for (const TokenId c : tree_.children(phrase.head)) {
    if (tree_.is(c, "nmod") && knowledge_.in_set("grammar_place", preposition(tree_, c))) {
      if (std::vector<ActorMention> there = lying_there(c); !there.empty()) return there;
    }
  }
  // With no word for it, of the other of the two states that the article is on.
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    if (senses_.main_pair().size() == 2 && own[0].actor.country == senses_.main_pair()[i])
      return {whole_state(senses_.main_pair()[1 - i])};
  }
  return found;
}

// "The ambassador, X", of whom the table knows an office that he has left: what the article calls him counts.
ActorMention Resolver::with_title(const Phrase& phrase, const Title& title, ActorMention named) {
  if (named.actor.sector != kFormer || is_former(phrase.head)) return named;
  if (const std::vector<ActorMention> whose = owners(phrase); !whose.empty()) take_country(whose[0].actor, named.actor);
  named.actor.role = title.role;
  if (const std::string sector = sector_of(phrase, title); !sector.empty()) named.actor.sector = sector;
  return named;
}

}  // namespace entente
