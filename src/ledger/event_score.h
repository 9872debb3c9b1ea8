// How much speaks for two mentions telling one event.
//
// Source: docs/formats/ledger.md, "How records are joined".
#ifndef ENTENTE_LEDGER_EVENT_SCORE_H_
#define ENTENTE_LEDGER_EVENT_SCORE_H_

#include <optional>

#include "ledger/event_mention.h"

namespace entente {

// From this on two mentions of one day are one event.
constexpr double kJoinScore = 3.0;
// What days between the act as one tells it and as the other does, or a date that is no day, cost.
constexpr double kNextDayCost = 1.8;
constexpr double kSecondDayCost = 2.8;
constexpr double kDailyFactor = 1.4;  // times the cost of a day where the act is of a kind that is repeated day by day
constexpr double kIntervalCost = 1.5;
constexpr double kNoDayCost = 1.0;

// Without a view of the days. Empty where the two cannot be one: other statuses, families or parties, or one article.
[[nodiscard]] std::optional<double> event_score(const EventMention& a, const EventMention& b);

// Of two articles that copy each other: the same record, told twice.
[[nodiscard]] bool is_copied_record(const EventMention& a, const EventMention& b);

}  // namespace entente

#endif  // ENTENTE_LEDGER_EVENT_SCORE_H_
