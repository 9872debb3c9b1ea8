// What is only proposed yet, what is settled and awaits its signing, what a legislature has passed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class StepSettledTest : public AgreementsFixture {};

// "The treaty between Peru and Chile is a long way off."
TEST_F(StepSettledTest, ALongWayOffIsOnlyProposed) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "treaty treaty NOUN NN 11 nsubj\n"
                    "between between ADP IN 4 case\n"
                    "Peru Peru PROPN NNP 2 nmod\n"
                    "and and CCONJ CC 6 cc\n"
                    "Chile Chile PROPN NNP 4 conj\n"
                    "is be AUX VBZ 11 cop\n"
                    "a a DET DT 10 det\n"
                    "long long ADJ JJ 10 amod\n"
                    "way way NOUN NN 11 obl:unmarked\n"
                    "off off ADV RB 0 root\n"
                    ". . PUNCT . 11 punct\n\n"),
              ElementsAre("treaty proposed PER CHL"));
}

// "The treaty between Peru and Chile is no more than a draft."
TEST_F(StepSettledTest, NoMoreThanADraftIsOnlyProposed) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "treaty treaty NOUN NN 9 nsubj\n"
                    "between between ADP IN 4 case\n"
                    "Peru Peru PROPN NNP 2 nmod\n"
                    "and and CCONJ CC 6 cc\n"
                    "Chile Chile PROPN NNP 4 conj\n"
                    "is be AUX VBZ 9 cop\n"
                    "no no ADV RB 9 advmod\n"
                    "more more ADJ JJR 0 root\n"
                    "than than ADP IN 12 case\n"
                    "a a DET DT 12 det\n"
                    "draft draft NOUN NN 9 obl\n"
                    ". . PUNCT . 9 punct\n\n"),
              ElementsAre("treaty proposed PER CHL"));
}

// "The way is clear for the signing of the accord between Peru and Chile."
TEST_F(StepSettledTest, WhereTheWayIsClearForItsSigningItIsSettled) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "way way NOUN NN 4 nsubj\n"
                    "is be AUX VBZ 4 cop\n"
                    "clear clear ADJ JJ 0 root\n"
                    "for for ADP IN 7 case\n"
                    "the the DET DT 7 det\n"
                    "signing signing NOUN NN 4 obl\n"
                    "of of ADP IN 10 case\n"
                    "the the DET DT 10 det\n"
                    "accord accord NOUN NN 7 nmod\n"
                    "between between ADP IN 12 case\n"
                    "Peru Peru PROPN NNP 10 nmod\n"
                    "and and CCONJ CC 14 cc\n"
                    "Chile Chile PROPN NNP 12 conj\n"
                    ". . PUNCT . 4 punct\n\n"),
              ElementsAre("accord agreed PER CHL"));
}

// "The presidents of Peru and Chile meet on Monday to sign a treaty."
TEST_F(StepSettledTest, WhatTheyMeetToSignIsSettled) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "presidents president NOUN NNS 7 nsubj\n"
                    "of of ADP IN 4 case\n"
                    "Peru Peru PROPN NNP 2 nmod\n"
                    "and and CCONJ CC 6 cc\n"
                    "Chile Chile PROPN NNP 4 conj\n"
                    "meet meet VERB VBP 0 root\n"
                    "on on ADP IN 9 case\n"
                    "Monday Monday PROPN NNP 7 obl\n"
                    "to to PART TO 11 mark\n"
                    "sign sign VERB VB 7 advcl\n"
                    "a a DET DT 13 det\n"
                    "treaty treaty NOUN NN 11 obj\n"
                    ". . PUNCT . 7 punct\n\n"),
              ElementsAre("treaty agreed PER CHL"));
}

// "Peru and Chile have overcome the last obstacle to an accord."
TEST_F(StepSettledTest, LastObstaclesRemovedSettleIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 5 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "have have AUX VBP 5 aux\n"
                    "overcome overcome VERB VBN 0 root\n"
                    "the the DET DT 8 det\n"
                    "last last ADJ JJ 8 amod\n"
                    "obstacle obstacle NOUN NN 5 obj\n"
                    "to to ADP IN 11 case\n"
                    "an a DET DT 11 det\n"
                    "accord accord NOUN NN 8 nmod\n"
                    ". . PUNCT . 5 punct\n\n"),
              ElementsAre("accord agreed PER CHL"));
}

// "The treaty between Peru and Chile has been passed by both houses in Lima."
TEST_F(StepSettledTest, PassedByBothHousesItIsRatified) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "treaty treaty NOUN NN 9 nsubj:pass\n"
                    "between between ADP IN 4 case\n"
                    "Peru Peru PROPN NNP 2 nmod\n"
                    "and and CCONJ CC 6 cc\n"
                    "Chile Chile PROPN NNP 4 conj\n"
                    "has have AUX VBZ 9 aux\n"
                    "been be AUX VBN 9 aux:pass\n"
                    "passed pass VERB VBN 0 root\n"
                    "by by ADP IN 12 case\n"
                    "both both DET DT 12 det\n"
                    "houses house NOUN NNS 9 obl:agent\n"
                    "in in ADP IN 14 case\n"
                    "Lima Lima PROPN NNP 12 nmod\n"
                    ". . PUNCT . 9 punct\n\n"),
              ElementsAre("treaty ratified PER CHL"));
}

}  // namespace
}  // namespace entente
