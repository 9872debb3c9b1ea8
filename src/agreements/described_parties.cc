// Parties told by what they share with others: "the two Koreas", "his guest", "the Tigers", "six powers", "the state".
#include <algorithm>
#include <set>

#include "actors/phrase.h"
#include "agreements/signatories.h"

namespace entente {
namespace {

using Kind = ActorMention::Kind;

constexpr std::size_t kOnlyTwo = 2;
constexpr TokenId kBehindReach = 8;  // words from "its neighbour" on to the state's name
constexpr TokenId kNameReach = 800;  // words from "the Tigers" back to their full name

bool capital(const std::string& text) { return !text.empty() && text.front() >= 'A' && text.front() <= 'Z'; }

bool has_word(const std::string& name, const std::string& word) {
  const std::size_t at = name.find(word);
  if (at == std::string::npos) return false;
  const std::size_t end = at + word.size();
  return (at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ');
}

bool codes_differ(const std::vector<ActorMention>& persons) {
  return std::any_of(persons.begin(), persons.end(), [&](const ActorMention& m) {
    return m.actor.code.has_value() && !m.guessed && m.actor.code != persons.front().actor.code;
  });
}

}  // namespace

ActorMention PartyReader::state_mention(TokenId t, const State& state) const {
  ActorMention mention = plain(t, t, state.code);
  mention.kind = Kind::kState;
  mention.actor.name = state.name;
  mention.actor.sector = state.sector;
  mention.actor.type = "state";
  return mention;
}

// "The Koreas", "both Sudans": the two states of that name.
std::vector<ActorMention> PartyReader::namesakes(TokenId t) const {
  const std::string text = tree_.text(t, t);
  const bool whole =
      tree_.child(t, "compound") < 0 && tree_.child(t, "flat") < 0 && !tree_.is_any(t, {"compound", "flat"});
  if (!tree_.has_upos(t, {"PROPN"}) || !capital(text) || text.back() != 's' || !whole) return {};
  const std::string word = text.substr(0, text.size() - 1);
  std::vector<ActorMention> found;
  bool known = false;  // "Korea", but no "Island"
  for (const State& state : knowledge_.states) {
    const bool other = std::any_of(state.other_names.begin(), state.other_names.end(),
                                   [&](const std::string& name) { return name == word; });
    if (!state.to.empty() || (!has_word(state.name, word) && !other)) continue;
    if (found.size() == kOnlyTwo) return {};
    const bool called = state.official.ends_with(" of " + word);  // "Republic of Korea", but no "Island"
    known = known || other || called || state.name == word;
    found.push_back(state_mention(t, state));
  }
  return found.size() == kOnlyTwo && known ? found : std::vector<ActorMention>();
}

// "Between Chile and its neighbour, Bolivian goods", in an article on Bolivia and Peru: the first of them told behind
// it, else the one that the article is about.
std::vector<ActorMention> PartyReader::home_told(TokenId t, const std::string& owner) const {
  const bool third = knowledge_.state_of_code.contains(owner) && owner != main_country_;
  if (!third || main_country_.empty()) return {};
  std::string home = main_country_;
  bool told = false;
  for (TokenId w = t + 1; !told && w < std::min(t + kBehindReach, tree_.size()); ++w) {
    if (tree_.sentence(w) != tree_.sentence(t)) break;
    for (const ActorMention& mention : actors_.parties(w)) {
      const std::string code = mention.actor.country.value_or("");
      told = told || std::find(main_codes_.begin(), main_codes_.end(), code) != main_codes_.end();
      if (told) home = code;
      if (told) break;
    }
  }
  const auto row = knowledge_.state_of_code.find(home);
  if (row == knowledge_.state_of_code.end()) return {};
  return {state_mention(t, knowledge_.states[static_cast<std::size_t>(row->second)])};
}

// "X and his guest", "the host and the visitor": of the two states of the article, the one that X is not of.
std::vector<ActorMention> PartyReader::other_of_pair(TokenId t) const {
  if (!knowledge_.in_set("agreement_counterpart", tree_.lemma(t)) || !tree_.has_upos(t, {"NOUN"})) return {};
  const TokenId owner = tree_.child(t, "nmod:poss");
  const TokenId first = tree_.is(t, "conj") ? tree_.head(t) : owner;
  if (first < 0 || (owner >= 0 && !tree_.has_upos(owner, {"PRON"}))) return {};
  const std::vector<ActorMention> pair = main_pair(t);
  for (const ActorMention& mention : actors_.referents(first)) {
    const std::string code = mention.actor.code.value_or("");
    for (std::size_t i = 0; i < pair.size(); ++i) {
      if (pair[i].actor.code.value_or("") == code) return {pair[1 - i]};
    }
    if (std::vector<ActorMention> other = home_told(t, code); !other.empty()) return other;
  }
  return {};
}

// "The Tigers", "the Union": an organisation that the text has named in full before.
std::vector<ActorMention> PartyReader::named_in_full(TokenId t) const {
  const std::string word = tree_.text(t, t);
  const bool bare = tree_.child(t, "amod") < 0 && tree_.child(t, "compound") < 0 && tree_.child(t, "flat") < 0 &&
                    tree_.child(t, "nmod") < 0 && tree_.child(t, "det") >= 0;
  if (!bare || !tree_.has_upos(t, {"PROPN"}) || !capital(word)) return {};
  for (TokenId w = t - 1; w >= std::max(0, t - kNameReach); --w) {
    if (tree_.folded(w) != tree_.folded(t)) continue;
    for (const ActorMention& mention : actors_.referents(w)) {
      const bool named = mention.actor.via == "name" && mention.actor.code.has_value() &&
                         (mention.kind == Kind::kOrganisation || mention.kind == Kind::kGroup);
      if (!named || mention.actor.text.size() <= word.size()) continue;
      ActorMention found = mention;
      found.actor.span = tree_.span(t, t);
      found.actor.text = word;
      return {found};
    }
  }
  return {};
}

// "Kim", after "Kim Jong Un": whose he is, whatever other Kim is known.
void PartyReader::take_full_name(TokenId t, ActorMention& person) const {
  if (person.kind != Kind::kPerson || person.actor.via == "title" || person.actor.text.find(' ') != std::string::npos)
    return;
  const std::string& word = tree_.folded(t);
  for (TokenId w = 0; w < std::min(t, kNameReach); ++w) {
    if (tree_.folded(w) != word) continue;
    const ActorMention* full = actors_.mention(w);
    const bool longer = full != nullptr && full->kind == Kind::kPerson && full->actor.code.has_value() &&
                        !full->guessed && full->actor.text.find(' ') != std::string::npos;
    if (!longer) continue;
    person.actor.code = full->actor.code;
    person.actor.country = full->actor.country;
    person.actor.name = full->actor.name;
    person.guessed = false;
    return;
  }
}

// "A and B, the premiers of the two Koreas": of one each, in their order.
void PartyReader::take_homes(const std::vector<TokenId>& heads, std::vector<ActorMention>& persons) const {
  const bool all = std::all_of(persons.begin(), persons.end(), [](const ActorMention& m) {
    return m.kind == Kind::kPerson && (!m.actor.code.has_value() || m.guessed || m.actor.via == "name");
  });
  if (persons.size() < kOnlyTwo || !all || codes_differ(persons)) return;
  for (const TokenId head : heads) {
    for (const TokenId title : tree_.children(head)) {
      if (!tree_.is(title, "appos") || !tree_.has_feat(title, "Number=Plur")) continue;
      for (const TokenId c : tree_.children(title)) {
        if (!tree_.is(c, "nmod") || preposition(tree_, c) != "of") continue;
        const std::vector<ActorMention> homes = read(c);
        if (homes.size() != persons.size()) continue;
        for (std::size_t i = 0; i < homes.size(); ++i) {
          persons[i].actor.code = homes[i].actor.code;
          persons[i].actor.country = homes[i].actor.country;
          persons[i].guessed = false;
        }
        return;
      }
    }
  }
}

// "Ministers of X, Y and Z", with Y hung from the ministers.
std::vector<ActorMention> PartyReader::listed_apart(TokenId t) const {
  std::vector<ActorMention> found;
  for (const TokenId c : tree_.children(t)) {
    const std::string by = tree_.is(c, "nmod") ? preposition(tree_, c) : "";
    if (by != "of" && by != "from") continue;
    for (const TokenId d : tree_.children(t)) {
      const ActorMention* listed = tree_.is(d, "appos") && d > c ? actors_.mention(d) : nullptr;
      const bool inside = listed != nullptr && listed->kind == Kind::kState && tree_.child(c, "conj") > d;
      if (inside) add_new(found, {*listed});
    }
  }
  return found;
}

// "Iran and six powers": states, whose names the text does not tell; no fewer that it has named before.
std::vector<ActorMention> PartyReader::numbered_states(TokenId t) const {
  const std::size_t size = size_of_group(t);
  if (size <= kOnlyTwo || !tree_.has_upos(t, {"NOUN"}) || !knowledge_.in_set("agreement_of_states", tree_.lemma(t)))
    return {};
  if (actors_.referents(t).size() >= size) return {};
  if (std::vector<ActorMention> listed = unlisted(t); listed.size() == size) return listed;
  TokenId first = t;
  for (const TokenId c : tree_.children(t)) {
    if (c < first && tree_.is_any(c, {"amod", "compound", "nummod"})) first = c;
  }
  ActorMention mention = plain(first, t, "");
  mention.kind = Kind::kOrganisation;
  return {mention};
}

// "The state and the rebels": the one that the article is about.
std::vector<ActorMention> PartyReader::the_state(TokenId t) const {
  const TokenId article = tree_.child(t, "det");
  const bool definite = article >= 0 && tree_.folded(article) == "the" && tree_.child(t, "nmod") < 0;
  const bool joined = tree_.is(t, "conj") || tree_.child(t, "conj") >= 0;
  if (tree_.lemma(t) != "state" || !definite || !joined || tree_.has_feat(t, "Number=Plur") || main_country_.empty())
    return {};
  const auto row = knowledge_.state_of_code.find(main_country_);
  if (row == knowledge_.state_of_code.end()) return {};
  return {state_mention(t, knowledge_.states[static_cast<std::size_t>(row->second)])};
}

// "Iran's nuclear chief", "the head of the agency": whose he is.
std::vector<ActorMention> PartyReader::owner_of_post(TokenId t) const {
  if (!tree_.has_upos(t, {"NOUN"}) || tree_.has_feat(t, "Number=Plur")) return {};
  if (!knowledge_.in_set("agreement_side", tree_.lemma(t))) return {};
  for (const TokenId c : tree_.children(t)) {
    const std::string by = tree_.is(c, "nmod") ? preposition(tree_, c) : "";
    if (!tree_.is(c, "nmod:poss") && by != "of") continue;
    for (ActorMention owner : actors_.parties(c)) {
      const bool state = owner.kind == Kind::kState || owner.kind == Kind::kCapital;
      if ((!state && owner.kind != Kind::kOrganisation) || !owner.actor.code.has_value()) continue;
      owner.actor.span = tree_.span(t, t);
      owner.actor.text = tree_.text(t, t);
      owner.actor.via = "description";
      return {owner};
    }
  }
  return {};
}

// "With X as mediator, Y and Z signed", with X taken for a subject.
bool PartyReader::stands_as_mediator(TokenId t) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is(c, "nmod") && preposition(tree_, c) == "as" &&
           knowledge_.in_set("agreement_mediator", tree_.lemma(c));
  });
}

std::vector<ActorMention> PartyReader::described(TokenId t) const {
  if (auto found = namesakes(t); !found.empty()) return found;
  if (auto found = other_of_pair(t); !found.empty()) return found;
  if (auto found = named_in_full(t); !found.empty()) return found;
  if (auto found = numbered_states(t); !found.empty()) return found;
  return the_state(t);
}

}  // namespace entente
