// Sides and years that stand beside the word of a relation: in its clause, before the sentence, in brackets.
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

class RelationBeside : public RelationsFixture {};

TEST_F(RelationBeside, AWarWagedBetweenTwo) {
  const auto found = read(
      "The the DET DT 2 det\n"
      "war war NOUN NN 9 nsubj:pass\n"
      "waged wage VERB VBN 2 acl\n"
      "between between ADP IN 5 case\n"
      "Chile Chile PROPN NNP 3 obl\n"
      "and and CCONJ CC 7 cc\n"
      "Peru Peru PROPN NNP 5 conj\n"
      "was be AUX VBD 9 aux:pass\n"
      "forgotten forget VERB VBN 0 root\n"
      ". . PUNCT . 9 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "war");
  EXPECT_EQ(found[0].a->code, "CHL");
  EXPECT_EQ(found[0].b->code, "PER");
}

TEST_F(RelationBeside, AWarWithItsYearsInBrackets) {
  const auto found = read(
      "The the DET DT 2 det\n"
      "war war NOUN NN 13 nsubj:pass\n"
      "between between ADP IN 4 case\n"
      "Chile Chile PROPN NNP 2 nmod\n"
      "and and CCONJ CC 6 cc\n"
      "Peru Peru PROPN NNP 4 conj\n"
      "( ( PUNCT -LRB- 8 punct\n"
      "1879 1879 NUM CD 2 appos\n"
      "- - PUNCT , 10 punct\n"
      "1883 1883 NUM CD 8 nmod\n"
      ") ) PUNCT -RRB- 8 punct\n"
      "was be AUX VBD 13 aux:pass\n"
      "forgotten forget VERB VBN 0 root\n"
      ". . PUNCT . 13 punct\n");
  ASSERT_EQ(found.size(), 1U);
  ASSERT_TRUE(found[0].since.has_value());
  ASSERT_TRUE(found[0].until.has_value());
  EXPECT_EQ(found[0].since->from, "1879-01-01");
  EXPECT_EQ(found[0].until->to, "1883-12-31");
}

TEST_F(RelationBeside, TheYearsInWhichSomebodyMediated) {
  const auto found = read(
      "The the DET DT 2 det\n"
      "years year NOUN NNS 0 root\n"
      "1995 1995 NUM CD 2 nummod\n"
      "- - PUNCT , 5 punct\n"
      "1998 1998 NUM CD 3 nmod\n"
      "in in ADP IN 7 case\n"
      "which which PRON WDT 9 obl\n"
      "Peru Peru PROPN NNP 9 nsubj\n"
      "worked work VERB VBD 2 acl:relcl\n"
      "as as ADP IN 11 case\n"
      "mediator mediator NOUN NN 9 obl\n"
      "between between ADP IN 13 case\n"
      "Chad Chad PROPN NNP 11 nmod\n"
      "and and CCONJ CC 15 cc\n"
      "Togo Togo PROPN NNP 13 conj\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 2U);
  ASSERT_TRUE(found[0].since.has_value());
  ASSERT_TRUE(found[0].until.has_value());
  EXPECT_EQ(found[0].since->from, "1995-01-01");
  EXPECT_EQ(found[0].until->to, "1998-12-31");
}

TEST_F(RelationBeside, PartnersNamedAfterTheWordThatCallsThemSo) {
  const auto found = read(
      "Close close ADJ JJ 2 amod\n"
      "partners partner NOUN NNS 11 obj\n"
      "since since ADP IN 4 case\n"
      "1991 1991 NUM CD 2 nmod\n"
      ", , PUNCT , 2 punct\n"
      "Chile Chile PROPN NNP 11 nsubj\n"
      "and and CCONJ CC 8 cc\n"
      "Peru Peru PROPN NNP 6 conj\n"
      "can can AUX MD 11 aux\n"
      "not not PART RB 11 advmod\n"
      "afford afford VERB VB 0 root\n"
      "it it PRON PRP 11 obj\n"
      ". . PUNCT . 11 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, "partnership");
  EXPECT_EQ(found[0].a->code, "CHL");
}

TEST_F(RelationBeside, WhoGoesBetween) {
  const auto found = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "acted act VERB VBD 0 root\n"
      "as as ADP IN 6 case\n"
      "go go NOUN NN 6 compound\n"
      "- - PUNCT HYPH 4 punct\n"
      "betweens betweens PROPN FW 2 obl\n"
      "for for ADP IN 8 case\n"
      "Chad Chad PROPN NNP 2 obl\n"
      "and and CCONJ CC 10 cc\n"
      "Togo Togo PROPN NNP 8 conj\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].type, "mediation");
  EXPECT_EQ(found[0].a->code, "PER");
}

TEST_F(RelationBeside, WhatIsWithheldStillLasts) {
  const auto found = read(
      "Peru Peru PROPN NNP 3 nsubj\n"
      "still still ADV RB 3 advmod\n"
      "refuses refuse VERB VBZ 0 root\n"
      "recognition recognition NOUN NN 3 obj\n"
      "to to ADP IN 6 case\n"
      "Kosovo Kosovo PROPN NNP 3 obl\n"
      ". . PUNCT . 3 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].negated);
  EXPECT_EQ(found[0].trend, "steady");
}

}  // namespace
}  // namespace entente
