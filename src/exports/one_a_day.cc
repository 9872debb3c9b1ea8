#include "exports/one_a_day.h"

#include <algorithm>
#include <set>

namespace entente {
namespace {

std::string keys_of(const std::vector<Actor>& actors) {
  std::vector<std::string> keys;
  keys.reserve(actors.size());
  for (const Actor& actor : actors) keys.push_back(actor_key(actor));
  std::sort(keys.begin(), keys.end());
  std::string joined;
  for (const std::string& key : keys) joined += key + "\n";
  return joined;
}

bool before(const Mention& a, const Mention& b) {
  return std::tie(a.published, a.article, a.version, a.record) < std::tie(b.published, b.article, b.version, b.record);
}

// Near-copies of one article are one source, and which those are the ledger alone knows: no more than the sum of the
// sources, no more than the publishers.
int sources_of(const Account& account, std::int64_t sum) {
  std::set<std::string> publishers;
  for (const Mention& mention : account.mentions) {
    if (mention.publisher) publishers.insert(*mention.publisher);
  }
  if (publishers.empty()) return static_cast<int>(sum);
  return std::max(account.sources, static_cast<int>(std::min(sum, static_cast<std::int64_t>(publishers.size()))));
}

int articles_of(const Account& account) {
  std::set<std::string> articles;
  for (const Mention& mention : account.mentions) articles.insert(mention.article);
  return std::max(account.articles, static_cast<int>(articles.size()));
}

}  // namespace

void OneADay::add(const std::shared_ptr<const LedgerEvent>& event, const EngineStamp& stamp, const CodedEvent& coded,
                  const std::string& day, const Dyad& dyad) {
  const bool whole = dyad.source == nullptr && dyad.target == nullptr;
  const std::string source = whole                    ? keys_of(event->event.actor)
                             : dyad.source != nullptr ? actor_key(*dyad.source)
                                                      : "";
  const std::string target = whole                    ? keys_of(event->event.recipient)
                             : dyad.target != nullptr ? actor_key(*dyad.target)
                                                      : "";
  const Key key{day, source, target, coded.cameo.value_or(event->event.type), event->event.status};
  const auto found = events_.find(key);
  if (found == events_.end()) {
    events_[key] = {event, *event, &stamp, coded, day, dyad, event->sources};
    return;
  }
  DayEvent& held = found->second;
  ++merged_;
  held.source_sum += event->sources;
  std::vector<Mention> mentions = std::move(held.account.mentions);
  mentions.insert(mentions.end(), event->mentions.begin(), event->mentions.end());
  const int sources = std::max(held.account.sources, event->sources);
  const int articles = std::max(held.account.articles, event->articles);
  if (event->id < held.event->id) {
    held = {event, *event, &stamp, coded, day, dyad, held.source_sum};
  }
  held.account.mentions = std::move(mentions);
  held.account.sources = sources;
  held.account.articles = articles;
}

std::vector<DayEvent> OneADay::take() {
  std::vector<DayEvent> events;
  events.reserve(events_.size());
  for (auto& [key, event] : events_) {
    auto& mentions = event.account.mentions;
    std::sort(mentions.begin(), mentions.end(), before);
    const auto same = [](const Mention& a, const Mention& b) { return !before(a, b) && !before(b, a); };
    mentions.erase(std::unique(mentions.begin(), mentions.end(), same), mentions.end());
    event.account.sources = sources_of(event.account, event.source_sum);
    event.account.articles = articles_of(event.account);
    events.push_back(std::move(event));
  }
  events_.clear();
  return events;
}

}  // namespace entente
