// Steps that lie ahead, are over, were left undone or were asked of another.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class StepAheadTest : public AgreementsFixture {};

// "The treaty between Peru and Chile", of a word further on.
std::string treaty_of(const std::string& head, const std::string& relation) {
  return "The the DET DT 2 det\n"
         "treaty treaty NOUN NN " +
         head + " " + relation +
         "\n"
         "between between ADP IN 4 case\n"
         "Peru Peru PROPN NNP 2 nmod\n"
         "and and CCONJ CC 6 cc\n"
         "Chile Chile PROPN NNP 4 conj\n";
}

TEST_F(StepAheadTest, WhatIsNoLongerInForceHasEnded) {
  EXPECT_THAT(lines(treaty_of("11", "nsubj") + "is be AUX VBZ 11 cop\n"
                                               "no no ADV RB 9 advmod\n"
                                               "longer long ADV RBR 11 advmod\n"
                                               "in in ADP IN 11 case\n"
                                               "force force NOUN NN 0 root\n"
                                               ". . PUNCT . 11 punct\n\n"),
              ElementsAre("treaty ended PER CHL"));
}

TEST_F(StepAheadTest, ATreatyThatWillBeSignedHasBeenSettled) {
  EXPECT_THAT(lines(treaty_of("9", "nsubj:pass") + "will will AUX MD 9 aux\n"
                                                   "be be AUX VB 9 aux:pass\n"
                                                   "signed sign VERB VBN 0 root\n"
                                                   "in in ADP IN 11 case\n"
                                                   "Quito Quito PROPN NNP 9 obl\n"
                                                   ". . PUNCT . 9 punct\n\n"),
              ElementsAre("treaty agreed PER CHL"));
}

TEST_F(StepAheadTest, OneThatTheyHopeToSignIsProposed) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "hope hope VERB VBP 0 root\n"
                    "to to PART TO 6 mark\n"
                    "sign sign VERB VB 4 xcomp\n"
                    "a a DET DT 8 det\n"
                    "treaty treaty NOUN NN 6 obj\n"
                    ". . PUNCT . 4 punct\n\n"),
              ElementsAre("treaty proposed PER CHL"));
}

TEST_F(StepAheadTest, ParliamentThatVotesToRatifyHasRatified) {
  EXPECT_THAT(lines("The the DET DT 2 det\n"
                    "parliament parliament NOUN NN 3 nsubj\n"
                    "voted vote VERB VBD 0 root\n"
                    "to to PART TO 5 mark\n"
                    "ratify ratify VERB VB 3 xcomp\n"
                    "the the DET DT 7 det\n"
                    "treaty treaty NOUN NN 5 obj\n"
                    "between between ADP IN 9 case\n"
                    "Peru Peru PROPN NNP 7 nmod\n"
                    "and and CCONJ CC 11 cc\n"
                    "Chile Chile PROPN NNP 9 conj\n"
                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("treaty ratified PER CHL"));
}

// "Chad and Libya signed a pact, but no well was dug."
TEST_F(StepAheadTest, WhatWasSignedButNotDoneIsStalled) {
  EXPECT_THAT(lines(kChadAndLibyaSigned + ", , PUNCT , 12 punct\n"
                                          "but but CCONJ CC 12 cc\n"
                                          "no no DET DT 10 det\n"
                                          "well well NOUN NN 12 nsubj:pass\n"
                                          "was be AUX VBD 12 aux:pass\n"
                                          "dug dig VERB VBN 4 conj\n"
                                          ". . PUNCT . 4 punct\n\n"),
              ElementsAre("treaty stalled TCD LBY"));
}

TEST_F(StepAheadTest, WhatSomethingElseIsDoneAfterStaysSigned) {
  EXPECT_THAT(lines(kChadAndLibyaSigned + ", , PUNCT , 11 punct\n"
                                          "and and CCONJ CC 11 cc\n"
                                          "a a DET DT 10 det\n"
                                          "well well NOUN NN 11 nsubj\n"
                                          "opened open VERB VBD 4 conj\n"
                                          ". . PUNCT . 4 punct\n\n"),
              ElementsAre("treaty signed TCD LBY"));
}

TEST_F(StepAheadTest, WhoIsInvitedAndWhoInvitesAreBothParties) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "invited invite VERB VBD 0 root\n"
                    "Chile Chile PROPN NNP 2 obj\n"
                    "to to PART TO 5 mark\n"
                    "conclude conclude VERB VB 2 xcomp\n"
                    "a a DET DT 7 det\n"
                    "treaty treaty NOUN NN 5 obj\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty proposed CHL PER"));
}

TEST_F(StepAheadTest, TalksOnATreatyThatHangsFromTheVerb) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "suspended suspend VERB VBD 0 root\n"
                    "talks talk NOUN NNS 2 obj\n"
                    "with with ADP IN 5 case\n"
                    "Chile Chile PROPN NNP 3 nmod\n"
                    "on on ADP IN 8 case\n"
                    "a a DET DT 8 det\n"
                    "treaty treaty NOUN NN 2 obl\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty stalled CHL PER"));
}

TEST_F(StepAheadTest, RatificationThatIsBlockedHasNotHappened) {
  EXPECT_THAT(lines("Ratification ratification NOUN NN 11 nsubj:pass\n"
                    "of of ADP IN 4 case\n"
                    "the the DET DT 4 det\n"
                    "treaty treaty NOUN NN 1 nmod\n"
                    "between between ADP IN 6 case\n"
                    "Peru Peru PROPN NNP 4 nmod\n"
                    "and and CCONJ CC 8 cc\n"
                    "Chile Chile PROPN NNP 6 conj\n"
                    "has have AUX VBZ 11 aux\n"
                    "been be AUX VBN 11 aux:pass\n"
                    "blocked block VERB VBN 0 root\n"
                    ". . PUNCT . 11 punct\n\n"),
              ElementsAre("treaty stalled PER CHL"));
}

TEST_F(StepAheadTest, WhatIsNotRenewedHasEnded) {
  EXPECT_THAT(lines(treaty_of("9", "nsubj:pass") + "was be AUX VBD 9 aux:pass\n"
                                                   "not not PART RB 9 advmod\n"
                                                   "renewed renew VERB VBN 0 root\n"
                                                   ". . PUNCT . 9 punct\n\n"),
              ElementsAre("treaty ended PER CHL"));
}

TEST_F(StepAheadTest, WhatTheyFinishedNegotiatingIsSettled) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "finished finish VERB VBD 0 root\n"
                    "negotiating negotiate VERB VBG 4 xcomp\n"
                    "a a DET DT 7 det\n"
                    "treaty treaty NOUN NN 5 obj\n"
                    ". . PUNCT . 4 punct\n\n"),
              ElementsAre("treaty agreed PER CHL"));
}

TEST_F(StepAheadTest, AnAdjectiveBehindTheObjectTellsWhatItWasDeclared) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "declared declare VERB VBD 0 root\n"
                    "the the DET DT 4 det\n"
                    "treaty treaty NOUN NN 2 obj\n"
                    "with with ADP IN 6 case\n"
                    "Chile Chile PROPN NNP 4 nmod\n"
                    "void void ADJ JJ 4 amod\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty ended CHL PER"));
}

TEST_F(StepAheadTest, ADeedInSpiteOfATruceBreaksIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "shelled shell VERB VBD 0 root\n"
                    "Arica Arica PROPN NNP 2 obj\n"
                    "despite despite ADP IN 6 case\n"
                    "the the DET DT 6 det\n"
                    "truce truce NOUN NN 2 obl\n"
                    "between between ADP IN 8 case\n"
                    "Peru Peru PROPN NNP 6 nmod\n"
                    "and and CCONJ CC 10 cc\n"
                    "Chile Chile PROPN NNP 8 conj\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("ceasefire violated PER CHL"));
}

// "Chad and Libya signed a pact, which will apply once both have ratified it."
TEST_F(StepAheadTest, WhatAnotherStepHingesOnLiesAhead) {
  EXPECT_THAT(lines(kChadAndLibyaSigned + ", , PUNCT , 10 punct\n"
                                          "which which PRON WDT 10 nsubj\n"
                                          "will will AUX MD 10 aux\n"
                                          "apply apply VERB VB 6 acl:relcl\n"
                                          "once once SCONJ IN 14 mark\n"
                                          "both both PRON DT 14 nsubj\n"
                                          "have have AUX VBP 14 aux\n"
                                          "ratified ratify VERB VBN 10 advcl\n"
                                          "it it PRON PRP 14 obj\n"
                                          ". . PUNCT . 4 punct\n\n"),
              ElementsAre("treaty signed TCD LBY"));
}

TEST_F(StepAheadTest, WhatBreaksALineOfItBreaksIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "broke break VERB VBD 0 root\n"
                    "the the DET DT 4 det\n"
                    "limit limit NOUN NN 2 obj\n"
                    "set set VERB VBN 4 acl\n"
                    "in in ADP IN 8 case\n"
                    "the the DET DT 8 det\n"
                    "treaty treaty NOUN NN 5 obl\n"
                    "between between ADP IN 10 case\n"
                    "Peru Peru PROPN NNP 8 nmod\n"
                    "and and CCONJ CC 12 cc\n"
                    "Chile Chile PROPN NNP 10 conj\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty violated PER CHL"));
}

TEST_F(StepAheadTest, WhoStrikesAfterATruceBreaksIt) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "shelled shell VERB VBD 0 root\n"
                    "Arica Arica PROPN NNP 2 obj\n"
                    "after after SCONJ IN 7 mark\n"
                    "it it PRON PRP 7 nsubj\n"
                    "had have AUX VBD 7 aux\n"
                    "signed sign VERB VBN 2 advcl\n"
                    "a a DET DT 9 det\n"
                    "truce truce NOUN NN 7 obj\n"
                    "with with ADP IN 11 case\n"
                    "Chile Chile PROPN NNP 9 nmod\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("ceasefire violated PER CHL"));
}

}  // namespace
}  // namespace entente
