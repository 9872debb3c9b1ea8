// An event as one article tells it, cut down to what decides whether another article tells the same one.
//
// A plain value of under 300 bytes without strings or pointers: names and codes are hashes.
// Threads: values.
// Source: docs/formats/ledger.md.
#ifndef ENTENTE_LEDGER_EVENT_MENTION_H_
#define ENTENTE_LEDGER_EVENT_MENTION_H_

#include <cmath>
#include <cstdint>
#include <string_view>

#include "entente/record.h"
#include "ledger/hashing.h"
#include "ledger/join_actor.h"
#include "ledger/near_copies.h"
#include "ledger/tables.h"

namespace entente {

enum class DateClass : std::uint8_t {
  kStated,    // a day that the text states
  kArticle,   // the article's own day stands in
  kNone,      // no date
  kInterval,  // several days, or a date open on one side
};

// Of the article that a record was read from.
struct MentionContext {
  std::uint64_t article = 0;            // article_key() of its id
  std::uint64_t copy_group = 0;         // the same for near-copies; of an article without copies its own key
  std::int32_t published_day = kNoDay;  // of near-copies the earliest
};
[[nodiscard]] inline std::uint64_t article_key(std::string_view id) { return hash64(id); }

struct MentionDate {
  DateClass kind = DateClass::kNone;
  std::int32_t from = kNoDay;  // of kStated and kInterval; else kNoDay
  std::int32_t to = kNoDay;
};
[[nodiscard]] MentionDate mention_date(const std::optional<DateInterval>& date);

// Actual and historical are one.
enum class StatusClass : std::uint8_t { kDone, kFuture, kHypothetical, kNegated };
[[nodiscard]] StatusClass status_class(std::string_view status);

struct EventMention {
  std::uint64_t record = 0;  // record_key() of its id
  std::uint64_t article = 0;
  std::uint64_t copy_group = 0;
  std::int32_t published_day = kNoDay;
  MentionDate date;
  JoinParties actor;
  JoinParties recipient;
  Wording wording;  // of the evidence without the words for its actors, place and date
  float confidence = 0;
  // Where: of a town both degrees, else NaN. `place` is the hash of its name, `place_country` of its country's code.
  float latitude = NAN, longitude = NAN;
  std::uint32_t place = 0, place_country = 0;
  // As stated, else -1.
  std::int32_t killed = -1, wounded = -1, arrested = -1, displaced = -1, crowd = -1;
  float amount = -1;
  std::uint32_t currency = 0;
  std::uint32_t mode = 0;   // hash; 0: none
  std::uint32_t near = 0;   // JoinType
  std::uint16_t cameo = 0;  // padded to four digits: "036" is 360; 0: none
  std::uint8_t cameo_digits = 0;
  std::uint8_t type = 0;
  std::uint8_t family = 0;  // 0: of a type that the tables don't know
  std::uint8_t content_words = 0;
  StatusClass status = StatusClass::kDone;
  bool joint = false, persons = false, daily = false;  // JoinType
  bool reciprocal = false;
};

[[nodiscard]] EventMention event_mention(const Event& event, const MentionContext& context, const JoinTables& tables);

// The day by which a mention is looked up: as stated, of an interval its middle, else the day of publication; kNoDay
// where there is none.
[[nodiscard]] std::int32_t anchor_day(const EventMention& mention);

// How much a mention tells; the fullest come first when mentions are joined.
[[nodiscard]] int specificity(const EventMention& mention);

}  // namespace entente

#endif  // ENTENTE_LEDGER_EVENT_MENTION_H_
