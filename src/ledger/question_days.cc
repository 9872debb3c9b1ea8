#include "ledger/question_days.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>

namespace entente {
namespace {

constexpr std::int64_t kFirstDay = -719528;  // 0000-01-01
constexpr std::int64_t kLastDay = 2932896;   // 9999-12-31

std::optional<int> digits(std::string_view text, std::size_t count) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.size() != count || read.ptr != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return number;
}

std::optional<std::int64_t> day_of(const std::string& text, bool at_end) {
  using std::chrono::day;
  using std::chrono::month;
  using std::chrono::year;
  const bool has_month = text.size() > 4;
  const bool has_day = text.size() > 7;
  if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return std::nullopt;
  const std::optional<int> y = digits(std::string_view(text).substr(0, 4), 4);
  const std::optional<int> m = has_month
                                   ? digits(std::string_view(text).substr(5, has_day ? 2 : std::string_view::npos), 2)
                                   : std::optional<int>(at_end ? 12 : 1);
  const std::optional<int> d =
      has_day ? digits(std::string_view(text).substr(8), 2) : std::optional<int>(at_end ? 31 : 1);
  if (!y || !m || !d) return std::nullopt;
  std::chrono::year_month_day date = year(*y) / month(static_cast<unsigned>(*m)) / day(static_cast<unsigned>(*d));
  if (!has_day && at_end && date.month().ok()) date = date.year() / date.month() / std::chrono::last;
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

Error no_date(const std::string& text) {
  return {ErrorCode::kUsage, "no date: \"" + text + "\"; dates are written 2022-03-11, 2022-03 or 2022", ""};
}

}  // namespace

Result<DayRange> day_range(const std::string& since, const std::string& until) {
  DayRange range{kFirstDay, kLastDay, since.empty() && until.empty()};
  if (!since.empty()) {
    const std::optional<std::int64_t> day = day_of(since, false);
    if (!day) return no_date(since);
    range.first = *day;
  }
  if (!until.empty()) {
    const std::optional<std::int64_t> day = day_of(until, true);
    if (!day) return no_date(until);
    range.last = *day;
  }
  if (range.first > range.last) {
    return Error{ErrorCode::kUsage, "nothing lies between " + since + " and " + until, ""};
  }
  return range;
}

std::string iso_day(std::int64_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace entente
