#include "actors/name_senses.h"

#include <algorithm>

namespace entente {
namespace {

using Kind = NameEntry::Kind;

constexpr std::int64_t kLargeTown = 150000;  // inhabitants
// Ranks of the states that a word may mean: that it exists outweighs the dateline, and that being named.
constexpr std::int32_t kExists = 2000;
constexpr std::int32_t kOfDateline = 1000;
constexpr std::int32_t kMostNamed = 1000;
constexpr std::int64_t kNamedPlace = std::int64_t{1} << 40U;  // more than any population
constexpr std::size_t kStateCode = 3;                         // letters of alpha-3
constexpr std::int32_t kLeastNamed = 2;                       // how often a main state is
constexpr std::int32_t kPairNamed = 3;                        // how often each of a main pair is
constexpr std::int32_t kPairStandsOut = 3;                    // halves: the second of a pair over the third
constexpr std::int32_t kElsewhere = 2;                        // and over the dateline's, where that is only a host
constexpr std::int32_t kStandsOut = 2;                        // and how many times as often as the next

}  // namespace

NameSenses::NameSenses(const Article& article, const Knowledge& knowledge, const std::vector<NameMatch>& matches)
    : knowledge_(knowledge) {
  if (article.published.has_value()) date_ = article.published->substr(0, kIsoDateLength);
  find_dateline_state(article);
  count_states(matches);
  count_bearers(matches);
  find_main_state();
  find_story_state();
  // Only now: an article is about a state, whatever organisation it names.
  for (const NameMatch& match : matches) {
    if (const NameEntry* entry = match.entry(Kind::kOrganisation); entry != nullptr)
      ++named_states_[row_of(knowledge_.organisations, *entry).code];
  }
}

void NameSenses::find_dateline_state(const Article& article) {
  if (!article.dateline.has_value()) return;
  const auto found = knowledge_.names.find(name_key(article.dateline->place));
  if (found == knowledge_.names.end()) return;
  std::int64_t largest = -1;
  for (const NameEntry& entry : found->second) {
    if (entry.kind == Kind::kCapital || entry.kind == Kind::kState) {
      dateline_state_ = row_of(knowledge_.states, entry).code;
      return;
    }
    if (entry.kind != Kind::kPlace) continue;
    // The largest of the towns of that name.
    const PlaceEntry& place = row_of(knowledge_.places, entry);
    if (place.population < largest) continue;
    largest = place.population;
    dateline_state_ = place.country;
  }
}

void NameSenses::count_states(const std::vector<NameMatch>& matches) {
  // What can mean one state only comes first; it decides about the rest. A state by its name, or by its capital, is
  // sure beside towns of that name; a town of two states is no evidence for either.
  const auto is_sure = [](const NameMatch& match) {
    const auto capital = [](const NameEntry& entry) { return entry.kind == Kind::kCapital; };
    return match.entries.size() == 1 || match.entry(Kind::kState) != nullptr ||
           std::count_if(match.entries.begin(), match.entries.end(), capital) == 1;
  };
  const auto is_town = [](const NameMatch& match) {
    return std::all_of(match.entries.begin(), match.entries.end(),
                       [](const NameEntry& entry) { return entry.kind == Kind::kPlace; });
  };
  for (const bool sure : {true, false}) {
    std::vector<std::string> found;
    for (const NameMatch& match : matches) {
      if (is_sure(match) != sure || (!sure && is_town(match))) continue;
      found.push_back(state_of(match));
      const bool people =
          match.entry(NameEntry::Kind::kAdjective) != nullptr || match.entry(NameEntry::Kind::kPeople) != nullptr;
      if (!people) told_by_name_.insert(found.back());
    }
    for (const std::string& state : found) {
      if (!state.empty()) ++named_states_[state];
    }
  }
}

// Who holds an office or belongs to a group of one state stands for it as its name would.
void NameSenses::count_bearers(const std::vector<NameMatch>& matches) {
  std::vector<std::string> found;
  for (const NameMatch& match : matches) {
    if (const OfficeHolder* holder = holder_of(match); holder != nullptr) {
      if (holder->state.size() == kStateCode) found.push_back(holder->state);
    } else if (const Group* group = group_of(match); group != nullptr && !group->country.empty()) {
      found.push_back(group->country);
    }
  }
  for (const std::string& state : found) {
    ++bearers_[state];
  }
}

// The state that an article without a dateline is about, for "the army" and "the government".
void NameSenses::find_main_state() {
  std::int32_t most = 0;
  std::int32_t next = 0;
  std::vector<std::pair<std::int32_t, std::string>> ranked;
  for (const auto& [state, named] : named_states_) {
    if (!told_by_name_.contains(state)) continue;  // "Chinese traders", "Indian villages": in whatever state
    const auto bearers = bearers_.find(state);
    const std::int32_t count = named + (bearers == bearers_.end() ? 0 : bearers->second);
    ranked.emplace_back(-count, state);
    if (count > most) {
      next = most;
      most = count;
      main_state_ = state;
    } else {
      next = std::max(next, count);
    }
  }
  if (most < kLeastNamed || most < kStandsOut * next) main_state_.clear();
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() < 2 || -ranked[1].first < kPairNamed) return;
  const std::int32_t third = ranked.size() > 2 ? -ranked[2].first : 0;
  if (-2 * ranked[1].first >= kPairStandsOut * third) main_pair_ = {ranked[0].second, ranked[1].second};
}

// Where it was written is where it happens, unless other states are what it tells of: "ROME - Mozambique's rebels".
void NameSenses::find_story_state() {
  story_state_ = dateline_state_;
  if (dateline_state_.empty()) {
    story_state_ = main_state_;
    return;
  }
  const auto times = [&](const std::string& state) {
    const auto named = named_states_.find(state);
    const auto bearers = bearers_.find(state);
    return (named == named_states_.end() ? 0 : named->second) + (bearers == bearers_.end() ? 0 : bearers->second);
  };
  const std::int32_t own = times(dateline_state_);
  const bool elsewhere = std::any_of(named_states_.begin(), named_states_.end(), [&](const auto& state) {
    return told_by_name_.contains(state.first) && times(state.first) > kElsewhere * own;
  });
  if (elsewhere) story_state_ = main_state_;
}

// Without a date, what has not ended.
bool NameSenses::lasts(const std::string& from, const std::string& to) const {
  if (date_.empty()) return to.empty();
  return (from.empty() || from <= date_) && (to.empty() || date_ < to);
}

// Of the states that a word may mean ("Congolese", "Moscow"), one of the article's time and, of these, one that the
// article names otherwise; then the first of the table.
const State* NameSenses::state_in(const NameMatch& match, Kind kind) const {
  const State* best = nullptr;
  std::int32_t best_rank = -1;
  for (const NameEntry& entry : match.entries) {
    if (entry.kind != kind) continue;
    const State& state = row_of(knowledge_.states, entry);
    const auto named = named_states_.find(state.code);
    const std::int32_t times = named == named_states_.end() ? 0 : std::min(named->second, kMostNamed);
    const std::int32_t rank =
        (lasts(state.from, state.to) ? kExists : 0) + (state.code == dateline_state_ ? kOfDateline : 0) + times;
    if (rank <= best_rank) continue;
    best_rank = rank;
    best = &state;
  }
  return best;
}

std::string NameSenses::state_of(const NameMatch& match) const {
  for (const Kind kind : {Kind::kState, Kind::kAdjective, Kind::kCapital, Kind::kPeople, Kind::kSeat}) {
    if (const State* state = state_in(match, kind); state != nullptr) return state->code;
  }
  const PlaceEntry* place = place_of(match);
  return place == nullptr ? "" : place->country;
}

// Of the places of a name: one in a state that the article names, or else the largest.
const PlaceEntry* NameSenses::place_of(const NameMatch& match) const {
  const PlaceEntry* best = nullptr;
  std::int64_t best_rank = -1;
  for (const NameEntry& entry : match.entries) {
    if (entry.kind != Kind::kPlace) continue;
    const PlaceEntry& place = row_of(knowledge_.places, entry);
    std::int64_t rank = place.population;
    // A small town of a state that the article never names is most often another place of that name; what is there for
    // the news alone, without a census, is meant by its name.
    const auto named = named_states_.find(place.country);
    const bool known = place.country.empty() || place.country == dateline_state_ || named != named_states_.end() ||
                       place.population >= kLargeTown || (place.population == 0 && place.kind != "region");
    if (!known) continue;
    if (named != named_states_.end()) rank += kNamedPlace * named->second;
    if (!dateline_state_.empty() && place.country == dateline_state_) rank += 2 * kNamedPlace;
    if (rank <= best_rank) continue;
    best_rank = rank;
    best = &place;
  }
  return best;
}

bool NameSenses::tells_of_group(const NameMatch& match) const {
  const Group* group = group_of(match);
  return group != nullptr && named_states_.contains(group->country);
}

// Of the rows of a name, one of a state that the article names; then the one whose time the article falls in; without a
// date one that has fought, and then the last.
const Group* NameSenses::group_of(const NameMatch& match) const {
  const Group* best = nullptr;
  int best_rank = -1;
  for (const NameEntry& entry : match.entries) {
    if (entry.kind != Kind::kGroup) continue;
    const Group& group = row_of(knowledge_.groups, entry);
    const bool named = named_states_.contains(group.country) || group.country == dateline_state_;
    const bool fits = dated() ? lasts(group.from, group.to) : group.kind == "armed";
    const int rank = (fits ? 2 : 0) + (named ? 4 : 0);
    if (rank < best_rank || (rank == best_rank && fits)) continue;
    best_rank = rank;
    best = &group;
  }
  return best;
}

}  // namespace entente
