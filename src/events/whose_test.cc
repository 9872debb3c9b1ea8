// events/whose.cc: the states of people and things whose own words name none.
#include "events/whose.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actors/tree_text.h"
#include "events/events.h"
#include "knowledge/test_knowledge.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

// "Peru accused Chile. Soldiers shelled a village."
constexpr const char* kShelled =
    "Peru Peru PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nChile Chile PROPN NNP 2 obj\n\n"
    "Soldiers soldier NOUN NNS 2 nsubj Number=Plur\nshelled shell VERB VBD 0 root\na a DET DT 4 det\n"
    "village village NOUN NN 2 obj\n";

class WhoseTest : public KnowledgeTest {
 protected:
  // "TYPE: code > code" of every event, with these weights alone.
  std::vector<std::string> events(std::unordered_map<std::string, double> weights) {
    Knowledge knowledge = *knowledge_;
    knowledge.whose_weights = std::move(weights);
    const ParsedDocument parsed = tree_from_text(kShelled, "2026-03-11");
    const Tree tree(parsed, &knowledge);
    const Clauses clauses(tree);
    const ActorFinder actors(tree, knowledge);
    std::vector<std::string> found;
    for (const FoundEvent& event : find_events(tree, knowledge, actors, clauses)) {
      std::string line = event.event.type + ":";
      for (const Actor& actor : event.event.actor) line += " " + actor.code.value_or("?");
      line += " >";
      for (const Actor& actor : event.event.recipient) line += " " + actor.code.value_or("?");
      found.push_back(line);
    }
    return found;
  }
};

TEST_F(WhoseTest, TheStateThatMostSpeaksForIsTaken) {
  EXPECT_THAT(events({{"last", 1}}), ElementsAre("ACCUSE: PER > CHL", "ASSAULT: CHL > CHL"));
  EXPECT_THAT(events({{"subject", 1}}), ElementsAre("ACCUSE: PER > CHL", "ASSAULT: PER > PER"));
}

TEST_F(WhoseTest, NoStateMayBeTheLikeliest) {
  EXPECT_THAT(events({{"none:recipient", 1}, {"subject", 0.5}}), ElementsAre("ACCUSE: PER > CHL", "ASSAULT: PER > ?"));
}

TEST_F(WhoseTest, WithoutWeightsTheRulesStand) { EXPECT_EQ(events({}), events({{"rule", 1}, {"none:rule", 1}})); }

}  // namespace
}  // namespace entente
