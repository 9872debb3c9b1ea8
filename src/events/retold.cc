// The same event told twice is one record with two evidence spans.
#include <algorithm>
#include <set>

#include "events/events.h"

namespace entente {
namespace {

using Parties = std::set<std::pair<std::string, std::string>>;

Parties parties_of(const std::vector<Actor>& actors) {
  Parties parties;
  for (const Actor& actor : actors)
    parties.emplace(actor.code.value_or(""), actor.type == "person" ? actor.name : actor.sector.value_or(""));
  return parties;
}

// Two places are one where either is not told, or both have one name.
bool same_place(const Event& a, const Event& b) {
  if (!a.place.has_value() || !b.place.has_value()) return true;
  return a.place->name == b.place->name;
}

bool same_date(const Event& a, const Event& b) {
  if (!a.date.has_value() || !b.date.has_value()) return true;
  return a.date->from == b.date->from && a.date->to == b.date->to;
}

bool same_numbers(const Magnitude& a, const Magnitude& b) {
  const auto fits = [](const auto& x, const auto& y) { return !x.has_value() || !y.has_value() || x == y; };
  return fits(a.killed, b.killed) && fits(a.wounded, b.wounded) && fits(a.arrested, b.arrested) &&
         fits(a.displaced, b.displaced) && fits(a.crowd, b.crowd) && fits(a.amount, b.amount);
}

// Every act of a day could be another one of its kind: the word must be the same, and both sides must be known.
bool retells(const Tree& tree, const FoundEvent& first, const FoundEvent& later) {
  const Event& a = first.event;
  const Event& b = later.event;
  if (a.type != b.type || a.mode != b.mode || a.status != b.status || a.reciprocal != b.reciprocal) return false;
  if (tree.sentence(first.trigger) == tree.sentence(later.trigger)) return false;
  if (tree.lemma(first.trigger) != tree.lemma(later.trigger)) return false;
  if (a.actor.empty() || (!a.reciprocal && a.recipient.empty())) return false;
  return parties_of(a.actor) == parties_of(b.actor) && parties_of(a.recipient) == parties_of(b.recipient) &&
         same_date(a, b) && same_place(a, b) && same_numbers(a.magnitude, b.magnitude);
}

template <class T>
void take(std::optional<T>& into, const std::optional<T>& from) {
  if (!into.has_value()) into = from;
}

void join(Event& first, const Event& later) {
  first.evidence.insert(first.evidence.end(), later.evidence.begin(), later.evidence.end());
  take(first.date, later.date);
  take(first.place, later.place);
  Magnitude& n = first.magnitude;
  const Magnitude& m = later.magnitude;
  for (const auto member :
       {&Magnitude::killed, &Magnitude::wounded, &Magnitude::arrested, &Magnitude::displaced, &Magnitude::crowd}) {
    take(n.*member, m.*member);
  }
  take(n.amount, m.amount);
  take(n.currency, m.currency);
  first.confidence = std::max(first.confidence, later.confidence);
}

}  // namespace

void join_retold(const Tree& tree, std::vector<FoundEvent>& found) {
  std::vector<FoundEvent> kept;
  for (FoundEvent& event : found) {
    const auto first =
        std::find_if(kept.begin(), kept.end(), [&](const FoundEvent& k) { return retells(tree, k, event); });
    if (first == kept.end()) {
      kept.push_back(std::move(event));
    } else {
      join(first->event, event.event);
    }
  }
  found = std::move(kept);
}

}  // namespace entente
