// Titles with a name behind them, counterparts, and titles that only point back: whose the title is.
#include <algorithm>
#include <set>

#include "actors/resolver.h"

namespace entente {
namespace {

constexpr double kCompany = 0.7;  // how sure it is that "his guest" is who was told last
constexpr double kTheCapital = 0.85;

}  // namespace

// "The host, X": what only points back is told at once.
std::vector<ActorMention> Resolver::named_behind(const Phrase& phrase, const Title& title) {
  if (title.kind != TitleKind::kReferencePerson) return {};
  for (const TokenId c : tree_.children(phrase.head)) {
    if (!tree_.is(c, "appos")) continue;
    std::vector<ActorMention> names = referents(c);
    if (names.size() != 1 || names[0].kind != ActorMention::Kind::kPerson) continue;
    // "his Chilean guest, X": of somebody whose state only the article told, the words beside him tell it.
    const bool guessed = !names[0].actor.code.has_value() || names[0].guessed;
    if (const std::vector<ActorMention> whose = guessed ? owners(phrase) : std::vector<ActorMention>();
        !whose.empty() && whose[0].actor.via == "nationality") {
      take_country(whose[0].actor, names[0].actor);
      names[0].guessed = names[0].unsaid = false;
    } else if (const std::string state = guessed ? state_of_company(phrase) : ""; !state.empty()) {
      names[0].actor.code = names[0].actor.country = state;
      names[0].guessed = names[0].unsaid = false;
    }
    const std::string via = names[0].actor.via;
    if (names[0].actor.code.has_value()) return restate(std::move(names), phrase.first, phrase.last, via, 1);
  }
  return {};
}

// "their host, X", in an article on two states: of the one that they are not of.
std::string Resolver::state_of_company(const Phrase& phrase) {
  const TokenId whose = tree_.child(phrase.head, "nmod:poss");
  const std::vector<std::string>& pair = senses_.main_pair();
  if (whose < 0 || pair.size() != 2) return "";
  std::vector<ActorMention> own = parties(whose);
  if (tree_.is(phrase.head, "conj") && tree_.head(phrase.head) >= 0) {
    for (const ActorMention& m : referents(tree_.head(phrase.head))) own.push_back(m);
  }
  const auto has = [&](const std::string& code) {
    return std::any_of(own.begin(), own.end(), [&](const ActorMention& m) { return m.actor.country == code; });
  };
  if (has(pair[0]) == has(pair[1])) return "";
  return has(pair[0]) ? pair[1] : pair[0];
}

// "his host", "her guest": somebody of another state than who receives or is received, told before; or that state.
std::vector<ActorMention> Resolver::refer_company(const Phrase& phrase) {
  const TokenId whose = tree_.child(phrase.head, "nmod:poss");
  const bool known = whose < 0 && points_back(phrase, false);  // "the guest"
  if ((whose < 0 && !known) || phrase.name.has_value()) return {};
  // "his guest from Lima"
  for (const TokenId c : tree_.children(phrase.head)) {
    if (!tree_.is(c, "nmod") || preposition(tree_, c) != "from") continue;
    const std::vector<ActorMention> from = lying_there(c);
    if (from.size() == 1 && is_state_code(from[0].actor.country.value_or("")))
      return restate({whole_state(*from[0].actor.country)}, phrase.first, phrase.last, "description", kCompany);
  }
  for (const TokenId c : tree_.children(phrase.head)) {
    if (c != whose && tree_.is_any(c, {"amod", "compound", "nmod"})) return {};
  }
  std::set<std::string> own;
  if (!known) {
    for (const ActorMention& m : parties(whose)) own.insert(m.actor.country.value_or(""));
  }
  for (const ActorMention& m : subjects_over(phrase.head)) own.insert(m.actor.country.value_or(""));
  const bool host = knowledge_.in_set("grammar_host", tree_.lemma(phrase.head));
  if (known) {
    if (std::vector<ActorMention> met = of_visit(phrase, host); !met.empty()) return met;
  }
  // A guest is none of where he is, and his host is nobody else.
  const std::string& here = senses_.dateline_state();
  if (known && !host && !here.empty()) own.insert(here);
  if (host && !here.empty() && !own.contains(here)) {
    if (std::vector<ActorMention> local = last_official_of(phrase, here); !local.empty()) return local;
  }
  return told_from_abroad(phrase, own);
}

// "X visited Y; the guest": X, and Y where the host is meant.
std::vector<ActorMention> Resolver::of_visit(const Phrase& phrase, bool host) {
  for (TokenId t = phrase.first - 1; t >= 0 && tree_.sentence(phrase.head) - tree_.sentence(t) <= 1; --t) {
    if (!tree_.has_upos(t, {"VERB"}) || !knowledge_.in_set("grammar_visit", tree_.lemma(t))) continue;
    const TokenId party = tree_.child(t, host ? "obj" : "nsubj");
    if (party < 0 || party >= phrase.first) continue;
    const std::vector<ActorMention>& told = referents(party);
    if (told.size() == 1 && told[0].actor.country.has_value())
      return restate({told[0]}, phrase.first, phrase.last, "description", kCompany);
  }
  return {};
}

// Who was told last of those who hold an office in the state.
std::vector<ActorMention> Resolver::last_official_of(const Phrase& phrase, const std::string& state) const {
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head) continue;
    for (const ActorMention& party : entry->parties) {
      if (party.kind == ActorMention::Kind::kPerson && party.actor.role.has_value() && party.actor.country == state &&
          !party.guessed)
        return restate({party}, phrase.first, phrase.last, "description", kCompany);
    }
  }
  return {};
}

// "the visiting premier", with no word for whose: somebody told before who is not of the state that acts.
std::vector<ActorMention> Resolver::refer_visiting(const Phrase& phrase) {
  if (phrase.name.has_value()) return {};
  bool visiting = false;
  for (const TokenId c : tree_.children(phrase.head)) {
    const bool visits = tree_.is_any(c, {"amod", "compound"}) && knowledge_.in_set("grammar_visiting", tree_.folded(c));
    visiting = visiting || visits;
    if (!visits && tree_.is_any(c, {"amod", "compound", "nmod", "nmod:poss"}) && phrases_.match_of(c) != nullptr &&
        !phrases_.match_of(c)->covers(phrase.head))
      return {};
  }
  if (!visiting) return {};
  std::set<std::string> own;
  for (const ActorMention& m : subjects_over(phrase.head)) own.insert(m.actor.country.value_or(""));
  return told_from_abroad(phrase, own);
}

// The last official told who is of none of these states, or else the last other state.
std::vector<ActorMention> Resolver::told_from_abroad(const Phrase& phrase, const std::set<std::string>& own) const {
  const ActorMention* state = nullptr;
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head || entry->parties.empty() || stands_as_third(tree_, knowledge_, entry->token))
      continue;
    for (const ActorMention& party : entry->parties) {
      const std::string code = party.actor.country.value_or("");
      if (!is_state_code(code) || own.contains(code) || party.guessed) continue;
      if (party.kind == ActorMention::Kind::kPerson && party.actor.role.has_value())
        return restate({party}, phrase.first, phrase.last, "description", kCompany);
      const bool whole = party.kind == ActorMention::Kind::kState || party.kind == ActorMention::Kind::kCapital;
      if (whole && state == nullptr) state = &party;
    }
  }
  if (state == nullptr) return {};
  ActorMention whole = *state;
  whole.kind = ActorMention::Kind::kState;  // by its capital, too: no place
  return restate({std::move(whole)}, phrase.first, phrase.last, "description", kCompany);
}

const PlaceEntry* Resolver::capital_of(const std::string& state) const {
  const auto row = knowledge_.state_of_code.find(state);
  if (row == knowledge_.state_of_code.end()) return nullptr;
  const std::vector<std::string>& capitals = knowledge_.states[static_cast<std::size_t>(row->second)].capitals;
  const auto named = capitals.empty() ? knowledge_.names.end() : knowledge_.names.find(name_key(capitals[0]));
  if (named == knowledge_.names.end()) return nullptr;
  for (const NameEntry& entry : named->second) {
    if (entry.kind == Kind::kPlace && row_of(knowledge_.places, entry).country == state)
      return &row_of(knowledge_.places, entry);
  }
  return nullptr;
}

// "the Chilean capital", "the capital of Chile": the state, as by the name of the town.
std::vector<ActorMention> Resolver::named_capital(const Phrase& phrase) {
  const std::vector<ActorMention> whose = owners(phrase);
  if (whose.size() != 1 || !is_state_code(whose[0].actor.country.value_or(""))) return {};
  ActorMention capital = whole_state(*whose[0].actor.country);
  capital.kind = ActorMention::Kind::kCapital;
  capital.where = capital_of(*whose[0].actor.country);
  return restate({std::move(capital)}, phrase.first, phrase.last, "description", kTheCapital);
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

// "General X", "X, the sultan": what somebody was called stays his, whatever office the tables give him.
void Resolver::remember_titles(TokenId t, const std::string& name) {
  const auto add = [&](const NameMatch* match) {
    const NameEntry* entry = match == nullptr ? nullptr : match->entry(Kind::kTitle);
    if (entry == nullptr) return;
    const Title& title = row_of(knowledge_.titles, *entry);
    if (title.kind == TitleKind::kOffice || title.kind == TitleKind::kPost) called_[name].insert(title.title);
  };
  const Phrase phrase = phrases_.read(t);
  if (!phrase.name.has_value() && phrase.head_match == nullptr) return;
  for (const NameMatch* match : phrase.matches) add(match);
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is(c, "appos")) add(phrases_.match_of(c));
  }
}

// "the general", "the monarch", with no word for whose: who was told last of those that were called so.
const ActorMention* Resolver::called_before(const Phrase& phrase, const Title& title) {
  if (title.kind != TitleKind::kOffice && title.kind != TitleKind::kPost) return nullptr;
  if (called_.empty() || !points_back(phrase, false)) return nullptr;
  const std::string also = "called_" + title.title;
  const auto fits = [&](const ActorMention& m) {
    const auto called = called_.find(fold_case(m.actor.name));
    if (called == called_.end()) return false;
    return std::any_of(called->second.begin(), called->second.end(),
                       [&](const std::string& own) { return own == title.title || knowledge_.in_set(also, own); });
  };
  const std::vector<ActorMention> subjects = subjects_over(phrase.head);
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head || entry->parties.size() != 1) continue;
    const ActorMention& party = entry->parties[0];
    if (party.kind != ActorMention::Kind::kPerson || !party.actor.code.has_value() || !fits(party)) continue;
    // "The emir promised the monarch": another one.
    const bool acts = std::any_of(subjects.begin(), subjects.end(),
                                  [&](const ActorMention& m) { return m.actor.name == party.actor.name; });
    if (!acts) return &party;
  }
  return nullptr;
}

// "The ambassador, X", of whom the table knows an office that he has left: what the article calls him counts.
ActorMention Resolver::with_title(const Phrase& phrase, const Title& title, ActorMention named) {
  if (named.actor.sector != kFormer || is_former(phrase.head)) return named;
  if (const std::vector<ActorMention> whose = owners(phrase); !whose.empty()) take_country(whose[0].actor, named.actor);
  named.actor.role = title.role;
  if (const std::string sector = sector_of(phrase, title); !sector.empty()) named.actor.sector = sector;
  return named;
}

// What the title only points back to; nullopt where it tells somebody by itself.
std::optional<std::vector<ActorMention>> Resolver::refer_titled(const Phrase& phrase, const Title& title, bool plural) {
  if (title.kind == TitleKind::kReferencePeople) return refer_pair(phrase, true, title.sector);
  if (title.kind == TitleKind::kReferenceStates) return refer_pair(phrase, false, title.sector);
  // "The presidents signed": an office that only one holds in a state, of two of them.
  if (plural && title.kind == TitleKind::kOffice && points_back(phrase, false)) {
    if (std::vector<ActorMention> pair = refer_pair(phrase, true, title.sector); !pair.empty()) return pair;
  }
  // "The neighbours", "the rivals"
  if (plural && title.kind == TitleKind::kReferenceOther && (points_back(phrase, true) || are_owned(phrase)))
    return refer_pair(phrase, false, title.sector);
  if (plural && title.kind == TitleKind::kBody && are_two(phrase)) {
    if (std::vector<ActorMention> pair = refer_pair(phrase, false, title.sector); !pair.empty()) return pair;
  }
  if (title.kind >= TitleKind::kReferenceState) {
    std::vector<ActorMention> one;
    const bool company = knowledge_.in_set("grammar_company", title.title);
    if (company && !plural) one = refer_company(phrase);
    if (one.empty() && !plural && !phrase.name.has_value()) one = refer_one(phrase, title);
    if (one.empty() && company) one = refer_company(phrase);
    if (one.empty() && knowledge_.in_set("grammar_capital", title.title)) one = named_capital(phrase);
    if (one.empty() && title.kind == TitleKind::kReferencePlace) return describe_plain(phrase);
    // "the group" of nobody that was named is nobody, unless its own words say whose it is.
    if (!one.empty() || title.kind == TitleKind::kReferenceOther || owners(phrase).empty()) return one;
  }
  if (!plural) {
    if (std::vector<ActorMention> visitor = refer_visiting(phrase); !visitor.empty()) return visitor;
  }
  if (title.kind == TitleKind::kAgent && knowledge_.in_set("grammar_rebels", title.role)) {
    if (std::vector<ActorMention> armed = refer_armed(phrase); !armed.empty()) return armed;
  }
  return std::nullopt;
}

// "arrested two men", "the two men on board": so many, and none that were told before.
bool Resolver::counts_only(const Phrase& phrase) const {
  const NameMatch* match = phrase.head_match;
  if (match == nullptr || match->first == match->last) return false;
  const NameEntry* entry = match->entry(Kind::kTitle);
  if (entry == nullptr || row_of(knowledge_.titles, *entry).kind != TitleKind::kReferencePeople) return false;
  const WordValue* number = knowledge_.word(tree_.folded(match->first));
  if (number == nullptr || number->kind != "number") return false;
  bool definite = false;
  for (const TokenId c : tree_.children(phrase.head)) {
    definite = definite || tree_.is(c, "nmod:poss") ||
               (tree_.is(c, "det") && knowledge_.in_set("grammar_pointing", tree_.folded(c)));
    if (tree_.is(c, "nmod") && c > phrase.head) return true;
  }
  return !definite && !tree_.is(phrase.head, "nsubj");
}

// "its neighbours", with no word for which.
bool Resolver::are_owned(const Phrase& phrase) const {
  const auto& below = tree_.children(phrase.head);
  const bool plain = std::none_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is_any(c, {"nmod", "amod", "compound"}) && phrases_.match_of(c) != nullptr;
  });
  const bool foes = knowledge_.in_set("grammar_foes", tree_.lemma(phrase.head));
  return plain && !foes && tree_.child(phrase.head, "nmod:poss") >= 0;
}

// "the two trade ministries", "both navies", with no word for whose.
bool Resolver::are_two(const Phrase& phrase) const {
  bool two = false;
  for (const TokenId c : tree_.children(phrase.head)) {
    two = two || (tree_.is_any(c, {"nummod", "det"}) && knowledge_.in_set("grammar_pair", tree_.folded(c)));
    // "the two ministries in Lima": where they sit says nothing of whose they are.
    const bool place = knowledge_.in_set("grammar_place", preposition(tree_, c));
    const NameMatch* match = place ? nullptr : phrases_.match_of(c);
    if (match != nullptr && !match->covers(phrase.head)) return false;
  }
  return two;
}

}  // namespace entente
