// Parties that the actors' tables do not have: "the two", "our country", "rebel movements".
#include <algorithm>
#include <set>

#include "actors/phrase.h"
#include "agreements/signatories.h"

namespace entente {
namespace {

using Kind = ActorMention::Kind;

constexpr TokenId kGroupReach = 400;  // tokens from "the two" back to who they are
constexpr std::size_t kLargestGroup = 9;
constexpr std::size_t kSeveral = 3;  // of more, those named one by one are seldom all
constexpr double kUnknownGroup = 0.6;

}  // namespace

// How many "the two", "both sides", "the three states" are; 0 for no such group.
std::size_t PartyReader::size_of_group(TokenId t) const {
  const auto number = [&](TokenId w) -> std::size_t {
    if (knowledge_.in_set("grammar_pair", tree_.folded(w))) return 2;
    const WordValue* value = knowledge_.word(tree_.folded(w));
    const bool fits = value != nullptr && value->kind == "number" && value->value > 1;
    return fits ? static_cast<std::size_t>(value->value) : 0;
  };
  if (const std::size_t own = number(t); own > 0) return own;
  if (knowledge_.in_set("agreement_pair", tree_.lemma(t))) return 2;
  if (!tree_.has_feat(t, "Number=Plur")) return 0;
  for (const TokenId c : tree_.children(t)) {
    if (!tree_.is_any(c, {"nummod", "det", "det:predet", "amod"})) continue;
    if (const std::size_t size = number(c); size > 0) return size;
  }
  return 0;
}

// The codes of those that the phrase headed by t names outright.
std::vector<ActorMention> PartyReader::named_at(TokenId t) const {
  std::vector<ActorMention> named;
  if (tree_.is_any(t, {"compound", "flat", "amod", "nmod:desc"})) return named;
  for (const TokenId head : heads(t)) {
    for (const ActorMention& mention : actors_.parties(head)) {
      const bool party = can_be_party(mention) && !is_unspecific(mention) && mention.actor.code.has_value();
      const bool known = std::any_of(named.begin(), named.end(), [&](const ActorMention& other) {
        return other.actor.span.begin.value == mention.actor.span.begin.value &&
               (other.actor.code == mention.actor.code || mention.actor.via != "nationality");
      });
      if (party && !known) named.push_back(mention);
    }
  }
  return named;
}

// Who "the two" are: a list of as many in this sentence or the one before, else all that the one before names, else the
// last list, else the last ones named.
std::vector<ActorMention> PartyReader::group_before(TokenId t, std::size_t size) const {
  if (size < 2 || size > kLargestGroup) return {};
  // "The two capitals", "both ministries": states, and no mission or rebels named between them.
  const bool states = knowledge_.in_set("agreement_of_states", tree_.lemma(t));
  const auto fits_noun = [&](const ActorMention& m) {
    const bool body = m.kind == Kind::kOrganisation && !m.armed && !knowledge_.state_of_code.contains(*m.actor.code);
    return !body && (!states || side_of(m) == *m.actor.code);
  };
  const auto sides = [](const std::vector<ActorMention>& mentions) {
    std::set<std::string> found;
    for (const ActorMention& mention : mentions) found.insert(side_of(mention));
    return found;
  };
  const auto add = [&](std::vector<ActorMention>& all, const std::vector<ActorMention>& more) {
    for (const ActorMention& m : more) {
      const bool known =
          std::any_of(all.begin(), all.end(), [&](const ActorMention& a) { return side_of(a) == side_of(m); });
      if (!known && fits_noun(m)) all.push_back(m);
    }
  };
  std::vector<ActorMention> list;    // the last one with as many
  std::vector<ActorMention> bodies;  // the last one of bodies
  std::vector<ActorMention> nearby;  // those of this sentence and the one before
  std::vector<ActorMention> last;
  for (TokenId w = t - 1; w >= 0 && w > t - kGroupReach; --w) {
    std::vector<ActorMention> named = named_at(w);
    const bool near = tree_.sentence(t) - tree_.sentence(w) <= 1;
    // "The pair": a president and his rival too.
    const bool persons = !states && std::all_of(named.begin(), named.end(),
                                                [](const ActorMention& m) { return m.kind == Kind::kPerson; });
    const bool fits = named.size() == size && (persons || sides(named).size() == size);
    // "Observers of the EU and ASEAN": seldom the two parties, where others are named before them.
    if (fits && !std::all_of(named.begin(), named.end(), fits_noun)) {
      if (bodies.empty()) bodies = named;
      continue;
    }
    if (fits && near) return named;
    if (fits && list.empty()) list = named;
    if (near) add(nearby, named);
    if (last.size() < size && size <= kSeveral) add(last, named);
  }
  if (nearby.size() != size && list.empty() && !bodies.empty()) return bodies;
  if (nearby.size() != size && list.empty() && states && size == 2) {
    if (std::vector<ActorMention> pair = main_pair(t); pair.size() == size) return pair;
  }
  const bool near_ones = nearby.size() == size && list.empty();
  if (nearby.size() != size) nearby = !list.empty() ? list : last;
  if (nearby.size() != size) return {};
  // Whoever were named last need not be the two.
  if (!near_ones && list.empty() && !states) {
    for (ActorMention& mention : nearby) mention.guessed = true;
  }
  if (list.empty()) std::reverse(nearby.begin(), nearby.end());
  return nearby;
}

// The parties as a word tells them that names none.
std::vector<ActorMention> PartyReader::told_by(std::vector<ActorMention> parties, TokenId t) const {
  for (ActorMention& mention : parties) {
    mention.actor.span = tree_.span(t, t);
    mention.actor.text = tree_.text(t, t);
    mention.actor.via = "description";
  }
  return parties;
}

// "The same states": those listed together last.
std::vector<ActorMention> PartyReader::last_list(TokenId t) const {
  for (TokenId w = t - 1; w >= 0 && w > t - kGroupReach; --w) {
    std::vector<ActorMention> named = named_at(w);
    std::set<std::string> codes;
    for (const ActorMention& mention : named) codes.insert(*mention.actor.code);
    if (codes.size() < 2) continue;
    return told_by(std::move(named), t);
  }
  return {};
}

ActorMention PartyReader::plain(TokenId first, TokenId last, const std::string& code) const {
  ActorMention mention;
  mention.kind = Kind::kGroup;
  mention.actor.span = tree_.span(first, last);
  mention.actor.text = mention.actor.name = tree_.text(first, last);
  mention.actor.via = "description";
  mention.actor.type = "group";
  if (!code.empty()) mention.actor.code = mention.actor.country = code;
  mention.confidence = kUnknownGroup;
  return mention;
}

std::vector<ActorMention> PartyReader::unlisted(TokenId t) const {
  const std::string& lemma = tree_.lemma(t);
  const std::size_t size = size_of_group(t);
  const bool side = tree_.has_upos(t, {"NUM", "PRON", "DET"}) || knowledge_.in_set("agreement_side", lemma) ||
                    knowledge_.in_set("agreement_pair", lemma);
  if (size > 0 && side) {
    std::vector<ActorMention> group = group_before(t, size);
    const auto& below = tree_.children(t);
    const bool same = std::any_of(below.begin(), below.end(), [&](TokenId c) { return tree_.folded(c) == "same"; });
    // "The same two": those of the instrument before.
    for (ActorMention& mention : group) mention.guessed = mention.guessed || same;
    return told_by(std::move(group), t);
  }
  if (size == 0 && tree_.has_feat(t, "Number=Plur") && knowledge_.in_set("agreement_side", lemma)) {
    for (const TokenId c : tree_.children(t)) {
      if (tree_.is(c, "amod") && tree_.folded(c) == "same") return last_list(t);
    }
  }
  const TokenId owner = tree_.child(t, "nmod:poss");
  if (owner >= 0 && tree_.folded(owner) == "our" && knowledge_.in_set("agreement_home", lemma)) {
    ActorMention home = plain(owner, t, main_country_);
    home.actor.via = "pronoun";
    return {home};
  }
  // "Orano's contract with the state".
  const TokenId article = tree_.child(t, "det");
  const bool ours = size == 0 && article >= 0 && tree_.folded(article) == "the" && !tree_.has_feat(t, "Number=Plur") &&
                    knowledge_.in_set("agreement_own_state", lemma) &&
                    (tree_.child(t, "nmod") < 0 || preposition(tree_, tree_.child(t, "nmod")) != "of");
  if (ours && !main_country_.empty()) {
    ActorMention home = plain(t, t, main_country_);
    home.actor.sector = "GOV";
    return {home};
  }
  if (!knowledge_.in_set("agreement_fighters", lemma)) return {};
  TokenId first = t;
  for (const TokenId c : tree_.children(t)) {
    if (c < first && tree_.is_any(c, {"amod", "compound", "nummod", "det"})) first = c;
  }
  return {plain(first, t, "")};
}

}  // namespace entente
