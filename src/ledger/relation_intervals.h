// From when to when two stood to each other so, from many mentions.
//
// A function of the set of mentions. Source: docs/formats/ledger.md, "How records are joined".
#ifndef ENTENTE_LEDGER_RELATION_INTERVALS_H_
#define ENTENTE_LEDGER_RELATION_INTERVALS_H_

#include <cstdint>
#include <vector>

#include "entente/record.h"
#include "ledger/event_mention.h"

namespace entente {

enum class Trend : std::uint8_t { kNone, kDeepening, kWeakening, kSteady };

struct RelationMention {
  std::uint64_t record = 0;
  std::uint64_t article = 0;
  std::uint64_t copy_group = 0;
  std::int32_t published_day = kNoDay;
  std::int32_t day = kNoDay;    // of which it speaks: as stated, else of publication
  std::int32_t since = kNoDay;  // as stated: the first day it may mean
  std::int32_t until = kNoDay;  // as stated: the last day it may mean
  std::uint64_t block = 0;      // relation_block()
  float confidence = 0;
  Trend trend = Trend::kNone;
  bool negated = false;
};

[[nodiscard]] RelationMention relation_mention(const Relation& relation, const MentionContext& context,
                                               const JoinTables& tables);

// The first and the last day of which it speaks; kNoDay where neither the words nor the article tell one.
struct RelationDays {
  std::int32_t first = kNoDay, last = kNoDay;
};
[[nodiscard]] RelationDays relation_days(const Relation& relation, std::int32_t published_day);

// The block of mentions of one relation: its type and both sides, by country and group of sectors, else by name; in
// either order where it is not directed.
[[nodiscard]] std::uint64_t relation_block(const Relation& relation, const JoinTables& tables);

struct JoinedRelation {
  std::uint32_t founder = 0;                // earliest published, then least record key: the interval's id
  std::vector<std::uint32_t> mentions;      // by publication, then record key
  std::uint32_t first = 0, last = 0;        // mentions that speak of the earliest and of the latest day
  std::int32_t from = kNoDay, to = kNoDay;  // `to`: kNoDay where nothing ended it
  Trend trend = Trend::kNone;               // as told last
  bool negated = false;                     // only that it does not hold was told
};

// For the mentions of one block; by `from`.
[[nodiscard]] std::vector<JoinedRelation> join_relations(const std::vector<RelationMention>& mentions);

}  // namespace entente

#endif  // ENTENTE_LEDGER_RELATION_INTERVALS_H_
