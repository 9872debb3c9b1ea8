#include "statements/rejections.h"

#include <gtest/gtest.h>

#include "actors/tree_text.h"
#include "knowledge/test_knowledge.h"

namespace entente {
namespace {

class Rejections : public KnowledgeTest {
 protected:
  std::vector<Rejection> read(const std::string& rows) {
    const ParsedDocument parsed = tree_from_text(rows, "2026-03-11");
    const Tree tree(parsed);
    const ActorFinder actors(tree, *knowledge_);
    return find_rejections(tree, *knowledge_, actors);
  }
};

TEST_F(Rejections, FindsAChargeThatSomebodyRejects) {
  const auto found = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "dismissed dismiss VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "allegation allegation NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].thing, 3);
  EXPECT_TRUE(found[0].codes.contains("PER"));
}

TEST_F(Rejections, ReadsAPronounForWhatWasSaid) {
  const auto rows = [](const std::string& verb, const std::string& pronoun) {
    return "Peru Peru PROPN NNP 2 nsubj\n" + verb + " VERB VBD 0 root\n" + pronoun +
           " PRON PRP 2 obj\n. . PUNCT . 2 punct\n";
  };
  EXPECT_EQ(read(rows("denied deny", "it it")).size(), 1U);
  EXPECT_EQ(read(rows("disputed dispute", "that that")).size(), 1U);
  EXPECT_TRUE(read(rows("rejected reject", "it it")).empty()) << "it may be a plan";
}

TEST_F(Rejections, APlanThatIsRejectedIsNoCharge) {
  EXPECT_TRUE(read("Peru Peru PROPN NNP 2 nsubj\n"
                   "rejected reject VERB VBD 0 root\n"
                   "the the DET DT 4 det\n"
                   "plan plan NOUN NN 2 obj\n")
                  .empty());
}

TEST_F(Rejections, AChargeThatIsNotRejectedIsNone) {
  EXPECT_TRUE(read("Peru Peru PROPN NNP 4 nsubj\n"
                   "did do AUX VBD 4 aux\n"
                   "not not PART RB 4 advmod\n"
                   "reject reject VERB VB 0 root\n"
                   "the the DET DT 6 det\n"
                   "charge charge NOUN NN 4 obj\n")
                  .empty());
}

}  // namespace
}  // namespace entente
