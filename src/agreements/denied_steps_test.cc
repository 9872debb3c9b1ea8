// What is denied, refused or resolved of an instrument.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class DeniedStepsTest : public AgreementsFixture {};

// "Peru has done nothing to implement its treaty with Chile."
TEST_F(DeniedStepsTest, WhoHasDoneNothingToCarryItOutHasLeftIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 3 nsubj\n"
                    "has have AUX VBZ 3 aux\n"
                    "done do VERB VBN 0 root\n"
                    "nothing nothing PRON NN 3 obj\n"
                    "to to PART TO 6 mark\n"
                    "implement implement VERB VB 3 advcl\n"
                    "its its PRON PRP$ 8 nmod:poss\n"
                    "treaty treaty NOUN NN 6 obj\n"
                    "with with ADP IN 10 case\n"
                    "Chile Chile PROPN NNP 8 nmod\n"
                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("treaty stalled CHL PER"));
}

// "The accord between Peru and Chile has failed to get off the ground."
TEST_F(DeniedStepsTest, WhatFailedToGetOffTheGroundIsStalled) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "accord accord NOUN NN 8 nsubj\n"
                    "between between ADP IN 4 case\n"
                    "Peru Peru PROPN NNP 2 nmod\n"
                    "and and CCONJ CC 6 cc\n"
                    "Chile Chile PROPN NNP 4 conj\n"
                    "has have AUX VBZ 8 aux\n"
                    "failed fail VERB VBN 0 root\n"
                    "to to PART TO 10 mark\n"
                    "get get VERB VB 8 xcomp\n"
                    "off off ADP IN 13 case\n"
                    "the the DET DT 13 det\n"
                    "ground ground NOUN NN 10 obl\n"
                    ". . PUNCT . 8 punct\n\n"),
              ElementsAre("accord stalled PER CHL"));
}

// "The treaty between Peru and Chile has not got past the senate."
TEST_F(DeniedStepsTest, WhatHasNotGotPastTheSenateIsStalled) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "treaty treaty NOUN NN 9 nsubj\n"
                    "between between ADP IN 4 case\n"
                    "Peru Peru PROPN NNP 2 nmod\n"
                    "and and CCONJ CC 6 cc\n"
                    "Chile Chile PROPN NNP 4 conj\n"
                    "has have AUX VBZ 9 aux\n"
                    "not not PART RB 9 advmod\n"
                    "got get VERB VBN 0 root\n"
                    "past past ADP IN 12 case\n"
                    "the the DET DT 12 det\n"
                    "senate senate PROPN NNP 9 obl\n"
                    ". . PUNCT . 9 punct\n\n"),
              ElementsAre("treaty stalled PER CHL"));
}

// "Nothing has been done under the treaty between Peru and Chile."
TEST_F(DeniedStepsTest, NothingDoneUnderItLeavesItStalled) {
  EXPECT_THAT(lines("Nothing nothing PRON NN 4 nsubj:pass\n"
                    "has have AUX VBZ 4 aux\n"
                    "been be AUX VBN 4 aux:pass\n"
                    "done do VERB VBN 0 root\n"
                    "under under ADP IN 7 case\n"
                    "the the DET DT 7 det\n"
                    "treaty treaty NOUN NN 4 obl\n"
                    "between between ADP IN 9 case\n"
                    "Peru Peru PROPN NNP 7 nmod\n"
                    "and and CCONJ CC 11 cc\n"
                    "Chile Chile PROPN NNP 9 conj\n"
                    ". . PUNCT . 4 punct\n\n"),
              ElementsAre("treaty stalled PER CHL"));
}

// "Peru refused to extend its treaty with Chile."
TEST_F(DeniedStepsTest, WhoRefusedToExtendItHasEndedIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "refused refuse VERB VBD 0 root\n"
                    "to to PART TO 4 mark\n"
                    "extend extend VERB VB 2 xcomp\n"
                    "its its PRON PRP$ 6 nmod:poss\n"
                    "treaty treaty NOUN NN 4 obj\n"
                    "with with ADP IN 8 case\n"
                    "Chile Chile PROPN NNP 6 nmod\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty ended PER CHL"));
}

// "Peru refuses to extend its treaty with Chile."
TEST_F(DeniedStepsTest, WhoRefusesToExtendItHasNotYetEndedIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "refuses refuse VERB VBZ 0 root\n"
                    "to to PART TO 4 mark\n"
                    "extend extend VERB VB 2 xcomp\n"
                    "its its PRON PRP$ 6 nmod:poss\n"
                    "treaty treaty NOUN NN 4 obj\n"
                    "with with ADP IN 8 case\n"
                    "Chile Chile PROPN NNP 6 nmod\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty in_force PER CHL"));
}

// "Peru is no longer a party to its treaty with Chile."
TEST_F(DeniedStepsTest, WhoIsNoLongerAPartyHasLeftIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 6 nsubj\n"
                    "is be AUX VBZ 6 cop\n"
                    "no no ADV RB 4 advmod\n"
                    "longer long ADV RBR 6 advmod\n"
                    "a a DET DT 6 det\n"
                    "party party NOUN NN 0 root\n"
                    "to to ADP IN 9 case\n"
                    "its its PRON PRP$ 9 nmod:poss\n"
                    "treaty treaty NOUN NN 6 nmod\n"
                    "with with ADP IN 11 case\n"
                    "Chile Chile PROPN NNP 9 nmod\n"
                    ". . PUNCT . 6 punct\n\n"),
              ElementsAre("treaty ended CHL PER"));
}

// "Peru decided to end its treaty with Chile."
TEST_F(DeniedStepsTest, WhoDecidedToEndItHasEndedIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "decided decide VERB VBD 0 root\n"
                    "to to PART TO 4 mark\n"
                    "end end VERB VB 2 xcomp\n"
                    "its its PRON PRP$ 6 nmod:poss\n"
                    "treaty treaty NOUN NN 4 obj\n"
                    "with with ADP IN 8 case\n"
                    "Chile Chile PROPN NNP 6 nmod\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty ended CHL PER"));
}

// "Peru has given notice to quit the treaty with Chile."
TEST_F(DeniedStepsTest, WhoGaveNoticeToQuitItHasEndedIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 3 nsubj\n"
                    "has have AUX VBZ 3 aux\n"
                    "given give VERB VBN 0 root\n"
                    "notice notice NOUN NN 3 obj\n"
                    "to to PART TO 6 mark\n"
                    "quit quit VERB VB 4 acl\n"
                    "the the DET DT 8 det\n"
                    "treaty treaty NOUN NN 6 obj\n"
                    "with with ADP IN 10 case\n"
                    "Chile Chile PROPN NNP 8 nmod\n"
                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("treaty ended CHL PER"));
}

// "The treaty between Peru and Chile was in force until 2010."
TEST_F(DeniedStepsTest, WhatWasInForceUntilAYearHasEnded) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "treaty treaty NOUN NN 9 nsubj\n"
                    "between between ADP IN 4 case\n"
                    "Peru Peru PROPN NNP 2 nmod\n"
                    "and and CCONJ CC 6 cc\n"
                    "Chile Chile PROPN NNP 4 conj\n"
                    "was be AUX VBD 9 cop\n"
                    "in in ADP IN 9 case\n"
                    "force force NOUN NN 0 root\n"
                    "until until ADP IN 11 case\n"
                    "2010 2010 NUM CD 9 nmod\n"
                    ". . PUNCT . 9 punct\n\n"),
              ElementsAre("treaty ended PER CHL"));
}

}  // namespace
}  // namespace entente
