// Instruments, doers and parties that the tree hangs elsewhere, or that only the article as a whole tells.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class StepReach : public AgreementsFixture {};

// "Peru and Chile signed a treaty."
const std::string kSigned =
    "Peru Peru PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 6 det\n"
    "treaty treaty NOUN NN 4 obj\n"
    ". . PUNCT . 4 punct\n\n";

TEST_F(StepReach, AParticipleTakenForTheVerb) {
  // "A treaty, concluded in 1996 by Peru and Chile, obliges both", with "concluded" for the root.
  EXPECT_THAT(lines("A a DET DT 2 det\n"
                    "treaty treaty NOUN NN 4 nsubj\n"
                    ", , PUNCT , 2 punct\n"
                    "concluded conclude VERB VBD 0 root\n"
                    "in in ADP IN 6 case\n"
                    "1996 1996 NUM CD 4 obl\n"
                    "by by ADP IN 8 case\n"
                    "Peru Peru PROPN NNP 4 obl\n"
                    "and and CCONJ CC 10 cc\n"
                    "Chile Chile PROPN NNP 8 conj\n"
                    ", , PUNCT , 4 punct\n"
                    "obliges oblige VERB VBZ 4 parataxis\n"
                    "both both DET DT 12 obj\n"
                    ". . PUNCT . 4 punct\n"),
              ElementsAre("treaty signed PER CHL"));
}

TEST_F(StepReach, NamesPutToAnAccordBehindOtherWords) {
  // "To an accord", hung from the war.
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "put put VERB VBD 0 root\n"
                    "their their PRON PRP$ 6 nmod:poss\n"
                    "names name NOUN NNS 4 obj Number=Plur\n"
                    "after after ADP IN 8 case\n"
                    "war war NOUN NN 4 obl\n"
                    "to to ADP IN 11 case\n"
                    "an a DET DT 11 det\n"
                    "accord accord NOUN NN 8 nmod\n"
                    ". . PUNCT . 4 punct\n"),
              ElementsAre("accord signed PER CHL"));
}

TEST_F(StepReach, OrgansOfTheTwoStates) {
  // "Peru met Chile. A memorandum was initialled by the two trade ministries."
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "met meet VERB VBD 0 root\n"
                    "Chile Chile PROPN NNP 2 obj\n"
                    ". . PUNCT . 2 punct\n"
                    "\n"
                    "A a DET DT 2 det\n"
                    "memorandum memorandum NOUN NN 4 nsubj:pass\n"
                    "was be AUX VBD 4 aux:pass\n"
                    "initialled initial VERB VBN 0 root\n"
                    "by by ADP IN 9 case\n"
                    "the the DET DT 9 det\n"
                    "two two NUM CD 9 nummod\n"
                    "trade trade NOUN NN 9 compound\n"
                    "ministries ministry NOUN NNS 4 obl:agent Number=Plur\n"
                    ". . PUNCT . 4 punct\n"),
              ElementsAre("memorandum agreed PER CHL"));
}

TEST_F(StepReach, OnlyItsPartiesEndIt) {
  EXPECT_THAT(lines(kSigned + "Amnesty Amnesty PROPN NNP 2 compound\n"
                              "International International PROPN NNP 3 nsubj\n"
                              "denounced denounce VERB VBD 0 root\n"
                              "the the DET DT 5 det\n"
                              "treaty treaty NOUN NN 3 obj\n"
                              ". . PUNCT . 3 punct\n"),
              ElementsAre("treaty signed PER CHL"));
  EXPECT_THAT(lines(kSigned + "Peru Peru PROPN NNP 2 nsubj\n"
                              "denounced denounce VERB VBD 0 root\n"
                              "the the DET DT 4 det\n"
                              "treaty treaty NOUN NN 2 obj\n"
                              ". . PUNCT . 2 punct\n"),
              ElementsAre("treaty ended PER CHL"));
}

TEST_F(StepReach, WhatWillNotBeRatifiedIsStalled) {
  EXPECT_THAT(lines(kSigned + "The the DET DT 2 det\n"
                              "treaty treaty NOUN NN 6 nsubj:pass\n"
                              "will will AUX MD 6 aux\n"
                              "not not PART RB 6 advmod\n"
                              "be be AUX VB 6 aux:pass\n"
                              "ratified ratify VERB VBN 0 root\n"
                              ". . PUNCT . 6 punct\n"),
              ElementsAre("treaty stalled PER CHL"));
}

TEST_F(StepReach, APaperIsAnInstrumentWhereItIsSigned) {
  // "Peru and Chile signed a paper.", "Peru and Chile read a paper."
  const auto told = [](const std::string& verb) {
    return lines("Peru Peru PROPN NNP 4 nsubj\nand and CCONJ CC 3 cc\nChile Chile PROPN NNP 1 conj\n" + verb +
                 " VERB VBD 0 root\na a DET DT 6 det\npaper paper NOUN NN 4 obj\n");
  };
  EXPECT_THAT(told("signed sign"), ElementsAre("accord signed PER CHL"));
  EXPECT_THAT(told("read read"), IsEmpty());
}

}  // namespace
}  // namespace entente
