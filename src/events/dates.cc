#include "events/dates.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "actors/phrase.h"

namespace entente {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int32_t kWeek = 7;  // units of time, as the table of words has them
constexpr std::int32_t kYear = 365;
constexpr std::int32_t kHistorical = 90;  // days after which what has ended is history (gold/guidelines.md)
constexpr std::int32_t kFirstYear = 1800;
constexpr std::int32_t kLastYear = 2200;
constexpr std::size_t kDateLength = 10;
constexpr TokenId kDateGap = 4;  // words from one word of a date to the next

std::optional<std::int32_t> whole_number(const std::string& text) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || text.empty()) return std::nullopt;
  const std::string rest(end, text.data() + text.size());
  if (!rest.empty() && rest != "st" && rest != "nd" && rest != "rd" && rest != "th") return std::nullopt;
  return value;
}

std::optional<std::int32_t> day_number(std::int32_t year, std::int32_t month, std::int32_t day) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return static_cast<std::int32_t>(sys_days(date).time_since_epoch().count());
}

year_month_day civil(std::int32_t day) { return year_month_day(sys_days(days(day))); }

std::string iso(std::int32_t day) {
  const year_month_day date = civil(day);
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

std::int32_t last_of_month(std::int32_t year, std::int32_t month) {
  const std::int32_t next = month == 12 ? *day_number(year + 1, 1, 1) : *day_number(year, month + 1, 1);
  return next - 1;
}

std::int32_t weekday_of(std::int32_t day) {
  return static_cast<std::int32_t>(std::chrono::weekday(sys_days(days(day))).iso_encoding());
}

DateInterval interval(std::int32_t from, std::int32_t to, const char* precision) {
  DateInterval date;
  date.from = iso(from);
  date.to = iso(to);
  date.precision = precision;
  return date;
}

std::optional<std::int32_t> parse_iso(const std::string& text) {
  if (text.size() < kDateLength) return std::nullopt;
  const auto year = whole_number(text.substr(0, 4));
  const auto month = whole_number(text.substr(5, 2));
  const auto day = whole_number(text.substr(8, 2));
  if (!year || !month || !day || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  return day_number(*year, *month, *day);
}

}  // namespace

struct DateReader::Parts {
  TokenId first = -1;
  TokenId last = -1;
  std::optional<std::int32_t> weekday, month, day, year, relative_day, unit, direction, told;
  std::int32_t count = 1;
  bool ago = false;
  bool since = false;

  [[nodiscard]] bool says_when() const { return weekday || month || year || relative_day || unit; }
};

DateReader::DateReader(const Tree& tree, const Knowledge& knowledge) : tree_(tree), knowledge_(knowledge) {
  const auto& published = tree.parsed().document.article.published;
  if (published.has_value()) anchor_ = parse_iso(*published);
}

DateReader::Parts DateReader::collect(const std::vector<TokenId>& words) const {
  Parts parts;
  const auto take = [&](TokenId t) {
    if (parts.first < 0) parts.first = t;
    parts.last = t;
  };
  for (const TokenId t : words) {
    if (parts.last >= 0 && is_apart(parts.last, t)) {
      if (parts.says_when()) break;
      parts = Parts();  // "two ministers at the talks of 2007"
    }
    const WordValue* word = knowledge_.word(tree_.folded(t));
    if (word == nullptr) word = knowledge_.word(tree_.lemma(t));
    if (word == nullptr) {
      const auto number = whole_number(tree_.folded(t));
      if (!number.has_value()) continue;
      if (*number >= kFirstYear && *number <= kLastYear && tree_.folded(t).size() == 4) {
        parts.year = *number;
        take(t);
      } else if (*number >= 1 && *number <= 31) {
        parts.day = parts.count = *number;
        take(t);
      }
      continue;
    }
    const std::string& kind = word->kind;
    // "may" and "march" are months only where they are names.
    if ((kind == "month" || kind == "weekday") && !tree_.has_upos(t, {"PROPN", "NOUN"})) continue;
    if (kind == "month" && tree_.token(t).form == tree_.folded(t)) continue;
    if (kind == "weekday") parts.weekday = word->value;
    if (kind == "month") parts.month = word->value;
    if (kind == "relative_day") parts.relative_day = word->value;
    if (kind == "unit") parts.unit = word->value;
    if (kind == "direction") parts.direction = word->value;
    if (kind == "told") parts.told = word->value;
    if (kind == "ago") parts.ago = true;
    if (kind == "since") parts.since = true;
    if (kind == "number" || kind == "article") parts.count = word->value;
    if (kind != "article" && kind != "multiplier") take(t);
  }
  if (parts.month.has_value()) take_neighbours(parts);
  if (parts.weekday.has_value() && !parts.unit.has_value()) take_week(parts);
  return parts;
}

// Too far from the word before for one date, or of another clause: "in 1991 and took the town in 2023", with the second
// year hung from the first.
bool DateReader::is_apart(TokenId before, TokenId t) const {
  if (t - before > kDateGap) return true;
  for (TokenId w = before + 1; w < t; ++w) {
    if (tree_.has_upos(w, {"VERB"})) return true;
  }
  return false;
}

// "Monday last week" and "next week on Monday" name a day of that week, wherever the parser hangs the week.
void DateReader::take_week(Parts& parts) const {
  const auto value_at = [&](TokenId t, const char* kind) -> std::optional<std::int32_t> {
    if (t < 0 || t >= tree_.size() || tree_.sentence(t) != tree_.sentence(parts.first)) return std::nullopt;
    const WordValue* const word = knowledge_.word(tree_.folded(t));
    return word != nullptr && word->kind == kind ? std::optional(word->value) : std::nullopt;
  };
  // After the day; before it, with or without a word between ("last week, on Monday").
  for (const TokenId t : {parts.last + 1, parts.first - 2, parts.first - 3, parts.first - 4}) {
    const auto direction = value_at(t, "direction");
    if (!direction.has_value() || value_at(t + 1, "unit") != kWeek) continue;
    if (t + 2 < tree_.size() && tree_.folded(t + 2) == "'s") continue;  // "on Monday last week's order was lifted"
    parts.direction = direction;
    parts.unit = kWeek;
    parts.first = std::min(parts.first, t);
    parts.last = std::max(parts.last, t + 1);
    return;
  }
}

// "2 May" and "May 2, 2025" belong together, wherever the parser hangs the numbers.
void DateReader::take_neighbours(Parts& parts) const {
  const auto number_at = [&](TokenId t) -> std::optional<std::int32_t> {
    if (t < 0 || t >= tree_.size() || tree_.sentence(t) != tree_.sentence(parts.first)) return std::nullopt;
    return whole_number(tree_.folded(t));
  };
  if (!parts.day.has_value()) {
    for (const TokenId t : {parts.first - 1, parts.last + 1}) {
      const auto number = number_at(t);
      if (!number.has_value() || *number < 1 || *number > 31) continue;
      parts.day = *number;
      parts.first = std::min(parts.first, t);
      parts.last = std::max(parts.last, t);
      break;
    }
  }
  if (parts.year.has_value()) return;
  const bool comma = parts.last + 1 < tree_.size() && tree_.folded(parts.last + 1) == ",";
  const TokenId t = parts.last + (comma ? 2 : 1);
  const auto year = number_at(t);
  if (year.has_value() && *year >= kFirstYear && *year <= kLastYear) {
    parts.year = *year;
    parts.last = t;
  }
}

std::optional<DateInterval> DateReader::resolve_month(const Parts& parts, bool future) const {
  const std::int32_t month = *parts.month;
  const auto make = [&](std::int32_t year) -> std::optional<DateInterval> {
    if (parts.day.has_value()) {
      const auto day = day_number(year, month, *parts.day);
      if (!day.has_value()) return std::nullopt;
      return interval(*day, *day, "day");
    }
    return interval(*day_number(year, month, 1), last_of_month(year, month), "month");
  };
  if (parts.year.has_value()) return make(*parts.year);
  if (!anchor_.has_value()) return std::nullopt;
  const std::int32_t year = static_cast<int>(civil(*anchor_).year());
  auto same = make(year);
  if (!same.has_value()) return std::nullopt;
  if (future && *same->to < iso(*anchor_)) return make(year + 1);
  if (!future && *same->from > iso(*anchor_)) return make(year - 1);
  return same;
}

std::optional<DateInterval> DateReader::resolve_unit(const Parts& parts) const {
  const std::int32_t anchor = *anchor_;
  const std::int32_t unit = *parts.unit;
  const char* precision = unit == 1 ? "day" : unit == kWeek ? "week" : unit == 30 ? "month" : "year";
  if (parts.ago) {
    const std::int32_t day = anchor - unit * parts.count;
    if (unit == 1) return interval(day, day, precision);
    return interval(day - unit / 2, day + unit / 2, precision);
  }
  if (!parts.direction.has_value()) return std::nullopt;
  const std::int32_t shift = *parts.direction;
  const year_month_day today = civil(anchor);
  const std::int32_t year = static_cast<int>(today.year());
  if (unit == kYear) return interval(*day_number(year + shift, 1, 1), *day_number(year + shift, 12, 31), precision);
  if (unit == 30) {
    const std::int32_t months = year * 12 + static_cast<std::int32_t>(static_cast<unsigned>(today.month())) - 1 + shift;
    return interval(*day_number(months / 12, months % 12 + 1, 1), last_of_month(months / 12, months % 12 + 1),
                    precision);
  }
  if (unit == kWeek) {
    const std::int32_t monday = anchor - (weekday_of(anchor) - 1) + kWeek * shift;
    return interval(monday, monday + 6, precision);
  }
  return std::nullopt;
}

// "the same day", "two days later", "the year before": counted from what was told last.
std::optional<DateInterval> DateReader::resolve_told(const Parts& parts, const std::string& told) {
  const std::optional<std::int32_t> day = parse_iso(told);
  const std::int32_t shift = parts.told.value_or(parts.direction.value_or(0)) * (parts.told ? parts.count : 1);
  if (!day.has_value()) return std::nullopt;
  const std::int32_t year = static_cast<int>(civil(*day).year());
  if (*parts.unit == kYear) return interval(*day_number(year + shift, 1, 1), *day_number(year + shift, 12, 31), "year");
  if (*parts.unit == 1) return interval(*day + shift, *day + shift, "day");
  const std::int32_t around = *parts.unit / 2;
  const std::int32_t middle = *day + shift * *parts.unit;
  return interval(middle - around, middle + around, *parts.unit == kWeek ? "week" : "month");
}

std::optional<DateInterval> DateReader::resolve(const Parts& parts, bool future) const {
  if (parts.month.has_value()) return resolve_month(parts, future);
  if (parts.year.has_value()) return interval(*day_number(*parts.year, 1, 1), *day_number(*parts.year, 12, 31), "year");
  if (!anchor_.has_value()) return std::nullopt;
  const std::int32_t anchor = *anchor_;
  if (parts.weekday.has_value()) {
    if (parts.unit == kWeek && parts.direction.has_value()) {
      const std::int32_t monday = anchor - (weekday_of(anchor) - 1) + kWeek * *parts.direction;
      const std::int32_t day = monday + *parts.weekday - 1;
      return interval(day, day, "day");
    }
    const std::int32_t back = (weekday_of(anchor) - *parts.weekday + 7) % 7;
    const std::int32_t ahead = (7 - back) % 7;
    const bool forward = future || parts.direction.value_or(0) > 0;
    // "last Monday" on a Monday is not today.
    const std::int32_t day =
        forward ? anchor + ahead : anchor - (back == 0 && parts.direction.value_or(0) < 0 ? 7 : back);
    return interval(day, day, "day");
  }
  if (parts.relative_day.has_value())
    return interval(anchor + *parts.relative_day, anchor + *parts.relative_day, "day");
  if (parts.unit.has_value()) return resolve_unit(parts);
  return std::nullopt;
}

// "Closed it in 1991 and took the town in 2023", with the second year hung from the first: of the second verb.
void DateReader::add_misplaced(TokenId trigger, TokenId first_verb, std::vector<TokenId>& found) const {
  for (const TokenId c : tree_.children(first_verb)) {
    if (c >= trigger || tree_.has_upos(c, {"VERB"})) continue;
    for (const TokenId w : tree_.subtree(c)) {
      const bool behind = w > trigger && tree_.head(w) < trigger && tree_.is_any(w, {"nmod", "obl"});
      if (behind) found.push_back(w);
    }
  }
}

// Words that may say when: the clause's own, and the noun that it tells of ("1995, when X occupied Y").
std::vector<TokenId> DateReader::adverbials(TokenId trigger) const {
  std::vector<TokenId> found;
  for (const TokenId c : tree_.children(trigger)) {
    const bool fits = tree_.is_any(c, {"obl", "advmod", "nmod", "obj", "dep", "advcl", "compound", "amod"});
    if (fits && !tree_.has_upos(c, {"VERB"})) found.push_back(c);
  }
  const TokenId above = tree_.head(trigger);
  if (tree_.is(trigger, "acl:relcl") && above >= 0) found.push_back(above);
  if (tree_.is(trigger, "conj") && above >= 0) add_misplaced(trigger, above, found);
  return found;
}

std::optional<DateInterval> DateReader::read(TokenId trigger, bool future, const std::string& told) const {
  const TokenId aim = tree_.child(trigger, "advcl");
  const bool says = tree_.child(trigger, "ccomp") >= 0 || tree_.child(trigger, "xcomp") >= 0 ||
                    (aim > trigger && tree_.child(aim, "mark") >= 0);
  for (const TokenId c : adverbials(trigger)) {
    // "promised by June that it would stand", "gave them until Tuesday to go": a time for what is said, not of saying
    // it.
    if (says && !future && knowledge_.in_set("grammar_deadline", preposition(tree_, c))) continue;
    const std::vector<TokenId> words = tree_.subtree(c, [&](TokenId t) {
      return t == trigger || (tree_.is_any(t, {"acl", "appos", "conj", "advcl", "nmod:poss"}) &&
                              knowledge_.word(tree_.folded(t)) == nullptr);
    });
    const Parts parts = collect(words);
    // "a day later", "the next morning": by what was told before.
    const bool by_told = parts.unit && !parts.ago &&
                         (parts.told || (*parts.unit == 1 && parts.direction.value_or(0) > 0 && !parts.weekday));
    const bool temporal = parts.weekday || parts.month || parts.year || parts.relative_day || by_told ||
                          (parts.unit && (parts.ago || parts.direction));
    if (!temporal) continue;
    // A date inside a longer phrase ("under the 1994 treaty") says when that was, not the event.
    const WordValue* head = knowledge_.word(tree_.lemma(c));
    const bool head_is_date = head != nullptr || (parts.first <= c && c <= parts.last);
    if (!head_is_date) continue;
    const bool own = parts.weekday || parts.month || parts.year || parts.relative_day;
    std::optional<DateInterval> date = by_told && !own ? resolve_told(parts, told) : resolve(parts, future);
    if (!date.has_value()) {
      date.emplace();
      date->precision = "open";
    } else if (parts.since) {
      date->to.reset();
    }
    date->text = tree_.text(parts.first, parts.last);
    return date;
  }
  return std::nullopt;
}

std::optional<DateInterval> DateReader::read_words(TokenId first, TokenId last) const {
  std::vector<TokenId> words;
  for (TokenId t = first; t <= last; ++t) words.push_back(t);
  const Parts parts = collect(words);
  if (parts.first < 0) return std::nullopt;
  std::optional<DateInterval> date = resolve(parts, false);
  if (date.has_value()) date->text = tree_.text(parts.first, parts.last);
  return date;
}

std::optional<DateInterval> DateReader::back_from(const std::string& day, TokenId first, TokenId last) const {
  std::vector<TokenId> words;
  for (TokenId t = first; t <= last; ++t) words.push_back(t);
  Parts parts = collect(words);
  if (!parts.unit.has_value()) return std::nullopt;
  parts.told = -1;
  std::optional<DateInterval> date = resolve_told(parts, day);
  if (date.has_value()) date->text = tree_.text(first, last);
  return date;
}

std::optional<DateInterval> DateReader::of_article() const {
  if (!anchor_.has_value()) return std::nullopt;
  return interval(*anchor_, *anchor_, "day");
}

bool DateReader::lies_ahead(const DateInterval& date, bool promised) const {
  if (!anchor_.has_value() || !date.from.has_value()) return false;
  if (*date.from > iso(*anchor_)) return true;
  const bool year_told = std::any_of(date.text.begin(), date.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool ended = date.to.has_value();
  return promised && ended && date.precision == "month" && !year_told && *date.to < iso(*anchor_ - kYear / 2);
}

bool DateReader::long_past(const DateInterval& date) const {
  if (!anchor_.has_value() || !date.to.has_value()) return false;
  return *date.to < iso(*anchor_ - kHistorical);
}

}  // namespace entente
