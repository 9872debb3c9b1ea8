// What befalls instruments by words that no row has, shots that break a truce, what lies ahead.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class StepDefaultTest : public AgreementsFixture {};

// Peru and Chile signed a treaty. It takes effect thirty days after both have voted.
TEST_F(StepDefaultTest, WhatTakesEffectInThePresentTenseLiesAhead) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "signed sign VERB VBD 0 root\n"
                    "a a DET DT 6 det\n"
                    "treaty treaty NOUN NN 4 obj\n"
                    ". . PUNCT . 4 punct\n\n"
                    "It it PRON PRP 2 nsubj\n"
                    "takes take VERB VBZ 0 root\n"
                    "effect effect NOUN NN 2 obj\n"
                    "thirty thirty NUM CD 5 nummod\n"
                    "days day NOUN NNS 9 obl:unmarked\n"
                    "after after SCONJ IN 9 mark\n"
                    "both both DET DT 9 nsubj\n"
                    "have have AUX VBP 9 aux\n"
                    "voted vote VERB VBN 2 advcl\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty signed PER CHL"));
}

// A ceasefire between Peru and Chile will begin at midnight.
TEST_F(StepDefaultTest, WhatWillBeginHasBeenSettled) {
  EXPECT_THAT(lines("A a DET DT 2 det\n"
                    "ceasefire ceasefire NOUN NN 8 nsubj\n"
                    "between between ADP IN 4 case\n"
                    "Peru Peru PROPN NNP 2 nmod\n"
                    "and and CCONJ CC 6 cc\n"
                    "Chile Chile PROPN NNP 4 conj\n"
                    "will will AUX MD 8 aux\n"
                    "begin begin VERB VB 0 root\n"
                    "at at ADP IN 10 case\n"
                    "midnight midnight NOUN NN 8 obl\n"
                    ". . PUNCT . 8 punct\n\n"),
              ElementsAre("ceasefire agreed PER CHL"));
}

// Peru and Chile were to have signed an accord on Monday.
TEST_F(StepDefaultTest, WhatTheyWereToHaveSignedIsStalled) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 7 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "were be AUX VBD 7 aux\n"
                    "to to PART TO 7 mark\n"
                    "have have AUX VB 7 aux\n"
                    "signed sign VERB VBN 0 root\n"
                    "an a DET DT 9 det\n"
                    "accord accord NOUN NN 7 obj\n"
                    "on on ADP IN 11 case\n"
                    "Monday Monday PROPN NNP 7 obl\n"
                    ". . PUNCT . 7 punct\n\n"),
              ElementsAre("accord stalled PER CHL"));
}

// Peru shelled Arica two days after Peru and Chile had signed a truce.
TEST_F(StepDefaultTest, ShotsHoursIntoATruceBreakIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "shelled shell VERB VBD 0 root\n"
                    "Arica Arica PROPN NNP 2 obj\n"
                    "two two NUM CD 5 nummod\n"
                    "days day NOUN NNS 6 obl:unmarked\n"
                    "after after SCONJ IN 11 mark\n"
                    "Peru Peru PROPN NNP 11 nsubj\n"
                    "and and CCONJ CC 9 cc\n"
                    "Chile Chile PROPN NNP 7 conj\n"
                    "had have AUX VBD 11 aux\n"
                    "signed sign VERB VBN 2 parataxis\n"
                    "a a DET DT 13 det\n"
                    "truce truce NOUN NN 11 obj\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("ceasefire violated PER CHL"));
}

// Peru shelled Arica on Monday. By evening Peru and Chile had agreed to a ceasefire.
TEST_F(StepDefaultTest, ATruceAgreedByEveningCameAfterTheShots) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "shelled shell VERB VBD 0 root\n"
                    "Arica Arica PROPN NNP 2 obj\n"
                    "on on ADP IN 5 case\n"
                    "Monday Monday PROPN NNP 2 obl\n"
                    ". . PUNCT . 2 punct\n\n"
                    "By by ADP IN 2 case\n"
                    "evening evening NOUN NN 7 obl\n"
                    "Peru Peru PROPN NNP 7 nsubj\n"
                    "and and CCONJ CC 5 cc\n"
                    "Chile Chile PROPN NNP 3 conj\n"
                    "had have AUX VBD 7 aux\n"
                    "agreed agree VERB VBN 0 root\n"
                    "to to ADP IN 10 case\n"
                    "a a DET DT 10 det\n"
                    "ceasefire ceasefire NOUN NN 7 obl\n"
                    ". . PUNCT . 7 punct\n\n"),
              ElementsAre("ceasefire agreed PER CHL"));
}

// Peru and Chile agreed to a ceasefire. Hours later Peru shelled Arica.
TEST_F(StepDefaultTest, ShotsDaysLaterBreakATruce) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "agreed agree VERB VBD 0 root\n"
                    "to to ADP IN 7 case\n"
                    "a a DET DT 7 det\n"
                    "ceasefire ceasefire NOUN NN 4 obl\n"
                    ". . PUNCT . 4 punct\n\n"
                    "Hours hour NOUN NNS 2 obl:unmarked\n"
                    "later late ADV RBR 4 advmod\n"
                    "Peru Peru PROPN NNP 4 nsubj\n"
                    "shelled shell VERB VBD 0 root\n"
                    "Arica Arica PROPN NNP 4 obj\n"
                    ". . PUNCT . 4 punct\n\n"),
              ElementsAre("ceasefire violated PER CHL"));
}

// Peru and Chile sat for nine hours over a water accord.
TEST_F(StepDefaultTest, MatterOfTalksIsProposed) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "sat sit VERB VBD 0 root\n"
                    "for for ADP IN 7 case\n"
                    "nine nine NUM CD 7 nummod\n"
                    "hours hour NOUN NNS 4 obl\n"
                    "over over ADP IN 11 case\n"
                    "a a DET DT 11 det\n"
                    "water water NOUN NN 11 compound\n"
                    "accord accord NOUN NN 4 obl\n"
                    ". . PUNCT . 4 punct\n\n"),
              ElementsAre("accord proposed PER CHL"));
}

// Peru became the second state to sign the treaty with Chile.
TEST_F(StepDefaultTest, TheNthStateToSignDidSign) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "became become VERB VBD 0 root\n"
                    "the the DET DT 5 det\n"
                    "second second ADJ JJ 5 amod\n"
                    "state state NOUN NN 2 xcomp\n"
                    "to to PART TO 7 mark\n"
                    "sign sign VERB VB 5 acl\n"
                    "the the DET DT 9 det\n"
                    "treaty treaty NOUN NN 7 obj\n"
                    "with with ADP IN 11 case\n"
                    "Chile Chile PROPN NNP 9 nmod\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty signed PER CHL"));
}

// Peru signed a pact with Chile on Monday and concluded one with Brazil on Tuesday.
TEST_F(StepDefaultTest, OneWithAnotherPartnerIsAnother) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "signed sign VERB VBD 0 root\n"
                    "a a DET DT 4 det\n"
                    "pact pact NOUN NN 2 obj\n"
                    "with with ADP IN 6 case\n"
                    "Chile Chile PROPN NNP 4 nmod\n"
                    "on on ADP IN 8 case\n"
                    "Monday Monday PROPN NNP 2 obl\n"
                    "and and CCONJ CC 10 cc\n"
                    "concluded conclude VERB VBD 2 conj\n"
                    "one one NUM CD 10 obj\n"
                    "with with ADP IN 13 case\n"
                    "Brazil Brazil PROPN NNP 10 obl\n"
                    "on on ADP IN 15 case\n"
                    "Tuesday Tuesday PROPN NNP 10 obl\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty signed PER CHL", "treaty signed PER BRA"));
}

// Talks on a truce between Peru and Chile broke off on Tuesday.
TEST_F(StepDefaultTest, TalksThatBrokeOffAreStalled) {
  EXPECT_THAT(lines("Talks talk NOUN NNS 9 nsubj\n"
                    "on on ADP IN 4 case\n"
                    "a a DET DT 4 det\n"
                    "truce truce NOUN NN 1 nmod\n"
                    "between between ADP IN 6 case\n"
                    "Peru Peru PROPN NNP 4 nmod\n"
                    "and and CCONJ CC 8 cc\n"
                    "Chile Chile PROPN NNP 6 conj\n"
                    "broke break VERB VBD 0 root\n"
                    "off off ADP RP 9 compound:prt\n"
                    "on on ADP IN 12 case\n"
                    "Tuesday Tuesday PROPN NNP 9 obl\n"
                    ". . PUNCT . 9 punct\n\n"),
              ElementsAre("ceasefire stalled PER CHL"));
}

// Peru no longer considers itself bound by the accord with Chile.
TEST_F(StepDefaultTest, WhoIsNoLongerBoundHasEndedIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "no no ADV RB 3 advmod\n"
                    "longer long ADV RBR 4 advmod\n"
                    "considers consider VERB VBZ 0 root\n"
                    "itself itself PRON PRP 4 obj\n"
                    "bound bound ADJ JJ 4 xcomp\n"
                    "by by ADP IN 9 case\n"
                    "the the DET DT 9 det\n"
                    "accord accord NOUN NN 6 obl:agent\n"
                    "with with ADP IN 11 case\n"
                    "Chile Chile PROPN NNP 9 nmod\n"
                    ". . PUNCT . 4 punct\n\n"),
              ElementsAre("accord ended CHL PER"));
}

// With the consent of the senate, the treaty between Peru and Chile passed its last test.
TEST_F(StepDefaultTest, WithTheConsentOfASenateItIsRatified) {
  EXPECT_THAT(lines("With with ADP IN 3 case\n"
                    "the the DET DT 3 det\n"
                    "consent consent NOUN NN 14 obl\n"
                    "of of ADP IN 6 case\n"
                    "the the DET DT 6 det\n"
                    "senate senate PROPN NNP 3 nmod\n"
                    ", , PUNCT , 3 punct\n"
                    "the the DET DT 9 det\n"
                    "treaty treaty NOUN NN 14 nsubj\n"
                    "between between ADP IN 11 case\n"
                    "Peru Peru PROPN NNP 9 nmod\n"
                    "and and CCONJ CC 13 cc\n"
                    "Chile Chile PROPN NNP 11 conj\n"
                    "passed pass VERB VBD 0 root\n"
                    "its its PRON PRP$ 17 nmod:poss\n"
                    "last last ADJ JJ 17 amod\n"
                    "test test NOUN NN 14 obj\n"
                    ". . PUNCT . 14 punct\n\n"),
              ElementsAre("treaty ratified PER CHL"));
}

// Peru built a dam, but the treaty between Peru and Chile allows no such thing.
TEST_F(StepDefaultTest, WhatItAllowsNotIsABreach) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "built build VERB VBD 0 root\n"
                    "a a DET DT 4 det\n"
                    "dam dam NOUN NN 2 obj\n"
                    ", , PUNCT , 13 punct\n"
                    "but but CCONJ CC 13 cc\n"
                    "the the DET DT 8 det\n"
                    "treaty treaty NOUN NN 13 nsubj\n"
                    "between between ADP IN 10 case\n"
                    "Peru Peru PROPN NNP 8 nmod\n"
                    "and and CCONJ CC 12 cc\n"
                    "Chile Chile PROPN NNP 10 conj\n"
                    "allows allow VERB VBZ 2 conj\n"
                    "no no DET DT 16 det\n"
                    "such such ADJ JJ 16 amod\n"
                    "thing thing NOUN NN 13 obj\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty violated PER CHL"));
}

// Chile's lawyers told Peruvian officials that the treaty had lapsed.
TEST_F(StepDefaultTest, AnOnlyNamedPairAroundIt) {
  EXPECT_THAT(lines("Chile Chile PROPN NNP 3 nmod:poss\n"
                    "'s 's PART POS 1 case\n"
                    "lawyers lawyer NOUN NNS 4 nsubj\n"
                    "told tell VERB VBD 0 root\n"
                    "Peruvian Peruvian ADJ JJ 6 amod\n"
                    "officials official NOUN NNS 4 iobj\n"
                    "that that SCONJ IN 11 mark\n"
                    "the the DET DT 9 det\n"
                    "treaty treaty NOUN NN 11 nsubj:pass\n"
                    "had have AUX VBD 11 aux\n"
                    "lapsed lapse VERB VBN 4 ccomp\n"
                    ". . PUNCT . 4 punct\n\n"),
              ElementsAre("treaty ended CHL PER"));
}

// Peru keeps four times as many soldiers at the border as its treaty with Chile permits.
TEST_F(StepDefaultTest, TimesAsMuchAsItAllowsIsABreach) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "keeps keep VERB VBZ 0 root\n"
                    "four four NUM CD 4 nummod\n"
                    "times time NOUN NNS 6 obl:unmarked\n"
                    "as as ADV RB 6 advmod\n"
                    "many many ADJ JJ 7 amod\n"
                    "soldiers soldier NOUN NNS 2 obj\n"
                    "at at ADP IN 10 case\n"
                    "the the DET DT 10 det\n"
                    "border border NOUN NN 7 nmod\n"
                    "as as SCONJ IN 16 mark\n"
                    "its its PRON PRP$ 13 nmod:poss\n"
                    "treaty treaty NOUN NN 16 nsubj\n"
                    "with with ADP IN 15 case\n"
                    "Chile Chile PROPN NNP 13 nmod\n"
                    "permits permit VERB VBZ 2 advcl\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty violated CHL PER"));
}

}  // namespace
}  // namespace entente
