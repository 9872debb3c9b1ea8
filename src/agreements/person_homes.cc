// Whose the persons of a list are, by what is said of them together: "X and Y, the ministers of Peru and Chile".
#include <algorithm>
#include <set>

#include "actors/phrase.h"
#include "agreements/signatories.h"

namespace entente {
namespace {

using Kind = ActorMention::Kind;

constexpr std::size_t kTwo = 2;
constexpr TokenId kClimb = 3;        // from a name up to the title
constexpr TokenId kTitleReach = 12;  // words from a name to the title that both share

bool codes_differ(const std::vector<ActorMention>& persons) {
  return std::any_of(persons.begin(), persons.end(), [&](const ActorMention& m) {
    return m.actor.code.has_value() && m.actor.code != persons.front().actor.code;
  });
}

// One of each, in their order.
std::vector<ActorMention> one_of_each(const std::vector<ActorMention>& mentions) {
  std::vector<ActorMention> found;
  std::set<std::string> codes;
  for (const ActorMention& mention : mentions) {
    if (mention.actor.code.has_value() && codes.insert(side_of(mention)).second) found.push_back(mention);
  }
  return found;
}

}  // namespace

bool has_weak_home(const ActorMention& mention) {
  return mention.kind == Kind::kPerson && (!mention.actor.code.has_value() || mention.guessed || mention.unsaid);
}

// "The ministers of Peru and Chile", "their ministers", "the envoys of the two rivals": whom they serve.
std::vector<ActorMention> PartyReader::homes_of_title(TokenId title, const std::vector<TokenId>& names) const {
  const std::size_t size = names.size();
  if (!tree_.has_upos(title, {"NOUN"}) || !tree_.has_feat(title, "Number=Plur")) return {};
  bool both = false;  // "of the two rivals"
  for (const TokenId c : tree_.children(title)) {
    if (!tree_.is(c, "nmod") || preposition(tree_, c) != "of") continue;
    std::vector<ActorMention> homes;
    for (const TokenId head : heads(c)) add_new(homes, actors_.referents(head));
    if (homes.empty()) homes = unlisted(c);  // "of the two"
    homes.erase(
        std::remove_if(homes.begin(), homes.end(), [](const ActorMention& m) { return m.kind == Kind::kPerson; }),
        homes.end());
    if (std::vector<ActorMention> each = one_of_each(homes); each.size() == size) return each;
    both = both || (tree_.has_feat(c, "Number=Plur") && knowledge_.in_set("agreement_two_states", tree_.lemma(c)));
  }
  if (std::vector<ActorMention> each = one_of_each(actors_.referents(title)); each.size() == size) return each;
  if (size != kTwo) return {};
  if (both) return main_pair(title);
  const TokenId owner = tree_.child(title, "nmod:poss");
  const bool their = owner >= 0 && tree_.has_upos(owner, {"PRON"});
  return their && knowledge_.in_set("agreement_of_states", tree_.lemma(title)) ? main_pair_near(title)
                                                                               : std::vector<ActorMention>();
}

// "X and Y, who govern Peru and Chile".
std::vector<ActorMention> PartyReader::homes_of_clause(TokenId clause, std::size_t size) const {
  for (const TokenId w : tree_.subtree(clause)) {
    if (!tree_.is_any(w, {"obl", "nmod", "obj"}) || w < clause) continue;
    std::vector<ActorMention> homes;
    for (const TokenId head : heads(w)) {
      const ActorMention* mention = actors_.mention(head);
      const bool place = mention != nullptr && (mention->kind == Kind::kState || mention->kind == Kind::kCapital ||
                                                mention->kind == Kind::kOrganisation);
      if (place) homes.push_back(*mention);
    }
    if (std::vector<ActorMention> each = one_of_each(homes); each.size() == size) return each;
  }
  return {};
}

// Of a title or a clause that stands before, behind or beside a list of so many names.
std::vector<ActorMention> PartyReader::shared_homes(const std::vector<TokenId>& names) const {
  const std::size_t size = names.size();
  std::vector<TokenId> titles;
  for (const TokenId name : names) {
    for (TokenId up = tree_.head(name), i = 0; up >= 0 && i < kClimb; up = tree_.head(up), ++i) {
      if (tree_.has_feat(up, "Number=Plur") && up < name && !tree_.has_upos(up, {"PROPN"})) titles.push_back(up);
      if (clauses_.is_verb(up)) break;
    }
    for (const TokenId c : tree_.children(name)) {
      if (tree_.is_any(c, {"appos", "nmod:desc"})) titles.push_back(c);
    }
  }
  // "The envoys of the two, X and Y", "X and Y, the envoys", wherever the parser hangs the names from.
  const TokenId first = *std::min_element(names.begin(), names.end());
  const TokenId last = *std::max_element(names.begin(), names.end());
  for (TokenId w = std::max(0, first - kTitleReach); w < std::min(tree_.size(), last + kTitleReach); ++w) {
    const bool same = tree_.sentence(w) == tree_.sentence(first) && !tree_.has_upos(w, {"PROPN"});
    if (same && tree_.has_feat(w, "Number=Plur") && knowledge_.in_set("agreement_side", tree_.lemma(w)) &&
        apposed_to_names(w, first, last))
      titles.push_back(w);
  }
  for (const TokenId title : titles) {
    if (auto homes = homes_of_title(title, names); homes.size() == size) return homes;
  }
  for (const TokenId name : names) {
    for (const TokenId c : tree_.children(name)) {
      if (!tree_.is(c, "acl:relcl")) continue;
      if (auto homes = homes_of_clause(c, size); homes.size() == size) return homes;
    }
  }
  return {};
}

// "The ministers of A and B, X and Y", with Y joined to B or with X hung from B: X and Y.
std::vector<ActorMention> PartyReader::names_of_title(TokenId title) const {
  std::vector<TokenId> names;
  TokenId comma = -1;  // behind "A and B"
  const auto words = tree_.subtree(title);
  for (const TokenId w : words) {
    if (w <= title || !tree_.is_any(w, {"appos", "conj"}) || !tree_.has_upos(w, {"PROPN"})) continue;
    const ActorMention* mention = actors_.mention(w);
    if (mention == nullptr || mention->kind != Kind::kPerson) continue;
    if (comma < 0 && (tree_.folded(w - 1) == "," || tree_.folded(tree_.subtree(w).front()) == ",")) comma = w;
    if (comma >= 0) names.push_back(w);
  }
  if (names.size() != kTwo) return {};
  std::vector<ActorMention> found;
  for (const TokenId name : names) add_new(found, parties_of_head(name));
  if (found.size() == kTwo) take_homes(names, found);
  return found;
}

// "the ministers of A and B, X and Y", "X and Y, the ministers of A and B": a comma and nothing else between.
bool PartyReader::apposed_to_names(TokenId title, TokenId first, TokenId last) const {
  if (title < first) {
    TokenId end = title;
    for (TokenId w : tree_.subtree(title)) end = w < first ? std::max(end, w) : end;
    return tree_.folded(end) == "," && end == first - 1;
  }
  TokenId start = title;
  for (const TokenId w : tree_.subtree(title)) start = w > last ? std::min(start, w) : start;
  if (start > last && tree_.folded(start) == ",") ++start;
  TokenId end = last;
  while (end + 1 < start && tree_.is(end + 1, "flat")) ++end;
  return end + 1 < start && tree_.folded(end + 1) == "," && end + 2 == start;
}

// "A and B, the premiers of the two Koreas": of one each, in their order. Whose somebody is for sure, he stays.
void PartyReader::take_homes(const std::vector<TokenId>& names, std::vector<ActorMention>& persons) const {
  const bool all =
      std::all_of(persons.begin(), persons.end(), [](const ActorMention& m) { return m.kind == Kind::kPerson; });
  if (names.size() != persons.size() || persons.size() < kTwo || !all) return;
  const bool known = std::none_of(persons.begin(), persons.end(), has_weak_home);
  if (known && codes_differ(persons)) return;
  std::vector<ActorMention> homes = shared_homes(names);
  if (homes.size() != persons.size()) return;
  const auto fits = [&](std::size_t i, std::size_t j) {
    return has_weak_home(persons[i]) || persons[i].actor.code == homes[j].actor.code;
  };
  if (persons.size() == kTwo && !(fits(0, 0) && fits(1, 1)) && fits(0, 1) && fits(1, 0)) std::swap(homes[0], homes[1]);
  for (std::size_t i = 0; i < persons.size(); ++i) {
    if (!has_weak_home(persons[i]) && !known) continue;
    persons[i].actor.code = homes[i].actor.code;
    persons[i].actor.country = homes[i].actor.country;
    persons[i].guessed = persons[i].unsaid = false;
  }
}

}  // namespace entente
