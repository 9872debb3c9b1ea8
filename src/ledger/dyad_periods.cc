#include "ledger/dyad_periods.h"

#include <chrono>

namespace entente {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month;

sys_days date_of(std::int64_t day) { return sys_days(days(day)); }
std::int64_t number_of(sys_days day) { return day.time_since_epoch().count(); }
year_month month_of(std::int64_t day) {
  const std::chrono::year_month_day date(date_of(day));
  return date.year() / date.month();
}
std::int64_t first_day(year_month month) { return number_of(sys_days(month / std::chrono::day(1))); }

// January, April, July, October for 3.
std::int64_t start_of_months(std::int64_t day, unsigned count) {
  const year_month month = month_of(day);
  return first_day(month - months((static_cast<unsigned>(month.month()) - 1) % count));
}

}  // namespace

std::int64_t period_start(std::int64_t day, DyadQuery::By by) {
  switch (by) {
    case DyadQuery::By::kDay: return day;
    case DyadQuery::By::kWeek:
      return number_of(date_of(day) - (std::chrono::weekday(date_of(day)) - std::chrono::Monday));
    case DyadQuery::By::kMonth: return start_of_months(day, 1);
    case DyadQuery::By::kQuarter: return start_of_months(day, 3);
    case DyadQuery::By::kYear: return start_of_months(day, 12);
  }
  return day;
}

std::int64_t next_period(std::int64_t first_day_of_one, DyadQuery::By by) {
  switch (by) {
    case DyadQuery::By::kDay: return first_day_of_one + 1;
    case DyadQuery::By::kWeek: return first_day_of_one + 7;
    case DyadQuery::By::kMonth: return first_day(month_of(first_day_of_one) + months(1));
    case DyadQuery::By::kQuarter: return first_day(month_of(first_day_of_one) + months(3));
    case DyadQuery::By::kYear: return first_day(month_of(first_day_of_one) + months(12));
  }
  return first_day_of_one + 1;
}

}  // namespace entente
