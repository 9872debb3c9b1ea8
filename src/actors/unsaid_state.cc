// The state that is meant where the phrase names none: that of the place, of who speaks, of the article.
#include <algorithm>

#include "actors/resolver.h"

namespace entente {
namespace {

constexpr std::int32_t kPlaceSentencesBack = 4;
constexpr std::int32_t kTownsBack = 2;       // sentences
constexpr std::int32_t kMostSentences = 20;  // of a paragraph, back to whom it lets speak
constexpr std::int32_t kNoSubject = 3;       // in half sentences
// How sure it is whose a thing is by its own words.
constexpr double kOwned = 0.8;

}  // namespace

// "Peru will recall its ambassador, Foreign Minister X said": who tells what a state will do speaks for it.
std::string Resolver::state_spoken_for(TokenId speaker) const {
  const TokenSpan sentence =
      tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(speaker))].tokens;
  for (TokenId t = sentence.begin.value; t < std::min(sentence.end.value, tree_.size()); ++t) {
    const NameMatch* match = phrases_.match_of(t);
    if (match == nullptr || !tree_.is(t, "nsubj") || tree_.head(t) < 0) continue;
    const NameEntry* entry = match->entry(Kind::kState);
    if (entry == nullptr) entry = match->entry(Kind::kCapital);
    if (entry == nullptr) continue;
    const TokenId aux = tree_.child(tree_.head(t), "aux");
    if (aux < 0) continue;
    const std::string& form = tree_.folded(aux);
    if (knowledge_.in_set("grammar_future", form) || knowledge_.in_set("grammar_would", form))
      return row_of(knowledge_.states, *entry).code;
  }
  return "";
}

std::string Resolver::state_spoken_for_or_domestic(TokenId t, bool of_office) {
  std::string state = state_spoken_for(t);
  if (state.empty()) state = side_heard(t, of_office);
  return state.empty() ? domestic_state(t, Place::kOfOffice) : state;
}

// "signed in Rome by the interior minister": envoys of two states meet in a third.
bool Resolver::where_envoys_meet(TokenId place) const {
  const TokenId act = tree_.head(place);
  return act >= 0 && tree_.is(place, "obl") && knowledge_.in_set("grammar_envoys_meet", tree_.lemma(act));
}

std::string Resolver::likely_state(TokenId t, const std::string& doer) const {
  std::string here = domestic_state(t, Place::kOfArmy);
  if (doer.empty() || (!here.empty() && here != doer)) return here;
  // "Pakistani gunners shelled Poonch": an army most often fires at another state, where the article has one; a
  // neighbour first.
  const auto borders = knowledge_.borders.find(doer);
  std::string other = most_named([&](const std::string& state) {
    return state != doer && borders != knowledge_.borders.end() && borders->second.contains(state);
  });
  const auto often = [&](const std::string& state) { return state != doer && senses_.named_states().at(state) > 1; };
  if (other.empty()) other = most_named(often);
  return other.empty() ? here : other;
}

bool Resolver::none_of_them(TokenId t) const {
  return std::any_of(tree_.children(t).begin(), tree_.children(t).end(), [&](TokenId c) {
    return tree_.is_any(c, {"det", "amod"}) && knowledge_.in_set("grammar_none", tree_.folded(c));
  });
}

std::optional<ActorMention> Resolver::target(TokenId t) {
  if (!tree_.has_upos(t, {"NOUN"}) || knowledge_.word(tree_.folded(t)) != nullptr) return std::nullopt;
  const Phrase phrase = phrases_.read(t);
  ActorMention mention;
  mention.kind = ActorMention::Kind::kOther;
  mention.actor = blank(phrase.first, phrase.last);
  mention.actor.via = "description";
  mention.confidence = kOwned;
  const std::vector<ActorMention> whose = owners(phrase);
  // "positions of al-Shabaab": a group's own code, and no sector beside it.
  if (!whose.empty() && !whose[0].actor.country.has_value()) {
    mention.actor.code = whose[0].actor.code;
    return mention;
  }
  // "wells", "a canyon", "any village": a thing that is nobody's, or none.
  if (whose.empty() && (knowledge_.in_set("lifeless_targets", tree_.lemma(t)) || none_of_them(t))) return std::nullopt;
  mention.unsaid = whose.empty();
  const std::string state = whose.empty() ? "" : whose[0].actor.country.value_or("");
  // Without a word for it whose it is depends on who strikes: likely_state() tells.
  if (!state.empty()) mention.actor.code = mention.actor.country = state;
  const std::string sector = sector_of_thing(phrase, whose);
  mention.actor.sector = sector.empty() ? "CVL" : sector;
  return mention;
}

// The state that was spoken of last, for "the president" in an article on two of them: by its name, or by somebody of
// it who acts.
std::string Resolver::last_state(TokenId t) const {
  std::string best;
  std::int32_t best_cost = 0;
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= t) continue;
    const std::int32_t back = tree_.sentence(t) - tree_.sentence(entry->token);
    if (back > kSentencesBack) break;
    const ActorMention& party = entry->parties[0];
    const bool of_state = entry->parties.size() == 1 && party.actor.country.has_value() &&
                          is_state_code(party.actor.code.value_or("")) && party.kind != ActorMention::Kind::kPlace;
    if (!of_state) continue;
    // Who acts counts as more than a sentence nearer: "Peru accused Chile. The minister said" is Peru's.
    const std::int32_t cost = 2 * back + (entry->subject ? 0 : kNoSubject);
    if (!best.empty() && cost >= best_cost) continue;
    best = *party.actor.country;
    best_cost = cost;
  }
  return best;
}

// Police with no state named are those of the place: of the sentence, of one shortly before, or of the dateline.
std::string Resolver::domestic_state(TokenId t, Place whose) const {
  const auto& sentences = tree_.parsed().document.sentences;
  for (std::int32_t s = tree_.sentence(t); s >= 0 && s > tree_.sentence(t) - kPlaceSentencesBack; --s) {
    const TokenSpan sentence = sentences[static_cast<std::size_t>(s)].tokens;
    for (TokenId at = sentence.begin.value; at < std::min(sentence.end.value, tree_.size()); ++at) {
      std::string state = state_as_place(at);
      if (!state.empty() && (tells_who_speaks(at, t) || of_other_clause(at, t))) state.clear();
      if (!state.empty() && whose == Place::kOfOffice && where_envoys_meet(at)) state.clear();
      if (state.empty() && knowledge_.in_set("grammar_there", tree_.folded(at))) state = state_pointed_at(at);
      if (!state.empty()) return state;
    }
    if (s == tree_.sentence(t)) {
      if (std::string state = state_of_local_source(sentence); !state.empty()) return state;
      if (!senses_.dateline_state().empty() && !senses_.story_state().empty()) return senses_.story_state();
    }
    // Of a crowd or police the town of the sentence before says more than the article as a whole.
    if ((whose == Place::kOfArmy || s < tree_.sentence(t)) && !senses_.main_state().empty())
      return senses_.main_state();
  }
  return senses_.story_state();
}

// "the embassy", with no word for whose: of the other state that the article is on than the one where it stands.
std::string Resolver::state_of_embassy(TokenId t) const {
  const std::string here = domestic_state(t);
  return here.empty() ? "" : most_named([&](const std::string& state) { return state != here; });
}

// "the mayor", "the police chief": of the town that was told last.
std::string Resolver::state_nearby(TokenId t) {
  for (auto place = places_.rbegin(); place != places_.rend(); ++place) {
    if (*place >= t) continue;
    if (tree_.sentence(t) - tree_.sentence(*place) > kTownsBack) break;
    const std::vector<ActorMention>& told = referents(*place);
    // "Lima's envoy" is no word on where it is.
    const bool lies = told.empty() || told[0].kind != ActorMention::Kind::kCapital ||
                      knowledge_.in_set("grammar_place", preposition(tree_, *place));
    if (lies && !told.empty() && told[0].actor.country.has_value()) return *told[0].actor.country;
  }
  return "";
}

// "In Belgrade X said", "From Washington: X has said": where a name's sentence says first that it is.
std::string Resolver::capital_before(TokenId t) const {
  const TokenSpan sentence = tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(t))].tokens;
  for (TokenId at = sentence.begin.value; at < t; ++at) {
    const NameMatch* match = phrases_.match_of(at);
    if (match == nullptr || match->first != at || match->entry(Kind::kCapital) == nullptr) continue;
    const std::string by = preposition(tree_, match->last);
    if (by == "from" || !state_as_place(at).empty()) return senses_.state_of(*match);
  }
  return "";
}

// "In Tehran the tone was lighter", "From Lima came no word": where a sentence says first that it is.
std::string Resolver::place_in_front(TokenSpan sentence, TokenId before) const {
  for (TokenId at = sentence.begin.value; at < std::min({sentence.end.value, tree_.size(), before}); ++at) {
    if (tree_.is_any(at, {"nsubj", "nsubj:pass"}) || tree_.has_upos(at, {"VERB"})) return "";
    const NameMatch* match = phrases_.match_of(at);
    if (match == nullptr || match->first != at || !tree_.is(match->last, "obl")) continue;
    const bool whence = preposition(tree_, match->last) == "from" && match->entry(Kind::kCapital) != nullptr;
    if (whence || !state_as_place(at).empty()) return senses_.state_of(*match);
  }
  return "";
}

// The subject of a sentence, where its own words tell of what state it is; verb is what it does.
const ActorMention* Resolver::who_acts_in(TokenSpan sentence, TokenId& verb) {
  for (TokenId at = sentence.begin.value; at < std::min(sentence.end.value, tree_.size()); ++at) {
    if (!tree_.is_any(at, {"nsubj", "nsubj:pass"}) || tree_.head(at) < 0 || !tree_.is(tree_.head(at), "root")) continue;
    const std::vector<ActorMention>& acting = referents(at);
    if (acting.size() != 1 || tree_.child(at, "conj") >= 0 || !is_party(acting[0]) || acting[0].guessed ||
        acting[0].unsaid)
      return nullptr;
    verb = tree_.head(at);
    return is_state_code(acting[0].actor.country.value_or("")) ? &acting[0] : nullptr;
  }
  return nullptr;
}

// "Minsk denied it", "Moscow rejected the finding": what follows is most often of those who say no.
bool Resolver::says_no(TokenId verb) const {
  const auto rows = knowledge_.cues.find(tree_.lemma(verb));
  return rows != knowledge_.cues.end() &&
         std::any_of(rows->second.begin(), rows->second.end(), [](const ReportingCue& row) {
           return row.pos == ReportingCue::Pos::kVerb && (row.stance == "denies" || row.stance == "opposes");
         });
}

// "Minsk denied it. They had come as tourists, the foreign ministry said", "In Tehran the tone was lighter. ...
// according to a deputy minister": of the state or place that opens the paragraph, or that said no in the
// sentence before, unless somebody of another state acts in between; of_office: or of whoever opens it, for a body or
// a spokesman without a word for whose ("Peru's premier called for calm. The senate voted").
std::string Resolver::side_heard(TokenId t, bool of_office) {
  // "The government", "the president": of whom the article tells, whoever speaks.
  if (knowledge_.in_set("grammar_state_organs", tree_.lemma(t))) return "";
  const auto& sentences = tree_.parsed().document.sentences;
  std::set<std::string> between;
  const auto only = [&](const std::string& code) {
    return between.empty() || (between.size() == 1 && between.contains(code));
  };
  const std::int32_t here = tree_.sentence(t);
  for (std::int32_t s = here; s >= std::max(0, here - kMostSentences); --s) {
    const Sentence& sentence = sentences[static_cast<std::size_t>(s)];
    const bool opens = s == here || sentence.starts_paragraph || of_office;
    const std::string place = opens ? place_in_front(sentence.tokens, t) : std::string();
    if (!place.empty()) return only(place) ? place : "";
    TokenId verb = -1;
    const ActorMention* acting = s < here ? who_acts_in(sentence.tokens, verb) : nullptr;
    if (acting != nullptr) {
      const std::string& code = *acting->actor.country;
      const bool state =
          of_office || acting->kind == ActorMention::Kind::kState || acting->kind == ActorMention::Kind::kCapital;
      const bool spoke = s + 1 == here && says_no(verb);
      if (state && (sentence.starts_paragraph || spoke)) return only(code) ? code : "";
      between.insert(code);
    }
    if (sentence.starts_paragraph) break;
  }
  return "";
}

// The state or town that this sentence or the one before has named last.
std::string Resolver::state_named_before(TokenId t) const {
  for (TokenId at = t - 1; at >= 0 && tree_.sentence(t) - tree_.sentence(at) <= 1; --at) {
    const NameMatch* match = phrases_.match_of(at);
    if (match == nullptr || match->entry(Kind::kAdjective) != nullptr) continue;
    if (std::string state = senses_.state_of(*match); !state.empty()) return state;
  }
  return "";
}

// "there": in the state or town that was named last, before this sentence.
std::string Resolver::state_pointed_at(TokenId t) const {
  if (!tree_.is(t, "advmod")) return "";
  const auto& sentences = tree_.parsed().document.sentences;
  return state_named_before(sentences[static_cast<std::size_t>(tree_.sentence(t))].tokens.begin.value);
}

// "in the Peruvian town of X", "in a Peruvian prison"
bool Resolver::names_town(const NameMatch& adjective) const {
  const TokenId noun = tree_.head(adjective.last);
  const NameMatch* of = noun < 0 ? nullptr : phrases_.match_of(noun);
  const NameEntry* title = of == nullptr ? nullptr : of->entry(Kind::kTitle);
  const bool town = title != nullptr && row_of(knowledge_.titles, *title).kind == TitleKind::kReferencePlace;
  if (!town && (noun < 0 || !knowledge_.in_set("places_of_a_state", tree_.lemma(noun)))) return false;
  return knowledge_.in_set("grammar_place", preposition(tree_, noun));
}

// "according to a group in Norway", "a monitor in Britain said": where who tells it sits says something of him alone.
bool Resolver::tells_who_speaks(TokenId place, TokenId t) const {
  for (TokenId at = place; tree_.head(at) >= 0; at = tree_.head(at)) {
    const bool speaker = tree_.is(at, "nsubj") && knowledge_.cues.contains(tree_.lemma(tree_.head(at)));
    if (!speaker && !knowledge_.in_set("grammar_source", preposition(tree_, at))) continue;
    return t != at && !tree_.is_below(t, at);
  }
  return false;
}

// "shot a sergeant, while the premier was in X": where something else happens.
bool Resolver::of_other_clause(TokenId place, TokenId t) const {
  TokenId clause = tree_.head(place);
  while (clause >= 0 && tree_.child(clause, "nsubj") < 0) clause = tree_.head(clause);
  if (clause < 0 || tree_.sentence(place) != tree_.sentence(t)) return false;
  return tree_.is_any(clause, {"advcl", "conj", "parataxis"}) && t != clause && !tree_.is_below(t, clause);
}

// "Namibian police said": police and doctors tell of what happened in their own state.
std::string Resolver::state_of_local_source(const TokenSpan& sentence) const {
  for (TokenId t = sentence.begin.value; t < std::min(sentence.end.value, tree_.size()); ++t) {
    if (!tree_.is(t, "nsubj") || tree_.head(t) < 0 || !knowledge_.cues.contains(tree_.lemma(tree_.head(t)))) continue;
    const NameMatch* match = phrases_.match_of(t);
    const NameEntry* title = match == nullptr ? nullptr : match->entry(Kind::kTitle);
    if (title == nullptr) continue;
    const std::string& sector = row_of(knowledge_.titles, *title).sector;
    if (sector != "COP" && sector != "MED") continue;
    for (const TokenId c : tree_.children(t)) {
      const NameMatch* whose = tree_.is_any(c, {"amod", "compound", "nmod:poss"}) ? phrases_.match_of(c) : nullptr;
      if (whose == nullptr) continue;
      if (std::string state = senses_.state_of(*whose); !state.empty()) return state;
    }
  }
  return "";
}

// The state of a name that begins at t and stands under a preposition of place; empty where there is none.
std::string Resolver::state_as_place(TokenId t) const {
  const NameMatch* match = phrases_.match_of(t);
  if (match == nullptr || match->first != t) return "";
  std::string state = senses_.state_of(*match);
  if (state.empty()) return "";
  if (match->entry(Kind::kAdjective) != nullptr) return names_town(*match) ? state : "";
  for (TokenId w = match->first; w <= match->last; ++w) {
    const std::string by = preposition(tree_, w);
    // "in the streets of X"
    const bool part_of = by == "of" && tree_.is(w, "nmod") && tree_.has_upos(tree_.head(w), {"NOUN"}) &&
                         phrases_.match_of(tree_.head(w)) == nullptr &&
                         knowledge_.in_set("grammar_place", preposition(tree_, tree_.head(w)));
    // "in Lima's Barranco district"
    const bool owns_place = tree_.is(w, "nmod:poss") &&
                            knowledge_.in_set("grammar_place", preposition(tree_, tree_.head(w))) &&
                            phrases_.match_of(tree_.head(w)) == nullptr;
    if (!part_of && !owns_place && !knowledge_.in_set("grammar_place", by)) continue;
    // "a rights group in Norway", "a spokesman in Lisbon": where somebody sits is not where it happens.
    const TokenId head = tree_.is(w, "nmod") ? tree_.head(w) : -1;
    const NameMatch* of = head >= 0 ? phrases_.match_of(head) : nullptr;
    const NameEntry* title = of == nullptr ? nullptr : of->entry(Kind::kTitle);
    // But an embassy is what a crowd stands before.
    const bool embassy = knowledge_.in_set("grammar_embassy", head >= 0 ? tree_.lemma(head) : "");
    const bool body = title != nullptr && row_of(knowledge_.titles, *title).kind != TitleKind::kAgent;
    const bool seat = of != nullptr && !embassy &&
                      (body || of->entry(Kind::kOrganisation) != nullptr || of->entry(Kind::kGroup) != nullptr ||
                       of->entry(Kind::kHolder) != nullptr);
    if (!seat) return state;
  }
  return "";
}

}  // namespace entente
