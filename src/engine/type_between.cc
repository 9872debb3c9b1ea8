// One type for a sentence whose source and target are given: the model's classes, and the frames that have just these
// parties.
#include <algorithm>
#include <map>

#include "actors/actors.h"
#include "engine/coder.h"
#include "events/clause.h"
#include "events/events.h"

namespace entente {
namespace {

constexpr double kFrameWeight = 0.15;  // what a frame with one of the two as its party adds to its class

bool overlap(CodePointSpan a, CodePointSpan b) { return a.begin < b.end && b.begin < a.end; }

bool holds(const std::vector<Actor>& actors, CodePointSpan span) {
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) { return overlap(actor.span, span); });
}

// The model's name for a type: it may have one class for two of them.
std::string class_of(const std::string& type, const std::vector<std::pair<std::string, float>>& roots) {
  const bool known = std::any_of(roots.begin(), roots.end(), [&](const auto& root) { return root.first == type; });
  return known || roots.empty() ? type : "YIELD";
}

}  // namespace

std::string type_between(const ParsedDocument& parsed, const Knowledge& knowledge,
                         const std::vector<std::pair<std::string, float>>& roots, CodePointSpan source,
                         CodePointSpan target) {
  const Tree tree(parsed, &knowledge);
  const ActorFinder actors(tree, knowledge);
  const Clauses clauses(tree);
  std::map<std::string, double> scores;
  for (const auto& [root, score] : roots) scores[root] = score;
  for (const FoundEvent& found : find_events(tree, knowledge, actors, clauses)) {
    const Event& event = found.event;
    const int parties = (holds(event.actor, source) ? 1 : 0) +
                        (holds(event.reciprocal ? event.actor : event.recipient, target) ? 1 : 0);
    double& score = scores[class_of(event.type, roots)];
    score += kFrameWeight * parties + (roots.empty() ? 0.01 : 0);
  }
  std::string best;
  double most = 0;
  for (const auto& [type, score] : scores) {
    if (score <= most) continue;
    most = score;
    best = type;
  }
  return best;
}

}  // namespace entente
