#include <gtest/gtest.h>

#include "actors/tree_text.h"
#include "events/events.h"
#include "events/money.h"
#include "knowledge/test_knowledge.h"

namespace entente {
namespace {

class MagnitudeTest : public KnowledgeTest {
 protected:
  static Magnitude of_first(const std::string& rows) {
    const ParsedDocument parsed = tree_from_text(rows, "2026-03-11");
    const Tree tree(parsed);
    const ActorFinder actors(tree, *knowledge_);
    const Clauses clauses(tree);
    const std::vector<FoundEvent> found = find_events(tree, *knowledge_, actors, clauses);
    return found.empty() ? Magnitude{} : found[0].event.magnitude;
  }
  // "Peru lent Chile WORDS", each word with its tag and relation; the first is the object.
  static std::string sum(const std::string& words, const std::string& lender = "Peru") {
    const Magnitude magnitude =
        of_first(lender + " " + lender +
                 " PROPN NNP 2 nsubj\nlent lend VERB VBD 0 root\nChile Chile PROPN NNP 2 iobj\n" + words);
    if (!magnitude.amount.has_value()) return "";
    return std::to_string(static_cast<std::int64_t>(*magnitude.amount)) + " " + magnitude.currency.value_or("?");
  }
};

TEST_F(MagnitudeTest, AddsUpWhoWasShotDead) {
  const Magnitude magnitude = of_first(
      "Chadian Chadian ADJ JJ 2 amod\nsoldiers soldier NOUN NNS 3 nsubj\nshot shoot VERB VBD 0 root\n"
      "dead dead ADJ JJ 3 xcomp\ntwo two NUM CD 6 nummod\nmarines marine NOUN NNS 3 obj\nand and CCONJ CC 9 cc\n"
      "three three NUM CD 9 nummod\nbuilders builder NOUN NNS 6 conj\n");
  EXPECT_EQ(magnitude.killed, 5);
  EXPECT_EQ(magnitude.wounded, std::nullopt);
}

TEST_F(MagnitudeTest, SeveralHundredIsNoNumber) {
  const auto wounded = [](const std::string& before) {
    return of_first("Soldiers soldier NOUN NNS 2 nsubj\nwounded wound VERB VBD 0 root\n" + before +
                    " 4 amod\nhundred hundred NUM CD 5 nummod\nfarmers farmer NOUN NNS 2 obj\nin in ADP IN 7 case\n"
                    "Chad Chad PROPN NNP 2 obl\n")
        .wounded;
  };
  EXPECT_EQ(wounded("several several ADJ JJ"), std::nullopt);
}

TEST_F(MagnitudeTest, ReadsSumsOfMoney) {
  EXPECT_EQ(sum("30 30 NUM CD 5 compound\nmillion million NUM CD 6 nummod\ndollars dollar NOUN NNS 2 obj\n"),
            "30000000 USD");
  EXPECT_EQ(sum("$ $ SYM $ 2 obj\n2.4bn 2.4bn NUM CD 4 nummod\n"), "2400000000 USD");
  EXPECT_EQ(sum("half half DET PDT 6 det:predet\na a DET DT 6 det\nbillion billion NUM CD 8 nummod\n"
                "Canadian Canadian ADJ JJ 8 amod\ndollars dollar NOUN NNS 2 obj\n"),
            "500000000 CAD");
  EXPECT_EQ(sum("2,000 2,000 NUM CD 5 nummod\npesos peso NOUN NNS 2 obj\n", "Mexico"), "2000 MXN");
  EXPECT_EQ(sum("twenty-five twenty-five NUM CD 5 compound\nmillion million NUM CD 6 nummod\n"
                "francs franc NOUN NNS 2 obj\n"),
            "25000000 ?");
}

TEST_F(MagnitudeTest, NoNumberOrTwoSumsAreNone) {
  EXPECT_EQ(sum("dollars dollar NOUN NNS 2 obj\n"), "");
  EXPECT_EQ(sum("30 30 NUM CD 5 nummod\ndollars dollar NOUN NNS 2 obj\nand and CCONJ CC 8 cc\n40 40 NUM CD 8 nummod\n"
                "euros euro NOUN NNS 5 conj\n"),
            "");
}

}  // namespace
}  // namespace entente
