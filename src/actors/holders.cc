// Who held an office when the article was written.
#include <set>
#include <string_view>

#include "actors/name_senses.h"

namespace entente {
namespace {

using Kind = NameEntry::Kind;

constexpr std::int32_t kDaysAfter = 14;
constexpr std::int32_t kYearsKnown = 20;  // for which who has left an office is known by the family name alone
constexpr std::size_t kYear = 4;          // digits
// Of a year and a month for comparing two days: more than any has, so that a later day never counts as an earlier one.
constexpr std::int32_t kDaysOfMonth = 31;
constexpr std::int32_t kDaysOfYear = 12 * kDaysOfMonth;
// Ranks of the persons of a name: being in office outweighs that the article names the state, and that the rest. Of
// one person the office decides before the roles.
constexpr std::int32_t kInOffice = 8;
constexpr std::int32_t kStateNamed = 4;
constexpr std::int32_t kHasBegun = 2;
constexpr std::int32_t kOffice = 1;

// Of digits; what an article's date has instead makes some number, since a date that is none must not stop the reading.
std::int32_t number(std::string_view digits) {
  std::int32_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// Of "2024-03-01".
std::int32_t day_count(std::string_view date) {
  return number(date.substr(0, 4)) * kDaysOfYear + number(date.substr(5, 2)) * kDaysOfMonth + number(date.substr(8, 2));
}

bool ended_before(const OfficeHolder& a, const OfficeHolder& b) {
  return !a.to.empty() && (b.to.empty() || a.to < b.to);
}

bool is_holder(const NameEntry& entry) { return entry.kind == Kind::kHolder || entry.kind == Kind::kHolderShort; }

}  // namespace

// Of a person with several terms, the one that holds on the article's date, or else the last. A family name alone is
// many people's: it counts where the article names the state or organisation, and there first of who is in office.
const OfficeHolder* NameSenses::holder_of(const NameMatch& match) const {
  std::set<std::string_view> persons;
  std::set<std::string_view> of_offices;
  std::set<std::string_view> states;  // "Bush": two presidents, of one state
  for (const NameEntry& entry : match.entries) {
    if (!is_holder(entry)) continue;
    const OfficeHolder& holder = row_of(knowledge_.offices, entry);
    persons.insert(holder.holder);
    if (holder.is_role) continue;
    of_offices.insert(holder.holder);
    states.insert(holder.state);
  }
  const OfficeHolder* best = nullptr;
  std::int32_t best_rank = -1;
  for (const NameEntry& entry : match.entries) {
    if (!is_holder(entry)) continue;
    const OfficeHolder& holder = row_of(knowledge_.offices, entry);
    const bool in_office = lasts(holder.from, holder.to);
    const bool named = named_states_.contains(holder.state) || holder.state == dateline_state_;
    // A minister's family name stays his where people of less standing share it.
    const bool only_one = (holder.is_role ? persons : of_offices).size() == 1;
    // Whoever has led a state is known by it afterwards too, and in a text without a date.
    const bool leader = !holder.is_role && knowledge_.in_set("leading_offices", fold_case(holder.office));
    const bool known =
        leader ? (only_one || states.size() == 1) && has_begun(holder) : only_one && dated() && in_office;
    if (entry.kind == Kind::kHolderShort && ((!named && !known) || long_gone(holder))) continue;
    const std::int32_t rank = (in_office ? kInOffice : 0) + (named ? kStateNamed : 0) +
                              (has_begun(holder) ? kHasBegun : 0) + (holder.is_role ? 0 : kOffice);
    if (rank < best_rank || (rank == best_rank && best != nullptr && ended_before(holder, *best))) continue;
    best_rank = rank;
    best = &holder;
  }
  return best;
}

const OfficeHolder* NameSenses::holder_of(const std::string& state, const std::string& office) const {
  const auto found = knowledge_.holders.find(state + "\t" + office);
  if (found == knowledge_.holders.end()) return nullptr;
  for (const std::int32_t i : found->second) {
    const OfficeHolder& holder = knowledge_.offices[static_cast<std::size_t>(i)];
    if (lasts(holder.from, holder.to)) return &holder;
  }
  return nullptr;
}

bool NameSenses::has_begun(const OfficeHolder& holder) const { return !dated() || holder.from <= date_; }

// A day on which an office ends is still its holder's, and so are the two weeks after it, in which news tells of it.
bool NameSenses::has_just_left(const OfficeHolder& holder) const {
  if (date_.size() != kIsoDateLength || holder.to.size() != kIsoDateLength || holder.to > date_) return false;
  return day_count(date_) - day_count(holder.to) <= kDaysAfter;
}

bool NameSenses::long_gone(const OfficeHolder& holder) const {
  if (!dated() || holder.to.size() < kYear) return false;
  return number(date_.substr(0, kYear)) - number(holder.to.substr(0, kYear)) > kYearsKnown;
}

// Without a date nobody can be said to have left.
bool NameSenses::still_holds(const OfficeHolder& holder) const {
  return !dated() || lasts(holder.from, holder.to) || has_just_left(holder);
}

}  // namespace entente
