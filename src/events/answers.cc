// To whom an answer goes, as the article told before.
#include <algorithm>

#include "events/events.h"

namespace entente {
namespace {

constexpr std::size_t kEventsBack = 12;
constexpr double kFactor = 0.85;  // what the clause does not say itself is less sure

bool share_party(const std::vector<Actor>& a, const std::vector<Actor>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Actor& x) {
    return std::any_of(b.begin(), b.end(), [&](const Actor& y) {
      return x.code.has_value() ? x.code == y.code && x.sector == y.sector : !y.code.has_value() && x.name == y.name;
    });
  });
}

bool denial(const Event& event) { return event.type == "REJECT" && event.cameo == "016"; }

// What `earlier` has to be for `event` to answer it.
bool answers(const Event& event, const Event& earlier) {
  if (earlier.actor.empty() || share_party(event.actor, earlier.actor)) return false;
  if (denial(event)) return earlier.type == "ACCUSE" && share_party(event.actor, earlier.recipient);
  if (event.type != "REJECT") return false;
  const bool asked =
      earlier.type == "REQUEST" || earlier.type == "THREATEN" || (earlier.type == "AGREE" && earlier.cameo == "036");
  return asked && share_party(event.actor, earlier.recipient);
}

// "condemned the strike", "denounced the arrests": a deed told before, of which the noun only reminds.
bool reminds(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, TokenId trigger) {
  for (const char* slot : {"obj", "for", "of", "over"}) {
    for (const TokenId t : clauses.fill(trigger, slot)) {
      const TokenId det = tree.child(t, "det");
      const bool points = det >= 0 && knowledge.in_set("grammar_pointing", tree.folded(det));
      if (points && knowledge.in_set("deeds", tree.lemma(t))) return true;
    }
  }
  return false;
}

}  // namespace

void complete_recipients(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses,
                         std::vector<FoundEvent>& found) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    Event& event = found[i].event;
    if (!event.recipient.empty() || event.reciprocal || event.actor.empty()) continue;
    const bool blames = event.type == "ACCUSE" && reminds(tree, knowledge, clauses, found[i].trigger);
    if (!blames && event.type != "REJECT") continue;
    for (std::size_t back = 1; back <= std::min(i, kEventsBack); ++back) {
      const Event& earlier = found[i - back].event;
      const bool deed = blames && earlier.quad == 4 && earlier.status != "negated" && !earlier.actor.empty() &&
                        !share_party(event.actor, earlier.actor);
      if (!deed && !answers(event, earlier)) continue;
      event.recipient = earlier.actor;
      event.confidence *= kFactor;
      event.why.push_back({blames ? "recipient:deed" : "recipient:answer", "as told before", std::nullopt});
      break;
    }
  }
}

}  // namespace entente
