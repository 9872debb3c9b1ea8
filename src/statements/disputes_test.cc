#include "statements/disputes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "actors/tree_text.h"
#include "knowledge/test_knowledge.h"

namespace entente {
namespace {

class Disputes : public KnowledgeTest {
 protected:
  struct Said {
    std::string speaker;
    std::string code;
    TokenId cue;
    TokenSpan content;
    std::string stance = "affirms";
    TokenId assault = -1;  // trigger of an event in the content
  };

  std::size_t count(const std::string& rows, const std::vector<Said>& said) {
    const ParsedDocument parsed = tree_from_text(rows, "2026-03-11");
    const Tree tree(parsed);
    const ActorFinder actors(tree, *knowledge_);
    std::vector<FoundStatement> statements;
    std::vector<FoundEvent> events;
    for (const Said& one : said) {
      FoundStatement& found = statements.emplace_back();
      Actor speaker;
      speaker.name = one.speaker;
      speaker.span = tree.span(TokenId{one.cue - 1}, TokenId{one.cue - 1});
      speaker.code = one.code;
      found.statement.speaker = speaker;
      found.statement.stance = one.stance;
      found.cue = one.cue;
      found.content = one.content;
      if (one.assault < 0) continue;
      FoundEvent& event = events.emplace_back();
      event.event.type = "ASSAULT";
      event.event.status = "actual";
      event.trigger = one.assault;
    }
    return find_disputes(tree, *knowledge_, actors, statements, events).size();
  }
};

constexpr const char* kShelling =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "said say VERB VBD 0 root\n"
    "Chile Chile PROPN NNP 4 nsubj\n"
    "fired fire VERB VBD 2 ccomp\n"
    ". . PUNCT . 2 punct\n"
    "\n"
    "Chile Chile PROPN NNP 2 nsubj\n"
    "said say VERB VBD 0 root\n"
    "Peru Peru PROPN NNP 4 nsubj\n"
    "fired fire VERB VBD 2 ccomp\n"
    "first first ADV RB 4 advmod\n"
    ". . PUNCT . 2 punct\n";

TEST_F(Disputes, EachSaysThatTheOtherBegan) {
  const Said first{"Peru", "PER", 1, {2, 4}, "affirms", 3};
  const Said second{"Chile", "CHL", 6, {7, 10}, "affirms", 8};
  EXPECT_EQ(count(kShelling, {first, second}), 1U);
  const Said third{"Brazil", "BRA", 6, {7, 10}, "affirms", 8};
  EXPECT_EQ(count(kShelling, {first, third}), 0U) << "of a side that is not blamed";
}

TEST_F(Disputes, APactIsKeptByOneAndBrokenByTheOther) {
  const std::string rows =
      "Peru Peru PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "it it PRON PRP 4 nsubj\n"
      "lapsed lapse VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Chile Chile PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "it it PRON PRP 4 nsubj\n"
      "lives live VERB VBZ 2 ccomp\n"
      ". . PUNCT . 2 punct\n";
  EXPECT_EQ(count(rows, {{"Peru", "PER", 1, {2, 4}}, {"Chile", "CHL", 6, {7, 9}}}), 1U);
  EXPECT_EQ(count(rows, {{"Peru", "PER", 1, {2, 4}}, {"Peru", "PER", 6, {7, 9}}}), 0U);
}

TEST_F(Disputes, WhoIsNamedAnswers) {
  const std::string rows =
      "Peru Peru PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "Chile Chile PROPN NNP 4 nsubj\n"
      "left leave VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Chile Chile PROPN NNP 2 nsubj\n"
      "replied reply VERB VBD 0 root\n"
      "it it PRON PRP 4 nsubj\n"
      "waited wait VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n";
  EXPECT_EQ(count(rows, {{"Peru", "PER", 1, {2, 4}}, {"Chile", "CHL", 6, {7, 9}}}), 1U);
  EXPECT_EQ(count(rows, {{"Peru", "PER", 1, {2, 4}}, {"Brazil", "BRA", 6, {7, 9}}}), 0U);
}

}  // namespace
}  // namespace entente
