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

}  // namespace

ActorMention PartyReader::state_mention(TokenId t, const State& state) const {
  ActorMention mention = plain(t, t, state.code);
  mention.kind = Kind::kState;
  mention.actor.name = state.name;
  mention.actor.sector = state.sector;
  mention.actor.type = "state";
  return mention;
}

std::vector<ActorMention> PartyReader::with_home(const ActorMention& partner, TokenId noun) const {
  const auto row = knowledge_.state_of_code.find(main_country_);
  if (main_country_.empty() || row == knowledge_.state_of_code.end()) return {};
  if (partner.actor.code.value_or(main_country_) == main_country_) return {};
  return {state_mention(noun, knowledge_.states[static_cast<std::size_t>(row->second)]), partner};
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

// "Turkish", of "his Turkish guest"; null for none.
const ActorMention* PartyReader::nationality_of(TokenId t) const {
  for (const TokenId c : tree_.children(t)) {
    const ActorMention* mention = tree_.is_any(c, {"amod", "compound"}) ? actors_.mention(c) : nullptr;
    if (mention != nullptr && mention->kind == Kind::kState && mention->actor.code.has_value()) return mention;
  }
  return nullptr;
}

// "The Netherlands and the Republic", with the republic taken for the Netherlands: nobody signs with himself.
bool PartyReader::told_twice(TokenId t) const {
  const TokenId first = tree_.is(t, "conj") ? tree_.head(t) : -1;
  if (first < 0 || tree_.has_feat(t, "Number=Plur")) return false;
  const std::vector<ActorMention> one = actors_.referents(first);
  const std::vector<ActorMention> other = actors_.referents(t);
  if (one.size() != 1 || other.size() != 1 || other[0].actor.via != "description") return false;
  const auto state = [](const ActorMention& m) { return m.kind == Kind::kState || m.kind == Kind::kCapital; };
  return state(one[0]) && state(other[0]) && one[0].actor.code.has_value() && one[0].actor.code == other[0].actor.code;
}

// "X and his guest", "the host and the visitor": of the two states of the article, the one that X is not of.
std::vector<ActorMention> PartyReader::other_of_pair(TokenId t) const {
  const bool counterpart = knowledge_.in_set("agreement_counterpart", tree_.lemma(t)) && tree_.has_upos(t, {"NOUN"});
  if (!counterpart && !told_twice(t)) return {};
  if (nationality_of(t) != nullptr) return {};  // "his Turkish guest"
  const TokenId name = tree_.child(t, "appos");
  if (name > t && actors_.mention(name) != nullptr && actors_.mention(name)->kind == Kind::kPerson &&
      actors_.mention(name)->actor.code.has_value())
    return {};  // "his host, X"
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
  TokenId last = t;  // "seven governments of the eastern islands"
  for (const TokenId c : tree_.children(t)) {
    if (c > t && tree_.is(c, "nmod") && preposition(tree_, c) == "of") last = std::max(last, tree_.subtree(c).back());
  }
  ActorMention mention = plain(first, last, "");
  mention.kind = Kind::kOrganisation;
  // "Four ministers": of states that are told of elsewhere.
  if (!knowledge_.in_set("agreement_two_states", tree_.lemma(t))) mention.actor.sector = "GOV";
  return {mention};
}

// "The six heads of state of the bloc", "leaders of the Union": the body, where it has no arms.
std::vector<ActorMention> PartyReader::body_of_leaders(TokenId t) const {
  if (!tree_.has_upos(t, {"NOUN"}) || !knowledge_.in_set("agreement_side", tree_.lemma(t))) return {};
  std::vector<ActorMention> found;
  const auto words = tree_.subtree(
      t, [&](TokenId c) { return !tree_.is(c, "nmod") || tree_.is(c, "nmod:poss") || preposition(tree_, c) != "of"; });
  for (const TokenId w : words) {
    const ActorMention* mention = w > t && tree_.is(w, "nmod") ? actors_.mention(w) : nullptr;
    if (mention == nullptr || tree_.child(w, "conj") >= 0) continue;
    const bool body = mention->kind == Kind::kOrganisation && !mention->armed && mention->actor.via == "name" &&
                      !knowledge_.state_of_code.contains(mention->actor.code.value_or(""));
    if (!body || !mention->actor.code.has_value()) continue;
    found.push_back(*mention);
    found.back().actor.via = "description";
    found.back().actor.type = "group";  // its members, all of them
  }
  return found.size() == 1 ? found : std::vector<ActorMention>();
}

// "Delegations of X and Y": those who sent them.
std::vector<ActorMention> PartyReader::senders(TokenId t) const {
  if (!tree_.has_feat(t, "Number=Plur")) return {};
  if (std::vector<ActorMention> body = body_of_leaders(t); !body.empty()) return body;
  const bool told = actors_.referents(t).size() > 1;
  for (const TokenId c : tree_.children(t)) {
    const std::string by = preposition(tree_, c);
    if (!tree_.is(c, "nmod") || tree_.is(c, "nmod:poss") || (by != "of" && by != "from" && by != "for")) continue;
    // "The ministers of both countries", "the three premiers, of X, Y and Z": more than who were named before.
    const bool both = tree_.has_feat(c, "Number=Plur") && size_of_group(c) > 1 &&
                      knowledge_.in_set("agreement_two_states", tree_.lemma(c));
    const bool listed = size_of_group(t) > 1 && tree_.child(c, "conj") >= 0;
    if (told && !both && !listed) continue;
    std::vector<ActorMention> found = read(c);
    // "The ministers of A and B, X and Y", with Y joined to B.
    const auto person = [](const ActorMention& m) { return m.kind == Kind::kPerson; };
    if (!std::all_of(found.begin(), found.end(), person))
      found.erase(std::remove_if(found.begin(), found.end(), person), found.end());
    add_new(found, listed_apart(t));
    if (found.size() > 1 || (found.size() == 1 && tree_.child(t, "conj") >= 0)) return found;
  }
  return {};
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
  // "The League's committee": the League; but "Peru's commission" is no government.
  const bool body = knowledge_.in_set("agreement_body", tree_.lemma(t));
  if (!body && !knowledge_.in_set("agreement_side", tree_.lemma(t))) return {};
  for (const TokenId c : tree_.children(t)) {
    const std::string by = tree_.is(c, "nmod") ? preposition(tree_, c) : "";
    if (!tree_.is(c, "nmod:poss") && by != "of") continue;
    for (ActorMention owner : actors_.parties(c)) {
      const bool state = owner.kind == Kind::kState || owner.kind == Kind::kCapital;
      if (((!state || body) && owner.kind != Kind::kOrganisation) || !owner.actor.code.has_value()) continue;
      if (body && knowledge_.state_of_code.contains(*owner.actor.code)) continue;  // "a committee of the Storting"
      owner.actor.span = tree_.span(t, t);
      owner.actor.text = tree_.text(t, t);
      owner.actor.via = "description";
      return {owner};
    }
  }
  return {};
}

// "The same ministers signed it": those listed last, where nothing else tells of them.
std::vector<ActorMention> PartyReader::the_same(TokenId t) const {
  if (!tree_.has_feat(t, "Number=Plur") || !knowledge_.in_set("agreement_side", tree_.lemma(t))) return {};
  const auto& below = tree_.children(t);
  const bool same = std::any_of(below.begin(), below.end(),
                                [&](TokenId c) { return tree_.is(c, "amod") && tree_.folded(c) == "same"; });
  const std::vector<ActorMention> known = actors_.referents(t);
  const bool told =
      std::count_if(known.begin(), known.end(), [](const auto& m) { return m.actor.code.has_value(); }) > 1;
  return same && !told ? last_list(t) : std::vector<ActorMention>();
}

// "The neighbours agreed", "guests and hosts agreed": the two that were named together before, else the article's two.
std::vector<ActorMention> PartyReader::the_rivals(TokenId t) const {
  const std::string& lemma = tree_.lemma(t);
  if (!tree_.has_upos(t, {"NOUN"}) || !tree_.has_feat(t, "Number=Plur") || size_of_group(t) > 0) return {};
  const auto counterpart = [&](TokenId w) { return knowledge_.in_set("agreement_counterpart", tree_.lemma(w)); };
  if (!counterpart(t) && !knowledge_.in_set("agreement_two_states", lemma)) return {};
  const auto& below = tree_.children(t);
  const bool bare = std::all_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is_any(c, {"det", "case", "punct", "cc", "conj", "acl", "acl:relcl"});
  });
  const TokenId article = tree_.child(t, "det");
  const TokenId other = tree_.is(t, "conj") ? tree_.head(t) : tree_.child(t, "conj");
  const bool joined = other >= 0 && counterpart(t) && counterpart(other);
  if (!bare || (other >= 0 ? !joined : article < 0 || tree_.folded(article) != "the")) return {};
  const std::vector<ActorMention> known = actors_.referents(t);
  if (std::count_if(known.begin(), known.end(), [](const auto& m) { return m.actor.code.has_value(); }) > 1) return {};
  std::vector<ActorMention> listed = joined ? std::vector<ActorMention>() : listed_near(t, kOnlyTwo);
  if (!listed.empty()) return listed;
  return of_two_ || joined ? main_pair(t) : std::vector<ActorMention>();
}

std::vector<ActorMention> PartyReader::described(TokenId t) const {
  if (auto found = the_rivals(t); !found.empty()) return found;
  if (auto found = the_same(t); !found.empty()) return found;
  if (auto found = other_of_pair(t); !found.empty()) return found;
  if (auto found = numbered_states(t); !found.empty()) return found;
  return the_state(t);
}

}  // namespace entente
