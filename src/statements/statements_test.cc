#include "statements/statements.h"

#include <gtest/gtest.h>

#include "actors/tree_text.h"

namespace entente {
namespace {

std::vector<Statement> read(const std::string& rows) {
  static const auto knowledge = Knowledge::load(ENTENTE_SOURCE_DIR "/knowledge");
  EXPECT_TRUE(knowledge.has_value());
  const ParsedDocument parsed = tree_from_text(rows, "2026-03-11");
  const Tree tree(parsed);
  const ActorFinder actors(tree, **knowledge);
  const Clauses clauses(tree);
  std::vector<Statement> statements;
  for (FoundStatement& found : find_statements(tree, **knowledge, actors, clauses))
    statements.push_back(std::move(found.statement));
  return statements;
}

TEST(Statements, ReadsIndirectSpeech) {
  const auto found = read(
      "Norway Norway PROPN NNP 2 nsubj\n"
      "told tell VERB VBD 0 root\n"
      "reporters reporter NOUN NNS 2 obj\n"
      "that that SCONJ IN 7 mark\n"
      "Sweden Sweden PROPN NNP 7 nsubj\n"
      "had have AUX VBD 7 aux\n"
      "agreed agree VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].speaker->code, "NOR");
  EXPECT_EQ(found[0].cue.lemma, "tell");
  EXPECT_EQ(found[0].content.text, "Sweden had agreed");
  EXPECT_EQ(found[0].manner, "indirect");
  EXPECT_EQ(found[0].stance, "affirms");
  ASSERT_EQ(found[0].addressee.size(), 1U);
  EXPECT_EQ(found[0].addressee[0].sector, "JRN");
}

TEST(Statements, ReadsAQuoteWithTheSpeakerAfterIt) {
  const auto found = read(
      "\" \" PUNCT `` 5 punct\n"
      "We we PRON PRP 5 nsubj\n"
      "do do AUX VBP 5 aux\n"
      "not not PART RB 5 advmod\n"
      "agree agree VERB VB 8 ccomp\n"
      ", , PUNCT , 5 punct\n"
      "\" \" PUNCT '' 5 punct\n"
      "said say VERB VBD 0 root\n"
      "Peru Peru PROPN NNP 8 nsubj\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "We do not agree");
  EXPECT_EQ(found[0].manner, "direct");
  EXPECT_EQ(found[0].stance, "denies");
  EXPECT_EQ(found[0].speaker->code, "PER");
}

TEST(Statements, AVerbWithoutAContentClauseReportsNothing) {
  EXPECT_TRUE(read("Peru Peru PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nlittle little ADJ JJ 2 obj\n").empty());
}

TEST(Statements, ReadsACueApartByCommasWhereTheTreeHangsItOddly) {
  const auto found = read(
      "Rations ration NOUN NNS 3 nsubj\n"
      "would would AUX MD 3 aux\n"
      "end end VERB VB 0 root\n"
      ", , PUNCT , 5 punct\n"
      "cautioned caution VERB VBN 3 conj\n"
      "Peru Peru PROPN NNP 5 obj\n"
      ". . PUNCT . 3 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "Rations would end");
  EXPECT_EQ(found[0].speaker->code, "PER");
}

TEST(Statements, AnAsideInTheMiddleTellsOfTheWholeClause) {
  const auto found = read(
      "Nothing nothing PRON NN 7 nsubj:pass\n"
      ", , PUNCT , 4 punct\n"
      "Peru Peru PROPN NNP 4 nsubj\n"
      "retorted retort VERB VBN 1 acl:relcl\n"
      ", , PUNCT , 4 punct\n"
      "was be AUX VBD 7 aux:pass\n"
      "signed sign VERB VBN 0 root\n"
      ". . PUNCT . 7 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "Nothing , Peru retorted , was signed");
  EXPECT_EQ(found[0].stance, "denies");
}

TEST(Statements, WhatIsSaidInARelativeClauseStandsBehindTheCue) {
  const auto found = read(
      "The the DET DT 2 det\n"
      "base base NOUN NN 10 nsubj\n"
      "which which PRON WDT 7 nsubj:pass\n"
      "Peru Peru PROPN NNP 5 nsubj\n"
      "says say VERB VBZ 2 acl:relcl\n"
      "was be AUX VBD 7 aux:pass\n"
      "shelled shell VERB VBN 5 ccomp\n"
      "is be AUX VBZ 10 cop\n"
      "in in ADP IN 10 case\n"
      "Arica Arica PROPN NNP 0 root\n"
      ". . PUNCT . 10 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "was shelled");
  EXPECT_EQ(found[0].speaker->code, "PER");
}

TEST(Statements, WhatTheObjectIsIsNotSaid) {
  EXPECT_TRUE(read("Peru Peru PROPN NNP 2 nsubj\n"
                   "claimed claim VERB VBD 0 root\n"
                   "islands island NOUN NNS 2 obj\n"
                   ", , PUNCT , 6 punct\n"
                   "which which PRON WDT 6 nsubj\n"
                   "hold hold VERB VBP 2 ccomp\n"
                   "oil oil NOUN NN 6 obj\n"
                   ". . PUNCT . 2 punct\n")
                  .empty());
}

TEST(Statements, ReadsWhatIsLetBeKnown) {
  const auto found = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "let let VERB VBD 0 root\n"
      "it it PRON PRP 2 expl\n"
      "be be AUX VB 5 aux:pass\n"
      "known know VERB VBN 2 xcomp\n"
      "that that SCONJ IN 9 mark\n"
      "Chile Chile PROPN NNP 9 nsubj\n"
      "had have AUX VBD 9 aux\n"
      "left leave VERB VBN 5 ccomp\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cue.text, "let it be known");
  EXPECT_EQ(found[0].content.text, "Chile had left");
  EXPECT_EQ(found[0].speaker->code, "PER");
}

TEST(Statements, ReadsWhatSomebodyIsChargedWith) {
  const auto found = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "charged charge VERB VBD 0 root\n"
      "Chile Chile PROPN NNP 2 obj\n"
      "with with SCONJ IN 5 mark\n"
      "burning burn VERB VBG 2 advcl\n"
      "boats boat NOUN NNS 5 obj\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "Chile with burning boats");
  EXPECT_EQ(found[0].stance, "affirms");
}

TEST(Statements, WhatIsInsistedOnInASubjunctiveIsDemanded) {
  const auto found = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "insisted insist VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "Chile Chile PROPN NNP 6 nsubj:pass\n"
      "be be AUX VB 6 aux:pass\n"
      "heard hear VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].stance, "demands");
}

TEST(Statements, ADocumentSaysNothing) {
  EXPECT_TRUE(read("The the DET DT 2 det\n"
                   "draft draft NOUN NN 3 nsubj\n"
                   "says say VERB VBZ 0 root\n"
                   "that that SCONJ IN 6 mark\n"
                   "Chile Chile PROPN NNP 6 nsubj\n"
                   "pays pay VERB VBZ 3 ccomp\n")
                  .empty());
}

}  // namespace
}  // namespace entente
