// Days of queries: as people write them, and as the ledger's tables have them.
//
// Units: days since 1970-01-01.
#ifndef ENTENTE_LEDGER_QUESTION_DAYS_H_
#define ENTENTE_LEDGER_QUESTION_DAYS_H_

#include <cstdint>
#include <string>

#include "entente/result.h"

namespace entente {

struct DayRange {
  std::int64_t first = 0, last = 0;  // both included
  bool all = false;                  // nothing was asked for: records without a day count too
};

// "2022-03-11", "2022-03" or "2022": since the first day of it, until the last. kUsage for what is no date, and where
// nothing can lie between the two.
[[nodiscard]] Result<DayRange> day_range(const std::string& since, const std::string& until);

[[nodiscard]] std::string iso_day(std::int64_t day);

}  // namespace entente

#endif  // ENTENTE_LEDGER_QUESTION_DAYS_H_
