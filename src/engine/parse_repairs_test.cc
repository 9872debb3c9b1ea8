#include "engine/parse_repairs.h"

#include <gtest/gtest.h>

#include "actors/tree_text.h"
#include "knowledge/test_knowledge.h"

namespace entente {
namespace {

class ParseRepairsTest : public KnowledgeTest {
 protected:
  // "Peru VERB DET NOUN tents.", with the noun taken for a kind of tents.
  [[nodiscard]] ParsedDocument given(const std::string& verb, const std::string& det, const std::string& noun) const {
    ParsedDocument parsed =
        tree_from_text("Peru Peru PROPN NNP 2 nsubj\n" + verb + " " + verb + " VERB VBP 0 root\n" + det + " " + det +
                           " " + (det == "its" ? "PRON PRP$ 5 nmod:poss" : "DET DT 5 det") + "\n" + noun + " " + noun +
                           " NOUN NN 5 compound\ntents tent NOUN NNS 2 obj\n",
                       "2026-03-11");
    repair_parse(*knowledge_, parsed);
    return parsed;
  }
};

TEST_F(ParseRepairsTest, WhoIsPointedAtGetsWhatIsGiven) {
  const ParsedDocument parsed = given("give", "its", "neighbour");
  EXPECT_EQ(parsed.words[3].deprel, "iobj");
  EXPECT_EQ(parsed.words[3].head, 1);
  EXPECT_EQ(parsed.words[2].head, 3);
  EXPECT_EQ(parsed.words[4].deprel, "obj");
}

TEST_F(ParseRepairsTest, WhoHoldsAnOfficeGetsWhatIsGiven) {
  EXPECT_EQ(given("give", "the", "president").words[3].deprel, "iobj");
}

TEST_F(ParseRepairsTest, OnlyWhereSomethingIsGivenToSomebodyKnown) {
  EXPECT_EQ(given("give", "the", "canvas").words[3].deprel, "compound");
  EXPECT_EQ(given("see", "its", "neighbour").words[3].deprel, "compound");
  EXPECT_EQ(given("give", "a", "neighbour").words[3].deprel, "compound");
}

TEST_F(ParseRepairsTest, APrepositionIsNoPartOfTheVerbWhereAPhraseLacksOne) {
  const auto relation = [](const std::string& phrase) {
    ParsedDocument parsed = tree_from_text(
        "Peru Peru PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\non on ADP IN 2 compound:prt\n" + phrase,
        "2026-03-11");
    repair_parse(*knowledge_, parsed);
    return parsed.words[2].deprel + " " + std::to_string(parsed.words[2].head);
  };
  EXPECT_EQ(relation("both both DET DT 2 obl\n"), "case 3");
  EXPECT_EQ(relation("both both DET DT 5 det\nsides side NOUN NNS 2 obl\n"), "case 4");
  EXPECT_EQ(relation("both both DET DT 2 obj\n"), "compound:prt 1");
  EXPECT_EQ(relation("in in ADP IN 5 case\nMay May PROPN NNP 2 obl\n"), "compound:prt 1");
}

}  // namespace
}  // namespace entente
