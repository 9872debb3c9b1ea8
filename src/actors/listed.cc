// "The foreign ministers of Peru and Chile, X and Y", "X and Y, the envoys of the two states": names told beside a
// title that they share, and whose each of them is.
#include <algorithm>

#include "actors/resolver.h"

namespace entente {
namespace {

constexpr TokenId kWhoseReach = 14;  // words from a title to the end of "of Peru and Chile"
constexpr std::size_t kMostNames = 8;
constexpr std::size_t kTwo = 2;

}  // namespace

// The last word of a personal name that begins at t; -1 where none does.
TokenId Resolver::end_of_name(TokenId t) const {
  if (t < 0 || t >= tree_.size() || !tree_.has_upos(t, {"PROPN"})) return -1;
  const auto goes_on = [&](TokenId next) {
    if (next >= tree_.size() || tree_.sentence(next) != tree_.sentence(t)) return false;
    const bool hyphen = tree_.folded(next) == "-" && next + 1 < tree_.size() && tree_.has_upos(next + 1, {"PROPN"});
    return hyphen || tree_.has_upos(next, {"PROPN"});
  };
  TokenId end = t;
  while (goes_on(end + 1)) ++end;
  const NameMatch* match = phrases_.match_of(t);
  const bool known = match != nullptr && senses_.holder_of(*match) != nullptr;
  const Name* name = phrases_.name_of(t);
  const bool parser_says = name != nullptr && name->type == NameType::kPerson;
  const bool parser_denies = name != nullptr && name->type != NameType::kPerson;
  if (known || parser_says || (!parser_denies && match == nullptr && end > t)) return end;
  return -1;
}

// "X and Y", "X, Y and Z", from t on: the first word of each name.
std::vector<TokenId> Resolver::names_from(TokenId t) const {
  std::vector<TokenId> found;
  bool joined = false;
  for (TokenId at = t; found.size() < kMostNames;) {
    const TokenId end = end_of_name(at);
    if (end < 0) break;
    found.push_back(at);
    at = end + 1;
    if (at >= tree_.size() || tree_.sentence(at) != tree_.sentence(t)) break;
    if (tree_.has_upos(at, {"PUNCT"}) && tree_.folded(at) == "," && !joined) ++at;
    if (at < tree_.size() && tree_.has_upos(at, {"CCONJ"})) {
      if (joined) break;
      joined = true;
      ++at;
    } else if (joined) {
      break;
    }
  }
  return joined && found.size() >= kTwo ? found : std::vector<TokenId>();
}

// Those that stand behind the title, its owners and a comma.
std::vector<TokenId> Resolver::names_behind(const NameMatch& title) const {
  TokenId at = title.last + 1;
  const auto inside = [&](TokenId t) { return t < tree_.size() && tree_.sentence(t) == tree_.sentence(title.last); };
  if (inside(at) && (tree_.folded(at) == "of" || tree_.folded(at) == "from" || tree_.folded(at) == "for")) {
    while (inside(at) && at < title.last + kWhoseReach && tree_.folded(at) != "," && !tree_.has_upos(at, {"VERB"}))
      ++at;
    if (!inside(at) || tree_.folded(at) != ",") return {};
  }
  if (inside(at) && tree_.folded(at) == ",") ++at;
  return inside(at) ? names_from(at) : std::vector<TokenId>();
}

// Those that end at the comma before the title.
std::vector<TokenId> Resolver::names_before(const NameMatch& title) const {
  TokenId comma = phrases_.read(title.last).first - 1;
  while (comma > 0 && tree_.is(comma, "det")) --comma;
  if (comma < 1 || tree_.folded(comma) != "," || tree_.sentence(comma) != tree_.sentence(title.first)) return {};
  // The list begins where, on the way back, words of names and what joins them end.
  TokenId first = comma;
  while (first > 0 && tree_.sentence(first - 1) == tree_.sentence(comma) &&
         (tree_.has_upos(first - 1, {"PROPN", "CCONJ"}) || tree_.folded(first - 1) == "," ||
          tree_.folded(first - 1) == "-"))
    --first;
  while (first < comma && !tree_.has_upos(first, {"PROPN"})) ++first;
  std::vector<TokenId> names = names_from(first);
  if (names.empty() || end_of_name(names.back()) + 1 != comma) return {};
  return names;
}

void Resolver::find_lists() {
  for (const NameMatch& match : matches_) {
    const NameEntry* entry = match.entry(Kind::kTitlePlural);
    if (entry == nullptr) continue;
    const Title& title = row_of(knowledge_.titles, *entry);
    const bool persons =
        title.kind == TitleKind::kOffice || title.kind == TitleKind::kPost || title.kind == TitleKind::kReferencePeople;
    if (!persons) continue;
    std::vector<TokenId> names = names_behind(match);
    if (names.empty()) names = names_before(match);
    if (names.empty()) continue;
    TokenId top = match.last;
    while (tree_.head(top) >= match.first && tree_.head(top) < match.last) top = tree_.head(top);
    for (std::size_t i = 0; i < names.size(); ++i) {
      TokenId head = names[i];
      const TokenId end = end_of_name(head);
      while (tree_.head(head) > head && tree_.head(head) <= end) head = tree_.head(head);
      names[i] = head;
    }
    for (std::size_t i = 0; i < names.size(); ++i) listed_[names[i]] = {top, i};
    lists_[top] = {&title, std::move(names)};
  }
}

// The states of a list's title, each once; of two offices that only one holds at a time, those the article is on.
std::vector<std::string> Resolver::states_of_list(TokenId top, bool& told) {
  std::vector<std::string> found;
  const auto add = [&](const std::string& state) {
    if (is_state_code(state) && std::find(found.begin(), found.end(), state) == found.end()) found.push_back(state);
  };
  for (const ActorMention& owner : owners(phrases_.read(top))) add(owner.actor.country.value_or(""));
  told = !found.empty();
  const List& list = lists_.at(top);
  const bool apart = list.title->kind == TitleKind::kOffice || list.title->kind == TitleKind::kReferencePeople;
  if (found.size() < kTwo && apart && list.names.size() == kTwo && senses_.main_pair().size() == kTwo) {
    found = senses_.main_pair();
    told = false;
  }
  return found;
}

// Of a listed name that is known by itself.
std::string Resolver::known_state(TokenId name) const {
  const NameMatch* match = phrases_.match_of(name);
  const OfficeHolder* holder = match == nullptr ? nullptr : senses_.holder_of(*match);
  if (holder != nullptr) return holder->state;
  const TokenId end = end_of_name(name);
  const auto told = end < 0 ? names_.end() : names_.find(fold_case(tree_.text(name, end)));
  const bool sure = told != names_.end() && !told->second.guessed;
  return sure ? told->second.actor.country.value_or("") : "";
}

// What the shared title says of the name at t.
bool Resolver::apply_list(TokenId t, ActorMention& mention) {
  const auto place = listed_.find(t);
  if (place == listed_.end()) return false;
  const List& list = lists_.at(place->second.title);
  if (list.title->kind != TitleKind::kReferencePeople && !mention.actor.role.has_value())
    mention.actor.role = list.title->role;
  if (!mention.actor.sector.has_value() && !list.title->sector.empty()) mention.actor.sector = list.title->sector;
  bool told = false;
  std::vector<std::string> states = states_of_list(place->second.title, told);
  const bool each = states.size() == list.names.size();
  if (states.size() != 1 && !each) return false;
  std::size_t rank = 0;
  std::size_t sure = 0;
  for (std::size_t i = 0; i < list.names.size(); ++i) {
    const std::string known = known_state(list.names[i]);
    const auto own = std::find(states.begin(), states.end(), known);
    if (each && own != states.end() && list.names[i] != t) {
      states.erase(own);
      ++sure;
    } else if (i < place->second.index) {
      ++rank;
    }
  }
  // In what order two names stand beside no states nobody says.
  if (states.empty() || (!told && sure == 0)) return false;
  mention.actor.code = mention.actor.country = states[std::min(rank, states.size() - 1)];
  mention.actor.via = "title";
  return true;
}

// A title with a list of names beside it means these persons.
std::vector<ActorMention> Resolver::describe_list(const Phrase& phrase) {
  const auto list = lists_.find(phrase.head);
  if (list == lists_.end()) return {};
  std::vector<ActorMention> found;
  for (const TokenId name : list->second.names) {
    const std::vector<ActorMention>& one = referents(name);
    if (one.size() != 1 || one[0].kind != ActorMention::Kind::kPerson) return {};
    found.push_back(one[0]);
  }
  return found;
}

}  // namespace entente
