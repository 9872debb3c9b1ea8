// Instruments of which no step is told, and signings without a word on what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class StepBareTest : public AgreementsFixture {};

// "Peru and Chile signed at noon. ", then an accord.
const std::string kSignedAtNoon =
    "Peru Peru PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "at at ADP IN 6 case\n"
    "noon noon NOUN NN 4 obl\n"
    ". . PUNCT . 4 punct\n\n";

TEST_F(StepBareTest, WhatIsNamedNextWasSigned) {
  EXPECT_THAT(lines(kSignedAtNoon + "The the DET DT 2 det\n"
                                    "accord accord NOUN NN 3 nsubj\n"
                                    "opens open VERB VBZ 0 root\n"
                                    "a a DET DT 5 det\n"
                                    "border border NOUN NN 3 obj\n"
                                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("accord signed PER CHL"));
}

TEST_F(StepBareTest, APaperNamedNextIsWhatWasSigned) {
  EXPECT_THAT(lines(kSignedAtNoon + "The the DET DT 2 det\n"
                                    "paper paper NOUN NN 3 nsubj\n"
                                    "opens open VERB VBZ 0 root\n"
                                    "a a DET DT 5 det\n"
                                    "border border NOUN NN 3 obj\n"
                                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("accord signed PER CHL"));
}

// "Peru and Chile settled their quarrel. The text opens a border."
TEST_F(StepBareTest, WhatTwoSettledIsNamedNext) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "settled settle VERB VBD 0 root\n"
                    "their their PRON PRP$ 6 nmod:poss\n"
                    "quarrel quarrel NOUN NN 4 obj\n"
                    ". . PUNCT . 4 punct\n\n"
                    "The the DET DT 2 det\n"
                    "text text NOUN NN 3 nsubj\n"
                    "opens open VERB VBZ 0 root\n"
                    "a a DET DT 5 det\n"
                    "border border NOUN NN 3 obj\n"
                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("accord agreed PER CHL"));
}

// "A treaty between Peru and Chile angers fishermen."
TEST_F(StepBareTest, ATreatyOfTwoThatTheSentenceIsAboutIsInForce) {
  EXPECT_THAT(lines("A a DET DT 2 det\n"
                    "treaty treaty NOUN NN 7 nsubj\n"
                    "between between ADP IN 4 case\n"
                    "Peru Peru PROPN NNP 2 nmod\n"
                    "and and CCONJ CC 6 cc\n"
                    "Chile Chile PROPN NNP 4 conj\n"
                    "angers anger VERB VBZ 0 root\n"
                    "fishermen fisherman NOUN NNS 7 obj\n"
                    ". . PUNCT . 7 punct\n\n"),
              ElementsAre("treaty in_force PER CHL"));
}

TEST_F(StepBareTest, WhatIsOnlyWelcomedIsNone) {
  EXPECT_THAT(lines("Kenya Kenya PROPN NNP 2 nsubj\n"
                    "welcomed welcome VERB VBD 0 root\n"
                    "the the DET DT 4 det\n"
                    "treaty treaty NOUN NN 2 obj\n"
                    "between between ADP IN 6 case\n"
                    "Peru Peru PROPN NNP 4 nmod\n"
                    "and and CCONJ CC 8 cc\n"
                    "Chile Chile PROPN NNP 6 conj\n"
                    ". . PUNCT . 2 punct\n\n"),
              IsEmpty());
}

TEST_F(StepBareTest, WhatMayFollowIsProposed) {
  EXPECT_THAT(lines("A a DET DT 2 det\n"
                    "memorandum memorandum NOUN NN 8 nsubj\n"
                    "between between ADP IN 4 case\n"
                    "Peru Peru PROPN NNP 2 nmod\n"
                    "and and CCONJ CC 6 cc\n"
                    "Chile Chile PROPN NNP 4 conj\n"
                    "may may AUX MD 8 aux\n"
                    "follow follow VERB VB 0 root\n"
                    ". . PUNCT . 8 punct\n\n"),
              ElementsAre("memorandum proposed PER CHL"));
}

// "Peru and Chile signed a treaty. It holds for thirty years."
TEST_F(StepBareTest, ATermIsNoStep) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "signed sign VERB VBD 0 root\n"
                    "a a DET DT 6 det\n"
                    "treaty treaty NOUN NN 4 obj\n"
                    ". . PUNCT . 4 punct\n\n"
                    "It it PRON PRP 2 nsubj\n"
                    "holds hold VERB VBZ 0 root\n"
                    "for for ADP IN 5 case\n"
                    "thirty thirty NUM CD 5 nummod\n"
                    "years year NOUN NNS 2 obl\n"
                    ". . PUNCT . 2 punct\n\n"),
              ElementsAre("treaty signed PER CHL"));
}

// "The treaty of Tarapaca between Peru and Chile lapsed."
TEST_F(StepBareTest, ATreatyIsNamedByItsPlace) {
  const auto found = find(
      "The the DET DT 2 det\n"
      "treaty treaty NOUN NN 9 nsubj\n"
      "of of ADP IN 4 case\n"
      "Tarapaca Tarapaca PROPN NNP 2 nmod\n"
      "between between ADP IN 6 case\n"
      "Peru Peru PROPN NNP 2 nmod\n"
      "and and CCONJ CC 8 cc\n"
      "Chile Chile PROPN NNP 6 conj\n"
      "lapsed lapse VERB VBD 0 root\n"
      ". . PUNCT . 9 punct\n\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].agreement.title, "treaty of Tarapaca");
  EXPECT_EQ(found[0].agreement.status, "ended");
}

// "A memorandum goes further, which Peru and Chile signed."
TEST_F(StepBareTest, AClauseBehindTheVerbTellsOfItsSubject) {
  EXPECT_THAT(lines("A a DET DT 2 det\n"
                    "memorandum memorandum NOUN NN 3 nsubj\n"
                    "goes go VERB VBZ 0 root\n"
                    "further far ADV RBR 3 advmod\n"
                    ", , PUNCT , 10 punct\n"
                    "which which PRON WDT 10 obj\n"
                    "Peru Peru PROPN NNP 10 nsubj\n"
                    "and and CCONJ CC 9 cc\n"
                    "Chile Chile PROPN NNP 7 conj\n"
                    "signed sign VERB VBD 3 advcl:relcl\n"
                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("memorandum signed PER CHL"));
}

// "The Chilean shipyard deals with Peru. A contract is being haggled over."
TEST_F(StepBareTest, AContractIsOfTheCompanyBesideIt) {
  EXPECT_THAT(lines("The the DET DT 3 det\n"
                    "Chilean Chilean ADJ JJ 3 amod\n"
                    "shipyard shipyard NOUN NN 4 nsubj\n"
                    "deals deal VERB VBZ 0 root\n"
                    "with with ADP IN 6 case\n"
                    "Peru Peru PROPN NNP 4 obl\n"
                    ". . PUNCT . 4 punct\n\n"
                    "A a DET DT 2 det\n"
                    "contract contract NOUN NN 5 nsubj:pass\n"
                    "is be AUX VBZ 5 aux\n"
                    "being be AUX VBG 5 aux:pass\n"
                    "haggled haggle VERB VBN 0 root\n"
                    "over over ADP IN 5 case\n"
                    ". . PUNCT . 5 punct\n\n"),
              ElementsAre("contract proposed CHL PER"));
}

// "Peru and Chile signed a contract. Its preamble calls it a treaty."
TEST_F(StepBareTest, WhatItIsCalledTellsItsForm) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "signed sign VERB VBD 0 root\n"
                    "a a DET DT 6 det\n"
                    "contract contract NOUN NN 4 obj\n"
                    ". . PUNCT . 4 punct\n\n"
                    "Its its PRON PRP$ 2 nmod:poss\n"
                    "preamble preamble NOUN NN 3 nsubj\n"
                    "calls call VERB VBZ 0 root\n"
                    "it it PRON PRP 3 obj\n"
                    "a a DET DT 6 det\n"
                    "treaty treaty NOUN NN 3 xcomp\n"
                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("treaty signed PER CHL"));
}

// "The Chilean president visited the Peruvian president. Their communique foresees talks."
TEST_F(StepBareTest, TheirCommuniqueIsOfThoseWhoMet) {
  EXPECT_THAT(lines("The the DET DT 3 det\n"
                    "Chilean Chilean ADJ JJ 3 amod\n"
                    "president president NOUN NN 4 nsubj\n"
                    "visited visit VERB VBD 0 root\n"
                    "the the DET DT 7 det\n"
                    "Peruvian Peruvian ADJ JJ 7 amod\n"
                    "president president NOUN NN 4 obj\n"
                    ". . PUNCT . 4 punct\n\n"
                    "Their their PRON PRP$ 3 nmod:poss\n"
                    "communique communique NOUN NN 3 nsubj\n"
                    "foresees foresee VERB VBZ 0 root\n"
                    "talks talk NOUN NNS 3 obj\n"
                    ". . PUNCT . 3 punct\n\n"),
              ElementsAre("communique in_force CHL PER"));
}

}  // namespace
}  // namespace entente
