#include "ledger/event_clusters.h"

#include <algorithm>

#include "ledger/event_score.h"

namespace entente {
namespace {

// A cluster is judged by its fullest tellings: enough to keep chains out, few enough for an act that all the world
// tells.
constexpr std::size_t kMostCompared = 12;
// Below, one telling speaks against the join whatever the others say.
constexpr double kLeastPairScore = 1.5;
constexpr std::uint32_t kMaskBits = 64;

std::uint64_t bit(std::uint32_t hash) { return std::uint64_t{1} << (hash % kMaskBits); }

std::uint64_t mask_of(const JoinParties& parties) {
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < parties.size; ++i) {
    const JoinActor& actor = parties.list[i];
    if (actor.code == 0) return ~std::uint64_t{0};
    mask |= bit(actor.code);
    if (actor.name != 0) mask |= bit(actor.name);
  }
  return mask == 0 ? ~std::uint64_t{0} : mask;
}

}  // namespace

const EventMention& EventClusters::mention_of(std::uint32_t telling) const {
  return mentions_[tellings_[telling].mentions.front()];
}

template <class Visit>
void EventClusters::for_each_key(std::uint32_t telling, Visit visit) const {
  const EventMention& mention = mention_of(telling);
  for (const JoinParties* parties : {&mention.actor, &mention.recipient}) {
    for (std::size_t i = 0; i < parties->size; ++i) {
      if (const std::uint32_t key = actor_key(parties->list[i]); key != 0) visit(key);
    }
  }
}

void EventClusters::found(std::uint32_t telling, std::int64_t slot) {
  clusters_.push_back({slot, {}, {}});
  seen_.push_back(0);
  join(size() - 1, telling);
}

void EventClusters::join(std::uint32_t cluster, std::uint32_t telling) {
  Cluster& to = clusters_[cluster];
  to.tellings.push_back(telling);
  for (const std::uint32_t mention : tellings_[telling].mentions) to.articles.push_back(mentions_[mention].article);
  SlotIndex& index = slots_[to.slot];
  for_each_key(telling, [&](std::uint32_t key) {
    std::vector<Entry>& named = index[key];
    // Mostly the last; that a cluster stands twice in a list costs a look and no more.
    if (named.empty() || named.back().cluster != cluster)
      named.push_back(entry_of(cluster, mention_of(to.tellings.front())));
  });
}

EventClusters::Entry EventClusters::entry_of(std::uint32_t cluster, const EventMention& mention) {
  return {cluster, mention.status, mention.joint || mention.reciprocal, mask_of(mention.actor),
          mask_of(mention.recipient)};
}

// False only where fit() with the first telling is empty for its status or its parties; that saves reading it.
bool EventClusters::may_fit(const Entry& a, const Entry& b) {
  if (a.status != b.status) return false;
  return a.joint || b.joint || ((a.actors & b.actors) != 0 && (a.recipients & b.recipients) != 0);
}

std::optional<double> EventClusters::fit(std::uint32_t cluster, std::uint32_t telling) const {
  const Cluster& to = clusters_[cluster];
  double sum = 0;
  const std::size_t compared = std::min(to.tellings.size(), kMostCompared);
  for (std::size_t i = 0; i < compared; ++i) {
    const std::optional<double> score = event_score(mention_of(to.tellings[i]), mention_of(telling));
    if (!score || *score < kLeastPairScore) return std::nullopt;
    sum += *score;
  }
  for (const std::uint32_t mention : tellings_[telling].mentions) {
    if (std::find(to.articles.begin(), to.articles.end(), mentions_[mention].article) != to.articles.end())
      return std::nullopt;
  }
  return sum / static_cast<double>(compared);
}

std::optional<EventClusters::Choice> EventClusters::best(std::uint32_t telling, std::int64_t slot, double cost,
                                                         const std::vector<bool>* among) const {
  const auto found = slots_.find(slot);
  if (found == slots_.end()) return std::nullopt;
  std::optional<Choice> best;
  ++search_;
  const Entry looked_for = entry_of(0, mention_of(telling));
  for_each_key(telling, [&](std::uint32_t key) {
    const auto named = found->second.find(key);
    if (named == found->second.end()) return;
    for (const Entry& entry : named->second) {
      const std::uint32_t cluster = entry.cluster;
      if (!may_fit(entry, looked_for) || seen_[cluster] == search_ || (among != nullptr && !(*among)[cluster]))
        continue;
      seen_[cluster] = search_;
      const std::optional<double> score = fit(cluster, telling);
      if (!score || *score - cost < kJoinScore) continue;
      // Of equals the one founded first, which tells more.
      const double points = *score - cost;
      if (!best || points > best->score || (points == best->score && cluster < best->cluster))
        best = Choice{cluster, points};
    }
  });
  return best;
}

}  // namespace entente
