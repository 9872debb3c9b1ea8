// Parties told by what they share with others: "his guest", "six powers", "the state".
#include <algorithm>
#include <set>

#include "actors/phrase.h"
#include "agreements/signatories.h"

namespace entente {
namespace {

using Kind = ActorMention::Kind;

constexpr std::size_t kOnlyTwo = 2;
constexpr TokenId kBehindReach = 8;  // words from "its neighbour" on to the state's name

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
  if (auto found = other_of_pair(t); !found.empty()) return found;
  if (auto found = numbered_states(t); !found.empty()) return found;
  return the_state(t);
}

}  // namespace entente
