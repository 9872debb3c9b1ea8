// When instruments were concluded: by "since", by what came so long after, and not at all while only proposed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

class AgreementDatesTest : public AgreementsFixture {
 protected:
  // The days of the first agreement: "from to"; "" without a date.
  static std::string days(const std::string& rows) {
    const std::vector<FoundAgreement> found = find(rows);
    if (found.empty() || !found.front().agreement.date.has_value()) return "";
    const DateInterval& date = *found.front().agreement.date;
    return date.from.value_or("") + " " + date.to.value_or("");
  }
};

// "A treaty between Peru and Chile has governed the port", without its end.
const std::string kHasGoverned =
    "A a DET DT 2 det\n"
    "treaty treaty NOUN NN 8 nsubj\n"
    "between between ADP IN 4 case\n"
    "Peru Peru PROPN NNP 2 nmod\n"
    "and and CCONJ CC 6 cc\n"
    "Chile Chile PROPN NNP 4 conj\n"
    "has have AUX VBZ 8 aux\n"
    "governed govern VERB VBN 0 root\n"
    "the the DET DT 10 det\n"
    "port port NOUN NN 8 obj\n";

TEST_F(AgreementDatesTest, WhatHasHeldSinceAYearIsOfThatYear) {
  const std::string rows = kHasGoverned +
                           "since since ADP IN 12 case\n"
                           "1994 1994 NUM CD 8 obl\n"
                           ". . PUNCT . 8 punct\n\n";
  EXPECT_THAT(lines(rows), ::testing::ElementsAre("treaty in_force PER CHL"));
  EXPECT_EQ(days(rows), "1994-01-01 1994-12-31");
}

TEST_F(AgreementDatesTest, YearsAfterTheSigningAreCountedBack) {
  const std::string rows =
      "Three three NUM CD 2 nummod\n"
      "years year NOUN NNS 13 obl:unmarked\n"
      "after after SCONJ IN 7 mark\n"
      "Peru Peru PROPN NNP 7 nsubj\n"
      "and and CCONJ CC 6 cc\n"
      "Chile Chile PROPN NNP 4 conj\n"
      "signed sign VERB VBD 13 advcl\n"
      "it it PRON PRP 7 obj\n"
      ", , PUNCT , 13 punct\n"
      "the the DET DT 12 det\n"
      "fishing fishing NOUN NN 12 compound\n"
      "treaty treaty NOUN NN 13 nsubj\n"
      "gathers gather VERB VBZ 0 root\n"
      "dust dust NOUN NN 13 obj\n"
      ". . PUNCT . 13 punct\n\n";
  EXPECT_EQ(days(rows), "2023-01-01 2023-12-31");
}

// "In 1994 Bolivia floated a pact with Peru and Chile."
TEST_F(AgreementDatesTest, AProposalHasNoDateAndItsProposerIsAParty) {
  const std::string rows =
      "In in ADP IN 2 case\n"
      "1994 1994 NUM CD 4 obl\n"
      "Bolivia Bolivia PROPN NNP 4 nsubj\n"
      "floated float VERB VBD 0 root\n"
      "a a DET DT 6 det\n"
      "pact pact NOUN NN 4 obj\n"
      "with with ADP IN 8 case\n"
      "Peru Peru PROPN NNP 6 nmod\n"
      "and and CCONJ CC 10 cc\n"
      "Chile Chile PROPN NNP 8 conj\n"
      ". . PUNCT . 4 punct\n\n";
  EXPECT_THAT(lines(rows), ::testing::ElementsAre("treaty proposed BOL PER CHL"));
  EXPECT_EQ(days(rows), "");
}

}  // namespace
}  // namespace entente
