#include "agreements/relations.h"

#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

class Relations : public RelationsFixture {};

TEST_F(Relations, AnAllyIsOneOfItsHolder) {
  const auto found = read(
      "Chad Chad PROPN NNP 2 nsubj\n"
      "remains remain VERB VBZ 0 root\n"
      "an a DET DT 4 det\n"
      "ally ally NOUN NN 2 xcomp\n"
      "of of ADP IN 6 case\n"
      "France France PROPN NNP 4 nmod\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "alliance");
  EXPECT_FALSE(found[0].directed);
  EXPECT_EQ(found[0].a->code, "TCD");
  EXPECT_EQ(found[0].b->code, "FRA");
  EXPECT_EQ(found[0].trend, "steady");
  EXPECT_FALSE(found[0].since.has_value());
  ASSERT_EQ(found[0].evidence.size(), 1U);
  EXPECT_EQ(found[0].evidence[0].text, "Chad remains an ally of France");
  ASSERT_EQ(found[0].why.size(), 1U);
  EXPECT_EQ(found[0].why[0].rule, "relation:ally");
}

TEST_F(Relations, OfAnApposition) {
  const auto found = read(
      "Britain Britain PROPN NNP 11 nsubj\n"
      ", , PUNCT , 4 punct\n"
      "Chad Chad PROPN NNP 5 nmod:poss\n"
      "'s 's PART POS 3 case\n"
      "rival rival NOUN NN 1 appos\n"
      "since since ADP IN 7 case\n"
      "1981 1981 NUM CD 5 nmod\n"
      ", , PUNCT , 1 punct\n"
      "may may AUX MD 11 aux\n"
      "not not PART RB 11 advmod\n"
      "come come VERB VB 0 root\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "rivalry");
  EXPECT_FALSE(found[0].negated);
  EXPECT_EQ(found[0].since->from, "1981-01-01");
  EXPECT_EQ(found[0].since->to, "1981-12-31");
  EXPECT_EQ(found[0].since->text, "since 1981");
}

TEST_F(Relations, DependenceRunsFromWhoDepends) {
  const auto found = read(
      "Nepal Nepal PROPN NNP 2 nsubj\n"
      "depends depend VERB VBZ 0 root\n"
      "less less ADV RBR 2 advmod\n"
      "on on ADP IN 6 case\n"
      "Indian Indian ADJ JJ 6 amod\n"
      "fuel fuel NOUN NN 2 obl\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "dependence");
  EXPECT_TRUE(found[0].directed);
  EXPECT_EQ(found[0].a->code, "NPL");
  EXPECT_EQ(found[0].b->code, "IND");
  EXPECT_EQ(found[0].trend, "weakening");
}

TEST_F(Relations, AMediatorHasARecordForEachParty) {
  const auto found = read(
      "Oman Oman PROPN NNP 3 nsubj\n"
      "has have AUX VBZ 3 aux\n"
      "mediated mediate VERB VBN 0 root\n"
      "between between ADP IN 5 case\n"
      "Iran Iran PROPN NNP 3 obl\n"
      "and and CCONJ CC 7 cc\n"
      "Iraq Iraq PROPN NNP 5 conj\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].a->code, "OMN");
  EXPECT_EQ(found[0].b->code, "IRN");
  EXPECT_EQ(found[1].a->code, "OMN");
  EXPECT_EQ(found[1].b->code, "IRQ");
}

TEST_F(Relations, AWarOfThePastBeganAndEnded) {
  const auto found = read(
      "Chile Chile PROPN NNP 4 nsubj\n"
      "and and CCONJ CC 3 cc\n"
      "Peru Peru PROPN NNP 1 conj\n"
      "fought fight VERB VBD 0 root\n"
      "a a DET DT 6 det\n"
      "war war NOUN NN 4 obj\n"
      "in in ADP IN 9 case\n"
      "the the DET DT 9 det\n"
      "1880s 1880s NOUN NNS 4 obl\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "war");
  EXPECT_EQ(found[0].since->from, "1880-01-01");
  EXPECT_EQ(found[0].since->to, "1889-12-31");
  EXPECT_EQ(found[0].until->from, "1880-01-01");
  EXPECT_FALSE(found[0].trend.has_value());
}

TEST_F(Relations, TiesThatWereBrokenEndOnThatDay) {
  const auto found = read(
      "Chile Chile PROPN NNP 2 nsubj\n"
      "severed sever VERB VBD 0 root\n"
      "ties tie NOUN NNS 2 obj\n"
      "with with ADP IN 5 case\n"
      "Peru Peru PROPN NNP 3 nmod\n"
      "on on ADP IN 7 case\n"
      "Monday Monday PROPN NNP 2 obl\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "partnership");
  EXPECT_EQ(found[0].until->from, "2026-03-09");
  EXPECT_FALSE(found[0].since.has_value());
  EXPECT_EQ(found[0].trend, "weakening");
}

TEST_F(Relations, IsNegatedByItsClause) {
  const auto found = read(
      "Serbia Serbia PROPN NNP 4 nsubj\n"
      "does do AUX VBZ 4 aux\n"
      "not not PART RB 4 advmod\n"
      "recognise recognise VERB VB 0 root\n"
      "Kosovo Kosovo PROPN NNP 4 obj\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "recognition");
  EXPECT_TRUE(found[0].negated);
  EXPECT_FALSE(found[0].trend.has_value());
}

TEST_F(Relations, NeverAnAllyIsNotDeepeningButNever) {
  const auto found = read(
      "Chad Chad PROPN NNP 6 nsubj\n"
      "has have AUX VBZ 6 aux\n"
      "never never ADV RB 6 advmod\n"
      "been be AUX VBN 6 cop\n"
      "an a DET DT 6 det\n"
      "ally ally NOUN NN 0 root\n"
      "of of ADP IN 8 case\n"
      "France France PROPN NNP 6 nmod\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].negated);
  const auto closer = read(
      "The the DET DT 2 det\n"
      "alliance alliance NOUN NN 10 nsubj\n"
      "between between ADP IN 4 case\n"
      "Chad Chad PROPN NNP 2 nmod\n"
      "and and CCONJ CC 6 cc\n"
      "France France PROPN NNP 4 conj\n"
      "has have AUX VBZ 10 aux\n"
      "never never ADV RB 10 advmod\n"
      "been be AUX VBN 10 cop\n"
      "closer close ADJ JJR 0 root\n");
  ASSERT_EQ(closer.size(), 1U);
  EXPECT_FALSE(closer[0].negated);
  EXPECT_EQ(closer[0].trend, "deepening");
}

TEST_F(Relations, WhatMayComeIsNone) {
  EXPECT_TRUE(read("Togo Togo PROPN NNP 3 nsubj\n"
                   "may may AUX MD 3 aux\n"
                   "recognise recognise VERB VB 0 root\n"
                   "Kosovo Kosovo PROPN NNP 3 obj\n")
                  .empty());
}

TEST_F(Relations, AnActAloneIsNone) {
  EXPECT_TRUE(read("Chile Chile PROPN NNP 2 nsubj\n"
                   "backed back VERB VBD 0 root\n"
                   "Peru Peru PROPN NNP 2 obj\n")
                  .empty());
}

TEST_F(Relations, RelationsAloneSayNothing) {
  EXPECT_TRUE(read("Relations relation NOUN NNS 6 nsubj\n"
                   "between between ADP IN 3 case\n"
                   "Chile Chile PROPN NNP 1 nmod\n"
                   "and and CCONJ CC 5 cc\n"
                   "Peru Peru PROPN NNP 3 conj\n"
                   "matter matter VERB VBP 0 root\n")
                  .empty());
}

// Two sentences: what the second says of "the quarrel" joins the record of the first.
TEST_F(Relations, WhatIsToldTwiceIsOne) {
  const auto found = read(
      "Chile Chile PROPN NNP 4 nsubj\n"
      "and and CCONJ CC 3 cc\n"
      "Peru Peru PROPN NNP 1 conj\n"
      "are be AUX VBP 5 cop\n"
      "rivals rival NOUN NNS 0 root\n"
      "\n"
      "The the DET DT 2 det\n"
      "quarrel quarrel NOUN NN 3 nsubj\n"
      "sharpened sharpen VERB VBD 0 root\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].trend, "deepening");
  EXPECT_EQ(found[0].evidence.size(), 2U);
}

TEST_F(Relations, WithoutTwoPartiesThereIsNone) {
  EXPECT_TRUE(read("Rivals rival NOUN NNS 2 nsubj\nmet meet VERB VBD 0 root\n").empty());
  EXPECT_TRUE(read("").empty());
}

TEST_F(Relations, TheUnitedStatesAreNoTwoStates) {
  // A name, whatever "the states" may mean.
  const auto found = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "depends depend VERB VBZ 0 root\n"
      "on on ADP IN 6 case\n"
      "the the DET DT 6 det\n"
      "United United ADJ NNP 6 amod\n"
      "States State PROPN NNPS 2 obl Number=Plur\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].a->code, "PER");
  EXPECT_EQ(found[0].b->code, "USA");
}

TEST_F(Relations, WithWhomMeansTheNameBefore) {
  // "Chile, with whom Peru has been at war", with the clause hung from "whom".
  const auto found = read(
      "Chile Chile PROPN NNP 11 nsubj\n"
      ", , PUNCT , 1 punct\n"
      "with with ADP IN 4 case\n"
      "whom whom PRON WP 9 obl\n"
      "Peru Peru PROPN NNP 9 nsubj\n"
      "has have AUX VBZ 9 aux\n"
      "been be AUX VBN 9 cop\n"
      "at at ADP IN 9 case\n"
      "war war NOUN NN 1 acl:relcl\n"
      ", , PUNCT , 1 punct\n"
      "smiled smile VERB VBD 0 root\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "war");
  EXPECT_EQ(found[0].a->code, "PER");
  EXPECT_EQ(found[0].b->code, "CHL");
}

TEST_F(Relations, SinceAnActThatIsDated) {
  // The date stands within what it began with.
  const auto found = read(
      "Peru Peru PROPN NNP 5 nsubj\n"
      "has have AUX VBZ 5 aux\n"
      "been be AUX VBN 5 cop\n"
      "a a DET DT 5 det\n"
      "rival rival NOUN NN 0 root\n"
      "of of ADP IN 7 case\n"
      "Chile Chile PROPN NNP 5 nmod\n"
      "since since ADP IN 10 case\n"
      "the the DET DT 10 det\n"
      "partition partition NOUN NN 5 nmod\n"
      "of of ADP IN 12 case\n"
      "July July PROPN NNP 10 nmod\n"
      "2011 2011 NUM CD 12 nmod:unmarked\n");
  ASSERT_EQ(found.size(), 1U);
  ASSERT_TRUE(found[0].since.has_value());
  EXPECT_EQ(found[0].since->from, "2011-07-01");
}

TEST_F(Relations, AGoBetweenIsOneWord) {
  // As the tokeniser takes it apart.
  const auto found = read(
      "Oman Oman PROPN NNP 3 nsubj\n"
      "has have AUX VBZ 3 aux\n"
      "acted act VERB VBN 0 root\n"
      "as as ADP IN 5 case\n"
      "go go NOUN NN 3 obl\n"
      "- - PUNCT HYPH 7 punct\n"
      "between between ADV RB 5 nmod\n"
      "for for ADP IN 9 case\n"
      "Iran Iran PROPN NNP 5 nmod\n"
      "and and CCONJ CC 11 cc\n"
      "Iraq Iraq PROPN NNP 9 conj\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].type, "mediation");
  EXPECT_EQ(found[0].a->code, "OMN");
  EXPECT_EQ(found[1].b->code, "IRQ");
}

}  // namespace
}  // namespace entente
