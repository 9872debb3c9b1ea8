// How a test reads the events of a parsed text.
#ifndef ENTENTE_EVENTS_TEST_EVENTS_H_
#define ENTENTE_EVENTS_TEST_EVENTS_H_

#include <functional>
#include <string>
#include <vector>

#include "actors/tree_text.h"
#include "events/events.h"
#include "knowledge/test_knowledge.h"

namespace entente {

class EventsFixture : public KnowledgeTest {
 protected:
  static std::vector<Event> read(const std::string& rows, const std::string& published = "2026-03-11") {
    const ParsedDocument parsed = tree_from_text(rows, published);
    const Tree tree(parsed, knowledge_.get());
    const ActorFinder actors(tree, *knowledge_);
    const Clauses clauses(tree);
    std::vector<Event> events;
    for (FoundEvent& found : find_events(tree, *knowledge_, actors, clauses)) events.push_back(std::move(found.event));
    return events;
  }
  // "TYPE: " and what `told` makes of each event.
  static std::vector<std::string> lines(const std::string& rows, const std::function<std::string(const Event&)>& told) {
    std::vector<std::string> out;
    for (const Event& event : read(rows)) out.push_back(event.type + ":" + told(event));
    return out;
  }
  // " AAA BBB"
  static std::string codes(const std::vector<Actor>& actors) {
    std::string text;
    for (const Actor& actor : actors) text += " " + actor.code.value_or("?");
    return text;
  }
};

}  // namespace entente

#endif  // ENTENTE_EVENTS_TEST_EVENTS_H_
