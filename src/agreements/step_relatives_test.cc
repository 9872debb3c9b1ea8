// Main verbs and instruments on either side of a relative clause.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class StepRelativesTest : public AgreementsFixture {};

// "Guns fire since the truce that Peru and Chile concluded collapsed", with the last verb hung from the truce.
TEST_F(StepRelativesTest, TheMainVerbBehindARelativeClauseBefallsTheInstrument) {
  EXPECT_THAT(lines("Guns gun NOUN NNS 2 nsubj\n"
                    "fire fire VERB VBP 0 root\n"
                    "since since ADP IN 5 case\n"
                    "the the DET DT 5 det\n"
                    "truce truce NOUN NN 2 obl\n"
                    "that that PRON WDT 10 obj\n"
                    "Peru Peru PROPN NNP 10 nsubj\n"
                    "and and CCONJ CC 9 cc\n"
                    "Chile Chile PROPN NNP 7 conj\n"
                    "concluded conclude VERB VBD 5 acl:relcl\n"
                    "collapsed collapse VERB VBD 5 acl:relcl\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("ceasefire ended PER CHL"));
}

TEST_F(StepRelativesTest, WhatCollapsesWhenItDoesEndsNoMonth) {
  EXPECT_THAT(lines("Guns gun NOUN NNS 2 nsubj\n"
                    "fire fire VERB VBP 0 root\n"
                    "since since ADP IN 4 case\n"
                    "May May PROPN NNP 2 obl\n"
                    ", , PUNCT , 4 punct\n"
                    "when when ADV WRB 13 advmod\n"
                    "the the DET DT 8 det\n"
                    "truce truce NOUN NN 13 nsubj\n"
                    "between between ADP IN 10 case\n"
                    "Peru Peru PROPN NNP 8 nmod\n"
                    "and and CCONJ CC 12 cc\n"
                    "Chile Chile PROPN NNP 10 conj\n"
                    "collapsed collapse VERB VBD 4 acl:relcl\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("ceasefire ended PER CHL"));
}

// "The protocol, under which Peru and Chile were to count fish, lies on a shelf", with the clause hung from the lying.
TEST_F(StepRelativesTest, AClauseBehindItsNounTellsWhoseItIs) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "protocol protocol NOUN NN 14 nsubj\n"
                    ", , PUNCT , 2 punct\n"
                    "under under ADP IN 5 case\n"
                    "which which PRON WDT 11 obl\n"
                    "Peru Peru PROPN NNP 11 nsubj\n"
                    "and and CCONJ CC 8 cc\n"
                    "Chile Chile PROPN NNP 6 conj\n"
                    "were be AUX VBD 11 aux\n"
                    "to to PART TO 11 mark\n"
                    "count count VERB VB 14 advcl\n"
                    "fish fish NOUN NN 11 obj\n"
                    ", , PUNCT , 11 punct\n"
                    "lies lie VERB VBZ 0 root\n"
                    "on on ADP IN 17 case\n"
                    "a a DET DT 17 det\n"
                    "shelf shelf NOUN NN 14 obl\n"
                    ". . PUNCT . 14 punct\n\n"),
              ElementsAre("accord stalled PER CHL"));
}

TEST_F(StepRelativesTest, WhatIsLawForTwoBindsThem) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "treaty treaty NOUN NN 5 nsubj\n"
                    "has have AUX VBZ 5 aux\n"
                    "been be AUX VBN 5 cop\n"
                    "law law NOUN NN 0 root\n"
                    "for for ADP IN 8 case\n"
                    "both both CCONJ CC 8 cc:preconj\n"
                    "Peru Peru PROPN NNP 5 obl\n"
                    "and and CCONJ CC 10 cc\n"
                    "Chile Chile PROPN NNP 8 conj\n"
                    ". . PUNCT . 5 punct\n\n"),
              ElementsAre("treaty in_force PER CHL"));
}

TEST_F(StepRelativesTest, WhoJoinsAnotherInACommuniqueSignsItWithHim) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "joined join VERB VBD 0 root\n"
                    "Chile Chile PROPN NNP 2 obj\n"
                    "in in ADP IN 6 case\n"
                    "a a DET DT 6 det\n"
                    "communique communique NOUN NN 2 obl\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("communique signed PER CHL"));
}

}  // namespace
}  // namespace entente
