// A question's rows, newest first, without holding them all: stretch of days by stretch of days, each as long as what
// was found before makes good.
#ifndef ENTENTE_LEDGER_DAY_WINDOWS_H_
#define ENTENTE_LEDGER_DAY_WINDOWS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "entente/result.h"
#include "ledger/question_days.h"
#include "store/database.h"

namespace entente {

struct FoundAccount {
  std::int64_t key = 0;
  std::int64_t day = 0;
  std::uint64_t id = 0;
};

constexpr std::int64_t kLongWindow = 1000;  // days; a stretch that is longer goes to the end

// Adds to `found` the accounts of these days, both included, in any order; one may come more than once.
using FindAccounts = std::function<Status(std::int64_t first, std::int64_t last, std::vector<FoundAccount>& found)>;
// False to stop.
using VisitKeys = std::function<Result<bool>(const std::vector<std::int64_t>& keys)>;

// Newest first, then by id; undated accounts last, where no days are asked for. `table` has an index on its column
// `day`.
[[nodiscard]] Status each_by_day(Database& database, const std::string& table, const DayRange& range,
                                 const FindAccounts& find, const VisitKeys& visit);

// Of all at once, for kinds of which a ledger holds few.
[[nodiscard]] Status each_sorted(std::vector<FoundAccount> found, const VisitKeys& visit);

}  // namespace entente

#endif  // ENTENTE_LEDGER_DAY_WINDOWS_H_
