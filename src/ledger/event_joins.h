// Which mentions tell one event.
//
// A function of the set of mentions: their order and how they are batched do not matter. Every choice is made among
//   mentions a few days apart, so that a ledger can join again only the days around what has come in.
// Source: docs/formats/ledger.md, "How records are joined".
#ifndef ENTENTE_LEDGER_EVENT_JOINS_H_
#define ENTENTE_LEDGER_EVENT_JOINS_H_

#include <cstdint>
#include <vector>

#include "ledger/event_mention.h"

namespace entente {

// The result for mentions whose anchors lie in [a, b] depends on no mention outside [a - kMarginDays, b + kMarginDays];
// that of mentions without a day only on others without one.
constexpr std::int32_t kMarginDays = 20;

// For mentions of one family: for each the index of the mention that founds its event, which is its own where it founds
// one: of the event's mentions the earliest published, then the one with the least record key. Record keys differ.
[[nodiscard]] std::vector<std::uint32_t> join_events(const std::vector<EventMention>& mentions);

}  // namespace entente

#endif  // ENTENTE_LEDGER_EVENT_JOINS_H_
