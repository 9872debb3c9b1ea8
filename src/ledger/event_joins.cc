#include "ledger/event_joins.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "ledger/event_clusters.h"
#include "ledger/event_score.h"

namespace entente {
namespace {

// How many days after the act news without a date of its own still tells it, and how far from an interval's middle an
// act of that interval may lie. kMarginDays follows from these two and from the steps below.
constexpr std::int32_t kReachDays = 2;
constexpr std::int32_t kIntervalReachDays = 3;
constexpr std::int32_t kLongestInterval = 2 * kIntervalReachDays + 1;

double day_cost(std::int32_t days, const EventMention& mention) {
  const double cost = days == 0 ? 0 : days == 1 ? kNextDayCost : kSecondDayCost;
  return mention.daily ? kDailyFactor * cost : cost;
}

class Joiner {
 public:
  explicit Joiner(const std::vector<EventMention>& mentions)
      : mentions_(mentions),
        stated_(mentions, tellings_),
        undated_(mentions, tellings_),
        intervals_(mentions, tellings_) {}

  std::vector<std::uint32_t> run() {
    rank_mentions();
    bundle_copies();
    sort_tellings();
    for (const std::uint32_t telling : of_kind_[0]) settle(stated_, telling, day(telling), 0);
    attach_undated();
    for (const std::uint32_t telling : rest_)
      settle(undated_, telling, day(telling), day(telling) == kNoDay ? kNoDayCost : 0);
    rest_.clear();
    link_undated();
    attach_intervals();
    for (const std::uint32_t telling : rest_) settle(intervals_, telling, interval_slot(telling), 0);
    return founders();
  }

 private:
  using Choice = EventClusters::Choice;

  [[nodiscard]] const EventMention& mention(std::uint32_t telling) const {
    return mentions_[tellings_[telling].mentions.front()];
  }
  [[nodiscard]] std::int32_t day(std::uint32_t telling) const { return anchor_day(mention(telling)); }
  [[nodiscard]] std::int64_t interval_slot(std::uint32_t telling) const {
    const MentionDate& date = mention(telling).date;
    return (static_cast<std::int64_t>(date.from) << 32U) ^
           static_cast<std::int64_t>(static_cast<std::uint32_t>(date.to));
  }

  void rank_mentions() {
    struct Key {
      int tells = 0;
      float confidence = 0;
      std::uint64_t record = 0;
      std::uint32_t mention = 0;
    };
    std::vector<Key> keys(mentions_.size());
    for (std::uint32_t i = 0; i < keys.size(); ++i)
      keys[i] = {specificity(mentions_[i]), mentions_[i].confidence, mentions_[i].record, i};
    std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
      if (a.tells != b.tells) return a.tells > b.tells;
      return a.confidence != b.confidence ? a.confidence > b.confidence : a.record < b.record;
    });
    rank_.resize(keys.size());
    for (std::uint32_t i = 0; i < keys.size(); ++i) rank_[keys[i].mention] = i;
  }

  // Near-copies tell a record with the same words, on the same anchor; each article has it once.
  void bundle_copies() {
    using Key = std::tuple<std::uint64_t, std::int32_t, std::uint8_t, std::uint8_t>;
    struct Entry {
      Key key;  // of what may be one
      DateClass kind = DateClass::kNone;
      std::uint32_t rank = 0;
      std::uint32_t mention = 0;
    };
    std::vector<Entry> entries(mentions_.size());
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
      const EventMention& one = mentions_[i];
      entries[i] = {{one.copy_group, anchor_day(one), one.family, one.type}, one.date.kind, rank_[i], i};
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.key, a.kind, a.rank) < std::tie(b.key, b.kind, b.rank);
    });
    tellings_.reserve(entries.size());
    std::size_t first = 0;  // of the tellings with this key
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i == 0 || entries[i].key != entries[i - 1].key) first = tellings_.size();
      const std::uint32_t mention = entries[i].mention;
      const auto copied = std::find_if(tellings_.begin() + static_cast<std::ptrdiff_t>(first), tellings_.end(),
                                       [&](const Telling& telling) { return is_copy(mention, telling); });
      if (copied == tellings_.end()) {
        tellings_.push_back({{mention}});
      } else {
        copied->mentions.push_back(mention);
      }
    }
  }

  [[nodiscard]] bool is_copy(std::uint32_t index, const Telling& telling) const {
    const EventMention& one = mentions_[index];
    return is_copied_record(mentions_[telling.mentions.front()], one) &&
           std::none_of(telling.mentions.begin(), telling.mentions.end(),
                        [&](std::uint32_t other) { return mentions_[other].article == one.article; });
  }

  // Day by day, so that what is compared lies together in the cache; within a day by rank.
  void sort_tellings() {
    std::vector<std::pair<std::int32_t, std::uint32_t>> keys(mentions_.size());
    for (std::uint32_t i = 0; i < keys.size(); ++i) keys[i] = {anchor_day(mentions_[i]), rank_[i]};
    std::sort(tellings_.begin(), tellings_.end(),
              [&](const Telling& a, const Telling& b) { return keys[a.mentions.front()] < keys[b.mentions.front()]; });
    for (std::uint32_t i = 0; i < tellings_.size(); ++i) {
      const DateClass kind = mention(i).date.kind;
      of_kind_[kind == DateClass::kStated ? 0 : kind == DateClass::kInterval ? 2 : 1].push_back(i);
    }
  }

  static void settle(EventClusters& clusters, std::uint32_t telling, std::int64_t slot, double cost) {
    if (const auto choice = clusters.best(telling, slot, cost)) {
      clusters.join(choice->cluster, telling);
    } else {
      clusters.found(telling, slot);
    }
  }

  // The best choice over some slots, the cheapest first: of equals it wins.
  static void better(std::optional<Choice>& best, const std::optional<Choice>& next) {
    if (next && (!best || next->score > best->score)) best = next;
  }

  // All choose while no cluster changes, so that no choice hangs on another one far away; then each cluster takes those
  // who chose it, the fullest first, as long as they fit what it has taken. The others are left in rest_.
  void take(const std::map<std::uint32_t, std::vector<std::uint32_t>>& chosen) {
    for (const auto& [cluster, tellings] : chosen) {
      for (const std::uint32_t telling : tellings) {
        const std::optional<double> score = stated_.fit(cluster, telling);
        if (score && *score >= kJoinScore) {
          stated_.join(cluster, telling);
        } else {
          rest_.push_back(telling);
        }
      }
    }
    std::sort(rest_.begin(), rest_.end());
  }

  void attach_undated() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> chosen;
    for (const std::uint32_t telling : of_kind_[1]) {
      std::optional<Choice> best;
      for (std::int32_t back = 0; back <= kReachDays && day(telling) != kNoDay; ++back)
        better(best, stated_.best(telling, day(telling) - back, day_cost(back, mention(telling))));
      if (best) {
        chosen[best->cluster].push_back(telling);
      } else {
        rest_.push_back(telling);
      }
    }
    take(chosen);
  }

  void attach_intervals() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> chosen;
    for (const std::uint32_t telling : of_kind_[2]) {
      const MentionDate& date = mention(telling).date;
      std::optional<Choice> best;
      for (std::int32_t day = date.from; date.to - date.from < kLongestInterval && day <= date.to; ++day)
        better(best, stated_.best(telling, day, kIntervalCost));
      if (best) {
        chosen[best->cluster].push_back(telling);
      } else {
        rest_.push_back(telling);
      }
    }
    take(chosen);
  }

  // What one day's articles tell without a date may be what those of the day before told. A cluster that fits none of
  // the days before is a first telling; the others go to the best of these, or stay alone where only others of their
  // kind precede them: so no chain of days arises.
  void link_undated() {
    const std::uint32_t size = undated_.size();
    std::vector<bool> is_first(size);
    for (std::uint32_t i = 0; i < size; ++i) is_first[i] = !earlier(i, nullptr);
    links_.assign(size, 0);
    std::iota(links_.begin(), links_.end(), 0U);
    for (std::uint32_t i = 0; i < size; ++i) {
      if (is_first[i]) continue;
      if (const auto to = earlier(i, &is_first)) links_[i] = to->cluster;
    }
    resolve_links();
  }

  // The best of the clusters of the days before, of all or of those marked.
  [[nodiscard]] std::optional<Choice> earlier(std::uint32_t cluster, const std::vector<bool>* among) const {
    std::optional<Choice> best;
    const std::int64_t slot = undated_.slot(cluster);
    if (slot == kNoDay) return best;
    const std::uint32_t first = undated_.tellings(cluster).front();
    for (std::int32_t back = 1; back <= kReachDays; ++back)
      better(best, undated_.best(first, slot - back, day_cost(back, mention(first)), among));
    return best;
  }

  // Several clusters may have chosen one: each must fit what those before it have brought.
  void resolve_links() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> chosen;
    for (std::uint32_t i = 0; i < links_.size(); ++i) {
      if (links_[i] != i) chosen[links_[i]].push_back(i);
    }
    for (auto& [to, clusters] : chosen) {
      std::sort(clusters.begin(), clusters.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(undated_.slot(a), a) < std::pair(undated_.slot(b), b);
      });
      for (const std::uint32_t cluster : clusters) {
        if (!add_cluster(to, cluster)) links_[cluster] = cluster;
      }
    }
  }

  // False, and nothing is added, where a telling does not fit.
  bool add_cluster(std::uint32_t to, std::uint32_t cluster) {
    const std::vector<std::uint32_t> tellings = undated_.tellings(cluster);
    for (const std::uint32_t telling : tellings) {
      if (!undated_.fit(to, telling)) return false;
    }
    for (const std::uint32_t telling : tellings) undated_.join(to, telling);
    return true;
  }

  [[nodiscard]] bool founds_before(std::uint32_t a, std::uint32_t b) const {
    const std::int32_t day_a = mentions_[a].published_day;
    const std::int32_t day_b = mentions_[b].published_day;
    if (day_a != day_b) return day_b == kNoDay || (day_a != kNoDay && day_a < day_b);
    return mentions_[a].record < mentions_[b].record;
  }

  void add_founders(const EventClusters& clusters, std::vector<std::uint32_t>& result) const {
    for (std::uint32_t i = 0; i < clusters.size(); ++i) {
      if (&clusters == &undated_ && links_[i] != i) continue;  // told with the one it was added to
      std::uint32_t founder = tellings_[clusters.tellings(i).front()].mentions.front();
      for (const std::uint32_t telling : clusters.tellings(i)) {
        for (const std::uint32_t one : tellings_[telling].mentions) {
          if (founds_before(one, founder)) founder = one;
        }
      }
      for (const std::uint32_t telling : clusters.tellings(i)) {
        for (const std::uint32_t one : tellings_[telling].mentions) result[one] = founder;
      }
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> founders() const {
    std::vector<std::uint32_t> result(mentions_.size());
    for (const EventClusters* clusters : {&stated_, &undated_, &intervals_}) add_founders(*clusters, result);
    return result;
  }

  const std::vector<EventMention>& mentions_;
  std::vector<std::uint32_t> rank_;        // by mention: the fullest first, then the surest, then by record key
  std::vector<Telling> tellings_;          // by day, then by rank
  std::vector<std::uint32_t> of_kind_[3];  // tellings: with a stated day, without one, with an interval
  EventClusters stated_, undated_, intervals_;
  std::vector<std::uint32_t> rest_;   // tellings that no stated day has taken
  std::vector<std::uint32_t> links_;  // by cluster of undated_: the one that it was added to, else itself
};

}  // namespace

std::vector<std::uint32_t> join_events(const std::vector<EventMention>& mentions) { return Joiner(mentions).run(); }

}  // namespace entente
