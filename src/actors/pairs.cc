// "The two leaders", "both sides", "the three ministers", "they signed": those that the article told as parties to one
// act, or one after the other.
#include <algorithm>
#include <set>

#include "actors/resolver.h"

namespace entente {
namespace {

constexpr double kPair = 0.75;  // how sure it is that they are meant
constexpr std::size_t kTwo = 2;
// Parties told before that are looked at: more than an article of some pages has.
constexpr std::size_t kMostBack = 300;
constexpr std::int32_t kMostOfThem = 10;

// Of one state, and yet two sides: its government and who fights or opposes it.
bool opposes(const Knowledge& knowledge, const ActorMention& m) {
  return knowledge.in_set("grammar_opposing", fold_case(m.actor.sector.value_or("")));
}

}  // namespace

bool Resolver::one_side(const ActorMention& a, const ActorMention& b) const {
  return a.actor.code == b.actor.code && opposes(knowledge_, a) == opposes(knowledge_, b);
}

std::set<std::string> Resolver::sides_of(const std::vector<ActorMention>& parties) const {
  std::set<std::string> codes;
  for (const ActorMention& m : parties) codes.insert(m.actor.code.value_or("") + (opposes(knowledge_, m) ? "!" : ""));
  return codes;
}

// Whether one of them is no state: groups, rebels, the two sides of one state.
bool Resolver::has_group(const std::vector<ActorMention>& parties) const {
  if (parties.size() == kTwo && parties[0].actor.code == parties[1].actor.code) return true;
  return std::any_of(parties.begin(), parties.end(), [&](const ActorMention& m) {
    return !is_state_code(m.actor.code.value_or("")) ||
           knowledge_.in_set("grammar_rebelling", fold_case(m.actor.sector.value_or("")));
  });
}

// "the two presidents": of persons, those with the office; "leaders": those with any that is held by one at a time.
bool Resolver::fits_pair(const ActorMention& mention, Which which, const std::string& role) const {
  if (!mention.actor.code.has_value()) return false;
  if (which == Which::kGovernments) return is_state_code(*mention.actor.code) && !opposes(knowledge_, mention);
  if (which != Which::kPeople) return true;
  if (mention.kind != ActorMention::Kind::kPerson) return false;
  const std::string own = mention.actor.role.value_or("");
  if (role != "leader") return own.ends_with(role);
  return own == role || std::any_of(knowledge_.titles.begin(), knowledge_.titles.end(), [&](const Title& title) {
           return title.kind == TitleKind::kOffice && title.role == own && own != "Foreign Minister";
         });
}

// How many the phrase says that they are; two where it does not.
std::size_t Resolver::how_many(const Phrase& phrase) const {
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    const WordValue* word = knowledge_.word(tree_.folded(t));
    if (word != nullptr && word->kind == "number" && word->value > 1 && word->value <= kMostOfThem)
      return static_cast<std::size_t>(word->value);
  }
  return kTwo;
}

std::string Resolver::role_of_pair(const Phrase& phrase) const {
  std::string role;
  // Of "the three prime ministers" what stands behind the number.
  TokenId first = phrase.head;
  while (phrase.head_match != nullptr && first > phrase.head_match->first &&
         !knowledge_.in_set("grammar_pair", tree_.folded(first - 1)) && !tree_.has_upos(first - 1, {"NUM", "DET"}))
    --first;
  auto titles = knowledge_.names.find(name_key(tree_.text(first, phrase.head)));
  if (titles == knowledge_.names.end()) titles = knowledge_.names.find(name_key(tree_.token(phrase.head).form));
  if (titles == knowledge_.names.end()) return role;
  for (const NameEntry& entry : titles->second) {
    if (entry.kind != Kind::kTitlePlural) continue;
    const Title& title = row_of(knowledge_.titles, entry);
    if (title.kind == TitleKind::kOffice || title.kind == TitleKind::kPost) role = title.role;  // not of "men"
  }
  return role;
}

// Of whom "the two" cannot be said: who is told with the words themselves, who does to them what the clause tells, and
// who stands beside.
bool Resolver::stands_outside(const Remembered& entry, const Phrase& phrase) const {
  if (knowledge_.in_set("grammar_first_of_two", tree_.folded(entry.token)) ||
      knowledge_.in_set("grammar_second_of_two", tree_.folded(entry.token)))
    return true;
  if (stands_as_third(tree_, knowledge_, entry.token)) return true;
  // "The way out was found in Lima": the town.
  if (entry.parties.size() == 1 && entry.parties[0].kind == ActorMention::Kind::kCapital &&
      knowledge_.in_set("grammar_place", preposition(tree_, entry.token)))
    return true;
  // "X offered to mediate between the two": X is not one of them.
  TokenId subject = entry.token;
  while (tree_.is_any(subject, {"conj", "appos", "nmod:poss"})) subject = tree_.head(subject);
  const bool above = tree_.is(subject, "nsubj") && tree_.is_below(phrase.head, tree_.head(subject));
  return above && !tree_.is(phrase.head, "nsubj");
}

// Groups of so many sides, the last one first: told as a list, or as subject and object of one act.
std::vector<Resolver::Told> Resolver::told_together(const Phrase& phrase, Which which, std::size_t many) const {
  const std::string role = which == Which::kPeople ? role_of_pair(phrase) : "";
  std::vector<Told> found;
  const auto add = [&](std::vector<ActorMention>& sides, const ActorMention& mention) {
    const auto same = [&](const ActorMention& m) { return one_side(m, mention); };
    if (fits_pair(mention, which, role) && std::none_of(sides.begin(), sides.end(), same)) sides.push_back(mention);
  };
  const bool people = which == Which::kPeople;
  std::vector<ActorMention> singles;
  TokenId other = -1;  // the party that was kept last
  std::size_t back = 0;
  for (auto entry = memory_.rbegin(); entry != memory_.rend() && back < kMostBack; ++entry) {
    if (entry->token >= phrase.first) continue;
    ++back;
    if (stands_outside(*entry, phrase)) continue;
    if (entry->parties.size() > 1) {
      std::vector<ActorMention> sides;
      for (const ActorMention& party : entry->parties) add(sides, party);
      if (sides.size() == many) found.push_back({std::move(sides), entry->token, true});
      singles.clear();
      continue;
    }
    const ActorMention& party = entry->parties[0];
    const bool one_act = other >= 0 && entry->subject && tree_.head(entry->token) == tree_.head(other);
    const bool person = party.kind == ActorMention::Kind::kPerson;
    if (which != Which::kAny && people != person) continue;
    if (!one_act) singles.clear();
    add(singles, party);
    if (singles.size() == many) {
      found.push_back({{singles.rbegin(), singles.rend()}, entry->token, false});
      singles.clear();
    }
    other = entry->token;
  }
  return found;
}

// The last ones, wherever they were told.
std::vector<ActorMention> Resolver::told_last(const Phrase& phrase, Which which, std::size_t many) const {
  const std::string role = which == Which::kPeople ? role_of_pair(phrase) : "";
  std::vector<ActorMention> found;
  std::size_t back = 0;
  for (auto entry = memory_.rbegin(); entry != memory_.rend() && back < kMostBack; ++entry) {
    if (entry->token >= phrase.first) continue;
    ++back;
    if (stands_outside(*entry, phrase)) continue;
    for (auto party = entry->parties.rbegin(); party != entry->parties.rend() && found.size() < many; ++party) {
      const auto same = [&](const ActorMention& m) { return one_side(m, *party); };
      if (fits_pair(*party, which, role) && std::none_of(found.begin(), found.end(), same)) found.push_back(*party);
    }
    if (found.size() == many) return {found.rbegin(), found.rend()};
  }
  return {};
}

// Those of this sentence, or who did something together in the one before; otherwise of states those that the article
// most often tells together.
std::vector<ActorMention> Resolver::sides_before(const Phrase& phrase, Which which, std::size_t many) const {
  std::vector<Told> all = told_together(phrase, which, many);
  // "The pair settled": who were told with one "and".
  if (which == Which::kAny && knowledge_.in_set("grammar_duo", tree_.folded(phrase.head))) {
    const auto apart = [](const Told& told) { return !told.list; };
    all.erase(std::remove_if(all.begin(), all.end(), apart), all.end());
  }
  if (all.empty()) return {};
  const std::int32_t back = tree_.sentence(phrase.head) - tree_.sentence(all[0].token);
  const bool here = back == 0 || (back == 1 && all[0].list && tree_.is(all[0].token, "nsubj"));
  const bool near = which == Which::kAny && back <= 1;
  if (which == Which::kPeople || near || here) return all[0].parties;
  // The last of those that are told together most often.
  std::map<std::set<std::string>, std::pair<std::size_t, const Told*>> times;
  const Told* best = &all[0];
  std::size_t most = 0;
  for (const Told& told : all) {
    auto& [count, last] = times[sides_of(told.parties)];
    if (++count == 1) last = &told;
  }
  for (const auto& [sides, often] : times) {
    const auto& [count, last] = often;
    if (count < most || (count == most && last > best)) continue;
    most = count;
    best = last;
  }
  const std::vector<std::string>& pair = senses_.main_pair();
  if (many != kTwo || pair.size() != kTwo || has_group(best->parties)) return best->parties;
  const bool of_article = std::all_of(best->parties.begin(), best->parties.end(), [&](const ActorMention& m) {
    return m.actor.code == pair[0] || m.actor.code == pair[1];
  });
  if (of_article) return best->parties;
  return {whole_state(pair[0]), whole_state(pair[1])};
}

std::vector<ActorMention> Resolver::refer_pair(const Phrase& phrase, bool people, const std::string& sector) {
  const std::size_t many = how_many(phrase);
  // "Both parliaments", "the two armies" are of states; "both camps" may be a government and its rebels.
  const bool sides = knowledge_.in_set("grammar_sides", tree_.lemma(phrase.head));
  const Which which = people ? Which::kPeople : sides ? Which::kStates : Which::kGovernments;
  std::vector<ActorMention> found = sides_before(phrase, which, many);
  if (found.empty()) found = told_last(phrase, which, many);
  // Leaders that were told by their states alone.
  if (found.empty() && people) found = sides_before(phrase, Which::kAny, many);
  if (found.empty() && many > kTwo) found = sides_before(phrase, which, kTwo);
  if (found.size() < kTwo) return {};
  for (ActorMention& mention : found) {
    const auto state = people ? knowledge_.state_of_code.end() : knowledge_.state_of_code.find(*mention.actor.code);
    if (state == knowledge_.state_of_code.end() || opposes(knowledge_, mention)) continue;
    mention.kind = ActorMention::Kind::kState;
    mention.actor.name = knowledge_.states[static_cast<std::size_t>(state->second)].name;
    mention.actor.type = "state";
    mention.actor.sector = sector.empty() ? "GOV" : sector;
    mention.actor.role.reset();
  }
  return restate(std::move(found), phrase.first, phrase.last, "description", kPair);
}

// "They signed it in 1942", "an accord on which they agreed": the parties of an act that takes two.
std::vector<ActorMention> Resolver::refer_signers(TokenId t) const {
  if (!knowledge_.in_set("grammar_they", tree_.folded(t)) || !tree_.is(t, "nsubj") || tree_.head(t) < 0) return {};
  if (!knowledge_.in_set("acts_between_two", tree_.lemma(tree_.head(t)))) return {};
  Phrase phrase;
  phrase.head = phrase.first = phrase.last = t;
  // Several that were told as one are meant by the pronoun alone.
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (tree_.sentence(t) - tree_.sentence(entry->token) > 1) break;
    if (entry->parties.size() > 1) return {};
  }
  return restate(sides_before(phrase, Which::kStates, kTwo), t, t, "pronoun", kPair);
}

}  // namespace entente
