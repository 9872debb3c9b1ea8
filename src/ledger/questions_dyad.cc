// What two did to each other, counted by time. Only the tables of dyads and of coverage are read.
#include <algorithm>
#include <map>
#include <utility>

#include "ledger/actor_terms.h"
#include "ledger/dyad_periods.h"
#include "ledger/ledger_impl.h"
#include "ledger/question_days.h"
#include "ledger/question_filters.h"
#include "store/store.h"

namespace entente {
namespace {

constexpr double kTenths = 10;
constexpr std::size_t kMostRows = 200000;

// Rows by the first day of their time.
using Periods = std::map<std::int64_t, DyadRow>;

Status check(const DyadQuery& query) {
  for (const std::string& code : {query.actor, query.recipient}) {
    if (is_actor_code(code)) continue;
    return Error{ErrorCode::kUsage,
                 "no code of a state or organisation: \"" + code + "\"; a dyad is two such (RUS AZE)", ""};
  }
  if (query.actor == query.recipient) return Error{ErrorCode::kUsage, "a dyad is two different codes", ""};
  for (const std::string& type : query.types) {
    if (is_plover_type(type)) continue;
    return Error{ErrorCode::kUsage, "no PLOVER type: \"" + type + "\"; a dyad is counted by those (CONSULT)", ""};
  }
  return check_values("status", kEventKind, "status", query.statuses);
}

SqlFilter filter_of(const DyadQuery& query, const DayRange& range, const std::string& from, const std::string& to) {
  SqlFilter filter;
  filter.add("d.actor = ? AND d.recipient = ? AND d.day BETWEEN ? AND ?", {from, to, range.first, range.last});
  filter.add(in_view("d.layer", query.as_coded));
  filter.any_of("d.type", query.types);
  filter.any_of("d.status", query.statuses.empty() ? done_statuses() : query.statuses);
  return filter;
}

void add(DyadSide& side, const Row& row) {
  ++side.events;
  if (const std::int64_t quad = row.integer(2); quad >= 1 && quad <= 4)
    ++side.quads.at(static_cast<std::size_t>(quad - 1));
  if (!row.is_null(3)) {
    ++side.with_goldstein;
    side.goldstein_sum += static_cast<double>(row.integer(3));
  }
  if (!row.is_null(4)) {
    ++side.with_score;
    side.score_sum += static_cast<double>(row.integer(4));
  }
}

using DayEvent = std::pair<std::int64_t, std::int64_t>;

// Row by row, in the order of the table, which is that of days and events: cheaper than sums made by the database, and
// joint acts are found on the way. They stand in both directions: of both together they are one.
Status add_side(Database& database, const DyadQuery& query, const DayRange& range, bool forth,
                std::vector<DayEvent>& seen, Periods& periods) {
  const SqlFilter filter = forth ? filter_of(query, range, query.actor, query.recipient)
                                 : filter_of(query, range, query.recipient, query.actor);
  auto met = seen.begin();
  DyadRow* period = nullptr;
  std::int64_t end = 0;  // of the period: its rows follow each other
  return database.run(
      "SELECT d.day, d.event, d.quad, d.goldstein, d.score FROM dyad d" + filter.where() + " ORDER BY d.day, d.event",
      filter.values(), [&](const Row& row) {
        const DayEvent at{row.integer(0), row.integer(1)};
        if (period == nullptr || at.first >= end) {
          const std::int64_t start = period_start(at.first, query.by);
          period = &periods[start];
          end = next_period(start, query.by);
        }
        add(forth ? period->forth : period->back, row);
        if (forth) {
          seen.push_back(at);
          ++period->events;
          return;
        }
        while (met != seen.end() && *met < at) ++met;
        if (met == seen.end() || *met != at) ++period->events;
      });
}

Result<std::map<std::int64_t, std::int64_t>> coverage_of(Database& database, const DyadQuery& query,
                                                         const DayRange& range) {
  std::map<std::int64_t, std::int64_t> coverage;
  ENTENTE_CHECK_OK(
      database.run("SELECT day, events FROM coverage WHERE day BETWEEN ? AND ? AND " + in_view("layer", query.as_coded),
                   {range.first, range.last},
                   [&](const Row& row) { coverage[period_start(row.integer(0), query.by)] += row.integer(1); }));
  return coverage;
}

void finish(DyadSide& side) {
  side.goldstein_sum /= kTenths;
  side.score_sum /= kTenths;
}

// Coverage counts what happened: of what is only announced or denied no share can be told.
bool only_done(const std::vector<std::string>& statuses) {
  const std::vector<std::string>& done = done_statuses();
  return std::all_of(statuses.begin(), statuses.end(), [&](const std::string& status) {
    return std::find(done.begin(), done.end(), status) != done.end();
  });
}

// From the asked days, else from the first that anything is told of, to the last.
Result<std::vector<DyadRow>> rows_of(const DyadQuery& query, const DayRange& range, Periods periods,
                                     const std::map<std::int64_t, std::int64_t>& coverage) {
  std::vector<DyadRow> rows;
  if (periods.empty() && (query.since.empty() || query.until.empty())) return rows;
  const std::int64_t first = query.since.empty() ? periods.begin()->first : period_start(range.first, query.by);
  const std::int64_t last = query.until.empty() ? periods.rbegin()->first : range.last;
  for (std::int64_t start = first; start <= last; start = next_period(start, query.by)) {
    if (rows.size() == kMostRows) {
      return Error{ErrorCode::kUsage,
                   "more than " + std::to_string(kMostRows) + " rows; ask for less time, or by month", ""};
    }
    DyadRow row = periods[start];
    row.from = iso_day(std::max(start, range.first));
    row.to = iso_day(std::min(next_period(start, query.by) - 1, range.last));
    const auto covered = coverage.find(start);
    const std::int64_t happened = covered == coverage.end() ? 0 : covered->second;
    row.covered = happened > 0 || row.events > 0;
    if (only_done(query.statuses)) row.ledger_events = happened;
    finish(row.forth);
    finish(row.back);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

Result<std::vector<DyadRow>> dyad(Ledger& ledger, const DyadQuery& query) {
  ENTENTE_CHECK_OK(check(query));
  ENTENTE_TRY(const DayRange range, day_range(query.since, query.until));
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  Database& database = ledger.impl().database();
  Periods periods;
  std::vector<DayEvent> seen;
  ENTENTE_CHECK_OK(add_side(database, query, range, true, seen, periods));
  ENTENTE_CHECK_OK(add_side(database, query, range, false, seen, periods));
  ENTENTE_TRY(const auto coverage, coverage_of(database, query, range));
  return rows_of(query, range, std::move(periods), coverage);
}

}  // namespace entente
