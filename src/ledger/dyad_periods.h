// Stretches of time by which a dyad is counted.
//
// Units: days since 1970-01-01. Weeks begin on Monday (ISO 8601).
#ifndef ENTENTE_LEDGER_DYAD_PERIODS_H_
#define ENTENTE_LEDGER_DYAD_PERIODS_H_

#include <cstdint>

#include "entente/questions.h"

namespace entente {

[[nodiscard]] std::int64_t period_start(std::int64_t day, DyadQuery::By by);       // of the one that holds the day
[[nodiscard]] std::int64_t next_period(std::int64_t first_day, DyadQuery::By by);  // start of the one after

}  // namespace entente

#endif  // ENTENTE_LEDGER_DYAD_PERIODS_H_
