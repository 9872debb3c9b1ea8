// Parties whom the article tells of as two: "the two trade ministries", ministers of whom one is unknown, those who
// only look on.
#include <algorithm>
#include <set>

#include "actors/phrase.h"
#include "agreements/signatories.h"

namespace entente {
namespace {

using Kind = ActorMention::Kind;

constexpr double kOfThePair = 0.7;      // of a state that only the article as a whole tells
constexpr std::int32_t kMuchNamed = 2;  // the first state at most as many times as often as the second
constexpr std::int32_t kCertain = 3;
constexpr std::int32_t kMaxClimb = 6;
constexpr std::int32_t kTold = 2;  // times at least that the second state is named

// How sure it is whose somebody is: 0 where nothing tells.
std::int32_t certainty_of_home(const ActorMention& mention) {
  if (!has_weak_home(mention)) return kCertain;
  if (!mention.actor.code.has_value()) return 0;
  return mention.guessed ? 1 : 2;
}

}  // namespace

std::string side_of(const ActorMention& mention) {
  static const std::set<std::string> kOthers = {"REB", "UAF", "PRE", "OPP", "PRM"};
  const std::string sector = mention.actor.sector.value_or("");
  return mention.actor.code.value_or("") + (kOthers.contains(sector) ? "/" + sector : "");
}

bool is_private(const ActorMention& mention) {
  static const std::set<std::string> kPrivate = {"LAB", "BUS", "EDU", "MED", "CVL", "JRN", "CRM", "REL"};
  return mention.actor.sector.has_value() && kPrivate.contains(*mention.actor.sector);
}

void PartyReader::rank_states(const std::map<std::string, std::int32_t>& counts) {
  std::vector<std::pair<std::int32_t, std::string>> ranked;
  ranked.reserve(counts.size());
  for (const auto& [country, count] : counts) ranked.emplace_back(-count, country);
  std::sort(ranked.begin(), ranked.end());
  if (!ranked.empty()) main_country_ = ranked[0].second;
  if (ranked.size() < 2 || -ranked[1].first < kTold) return;
  if (ranked.size() > 2 && ranked[2].first == ranked[1].first) return;
  main_codes_ = {ranked[0].second, ranked[1].second};
  of_two_ = -ranked[1].first * kMuchNamed >= -ranked[0].first;
}

// "The rebels broke the truce": with their government.
std::vector<ActorMention> PartyReader::fought_by(const ActorMention& rebels, TokenId noun) const {
  const std::string code = rebels.actor.code.value_or("");
  const auto row = knowledge_.state_of_code.find(code);
  if (row == knowledge_.state_of_code.end() || rebels.actor.sector.value_or("") != "REB") return {};
  return {state_mention(noun, knowledge_.states[static_cast<std::size_t>(row->second)])};
}

std::vector<ActorMention> PartyReader::main_pair(TokenId t) const {
  std::vector<ActorMention> pair;
  for (const std::string& code : main_codes_) {
    const auto row = static_cast<std::size_t>(knowledge_.state_of_code.at(code));
    ActorMention mention = state_mention(t, knowledge_.states[row]);
    mention.confidence = kOfThePair;
    pair.push_back(std::move(mention));
  }
  return pair;
}

// "Peruvian and Chilean soldiers clashed. The two armies": those that this sentence or the one before lists together.
std::vector<ActorMention> PartyReader::listed_near(TokenId t, std::size_t size) const {
  const bool states = knowledge_.in_set("agreement_of_states", tree_.lemma(t));
  for (TokenId w = t - 1; w >= 0 && tree_.sentence(t) - tree_.sentence(w) <= 1; --w) {
    std::vector<ActorMention> named = named_at(w);
    std::set<std::string> sides;
    for (const ActorMention& mention : named) sides.insert(side_of(mention));
    // "Both sides" may be a state and its rebels, where they do something together.
    const bool fits = std::all_of(named.begin(), named.end(), [&](const ActorMention& m) {
      return states ? m.kind == named.front().kind && m.kind != Kind::kOrganisation : m.kind != Kind::kPerson;
    });
    if (named.size() != size || sides.size() != size || !fits || !(states || tree_.is(w, "nsubj"))) continue;
    return told_by(std::move(named), t);
  }
  return {};
}

// "The two trade ministries", "both customs services": of the two states, not of the place they are told of in; "the
// two capitals" are no rebels, "the pair" no charity.
std::vector<ActorMention> PartyReader::pair_of_organs(TokenId t) const {
  const std::size_t size = size_of_group(t);
  const bool pair = knowledge_.in_set("agreement_pair", tree_.lemma(t));
  if (size < 2 || !tree_.has_upos(t, {"NOUN"})) return {};
  if (!pair && !knowledge_.in_set("agreement_side", tree_.lemma(t))) return {};
  const std::vector<ActorMention> known = actors_.referents(t);
  const bool states = knowledge_.in_set("agreement_of_states", tree_.lemma(t));
  const bool lone = known.size() == 1 && known[0].kind == Kind::kGroup &&
                    (known[0].actor.via == "title" || known[0].actor.via == "description");
  const bool odd = known.size() > 1 && std::any_of(known.begin(), known.end(), [&](const ActorMention& m) {
                     const std::string code = m.actor.code.value_or("");
                     const bool state = knowledge_.state_of_code.contains(code);
                     return states ? !state || side_of(m) != code : !state && !m.armed;
                   });
  if (!lone && !odd) return listed_near(t, size);
  std::vector<ActorMention> found = unlisted(t);
  const bool fits = found.size() == size && (!states || std::all_of(found.begin(), found.end(), [&](const auto& m) {
                      return knowledge_.state_of_code.contains(m.actor.code.value_or(""));
                    }));
  if (fits) return found;
  const bool both = odd && size == 2 && knowledge_.in_set("agreement_two_states", tree_.lemma(t));
  return both ? main_pair(t) : std::vector<ActorMention>();
}

// "The government and the URDPC", "Hungary's MVM and X": a group that no table has, joined to another party.
bool PartyReader::is_initials(TokenId t) const {
  const std::string text = tree_.text(t, t);
  const bool joined = tree_.is(t, "conj") || (tree_.child(t, "conj") >= 0 && tree_.child(t, "nmod:poss") >= 0);
  return joined && tree_.has_upos(t, {"PROPN"}) && text.size() > 2 && actors_.mention(t) == nullptr &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "With X presiding", "with X looking on": no party.
bool PartyReader::looks_on(TokenId t) const {
  if (preposition(tree_, t) == "with") return true;
  const TokenId verb = tree_.is(t, "nsubj") ? tree_.head(t) : -1;
  const TokenId mark = verb >= 0 ? tree_.child(verb, "mark") : -1;
  return mark >= 0 && mark < t && tree_.folded(mark) == "with";
}

// "X, recognised by Y, signed": Y stands in a clause of its own.
bool PartyReader::is_aside(TokenId t, TokenId verb) const {
  bool comma = false;  // "after a night of haggling X and Y signed": no clause of its own
  for (TokenId w = t + 1; w < verb && !comma; ++w) comma = tree_.folded(w) == ",";
  if (!comma) return false;
  TokenId up = t;
  for (std::int32_t step = 0; step < kMaxClimb && up >= 0; ++step, up = tree_.head(up)) {
    if (tree_.is(up, "acl") && up < verb) return !tree_.is_below(verb, up);
  }
  return false;
}

// Whether the sentence of the noun, the one before or the one after name the state.
bool PartyReader::told_near(const std::string& code, TokenId noun) const {
  const std::int32_t here = tree_.sentence(noun);
  const auto& sentences = tree_.parsed().document.sentences;
  const std::int32_t last = std::min(here + 1, static_cast<std::int32_t>(sentences.size()) - 1);
  for (std::int32_t s = std::max(0, here - 1); s <= last; ++s) {
    const TokenSpan span = sentences[static_cast<std::size_t>(s)].tokens;
    for (TokenId t = span.begin.value; t < std::min(span.end.value, tree_.size()); ++t) {
      const ActorMention* mention = actors_.mention(t);
      if (mention != nullptr && !mention->guessed && mention->actor.country.value_or("") == code) return true;
    }
  }
  return false;
}

// "Colonel X, Dakar's emissary": Dakar's, whatever place the colonel is told of in.
void PartyReader::take_sender(TokenId t, ActorMention& person) const {
  if (person.actor.via != "title" && !person.guessed) return;
  for (const TokenId c : tree_.children(t)) {
    const TokenId owner = tree_.is(c, "appos") ? tree_.child(c, "nmod:poss") : -1;
    if (owner < 0) continue;
    for (const ActorMention& sender : actors_.parties(owner)) {
      if ((sender.kind != Kind::kState && sender.kind != Kind::kCapital) || !sender.actor.code.has_value()) continue;
      person.actor.code = sender.actor.code;
      person.actor.country = sender.actor.country;
      person.guessed = false;
      return;
    }
  }
}

std::vector<ActorMention> PartyReader::with_home_near(const ActorMention& partner, TokenId noun) const {
  return told_near(main_country_, noun) ? with_home(partner, noun) : std::vector<ActorMention>();
}

std::vector<ActorMention> PartyReader::main_pair_around(const std::vector<ActorMention>& known, TokenId noun) const {
  const bool others = std::any_of(known.begin(), known.end(), [&](const ActorMention& m) {
    const std::string code = m.actor.code.value_or("");
    return code != side_of(m) || std::find(main_codes_.begin(), main_codes_.end(), code) == main_codes_.end();
  });
  return of_two_ && !others ? main_pair_near(noun) : std::vector<ActorMention>();
}

std::vector<ActorMention> PartyReader::main_pair_near(TokenId noun) const {
  const bool near = std::all_of(main_codes_.begin(), main_codes_.end(),
                                [&](const std::string& code) { return told_near(code, noun); });
  return near ? main_pair(noun) : std::vector<ActorMention>();
}

// "The treaty with X, which the ministers A and B signed", of whom nothing tells whose B is: B of X.
void PartyReader::take_partner(std::vector<ActorMention>& parties) {
  const auto of_nobody = [&](const ActorMention& m) {
    return m.kind == Kind::kState && std::none_of(parties.begin(), parties.end(), [&](const ActorMention& other) {
             return other.kind == Kind::kPerson && other.actor.code == m.actor.code && !other.guessed;
           });
  };
  const auto unknown = std::find_if(parties.begin(), parties.end(), has_weak_home);
  const auto partner = std::find_if(parties.begin(), parties.end(), of_nobody);
  const bool signer = std::any_of(parties.begin(), parties.end(),
                                  [](const ActorMention& m) { return m.kind == Kind::kPerson && !has_weak_home(m); });
  if (unknown == parties.end() || partner == parties.end() || !signer) return;
  unknown->actor.code = unknown->actor.country = partner->actor.code;
  unknown->guessed = false;
  parties.erase(partner);
}

// "X, then head of state, and the rebels' Y agreed in Arusha": X of the rebels' state, wherever they met.
void PartyReader::take_home_of_rebels(std::vector<ActorMention>& parties) {
  if (parties.size() != 2) return;
  const auto rebel = [](const ActorMention& m) { return m.actor.code.has_value() && side_of(m) != *m.actor.code; };
  const bool second = rebel(parties[1]);
  ActorMention& other = parties[second ? 0 : 1];
  const ActorMention& known = parties[second ? 1 : 0];
  if (!rebel(known) || rebel(other) || !has_weak_home(other)) return;
  other.actor.code = other.actor.country = known.actor.code;
  other.guessed = false;
}

// "X and General Y signed in Cairo", in an article on Lebanon: Y of the state that it is about, wherever they met.
void PartyReader::take_home_of_article(std::vector<ActorMention>& parties) const {
  if (main_country_.empty() || parties.size() != 2) return;
  const auto of_article = [&](const ActorMention& m) {
    const std::string code = m.actor.code.value_or("");
    return code == main_country_ || std::find(main_codes_.begin(), main_codes_.end(), code) != main_codes_.end();
  };
  if (std::any_of(parties.begin(), parties.end(), of_article)) return;
  for (ActorMention& mention : parties) {
    if (mention.actor.code.has_value() && has_weak_home(mention))
      mention.actor.code = mention.actor.country = main_country_;
  }
}

// Of two persons who sign together the one of whom the text does not tell whose he is: of the other state of its two.
void PartyReader::settle_persons(std::vector<ActorMention>& parties, TokenId noun) const {
  take_partner(parties);
  take_home_of_rebels(parties);
  take_home_of_article(parties);
  if (parties.size() != 2 || main_codes_.size() != 2) return;
  if (!of_two_ && (!told_near(main_codes_[0], noun) || !told_near(main_codes_[1], noun))) return;
  const std::int32_t first = certainty_of_home(parties[0]);
  const std::int32_t second = certainty_of_home(parties[1]);
  if (std::min(first, second) == kCertain || (first == second && !of_two_)) return;
  const std::size_t open = first < second ? 0 : 1;
  ActorMention& unknown = parties[open];
  const ActorMention& other = parties[1 - open];
  const std::string known = other.actor.code.value_or("");
  if (known != main_codes_[0] && known != main_codes_[1]) return;
  unknown.actor.code = unknown.actor.country = known == main_codes_[0] ? main_codes_[1] : main_codes_[0];
  unknown.confidence *= kOfThePair;
}

}  // namespace entente
