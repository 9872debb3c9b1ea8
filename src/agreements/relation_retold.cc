// What is told of two actors more than once: one record a relation, in which later words add what the first left out.
#include <algorithm>
#include <utility>

#include "agreements/relation_frames.h"
#include "agreements/relations.h"

namespace entente {
namespace {

// A state and whoever acts for it, but not those who fight or oppose it.
bool same_side(const Knowledge& knowledge, const Actor& a, const Actor& b) {
  if (a.code != b.code) return false;
  const auto apart = [&](const Actor& actor) {
    return knowledge.in_set("relation_apart", fold_case(actor.sector.value_or("")));
  };
  return a.sector == b.sector || ((a.type == "state" || b.type == "state") && !apart(a) && !apart(b));
}

bool same_pair(const Knowledge& knowledge, const Relation& x, const Relation& y) {
  if (same_side(knowledge, *x.a, *y.a) && same_side(knowledge, *x.b, *y.b)) return true;
  return !x.directed && same_side(knowledge, *x.a, *y.b) && same_side(knowledge, *x.b, *y.a);
}

bool same_date(const std::optional<DateInterval>& x, const std::optional<DateInterval>& y) {
  return !x.has_value() || !y.has_value() || x->from == y->from;
}

// Ties that were broken and ties restored, a war of one year and one of another: two records.
bool contradicts(const Relation& x, const Relation& y) {
  if (x.negated != y.negated) return true;
  if (x.since.has_value() && y.until.has_value() && !x.until.has_value() && !y.since.has_value()) return true;
  if (y.since.has_value() && x.until.has_value() && !y.until.has_value() && !x.since.has_value()) return true;
  return !same_date(x.since, y.since) && !same_date(x.until, y.until);
}

void join(Relation& first, const Relation& later) {
  if (!first.since.has_value()) first.since = later.since;
  if (!first.until.has_value()) first.until = later.until;
  if (later.trend.has_value() && (!first.trend.has_value() || first.trend == "steady")) first.trend = later.trend;
  for (const Why& why : later.why) {
    const auto same = [&](const Why& w) { return w.rule == why.rule && w.detail == why.detail; };
    if (std::none_of(first.why.begin(), first.why.end(), same)) first.why.push_back(why);
  }
  first.confidence = std::max(first.confidence, later.confidence);
  const auto known = [&](const Evidence& e) {
    return std::any_of(first.evidence.begin(), first.evidence.end(),
                       [&](const Evidence& f) { return f.span == e.span; });
  };
  for (const Evidence& evidence : later.evidence) {
    if (!known(evidence)) first.evidence.push_back(evidence);
  }
}

}  // namespace

void settle_neutral(const Knowledge& knowledge, std::vector<FoundRelation>& found) {
  using Tone = RelationType::Tone;
  for (FoundRelation& ties : found) {
    if (!ties.frame->neutral) continue;
    const Tone own = knowledge.relations.types.at(ties.relation.type).tone;
    for (const FoundRelation& other : found) {
      const RelationType& type = knowledge.relations.types.at(other.relation.type);
      if (other.frame->neutral || type.directed || !same_pair(knowledge, ties.relation, other.relation)) continue;
      const bool turns = type.tone != own;
      // A frame with a trend of its own ("drew closer") says of which tone it is.
      if (turns && (!ties.frame->trend.empty() || own == Tone::kHostile)) continue;
      if (other.relation.type == "war" || other.relation.type == "conflict") continue;
      ties.relation.type = other.relation.type;
      if (turns) ties.relation.trend = ties.hostile_trend.empty() ? std::nullopt : std::optional(ties.hostile_trend);
      break;
    }
  }
}

void join_retold(const Knowledge& knowledge, std::vector<FoundRelation>& found) {
  std::vector<FoundRelation> kept;
  for (FoundRelation& next : found) {
    const auto first = std::find_if(kept.begin(), kept.end(), [&](const FoundRelation& k) {
      return k.relation.type == next.relation.type && same_pair(knowledge, k.relation, next.relation) &&
             !contradicts(k.relation, next.relation);
    });
    if (first == kept.end()) {
      kept.push_back(std::move(next));
    } else {
      join(first->relation, next.relation);
    }
  }
  found = std::move(kept);
}

}  // namespace entente
