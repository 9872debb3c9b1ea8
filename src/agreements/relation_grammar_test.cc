// Ways of grammar in which a relation is told: comments, clauses beside a name, habits.
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

class RelationGrammar : public RelationsFixture {};

TEST_F(RelationGrammar, ACommentBesideAPredicateIsNoHolder) {
  const auto found = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "acted act VERB VBD 0 root\n"
      "as as ADP IN 4 case\n"
      "broker broker NOUN NN 2 obl\n"
      "between between ADP IN 6 case\n"
      "Chad Chad PROPN NNP 4 nmod\n"
      "and and CCONJ CC 8 cc\n"
      "Togo Togo PROPN NNP 6 conj\n"
      ", , PUNCT , 11 punct\n"
      "a a DET DT 11 det\n"
      "job job NOUN NN 4 appos\n"
      "that that PRON WDT 14 obj\n"
      "nobody nobody PRON NN 14 nsubj\n"
      "wanted want VERB VBD 11 acl:relcl\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].type, "mediation");
  EXPECT_EQ(found[0].a->code, "PER");
  EXPECT_EQ(found[0].b->code, "TCD");
}

TEST_F(RelationGrammar, TheNameSaidToBeAnAlly) {
  const auto found = read(
      "Peru Peru PROPN NNP 4 nmod:poss\n"
      "'s 's PART POS 1 case\n"
      "closest close ADJ JJS 4 amod\n"
      "ally ally NOUN NN 6 nsubj\n"
      "is be AUX VBZ 6 cop\n"
      "Chile Chile PROPN NNP 0 root\n"
      ". . PUNCT . 6 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "alliance");
  EXPECT_EQ(found[0].a->code, "CHL");
  EXPECT_EQ(found[0].b->code, "PER");
}

TEST_F(RelationGrammar, FireExchangedAsAHabit) {
  const auto found = read(
      "Chile Chile PROPN NNP 6 nsubj\n"
      "and and CCONJ CC 3 cc\n"
      "Peru Peru PROPN NNP 1 conj\n"
      "have have AUX VBP 6 aux\n"
      "been be AUX VBN 6 aux\n"
      "exchanging exchange VERB VBG 0 root\n"
      "fire fire NOUN NN 6 obj\n"
      ". . PUNCT . 6 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "conflict");
}

TEST_F(RelationGrammar, FireExchangedOnceIsNone) {
  const auto found = read(
      "Chile Chile PROPN NNP 4 nsubj\n"
      "and and CCONJ CC 3 cc\n"
      "Peru Peru PROPN NNP 1 conj\n"
      "exchanged exchange VERB VBD 0 root\n"
      "fire fire NOUN NN 4 obj\n"
      ". . PUNCT . 4 punct\n");
  EXPECT_TRUE(found.empty());
}

TEST_F(RelationGrammar, QuarrelsInTheSimplePresent) {
  const auto found = read(
      "Chile Chile PROPN NNP 4 nsubj\n"
      "and and CCONJ CC 3 cc\n"
      "Peru Peru PROPN NNP 1 conj\n"
      "disagree disagree VERB VBP 0 root\n"
      "about about ADP IN 7 case\n"
      "the the DET DT 7 det\n"
      "border border NOUN NN 4 obl\n"
      ". . PUNCT . 4 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "rivalry");
}

TEST_F(RelationGrammar, AClauseBesideANameTellsOfTheDispute) {
  const auto found = read(
      "Togo Togo PROPN NNP 2 nsubj\n"
      "spoke speak VERB VBD 0 root\n"
      "of of ADP IN 5 case\n"
      "a a DET DT 5 det\n"
      "dispute dispute NOUN NN 2 obl\n"
      "with with ADP IN 7 case\n"
      "Ghana Ghana PROPN NNP 5 nmod\n"
      "that that PRON WDT 10 nsubj\n"
      "has have AUX VBZ 10 aux\n"
      "festered fester VERB VBN 7 acl:relcl\n"
      "since since ADP IN 12 case\n"
      "2001 2001 NUM CD 10 obl\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "rivalry");
  EXPECT_EQ(found[0].trend, "steady");
  ASSERT_TRUE(found[0].since.has_value());
  EXPECT_EQ(found[0].since->from, "2001-01-01");
}

TEST_F(RelationGrammar, SidesHungFromAMeasure) {
  const auto found = read(
      "Years year NOUN NNS 9 nsubj\n"
      "of of ADP IN 3 case\n"
      "mistrust mistrust NOUN NN 1 nmod\n"
      "between between ADP IN 5 case\n"
      "Chile Chile PROPN NNP 1 nmod\n"
      "and and CCONJ CC 7 cc\n"
      "Peru Peru PROPN NNP 5 conj\n"
      "have have AUX VBP 9 aux\n"
      "passed pass VERB VBN 0 root\n"
      ". . PUNCT . 9 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "rivalry");
  EXPECT_EQ(found[0].a->code, "CHL");
  EXPECT_EQ(found[0].b->code, "PER");
}

TEST_F(RelationGrammar, WhomAWarCostSomethingFoughtIt) {
  const auto found = read(
      "A a DET DT 3 det\n"
      "short short ADJ JJ 3 amod\n"
      "war war NOUN NN 6 nsubj\n"
      "with with ADP IN 5 case\n"
      "Chile Chile PROPN NNP 3 nmod\n"
      "cost cost VERB VBD 0 root\n"
      "Peru Peru PROPN NNP 6 iobj\n"
      "its its PRON PRP$ 9 nmod:poss\n"
      "coast coast NOUN NN 6 obj\n"
      ". . PUNCT . 6 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "war");
  EXPECT_EQ(found[0].a->code, "PER");
  EXPECT_EQ(found[0].b->code, "CHL");
}

TEST_F(RelationGrammar, UntilAClauseWithADate) {
  const auto found = read(
      "Chile Chile PROPN NNP 4 nsubj\n"
      "and and CCONJ CC 3 cc\n"
      "Peru Peru PROPN NNP 1 conj\n"
      "disputed dispute VERB VBD 0 root\n"
      "the the DET DT 6 det\n"
      "islands island NOUN NNS 4 obj\n"
      "until until ADP IN 10 mark\n"
      "a a DET DT 9 det\n"
      "court court NOUN NN 10 nsubj\n"
      "ruled rule VERB VBD 4 advcl\n"
      "in in ADP IN 12 case\n"
      "2014 2014 NUM CD 10 obl\n"
      ". . PUNCT . 4 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "rivalry");
  ASSERT_TRUE(found[0].until.has_value());
  EXPECT_EQ(found[0].until->to, "2014-12-31");
}

TEST_F(RelationGrammar, WhomSomethingKeepsInDispute) {
  const auto found = read(
      "A a DET DT 2 det\n"
      "dam dam NOUN NN 4 nsubj\n"
      "has have AUX VBZ 4 aux\n"
      "kept keep VERB VBN 0 root\n"
      "Chile Chile PROPN NNP 4 obj\n"
      "and and CCONJ CC 7 cc\n"
      "Peru Peru PROPN NNP 5 conj\n"
      "in in ADP IN 9 case\n"
      "dispute dispute NOUN NN 4 obl\n"
      ". . PUNCT . 4 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "rivalry");
  EXPECT_EQ(found[0].a->code, "CHL");
  EXPECT_EQ(found[0].b->code, "PER");
}

TEST_F(RelationGrammar, FootballIsNoRivalryOfStates) {
  const auto found = read(
      "The the DET DT 3 det\n"
      "old old ADJ JJ 3 amod\n"
      "rivals rival NOUN NNS 7 nsubj\n"
      "Chile Chile PROPN NNP 3 appos\n"
      "and and CCONJ CC 6 cc\n"
      "Peru Peru PROPN NNP 4 conj\n"
      "met meet VERB VBD 0 root\n"
      "in in ADP IN 11 case\n"
      "a a DET DT 11 det\n"
      "football football NOUN NN 11 compound\n"
      "match match NOUN NN 7 obl\n"
      ". . PUNCT . 7 punct\n");
  EXPECT_TRUE(found.empty());
}

TEST_F(RelationGrammar, ATournamentDeniesNoRecognition) {
  const auto found = read(
      "Chile Chile PROPN NNP 4 nsubj\n"
      "does do AUX VBZ 4 aux\n"
      "not not PART RB 4 advmod\n"
      "recognise recognise VERB VB 0 root\n"
      "Peru Peru PROPN NNP 4 obj\n"
      "or or CCONJ CC 8 cc\n"
      "its its PRON PRP$ 8 nmod:poss\n"
      "football football NOUN NN 5 conj\n"
      ". . PUNCT . 4 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "recognition");
  EXPECT_TRUE(found[0].negated);
}

TEST_F(RelationGrammar, AWarNamedByItsYear) {
  const auto found = read(
      "The the DET DT 3 det\n"
      "1973 1973 NUM CD 3 nummod\n"
      "war war NOUN NN 9 nsubj\n"
      "between between ADP IN 5 case\n"
      "Chile Chile PROPN NNP 3 nmod\n"
      "and and CCONJ CC 7 cc\n"
      "Peru Peru PROPN NNP 5 conj\n"
      "was be AUX VBD 9 cop\n"
      "short short ADJ JJ 0 root\n"
      ". . PUNCT . 9 punct\n");
  ASSERT_EQ(found.size(), 1U);
  ASSERT_TRUE(found[0].since.has_value() && found[0].until.has_value());
  EXPECT_EQ(found[0].since->from, "1973-01-01");
  EXPECT_EQ(found[0].until->to, "1973-12-31");
}

TEST_F(RelationGrammar, AWarOfTwoYears) {
  const auto found = read(
      "The the DET DT 2 det\n"
      "war war NOUN NN 12 nsubj\n"
      "of of ADP IN 4 case\n"
      "1978 1978 NUM CD 2 nmod\n"
      "- - SYM SYM 6 case\n"
      "79 79 NUM CD 4 nmod\n"
      "between between ADP IN 8 case\n"
      "Chile Chile PROPN NNP 2 nmod\n"
      "and and CCONJ CC 10 cc\n"
      "Peru Peru PROPN NNP 8 conj\n"
      "was be AUX VBD 12 cop\n"
      "short short ADJ JJ 0 root\n"
      ". . PUNCT . 12 punct\n");
  ASSERT_EQ(found.size(), 1U);
  ASSERT_TRUE(found[0].since.has_value() && found[0].until.has_value());
  EXPECT_EQ(found[0].since->from, "1978-01-01");
  EXPECT_EQ(found[0].until->to, "1979-12-31");
}

TEST_F(RelationGrammar, AFirstDayWithoutItsYear) {
  const auto found = read(
      "Chile Chile PROPN NNP 4 nsubj\n"
      "was be AUX VBD 4 cop\n"
      "at at ADP IN 4 case\n"
      "war war NOUN NN 0 root\n"
      "with with ADP IN 6 case\n"
      "Peru Peru PROPN NNP 4 nmod\n"
      "from from ADP IN 8 case\n"
      "27 27 NUM CD 4 nmod\n"
      "September September PROPN NNP 8 nmod:unmarked\n"
      "to to ADP IN 11 case\n"
      "10 10 NUM CD 8 nmod\n"
      "November November PROPN NNP 11 nmod:unmarked\n"
      "2020 2020 NUM CD 11 nmod:unmarked\n"
      ". . PUNCT . 4 punct\n");
  ASSERT_EQ(found.size(), 1U);
  ASSERT_TRUE(found[0].since.has_value() && found[0].until.has_value());
  EXPECT_EQ(found[0].since->from, "2020-09-27");
  EXPECT_EQ(found[0].until->from, "2020-11-10");
}

TEST_F(RelationGrammar, AClauseTellsWhenItEnded) {
  const auto found = read(
      "The the DET DT 2 det\n"
      "feud feud NOUN NN 14 nsubj:pass\n"
      "between between ADP IN 4 case\n"
      "Chile Chile PROPN NNP 2 nmod\n"
      "and and CCONJ CC 6 cc\n"
      "Peru Peru PROPN NNP 4 conj\n"
      ", , PUNCT , 9 punct\n"
      "which which PRON WDT 9 nsubj\n"
      "ended end VERB VBD 4 acl:relcl\n"
      "in in ADP IN 11 case\n"
      "1929 1929 NUM CD 9 obl\n"
      ", , PUNCT , 2 punct\n"
      "is be AUX VBZ 14 aux:pass\n"
      "forgotten forgott VERB VBN 0 root\n"
      ". . PUNCT . 14 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].since.has_value());
  ASSERT_TRUE(found[0].until.has_value());
  EXPECT_EQ(found[0].until->from, "1929-01-01");
}

TEST_F(RelationGrammar, AFeudThatLostItsHeat) {
  const auto found = read(
      "The the DET DT 2 det\n"
      "feud feud NOUN NN 8 nsubj\n"
      "between between ADP IN 4 case\n"
      "Chile Chile PROPN NNP 2 nmod\n"
      "and and CCONJ CC 6 cc\n"
      "Peru Peru PROPN NNP 4 conj\n"
      "has have AUX VBZ 8 aux\n"
      "lost lose VERB VBN 0 root\n"
      "much much ADJ JJ 8 obj\n"
      "of of ADP IN 12 case\n"
      "its its PRON PRP$ 12 nmod:poss\n"
      "heat heat NOUN NN 9 nmod\n"
      ". . PUNCT . 8 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].trend, "weakening");
}

TEST_F(RelationGrammar, SoldiersWhoClashFight) {
  const auto found = read(
      "Chilean Chilean ADJ JJ 4 amod\n"
      "and and CCONJ CC 3 cc\n"
      "Peruvian Peruvian ADJ JJ 1 conj\n"
      "soldiers soldier NOUN NNS 6 nsubj\n"
      "have have AUX VBP 6 aux\n"
      "clashed clash VERB VBN 0 root\n"
      "since since ADP IN 8 case\n"
      "2019 2019 NUM CD 6 obl\n"
      ". . PUNCT . 6 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "conflict");
}

}  // namespace
}  // namespace entente
