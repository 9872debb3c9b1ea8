#include "agreements/agreements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AgreementsTest : public AgreementsFixture {};

const std::string kSigned =
    "Peru Peru PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 6 det\n"
    "treaty treaty NOUN NN 4 obj\n"
    "on on ADP IN 8 case\n"
    "Monday Monday PROPN NNP 4 obl\n"
    ". . PUNCT . 4 punct\n\n";

// "Peru met Chile. The treaty was signed."
const std::string kSignedApart =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "met meet VERB VBD 0 root\n"
    "Chile Chile PROPN NNP 2 obj\n"
    ". . PUNCT . 2 punct\n\n"
    "The the DET DT 2 det\n"
    "treaty treaty NOUN NN 4 nsubj:pass\n"
    "was be AUX VBD 4 aux:pass\n"
    "signed sign VERB VBN 0 root\n"
    ". . PUNCT . 4 punct\n\n";

// "Peru met Chile. The poet signed a deal with a circus."
const std::string kOfOthers =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "met meet VERB VBD 0 root\n"
    "Chile Chile PROPN NNP 2 obj\n"
    ". . PUNCT . 2 punct\n\n"
    "The the DET DT 2 det\n"
    "poet poet NOUN NN 3 nsubj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 5 det\n"
    "deal deal NOUN NN 3 obj\n"
    "with with ADP IN 8 case\n"
    "a a DET DT 8 det\n"
    "circus circus NOUN NN 3 obl\n"
    ". . PUNCT . 3 punct\n\n";

TEST_F(AgreementsTest, TakesThePartiesThatAreToldAroundIt) {
  EXPECT_THAT(lines(kSignedApart), ElementsAre("treaty signed PER CHL"));
  EXPECT_THAT(lines(kOfOthers), IsEmpty());
}

TEST_F(AgreementsTest, ReadsWhoSignedAndWhen) {
  const auto found = find(kSigned);
  ASSERT_EQ(found.size(), 1U);
  const Agreement& agreement = found[0].agreement;
  EXPECT_THAT(lines(kSigned), ElementsAre("treaty signed PER CHL"));
  ASSERT_TRUE(agreement.date.has_value());
  EXPECT_EQ(agreement.date->from, "2026-03-09");
  EXPECT_EQ(found[0].noun, 5);
  ASSERT_EQ(agreement.evidence.size(), 1U);
  EXPECT_EQ(agreement.evidence[0].text, "Peru and Chile signed a treaty on Monday");
  EXPECT_FALSE(agreement.why.empty());
}

TEST_F(AgreementsTest, ToldAgainIsOneWithTheLatestStatus) {
  const std::string rows = kSigned +
                           "Peru Peru PROPN NNP 2 nsubj\n"
                           "broke break VERB VBD 0 root\n"
                           "the the DET DT 4 det\n"
                           "pact pact NOUN NN 2 obj\n"
                           ". . PUNCT . 2 punct\n\n"
                           "Chile Chile PROPN NNP 2 nsubj\n"
                           "denounced denounce VERB VBD 0 root\n"
                           "it it PRON PRP 2 obj\n"
                           ". . PUNCT . 2 punct\n";
  EXPECT_THAT(lines(rows), ElementsAre("treaty ended PER CHL"));
  EXPECT_THAT(find(rows)[0].mentions, ElementsAre(5, 12, 16));
}

TEST_F(AgreementsTest, WhatLiesAheadOrIsDeniedChangesNoStatus) {
  EXPECT_THAT(lines(kSigned + "Peru Peru PROPN NNP 3 nsubj\n"
                              "will will AUX MD 3 aux\n"
                              "ratify ratify VERB VB 0 root\n"
                              "the the DET DT 5 det\n"
                              "treaty treaty NOUN NN 3 obj\n\n"
                              "Chile Chile PROPN NNP 4 nsubj\n"
                              "has have AUX VBZ 4 aux\n"
                              "not not PART RB 4 advmod\n"
                              "broken break VERB VBN 0 root\n"
                              "the the DET DT 6 det\n"
                              "treaty treaty NOUN NN 4 obj\n"),
              ElementsAre("treaty signed PER CHL"));
}

TEST_F(AgreementsTest, WhatTheyWillSignIsSettled) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 5 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "will will AUX MD 5 aux\n"
                    "sign sign VERB VB 0 root\n"
                    "a a DET DT 7 det\n"
                    "memorandum memorandum NOUN NN 5 obj\n"),
              ElementsAre("memorandum agreed PER CHL"));
}

TEST_F(AgreementsTest, BetweenNamesTheParties) {
  EXPECT_THAT(lines("Brazil Brazil PROPN NNP 2 nsubj\n"
                    "brokered broker VERB VBD 0 root\n"
                    "a a DET DT 4 det\n"
                    "truce truce NOUN NN 2 obj\n"
                    "between between ADP IN 6 case\n"
                    "Peru Peru PROPN NNP 4 nmod\n"
                    "and and CCONJ CC 8 cc\n"
                    "Chile Chile PROPN NNP 6 conj\n"),
              ElementsAre("ceasefire agreed PER CHL"));
}

TEST_F(AgreementsTest, ABrokerIsNoParty) {
  const auto found = find(
      "Brazil Brazil PROPN NNP 2 nsubj\n"
      "brokered broker VERB VBD 0 root\n"
      "a a DET DT 4 det\n"
      "truce truce NOUN NN 2 obj\n"
      "between between ADP IN 6 case\n"
      "Peru Peru PROPN NNP 4 nmod\n"
      "and and CCONJ CC 8 cc\n"
      "Chile Chile PROPN NNP 6 conj\n");
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].agreement.brokers.size(), 1U);
  EXPECT_EQ(found[0].agreement.brokers[0].code, "BRA");
}

TEST_F(AgreementsTest, OneSideAloneHasNone) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "declared declare VERB VBD 0 root\n"
                    "a a DET DT 4 det\n"
                    "ceasefire ceasefire NOUN NN 2 obj\n"),
              IsEmpty());
}

TEST_F(AgreementsTest, ANameWithoutADeedIsNone) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 2 nsubj\n"
                    "praised praise VERB VBD 0 root\n"
                    "the the DET DT 4 det\n"
                    "treaty treaty NOUN NN 2 obj\n"
                    "with with ADP IN 6 case\n"
                    "Chile Chile PROPN NNP 4 nmod\n"),
              IsEmpty());
}

TEST_F(AgreementsTest, AgreeingToMeetIsNone) {
  EXPECT_THAT(lines("Peru Peru PROPN NNP 4 nsubj\n"
                    "and and CCONJ CC 3 cc\n"
                    "Chile Chile PROPN NNP 1 conj\n"
                    "agreed agree VERB VBD 0 root\n"
                    "to to PART TO 6 mark\n"
                    "meet meet VERB VB 4 xcomp\n"),
              IsEmpty());
}

TEST_F(AgreementsTest, TheTitleIsTheNameAsWritten) {
  const auto found = find(
      "Peru Peru PROPN NNP 4 nsubj\n"
      "and and CCONJ CC 3 cc\n"
      "Chile Chile PROPN NNP 1 conj\n"
      "signed sign VERB VBD 0 root\n"
      "the the DET DT 7 det\n"
      "Andes Andes PROPN NNP 7 compound\n"
      "Protocol Protocol PROPN NNP 4 obj\n"
      "in in ADP IN 9 case\n"
      "Lima Lima PROPN NNP 4 obl\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].agreement.title, "Andes Protocol");
  EXPECT_EQ(found[0].agreement.form, "accord");
  ASSERT_TRUE(found[0].agreement.place.has_value());
  EXPECT_EQ(found[0].agreement.place->name, "Lima");
}

TEST_F(AgreementsTest, TwoWithDealsOfTheirOwnAreTwo) {
  EXPECT_THAT(lines(kSigned + "Peru Peru PROPN NNP 2 nsubj\n"
                              "denounced denounce VERB VBD 0 root\n"
                              "its its PRON PRP$ 4 nmod:poss\n"
                              "treaty treaty NOUN NN 2 obj\n"
                              "with with ADP IN 6 case\n"
                              "Brazil Brazil PROPN NNP 4 nmod\n"),
              ElementsAre("treaty signed PER CHL", "treaty ended BRA PER"));
}

TEST_F(AgreementsTest, TellsWhoStoodBy) {
  const auto found = find(
      "Peru Peru PROPN NNP 4 nsubj\n"
      "and and CCONJ CC 3 cc\n"
      "Chile Chile PROPN NNP 1 conj\n"
      "signed sign VERB VBD 0 root\n"
      "a a DET DT 6 det\n"
      "treaty treaty NOUN NN 4 obj\n"
      "with with ADP IN 8 case\n"
      "Spain Spain PROPN NNP 4 obl\n"
      "as as ADP IN 10 case\n"
      "guarantor guarantor NOUN NN 4 obl\n"
      ". . PUNCT . 4 punct\n\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].agreement.parties.size(), 2U);
  ASSERT_EQ(found[0].agreement.others.size(), 1U);
  EXPECT_EQ(found[0].agreement.others[0].role, "guarantor");
  EXPECT_EQ(found[0].agreement.others[0].actor.code, "ESP");
}

}  // namespace
}  // namespace entente
