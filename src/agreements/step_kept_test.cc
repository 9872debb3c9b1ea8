// Deeds beside what an instrument lays down: it is kept, left on paper, broken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class StepKeptTest : public AgreementsFixture {};

// "Peru failed to deliver the water laid down in its treaty with Chile."
TEST_F(StepKeptTest, WhoFailedToDeliverWhatItLaysDownBrokeIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "failed fail VERB VBD 0 root\n"
                    "to to PART TO 4 mark\n"
                    "deliver deliver VERB VB 2 xcomp\n"
                    "the the DET DT 6 det\n"
                    "water water NOUN NN 4 obj\n"
                    "laid lay VERB VBN 6 acl\n"
                    "down down ADP RP 7 compound:prt\n"
                    "in in ADP IN 11 case\n"
                    "its its PRON PRP$ 11 nmod:poss\n"
                    "treaty treaty NOUN NN 7 obl\n"
                    "with with ADP IN 13 case\n"
                    "Chile Chile PROPN NNP 11 nmod\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty violated CHL PER"));
}

// "Peru has not paid the fees that its treaty with Chile prescribes."
TEST_F(StepKeptTest, WhoHasNotPaidWhatItPrescribesBrokeIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "has have AUX VBZ 4 aux\n"
                    "not not PART RB 4 advmod\n"
                    "paid pay VERB VBN 0 root\n"
                    "the the DET DT 6 det\n"
                    "fees fee NOUN NNS 4 obj\n"
                    "that that PRON WDT 12 obj\n"
                    "its its PRON PRP$ 9 nmod:poss\n"
                    "treaty treaty NOUN NN 12 nsubj\n"
                    "with with ADP IN 11 case\n"
                    "Chile Chile PROPN NNP 9 nmod\n"
                    "prescribes prescribe VERB VBZ 6 acl:relcl\n"
                    ". . PUNCT . 4 punct\n\n"),
              ElementsAre("treaty violated CHL PER"));
}

// "Peru has not withdrawn its troops as promised in its treaty with Chile."
TEST_F(StepKeptTest, WhoHasNotDoneAsPromisedBrokeIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "has have AUX VBZ 4 aux\n"
                    "not not PART RB 4 advmod\n"
                    "withdrawn withdraw VERB VBN 0 root\n"
                    "its its PRON PRP$ 6 nmod:poss\n"
                    "troops troops NOUN NNS 4 obj\n"
                    "as as SCONJ IN 8 mark\n"
                    "promised promise VERB VBN 4 advcl\n"
                    "in in ADP IN 11 case\n"
                    "its its PRON PRP$ 11 nmod:poss\n"
                    "treaty treaty NOUN NN 8 obl\n"
                    "with with ADP IN 13 case\n"
                    "Chile Chile PROPN NNP 11 nmod\n"
                    ". . PUNCT . 4 punct\n\n"),
              ElementsAre("treaty violated CHL PER"));
}

// "Peru moved tanks into the zone created by its treaty with Chile."
TEST_F(StepKeptTest, TanksInTheZoneDrawnByItBreakIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "moved move VERB VBD 0 root\n"
                    "tanks tank NOUN NNS 2 obj\n"
                    "into into ADP IN 6 case\n"
                    "the the DET DT 6 det\n"
                    "zone zone NOUN NN 2 obl\n"
                    "created create VERB VBN 6 acl\n"
                    "by by ADP IN 10 case\n"
                    "its its PRON PRP$ 10 nmod:poss\n"
                    "treaty treaty NOUN NN 7 obl:agent\n"
                    "with with ADP IN 12 case\n"
                    "Chile Chile PROPN NNP 10 nmod\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty violated CHL PER"));
}

// "Explosions were heard in Arica hours after Peru and Chile had agreed a truce."
TEST_F(StepKeptTest, ExplosionsAfterATruceBreakIt) {
  EXPECT_THAT(lines("Explosions explosion NOUN NNS 3 nsubj:pass\n"
                    "were be AUX VBD 3 aux:pass\n"
                    "heard hear VERB VBN 0 root\n"
                    "in in ADP IN 5 case\n"
                    "Arica Arica PROPN NNP 6 nmod\n"
                    "hours hour NOUN NNS 3 obl:unmarked\n"
                    "after after SCONJ IN 12 mark\n"
                    "Peru Peru PROPN NNP 12 nsubj\n"
                    "and and CCONJ CC 10 cc\n"
                    "Chile Chile PROPN NNP 8 conj\n"
                    "had have AUX VBD 12 aux\n"
                    "agreed agree VERB VBN 3 advcl\n"
                    "a a DET DT 14 det\n"
                    "truce truce NOUN NN 12 obj\n"
                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("ceasefire violated PER CHL"));
}

// "Monitors called it a breach of the truce between Peru and Chile."
TEST_F(StepKeptTest, WhatOthersCallABreachIsOne) {
  EXPECT_THAT(lines("Monitors monitor NOUN NNS 2 nsubj\n"
                    "called call VERB VBD 0 root\n"
                    "it it PRON PRP 2 obj\n"
                    "a a DET DT 5 det\n"
                    "breach breach NOUN NN 2 xcomp\n"
                    "of of ADP IN 8 case\n"
                    "the the DET DT 8 det\n"
                    "truce truce NOUN NN 5 nmod\n"
                    "between between ADP IN 10 case\n"
                    "Peru Peru PROPN NNP 8 nmod\n"
                    "and and CCONJ CC 12 cc\n"
                    "Chile Chile PROPN NNP 10 conj\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("ceasefire violated PER CHL"));
}

// "The shipments promised in the treaty between Peru and Chile are in abeyance."
TEST_F(StepKeptTest, WhatItPromisesInAbeyanceLeavesItStalled) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "shipments shipment NOUN NNS 13 nsubj\n"
                    "promised promise VERB VBN 2 acl\n"
                    "in in ADP IN 6 case\n"
                    "the the DET DT 6 det\n"
                    "treaty treaty NOUN NN 3 obl\n"
                    "between between ADP IN 8 case\n"
                    "Peru Peru PROPN NNP 6 nmod\n"
                    "and and CCONJ CC 10 cc\n"
                    "Chile Chile PROPN NNP 8 conj\n"
                    "are be AUX VBP 13 cop\n"
                    "in in ADP IN 13 case\n"
                    "abeyance abeyance NOUN NN 0 root\n"
                    ". . PUNCT . 13 punct\n\n"),
              ElementsAre("treaty stalled PER CHL"));
}

// "Water keeps flowing to Arica forty years after Peru and Chile signed a treaty."
TEST_F(StepKeptTest, WhatGoesOnYearsAfterItKeepsIt) {
  EXPECT_THAT(lines("Water water NOUN NN 2 nsubj\n"
                    "keeps keep VERB VBZ 0 root\n"
                    "flowing flow VERB VBG 2 xcomp\n"
                    "to to ADP IN 5 case\n"
                    "Arica Arica PROPN NNP 3 obl\n"
                    "forty forty NUM CD 7 nummod\n"
                    "years year NOUN NNS 12 obl:unmarked\n"
                    "after after SCONJ IN 12 mark\n"
                    "Peru Peru PROPN NNP 12 nsubj\n"
                    "and and CCONJ CC 11 cc\n"
                    "Chile Chile PROPN NNP 9 conj\n"
                    "signed sign VERB VBD 2 advcl\n"
                    "a a DET DT 14 det\n"
                    "treaty treaty NOUN NN 12 obj\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty in_force PER CHL"));
}

// "Peru has put the treaty it signed with Chile in May on ice."
TEST_F(StepKeptTest, AHoldBehindARelativeClauseIsOfTheVerb) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 3 nsubj\n"
                    "has have AUX VBZ 3 aux\n"
                    "put put VERB VBN 0 root\n"
                    "the the DET DT 5 det\n"
                    "treaty treaty NOUN NN 3 obj\n"
                    "it it PRON PRP 7 nsubj\n"
                    "signed sign VERB VBD 5 acl:relcl\n"
                    "with with ADP IN 9 case\n"
                    "Chile Chile PROPN NNP 7 obl\n"
                    "in in ADP IN 11 case\n"
                    "May May PROPN NNP 7 obl\n"
                    "on on ADP IN 13 case\n"
                    "ice ice NOUN NN 7 obl\n"
                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("treaty stalled PER CHL"));
}

// "Peru handed two men to Chile under the treaty that the two signed in 1998."
TEST_F(StepKeptTest, WhatIsDoneUnderItCameLater) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "handed hand VERB VBD 0 root\n"
                    "two two NUM CD 4 nummod\n"
                    "men man NOUN NNS 2 obj\n"
                    "to to ADP IN 6 case\n"
                    "Chile Chile PROPN NNP 2 obl\n"
                    "under under ADP IN 9 case\n"
                    "the the DET DT 9 det\n"
                    "treaty treaty NOUN NN 2 obl\n"
                    "that that PRON WDT 13 mark\n"
                    "the the DET DT 12 det\n"
                    "two two NUM CD 13 nsubj\n"
                    "signed sign VERB VBD 9 acl:relcl\n"
                    "in in ADP IN 15 case\n"
                    "1998 1998 NUM CD 13 obl\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty in_force PER CHL"));
}

}  // namespace
}  // namespace entente
