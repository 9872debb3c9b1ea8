// What the lists of statements, agreements, relations and disputes share: accounts found in a kind's table, then loaded
// page by page.
#ifndef ENTENTE_LEDGER_QUESTION_LISTS_H_
#define ENTENTE_LEDGER_QUESTION_LISTS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "entente/questions.h"
#include "ledger/actor_terms.h"
#include "ledger/day_windows.h"
#include "ledger/load_accounts.h"
#include "ledger/question_days.h"
#include "ledger/question_filters.h"

namespace entente {

// A query on one table, whose short name is `s`.
struct ListPlan {
  std::string table;
  std::string key = "s.key";
  std::string day = "s.day";        // by which they are ordered
  std::string first_day, last_day;  // of kinds that last: asked for by days, they are found by any of theirs
  std::string id = "r.id";          // the account's number
  std::string columns;              // that `keep` looks at: ", s.label"; columns count from 3
  SqlFilter filter;
  std::function<bool(const Row&)> keep;  // empty: all
  bool in_windows = false;               // of kinds of which a ledger holds many: needs an index on the day
};

[[nodiscard]] Status each_key(Database& database, const ListPlan& plan, const DayRange& range, const VisitKeys& visit);
[[nodiscard]] Result<std::int64_t> count_keys(Database& database, const ListPlan& plan, const DayRange& range,
                                              std::int64_t most);

// Each account, loaded; false to stop.
using VisitLoaded = std::function<bool(LoadedAccount& account)>;
[[nodiscard]] Status each_loaded(Ledger& ledger, std::size_t kind, const ListPlan& plan, const DayRange& range,
                                 const LoadOptions& options, const VisitLoaded& visit);

// The visitor of a query, stopped at its limit.
template <class T>
Visitor<T> up_to(std::int64_t limit, const Visitor<T>& each) {
  return [limit, each, shown = std::int64_t{0}](const T& account) mutable {
    return each(account) && (limit == 0 || ++shown < limit);
  };
}

}  // namespace entente

#endif  // ENTENTE_LEDGER_QUESTION_LISTS_H_
