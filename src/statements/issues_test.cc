#include "statements/issues.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "actors/tree_text.h"
#include "knowledge/test_knowledge.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class Issues : public KnowledgeTest {
 protected:
  struct Said {
    std::string stance;
    TokenId cue;
    TokenSpan content;
  };

  // The statements of a parsed text with their issues and whom they are about.
  std::vector<Statement> read(const std::string& rows, const std::vector<Said>& said,
                              const std::string& published = "2026-03-11") {
    const ParsedDocument parsed = tree_from_text(rows, published);
    const Tree tree(parsed);
    const ActorFinder actors(tree, *knowledge_);
    std::vector<FoundStatement> found;
    for (const Said& one : said) {
      FoundStatement& statement = found.emplace_back();
      statement.statement.stance = one.stance;
      statement.statement.manner = "indirect";
      statement.cue = one.cue;
      statement.content = one.content;
    }
    name_issues(tree, *knowledge_, found);
    name_subjects(tree, *knowledge_, actors, found);
    std::vector<Statement> statements;
    for (FoundStatement& statement : found) statements.push_back(std::move(statement.statement));
    return statements;
  }
};

constexpr const char* kBlockade =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "said say VERB VBD 0 root\n"
    "Chile Chile PROPN NNP 5 nsubj\n"
    "had have AUX VBD 5 aux\n"
    "begun begin VERB VBN 2 ccomp\n"
    "a a DET DT 7 det\n"
    "blockade blockade NOUN NN 5 obj\n"
    "of of ADP IN 10 case\n"
    "two two NUM CD 10 nummod\n"
    "ports port NOUN NNS 7 nmod\n"
    ". . PUNCT . 2 punct\n"
    "\n"
    "Chile Chile PROPN NNP 2 nsubj\n"
    "denied deny VERB VBD 0 root\n"
    "it it PRON PRP 5 nsubj\n"
    "had have AUX VBD 5 aux\n"
    "closed close VERB VBN 2 ccomp\n"
    "anything anything PRON NN 5 obj\n"
    ". . PUNCT . 2 punct\n";

TEST_F(Issues, ADenialSharesTheIssueOfTheCharge) {
  const auto found = read(kBlockade, {{"affirms", 1, {2, 10}}, {"denies", 12, {13, 17}}});
  ASSERT_EQ(found.size(), 2U);
  ASSERT_TRUE(found[0].issue && found[1].issue);
  EXPECT_EQ(found[0].issue->label, "a blockade of two ports");
  EXPECT_EQ(found[1].issue->label, "a blockade of two ports");
  EXPECT_EQ(found[0].issue->id, std::nullopt);
}

TEST_F(Issues, NamesTheActorsOfTheContentWithoutTheSpeaker) {
  const auto found = read(kBlockade, {{"affirms", 1, {2, 10}}});
  ASSERT_EQ(found[0].about.size(), 1U);
  EXPECT_EQ(found[0].about[0].code, "CHL");
}

constexpr const char* kTreaty =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "said say VERB VBD 0 root\n"
    "it it PRON PRP 5 nsubj\n"
    "would would AUX MD 5 aux\n"
    "leave leave VERB VB 2 ccomp\n"
    "the the DET DT 7 det\n"
    "INF INF PROPN NNP 5 obj\n"
    "from from ADP IN 9 case\n"
    "Monday Monday PROPN NNP 5 obl\n"
    ". . PUNCT . 2 punct\n";

TEST_F(Issues, AStandingIssueGivesItsId) {
  const auto found = read(kTreaty, {{"promises", 1, {2, 9}}});
  ASSERT_TRUE(found[0].issue);
  EXPECT_EQ(found[0].issue->label, "the INF");
  EXPECT_EQ(found[0].issue->id, "inf_treaty");
}

TEST_F(Issues, NothingIsAnIssueBeforeItBegan) {
  const auto found = read(kTreaty, {{"promises", 1, {2, 9}}}, "1985-03-11");
  ASSERT_TRUE(found[0].issue);
  EXPECT_EQ(found[0].issue->id, std::nullopt);
}

TEST_F(Issues, AnAbbreviationCountsOnlyAsWritten) {
  std::string rows = kTreaty;
  rows.replace(rows.find("INF INF"), 7, "inf inf");
  const auto found = read(rows, {{"promises", 1, {2, 9}}});
  ASSERT_TRUE(found[0].issue);
  EXPECT_EQ(found[0].issue->id, std::nullopt);
}

TEST_F(Issues, ThePronounThatOwnsAThingIsNoPartOfItsName) {
  const auto found = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "promised promise VERB VBD 0 root\n"
      "to to PART TO 4 mark\n"
      "withdraw withdraw VERB VB 2 xcomp\n"
      "its its PRON PRP$ 6 nmod:poss\n"
      "rockets rocket NOUN NNS 4 obj\n"
      ". . PUNCT . 2 punct\n",
      {{"promises", 1, {2, 6}}});
  ASSERT_TRUE(found[0].issue);
  EXPECT_EQ(found[0].issue->label, "rockets");
}

TEST_F(Issues, ATextWithoutNounsHasNoIssue) {
  const auto found = read(
      "He he PRON PRP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "they they PRON PRP 4 nsubj\n"
      "lied lie VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n",
      {{"affirms", 1, {2, 4}}});
  EXPECT_EQ(found[0].issue, std::nullopt);
}

TEST_F(Issues, ALabelHasSixWordsAtMost) {
  const auto found = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "opposed oppose VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "closure closure NOUN NN 2 obj\n"
      "of of ADP IN 8 case\n"
      "the the DET DT 8 det\n"
      "old old ADJ JJ 8 amod\n"
      "bridge bridge NOUN NN 4 nmod\n"
      "over over ADP IN 11 case\n"
      "the the DET DT 11 det\n"
      "river river NOUN NN 8 nmod\n"
      ". . PUNCT . 2 punct\n",
      {{"opposes", 1, {2, 11}}});
  ASSERT_TRUE(found[0].issue);
  EXPECT_EQ(found[0].issue->label, "the closure of the old bridge");
}

TEST_F(Issues, ALabelTellsBothThatAThingIsBetween) {
  const auto found = read(
      "Oman Oman PROPN NNP 2 nsubj\n"
      "praised praise VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "truce truce NOUN NN 2 obj\n"
      "between between ADP IN 6 case\n"
      "Peru Peru PROPN NNP 4 nmod\n"
      "and and CCONJ CC 8 cc\n"
      "Chile Chile PROPN NNP 6 conj\n"
      ". . PUNCT . 2 punct\n",
      {{"supports", 1, {2, 8}}});
  ASSERT_TRUE(found[0].issue);
  EXPECT_EQ(found[0].issue->label, "the truce between Peru and Chile");
}

}  // namespace
}  // namespace entente
