#include "ledger/relation_intervals.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

namespace entente {
namespace {

Trend trend_of(const std::optional<std::string>& word) {
  if (!word) return Trend::kNone;
  return *word == "deepening"   ? Trend::kDeepening
         : *word == "weakening" ? Trend::kWeakening
         : *word == "steady"    ? Trend::kSteady
                                : Trend::kNone;
}

std::uint64_t side_key(const std::optional<Actor>& side, const JoinTables& tables) {
  return side ? speaker_key(join_actor(*side, tables)) : 0;
}

// The last day of which a mention speaks.
std::int32_t spoken_day(const RelationMention& mention) {
  return mention.until != kNoDay ? mention.until : mention.day != kNoDay ? mention.day : mention.since;
}

std::int32_t first_day(const RelationMention& mention) {
  return mention.since != kNoDay ? mention.since : spoken_day(mention);
}

void set_days(const Relation& relation, std::int32_t published_day, RelationMention& mention) {
  mention.published_day = published_day;
  const MentionDate date = mention_date(relation.date);
  mention.day = date.from != kNoDay ? date.to : published_day;
  mention.since = mention_date(relation.since).from;
  mention.until = mention_date(relation.until).to;
  if (mention.until != kNoDay && mention.since > mention.until) mention.since = kNoDay;
}

class IntervalJoiner {
 public:
  explicit IntervalJoiner(const std::vector<RelationMention>& mentions) : mentions_(mentions) {}

  std::vector<JoinedRelation> run() {
    std::vector<std::uint32_t> order(mentions_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return time_key(a) < time_key(b); });
    for (const std::uint32_t i : order) add(i);
    for (JoinedRelation& interval : intervals_) finish(interval);
    std::stable_sort(intervals_.begin(), intervals_.end(), [&](const JoinedRelation& a, const JoinedRelation& b) {
      return std::tuple(a.from == kNoDay, a.from, mentions_[a.founder].record) <
             std::tuple(b.from == kNoDay, b.from, mentions_[b.founder].record);
    });
    return intervals_;
  }

 private:
  // What is told of a day before its end comes before the end.
  [[nodiscard]] std::tuple<bool, std::int32_t, bool, std::int32_t, std::uint64_t> time_key(std::uint32_t i) const {
    const RelationMention& m = mentions_[i];
    const std::int32_t day = spoken_day(m);
    return {day == kNoDay, day, m.negated || m.until != kNoDay, m.published_day, m.record};
  }
  [[nodiscard]] std::tuple<bool, std::int32_t, std::uint64_t> told_key(std::uint32_t i) const {
    return {mentions_[i].published_day == kNoDay, mentions_[i].published_day, mentions_[i].record};
  }

  void add(std::uint32_t i) {
    const RelationMention& mention = mentions_[i];
    const std::int32_t day = spoken_day(mention);
    if (intervals_.empty() || (!goes_on(mention) && day != kNoDay)) {
      intervals_.emplace_back();
      intervals_.back().negated = mention.negated;
      intervals_.back().from = earliest(first_day(mention));
    }
    JoinedRelation& interval = intervals_.back();
    interval.mentions.push_back(i);
    if (day == kNoDay) return;
    if (interval.from == kNoDay) interval.from = earliest(first_day(mention));
    if (mention.since != kNoDay && !mention.negated) interval.from = std::min(interval.from, earliest(mention.since));
    if (mention.trend != Trend::kNone) interval.trend = mention.trend;
    const bool ends = mention.negated || mention.until != kNoDay;
    if (!interval.negated && ends && interval.to == kNoDay) interval.to = day;
  }

  // Whether the mention speaks of the latest interval.
  [[nodiscard]] bool goes_on(const RelationMention& mention) const {
    const JoinedRelation& latest = intervals_.back();
    if (latest.negated) return mention.negated;
    if (latest.to == kNoDay || mention.negated) return true;
    // It has ended: another mention of the same past, or a new beginning.
    return spoken_day(mention) <= latest.to || (mention.until != kNoDay && first_day(mention) <= latest.to);
  }

  // An interval begins after the one before it has ended, whatever a later article says of its age.
  [[nodiscard]] std::int32_t earliest(std::int32_t since) const {
    if (intervals_.size() < 2) return since;
    const JoinedRelation& before = intervals_[intervals_.size() - 2];
    const std::int32_t end = before.to != kNoDay ? before.to : before.from;
    return end == kNoDay ? since : std::max(since, end);
  }

  void finish(JoinedRelation& interval) const {
    std::vector<std::uint32_t>& mentions = interval.mentions;  // by the day of which they speak
    interval.first = interval.last = mentions.front();
    for (const std::uint32_t i : mentions) {
      const std::int32_t day = spoken_day(mentions_[i]);
      if (day == kNoDay) continue;
      if (first_day(mentions_[i]) < first_day(mentions_[interval.first])) interval.first = i;
      interval.last = i;
    }
    std::sort(mentions.begin(), mentions.end(),
              [&](std::uint32_t a, std::uint32_t b) { return told_key(a) < told_key(b); });
    interval.founder = mentions.front();
    // Told to begin on a later day ("from next year"), and ended before that.
    if (interval.to != kNoDay && interval.from > interval.to) interval.from = interval.to;
  }

  const std::vector<RelationMention>& mentions_;
  std::vector<JoinedRelation> intervals_;
};

}  // namespace

std::uint64_t relation_block(const Relation& relation, const JoinTables& tables) {
  std::uint64_t a = side_key(relation.a, tables);
  std::uint64_t b = side_key(relation.b, tables);
  if (!relation.directed && b < a) std::swap(a, b);
  return mix64(mix64(mix64(hash64(relation.type) ^ (relation.directed ? 1U : 0U)) ^ a) + b);
}

RelationDays relation_days(const Relation& relation, std::int32_t published_day) {
  RelationMention mention;
  set_days(relation, published_day, mention);
  return {first_day(mention), spoken_day(mention)};
}

RelationMention relation_mention(const Relation& relation, const MentionContext& context, const JoinTables& tables) {
  RelationMention mention;
  mention.record = record_key(relation.id);
  mention.article = context.article;
  mention.copy_group = context.copy_group;
  set_days(relation, context.published_day, mention);
  mention.block = relation_block(relation, tables);
  mention.confidence = static_cast<float>(relation.confidence);
  mention.trend = trend_of(relation.trend);
  mention.negated = relation.negated;
  return mention;
}

std::vector<JoinedRelation> join_relations(const std::vector<RelationMention>& mentions) {
  return IntervalJoiner(mentions).run();
}

}  // namespace entente
