// States and places by what they are called: "its neighbour", "the South", "the city", "the latter".
#include <algorithm>
#include <set>

#include "actors/resolver.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxSteps = 12;  // from a phrase to the subject of its clause
// How sure it is that what was told before is meant.
constexpr double kNeighbour = 0.8;
constexpr double kNamedLater = 0.65;  // a neighbour that only later sentences name
constexpr double kEpithet = 0.85;
constexpr double kUnnamed = 0.7;  // "the South", where only the North was named
constexpr double kPlaceBefore = 0.75;
constexpr double kOrdered = 0.8;  // "the former"
constexpr double kSpeaker = 0.7;  // "we"
constexpr std::size_t kPlacesBack = 40;
constexpr std::int32_t kGuestBack = 2;        // sentences since a guest was told to be somewhere
constexpr std::size_t kNeighboursBack = 300;  // parties told before: more than an article of some pages has
constexpr std::size_t kPair = 2;
constexpr std::int32_t kSpeakerBack = 2;  // sentences

bool is_state(const ActorMention& mention) {
  return (mention.kind == ActorMention::Kind::kState || mention.kind == ActorMention::Kind::kCapital) &&
         mention.actor.code.has_value();
}

}  // namespace

// Who does what t stands in: the subject of its clause, seen through infinitives, participles and joined verbs. Of two
// in one clause neither is the other ("X criticised the country").
std::vector<ActorMention> Resolver::subjects_over(TokenId t) {
  std::vector<ActorMention> found;
  TokenId child = t;
  for (std::int32_t step = 0; step < kMaxSteps && tree_.head(child) >= 0; ++step) {
    if (tree_.is(child, "nsubj")) return found;
    const TokenId head = tree_.head(child);
    bool finite = false;
    for (const TokenId c : tree_.children(head)) {
      if (!tree_.is(c, "nsubj") || tree_.is(c, "nsubj:outer") || c == child) continue;
      finite = true;
      const bool relative = tree_.has_upos(c, {"PRON"}) && tree_.is(head, "acl:relcl") && tree_.head(head) >= 0;
      for (const ActorMention& mention : relative ? referents(tree_.head(head)) : parties(c)) found.push_back(mention);
    }
    if (finite || tree_.is_any(head, {"ccomp", "acl:relcl", "root"})) return found;
    child = head;
  }
  return found;
}

// A state as such, by its code.
ActorMention Resolver::whole_state(const std::string& code) const {
  ActorMention mention;
  const auto state = knowledge_.state_of_code.find(code);
  if (state == knowledge_.state_of_code.end()) return mention;
  const State& row = knowledge_.states[static_cast<std::size_t>(state->second)];
  mention.kind = ActorMention::Kind::kState;
  mention.actor.name = row.name;
  mention.actor.code = mention.actor.country = row.code;
  mention.actor.sector = row.sector;
  mention.actor.type = "state";
  mention.actor.via = "name";
  return mention;
}

// Of the states that the article names and that fit, the one that it names most; empty where none does.
std::string Resolver::most_named(const std::function<bool(const std::string&)>& fits) const {
  std::string best;
  std::int32_t most = 0;
  for (const auto& [code, count] : senses_.named_states()) {
    if (count <= most || !is_state_code(code) || !fits(code)) continue;
    most = count;
    best = code;
  }
  return best;
}

// "The army talked with its foe": those who fight it, where the article has told of no other state since.
std::vector<ActorMention> Resolver::refer_foe(const Phrase& phrase, const std::set<std::string>& owned,
                                              const std::vector<ActorMention>& owners_of_it) const {
  if (!knowledge_.in_set("grammar_foes", tree_.lemma(phrase.head))) return {};
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head || entry->parties.size() != 1) continue;
    const ActorMention& party = entry->parties[0];
    if (!party.actor.code.has_value()) continue;
    if (is_state(party) && !owned.contains(*party.actor.code)) return {};
    const bool rebels =
        party.armed || knowledge_.in_set("grammar_rebelling", fold_case(party.actor.sector.value_or("")));
    const bool own = std::any_of(owners_of_it.begin(), owners_of_it.end(), [&](const ActorMention& m) {
      return m.actor.code == party.actor.code && m.actor.sector == party.actor.sector;
    });
    if (rebels && !own) return restate({party}, phrase.first, phrase.last, "description", kNeighbour);
  }
  return {};
}

// "The ambassador in X warned his hosts", "He flew to X and thanked his hosts": of the place where the guest is told to
// be.
std::vector<ActorMention> Resolver::refer_host(const Phrase& phrase, const std::set<std::string>& guests) {
  if (!knowledge_.in_set("grammar_host", tree_.lemma(phrase.head))) return {};
  const auto is_guest = [&](const ActorMention& party) { return guests.contains(party.actor.code.value_or("")); };
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head) continue;
    if (tree_.sentence(phrase.head) - tree_.sentence(entry->token) > kGuestBack) break;
    if (entry->parties.size() != 1 || !is_state(entry->parties[0]) || is_guest(entry->parties[0])) continue;
    const TokenId above = tree_.head(entry->token);
    const bool visited =
        above >= 0 && tree_.is(entry->token, "obj") && knowledge_.in_set("grammar_visit", tree_.lemma(above));
    if (above < 0 || (!visited && !knowledge_.in_set("grammar_whereabouts", preposition(tree_, entry->token))))
      continue;
    std::vector<ActorMention> there = subjects_over(entry->token);
    for (const ActorMention& party : referents(above)) there.push_back(party);
    if (std::any_of(there.begin(), there.end(), is_guest))
      return restate({whole_state(*entry->parties[0].actor.code)}, phrase.first, phrase.last, "description",
                     kNeighbour);
  }
  return {};
}

// Of several neighbours the one that most sentences tell of beside the owner: who only offers to help, or lies near
// too, is seldom meant. Of equals the last.
const ActorMention* Resolver::told_beside(const std::map<std::string, Neighbour>& told,
                                          const std::set<std::string>& owned, TokenId before) const {
  std::set<std::int32_t> of_owner;
  std::size_t back = 0;
  for (auto entry = memory_.rbegin(); entry != memory_.rend() && told.size() > 1 && back < kNeighboursBack; ++entry) {
    if (entry->token >= before) continue;
    ++back;
    for (const ActorMention& party : entry->parties) {
      if (owned.contains(party.actor.code.value_or(""))) of_owner.insert(tree_.sentence(entry->token));
    }
  }
  const Neighbour* best = nullptr;
  std::int64_t most = 0;
  for (const auto& [code, neighbour] : told) {
    const auto beside = [&](std::int32_t sentence) { return of_owner.contains(sentence); };
    const auto times = std::count_if(neighbour.sentences.begin(), neighbour.sentences.end(), beside);
    if (best != nullptr && (times < most || (times == most && neighbour.last < best->last))) continue;
    best = &neighbour;
    most = times;
  }
  return best == nullptr ? nullptr : best->party;
}

// "its neighbour": of whose neighbour is said, the other state that was spoken of last, one with a common border first.
// "its ally" may lie anywhere.
std::vector<ActorMention> Resolver::refer_other(const Phrase& phrase) {
  std::set<std::string> owned;
  std::vector<ActorMention> owners_of_it;
  bool definite = false;
  for (const TokenId c : tree_.children(phrase.head)) {
    definite = definite || (tree_.is(c, "det") && tree_.folded(c) != "a" && tree_.folded(c) != "an");
    if (!tree_.is(c, "nmod:poss")) continue;
    definite = true;
    for (const ActorMention& owner : parties(c)) {
      owned.insert(owner.actor.code.value_or(""));
      owners_of_it.push_back(owner);
    }
  }
  if (!definite) return {};
  // "Russia, Armenia's ally": who is called so stands before it.
  if (tree_.is(phrase.head, "appos") && tree_.head(phrase.head) < phrase.head) {
    const std::vector<ActorMention>& called = referents(tree_.head(phrase.head));
    if (called.size() == 1 && called[0].actor.code.has_value() && !owned.contains(*called[0].actor.code))
      return restate({called[0]}, phrase.first, phrase.last, "description", kNeighbour);
  }
  const bool near = !knowledge_.in_set("grammar_ties", tree_.lemma(phrase.head));
  for (const ActorMention& subject : subjects_over(phrase.head)) {
    owned.insert(subject.actor.code.value_or(""));
    owners_of_it.push_back(subject);
  }
  const auto borders = [&](const std::string& code) {
    return near && std::any_of(owned.begin(), owned.end(), [&](const std::string& owner) {
             const auto found = knowledge_.borders.find(owner);
             return found != knowledge_.borders.end() && found->second.contains(code);
           });
  };
  if (std::vector<ActorMention> host = refer_host(phrase, owned); !host.empty()) return host;
  if (std::vector<ActorMention> foe = refer_foe(phrase, owned, owners_of_it); !foe.empty()) return foe;
  const ActorMention* any = nullptr;
  std::map<std::string, Neighbour> told;
  std::size_t back = 0;
  for (auto entry = memory_.rbegin(); entry != memory_.rend() && back < kNeighboursBack; ++entry) {
    if (entry->token >= phrase.head) continue;
    ++back;
    for (const ActorMention& party : entry->parties) {
      if (!is_state(party) || owned.contains(*party.actor.code)) continue;
      const bool town = party.kind == ActorMention::Kind::kCapital &&
                        knowledge_.in_set("grammar_place", preposition(tree_, entry->token));
      if (town) continue;
      if (any == nullptr) any = &party;
      if (!borders(*party.actor.code)) continue;
      Neighbour& neighbour = told[*party.actor.code];
      if (neighbour.party == nullptr) neighbour = {&party, entry->token, {}};
      neighbour.sentences.insert(tree_.sentence(entry->token));
    }
  }
  if (const ActorMention* beside = told_beside(told, owned, phrase.head); beside != nullptr)
    return restate({*beside}, phrase.first, phrase.last, "description", kNeighbour);
  const std::string later = most_named([&](const std::string& code) { return !owned.contains(code) && borders(code); });
  if (!later.empty()) return restate({whole_state(later)}, phrase.first, phrase.last, "description", kNamedLater);
  if (any != nullptr) return restate({*any}, phrase.first, phrase.last, "description", kNeighbour);
  // "depends on Russian gas; its ally": by an adjective alone.
  const std::string only = only_other_named(owned);
  if (only.empty()) return {};
  return restate({whole_state(only)}, phrase.first, phrase.last, "description", kNamedLater);
}

// The one state that the article names beside these; empty where there are more.
std::string Resolver::only_other_named(const std::set<std::string>& own) const {
  std::string only;
  for (const auto& [code, count] : senses_.named_states()) {
    if (!is_state_code(code) || own.contains(code)) continue;
    if (!only.empty()) return "";
    only = code;
  }
  return only;
}

// "the country", "the kingdom", "the South": of the states that can be called so the one that was told last, and not
// the one that acts in the same clause.
std::vector<ActorMention> Resolver::refer_state(const Phrase& phrase, const Title& title) {
  const auto known = knowledge_.epithets.find(title.title);
  const Epithet* epithet = known == knowledge_.epithets.end() ? nullptr : &known->second;
  if (epithet != nullptr && epithet->exact_case && tree_.token(phrase.head).form == tree_.folded(phrase.head))
    return {};
  const auto called_so = [&](const std::string& code) {
    return epithet == nullptr ||
           std::find(epithet->states.begin(), epithet->states.end(), code) != epithet->states.end();
  };
  const auto one = [&](const std::string& code, double factor) {
    std::vector<ActorMention> found = restate({whole_state(code)}, phrase.first, phrase.last, "description", factor);
    found[0].unsaid = epithet == nullptr;
    return found;
  };
  std::set<std::string> acting;
  const bool around = epithet == nullptr && knowledge_.in_set("grammar_place", preposition(tree_, phrase.head));
  for (const ActorMention& subject : subjects_over(phrase.head)) {
    // "The junta has cut the internet across the country": its own.
    const bool domestic = subject.kind == ActorMention::Kind::kGroup && is_state_code(subject.actor.code.value_or(""));
    if (around && domestic && subject.actor.sector != "MIL")
      return restate({whole_state(*subject.actor.code)}, phrase.first, phrase.last, "description", kEpithet);
    acting.insert(subject.actor.code.value_or(""));
  }
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head || entry->parties.size() != 1) continue;
    const ActorMention& party = entry->parties[0];
    const bool state =
        epithet != nullptr ? is_state(party) : is_state(party) && party.kind == ActorMention::Kind::kState;
    if (!state || party.actor.via == "nationality" || acting.contains(*party.actor.code)) continue;
    if (!called_so(*party.actor.code)) continue;
    return one(*party.actor.code, kEpithet);
  }
  // "Ivorian jets ... the country": told by somebody of it alone.
  std::string code;
  double factor = kEpithet;
  for (auto entry = memory_.rbegin(); entry != memory_.rend() && code.empty(); ++entry) {
    if (entry->token >= phrase.head) continue;
    if (tree_.sentence(phrase.head) - tree_.sentence(entry->token) > kSentencesBack) break;
    const std::string of = entry->parties[0].actor.country.value_or("");
    if (entry->parties.size() == 1 && !of.empty() && !acting.contains(of) && called_so(of)) code = of;
  }
  if (epithet == nullptr && code.empty()) return {};
  if (code.empty()) code = most_named([&](const std::string& c) { return called_so(c) && !acting.contains(c); });
  for (std::size_t i = 0; epithet != nullptr && i < epithet->beside.size() && code.empty(); ++i) {
    if (!senses_.named_states().contains(epithet->beside[i])) continue;
    code = epithet->states[i];
    factor = kUnnamed;
  }
  if (code.empty()) return {};
  return one(code, factor);
}

// "the taoiseach", "the chancellor", "the ambassador" whom a government calls in: of the state that has such an office,
// where the article names it or no other has one; an envoy of the other side.
std::vector<ActorMention> Resolver::state_of_title(const Phrase& phrase, const Title& title) {
  if (knowledge_.in_set("envoy", title.title)) return other_than_subject(phrase.head);
  const auto known = knowledge_.epithets.find(title.title);
  if (known == knowledge_.epithets.end() || title.kind >= TitleKind::kReferencePeople) return {};
  const std::vector<std::string>& states = known->second.states;
  const auto fits = [&](const std::string& code) {
    return std::find(states.begin(), states.end(), code) != states.end();
  };
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head || entry->parties.size() != 1) continue;
    if (const std::string code = entry->parties[0].actor.country.value_or(""); fits(code)) return {whole_state(code)};
  }
  std::string code = most_named(fits);
  if (code.empty() && states.size() == 1) code = states[0];
  if (code.empty()) return {};
  return {whole_state(code)};
}

// "Peru summoned the ambassador", with no word for whose: that of the other state that the article is on.
std::vector<ActorMention> Resolver::other_than_subject(TokenId t) {
  if (!tree_.is_any(t, {"obj", "nsubj:pass"})) return {};
  const std::vector<ActorMention> subjects = subjects_over(t);
  if (subjects.empty() || !is_state_code(subjects[0].actor.country.value_or(""))) return {};
  const std::string other = most_named([&](const std::string& code) { return code != *subjects[0].actor.country; });
  if (other.empty()) return {};
  return {whole_state(other)};
}

// "The Koreas", "both Sudans": the two states of that name.
std::vector<ActorMention> Resolver::states_of_one_name(const Phrase& phrase) const {
  const TokenId t = phrase.head;
  const NameMatch* match = phrase.head_match;
  if (match != nullptr && (match->entry(Kind::kState) != nullptr || match->entry(Kind::kOrganisation) != nullptr))
    return {};
  const std::string text = tree_.text(t, t);
  const bool whole =
      tree_.child(t, "compound") < 0 && tree_.child(t, "flat") < 0 && !tree_.is_any(t, {"compound", "flat"});
  if (!tree_.has_upos(t, {"PROPN"}) || tree_.folded(t) == text || text.back() != 's' || !whole) return {};
  const std::string word = text.substr(0, text.size() - 1);
  std::vector<ActorMention> found;
  bool known = false;  // "Korea", but no "Island"
  for (const State& state : knowledge_.states) {
    const bool other = std::find(state.other_names.begin(), state.other_names.end(), word) != state.other_names.end();
    if (!state.to.empty() || (!holds_word(state.name, word) && !other)) continue;
    if (found.size() == kPair) return {};
    known = known || other || state.name == word || state.official.ends_with(" of " + word);
    found.push_back(whole_state(state.code));
  }
  if (found.size() != kPair || !known) return {};
  return restate(std::move(found), phrase.first, phrase.last, "description", kEpithet);
}

// "sent the island fuel": a state that can be called so, if no town or isle was told after it.
std::vector<ActorMention> Resolver::refer_state_as_place(const Phrase& phrase, const Title& title) {
  const auto epithet = knowledge_.epithets.find(title.title);
  if (epithet == knowledge_.epithets.end()) return {};
  if (knowledge_.in_set("grammar_place", preposition(tree_, phrase.head))) return {};
  const std::vector<std::string>& states = epithet->second.states;
  TokenId town = -1;
  for (auto place = places_.rbegin(); place != places_.rend() && town < 0; ++place) {
    const std::vector<ActorMention>& told = referents(*place);
    if (*place < phrase.head && !told.empty() && told[0].kind == ActorMention::Kind::kPlace) town = *place;
  }
  for (auto entry = memory_.rbegin(); entry != memory_.rend() && entry->token > town; ++entry) {
    if (entry->token >= phrase.head || entry->parties.size() != 1 || !is_state(entry->parties[0])) continue;
    if (std::find(states.begin(), states.end(), *entry->parties[0].actor.code) != states.end())
      return refer_state(phrase, title);
  }
  return {};
}

// "the city", "the island": the place that was told last.
std::vector<ActorMention> Resolver::refer_place(const Phrase& phrase, const Title& title) {
  if (std::vector<ActorMention> state = refer_state_as_place(phrase, title); !state.empty()) return state;
  std::size_t tried = 0;
  for (auto place = places_.rbegin(); place != places_.rend() && tried < kPlacesBack; ++place, ++tried) {
    if (*place >= phrase.head) continue;
    const std::vector<ActorMention>& told = referents(*place);
    if (told.empty() || !told[0].actor.code.has_value()) continue;
    ActorMention mention = told[0];
    mention.kind = ActorMention::Kind::kPlace;
    mention.actor.type = "place";
    mention.actor.sector = "CVL";
    return restate({std::move(mention)}, phrase.first, phrase.last, "description", kPlaceBefore);
  }
  return {};
}

// "Washington has sent us no rockets", in what somebody says: who says it, in this sentence or shortly before.
std::vector<ActorMention> Resolver::refer_speaker(TokenId t) {
  if (!knowledge_.in_set("grammar_we", tree_.folded(t))) return {};
  const auto& sentences = tree_.parsed().document.sentences;
  const std::int32_t here = tree_.sentence(t);
  for (std::int32_t s = here; s >= 0 && s >= here - kSpeakerBack; --s) {
    const TokenSpan span = sentences[static_cast<std::size_t>(s)].tokens;
    for (TokenId v = std::min(span.end.value, tree_.size()) - 1; v >= span.begin.value; --v) {
      if (!tree_.has_upos(v, {"VERB"}) || !knowledge_.cues.contains(tree_.lemma(v))) continue;
      const TokenId subject = tree_.child(v, "nsubj");
      if (subject < 0 || subject == t || knowledge_.in_set("grammar_we", tree_.folded(subject))) continue;
      std::vector<ActorMention> speaker = referents(subject);
      if (speaker.size() == 1 && is_party(speaker[0])) return restate(std::move(speaker), t, t, "pronoun", kSpeaker);
    }
  }
  return {};
}

// "detained another 400", "wounding six": of those who were told last.
std::vector<ActorMention> Resolver::some_more(TokenId t) const {
  if (!tree_.is(t, "obj") && !tree_.is(t, "nsubj:pass")) return {};
  if (!tree_.has_upos(t, {"NUM"}) && !knowledge_.in_set("grammar_some", tree_.folded(t))) return {};
  if (tree_.has_upos(t, {"PROPN"})) return {};
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is_any(c, {"nmod", "compound"}) || tree_.has_upos(c, {"SYM", "NOUN", "PROPN"})) return {};
  }
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= t) continue;
    if (tree_.sentence(t) - tree_.sentence(entry->token) > 1) break;
    const ActorMention& party = entry->parties[0];
    const bool people = party.kind == ActorMention::Kind::kPeople || party.kind == ActorMention::Kind::kGroup;
    if (!people || entry->subject || !entry->plural || entry->parties.size() > 1) continue;
    return restate({party}, t, t, "description", kOrdered);
  }
  return {};
}

// "the former", "the latter", "the two", "both", with no noun behind.
std::vector<ActorMention> Resolver::refer_bare(TokenId t) {
  if (!tree_.is_any(t, {"nsubj", "obj", "obl", "nmod", "iobj", "root", "conj"})) return {};
  const TokenId det = tree_.child(t, "det");
  const bool definite = det >= 0 && tree_.folded(det) == "the";
  const bool former = definite && knowledge_.in_set("grammar_first_of_two", tree_.folded(t));
  const bool latter = definite && knowledge_.in_set("grammar_second_of_two", tree_.folded(t));
  const bool both = knowledge_.in_set("grammar_both", tree_.folded(t)) && (definite || det < 0);
  if (!former && !latter && !both) return some_more(t);
  if (both && tree_.has_upos(t, {"NUM"}) && !definite) return {};
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is(c, "nmod") && tree_.has_feat(c, "Number=Plur")) return {};  // "the latter of the plans"
  }
  Phrase phrase;
  phrase.head = t;
  phrase.first = phrase.last = t;
  std::vector<ActorMention> pair = sides_before(phrase, Which::kAny, kPair);
  if (pair.empty()) pair = told_last(phrase, Which::kAny, kPair);
  if (pair.size() < 2) return {};
  if (former) pair.pop_back();
  if (latter) pair.erase(pair.begin());
  return restate(std::move(pair), t, t, "description", kOrdered);
}

}  // namespace entente
