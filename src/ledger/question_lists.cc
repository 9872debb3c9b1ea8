#include "ledger/question_lists.h"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

std::string select_of(const ListPlan& plan) {
  const std::string record = plan.id == "r.id" ? " JOIN record r ON r.key = abs(s.key)" : "";
  return "SELECT " + plan.key + ", " + plan.day + ", " + plan.id + plan.columns + " FROM " + plan.table + " s" + record;
}

void add_days_of(const ListPlan& plan, const DayRange& days, SqlFilter& filter) {
  if (plan.last_day.empty()) {
    add_days(filter, plan.day, days);
  } else {
    add_span(filter, plan.first_day, plan.last_day, days);
  }
}

Status find(Database& database, const ListPlan& plan, const std::optional<DayRange>& days,
            std::vector<KeyOnDay>& found) {
  SqlFilter filter = plan.filter;
  if (days) add_days_of(plan, *days, filter);
  return database.run(select_of(plan) + filter.where(), filter.values(), [&](const Row& row) {
    if (plan.keep && !plan.keep(row)) return;
    found.push_back({row.integer(0), row.integer(1), static_cast<std::uint64_t>(row.integer(2))});
  });
}

}  // namespace

Status each_key(Database& database, const ListPlan& plan, const DayRange& range, const VisitKeys& visit) {
  if (plan.in_windows) {
    return each_by_day(
        database, plan.table, range,
        [&](std::int64_t first, std::int64_t last, std::vector<KeyOnDay>& found) {
          return find(database, plan, DayRange{first, last}, found);
        },
        visit);
  }
  std::vector<KeyOnDay> found;
  ENTENTE_CHECK_OK(find(database, plan, range.all ? std::nullopt : std::optional<DayRange>(range), found));
  return each_sorted(std::move(found), visit);
}

Result<std::int64_t> count_keys(Database& database, const ListPlan& plan, const DayRange& range, std::int64_t most) {
  SqlFilter filter = plan.filter;
  if (!range.all) add_days_of(plan, range, filter);
  if (!plan.keep) {
    Values values = filter.values();
    if (most > 0) values.emplace_back(most);
    ENTENTE_TRY(const std::optional<std::int64_t> count,
                database.find_integer("SELECT count(*) FROM (SELECT " + plan.key + " FROM " + plan.table + " s" +
                                          filter.where() + (most > 0 ? " LIMIT ?" : "") + ") found",
                                      values));
    return count.value_or(0);
  }
  std::int64_t count = 0;
  ENTENTE_CHECK_OK(database.run(select_of(plan) + filter.where(), filter.values(),
                                [&](const Row& row) { count += plan.keep(row) ? 1 : 0; }));
  return most > 0 ? std::min(count, most) : count;
}

Status each_loaded(Ledger& ledger, std::size_t kind, const ListPlan& plan, const DayRange& range,
                   const LoadOptions& options, const VisitLoaded& visit) {
  return each_key(ledger.impl().database(), plan, range, [&](const std::vector<std::int64_t>& keys) -> Result<bool> {
    ENTENTE_TRY(std::vector<LoadedAccount> accounts, load_accounts(ledger.impl(), kind, keys, options));
    for (LoadedAccount& account : accounts) {
      if (!visit(account)) return false;
    }
    return true;
  });
}

}  // namespace entente
