// Clusters of tellings while they grow: what is compared with whom.
//
// Threads: one per thread.
#ifndef ENTENTE_LEDGER_EVENT_CLUSTERS_H_
#define ENTENTE_LEDGER_EVENT_CLUSTERS_H_

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "ledger/event_mention.h"

namespace entente {

// A mention, or the records of near-copies that are one record told again.
struct Telling {
  std::vector<std::uint32_t> mentions;  // indices; the fullest first, which stands for all
};

// What is told, by slot (a day, or an interval) and by who is named. Within a slot the fullest tellings must come
// first, in an order that hangs on nothing but them. A view: mentions and tellings must outlive it.
class EventClusters {
 public:
  struct Choice {
    std::uint32_t cluster = 0;
    double score = 0;
  };

  EventClusters(const std::vector<EventMention>& mentions, const std::vector<Telling>& tellings)
      : mentions_(mentions), tellings_(tellings) {}

  void found(std::uint32_t telling, std::int64_t slot);
  void join(std::uint32_t cluster, std::uint32_t telling);

  // The cluster of the slot that the telling fits best, at a cost in points; empty where it fits none. `among`: by
  // cluster, whether it may be chosen; all may where it is null.
  [[nodiscard]] std::optional<Choice> best(std::uint32_t telling, std::int64_t slot, double cost,
                                           const std::vector<bool>* among = nullptr) const;
  // The points for the telling's being one with the whole cluster, empty where it cannot be.
  [[nodiscard]] std::optional<double> fit(std::uint32_t cluster, std::uint32_t telling) const;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(clusters_.size()); }
  [[nodiscard]] std::int64_t slot(std::uint32_t cluster) const { return clusters_[cluster].slot; }
  [[nodiscard]] const std::vector<std::uint32_t>& tellings(std::uint32_t cluster) const {
    return clusters_[cluster].tellings;
  }

 private:
  struct Cluster {
    std::int64_t slot = 0;
    std::vector<std::uint32_t> tellings;  // in the order in which they joined
    std::vector<std::uint64_t> articles;
  };
  // A cluster in the index, with what tells at a glance that a telling cannot be one with its first.
  struct Entry {
    std::uint32_t cluster = 0;
    StatusClass status = StatusClass::kDone;
    bool joint = false;
    std::uint64_t actors = 0, recipients = 0;  // a bit for each code and name; all where one is unknown or nobody named
  };
  using SlotIndex = std::unordered_map<std::uint32_t, std::vector<Entry>>;  // by actor_key()

  static Entry entry_of(std::uint32_t cluster, const EventMention& mention);
  static bool may_fit(const Entry& a, const Entry& b);

  [[nodiscard]] const EventMention& mention_of(std::uint32_t telling) const;
  template <class Visit>
  void for_each_key(std::uint32_t telling, Visit visit) const;

  const std::vector<EventMention>& mentions_;
  const std::vector<Telling>& tellings_;
  std::vector<Cluster> clusters_;
  std::unordered_map<std::int64_t, SlotIndex> slots_;
  mutable std::vector<std::uint32_t> seen_;  // by cluster: the last search that looked at it
  mutable std::uint32_t search_ = 0;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_EVENT_CLUSTERS_H_
