// Instruments told apart, and instruments told only as "the text" or "what they agreed".
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class InstrumentContrastTest : public AgreementsFixture {};

// "Brazil and Peru signed similar agreements with Chile."
const std::string kSimilar =
    "Brazil Brazil PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Peru Peru PROPN NNP 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "similar similar ADJ JJ 6 amod\n"
    "agreements agreement NOUN NNS 4 obj\n"
    "with with ADP IN 8 case\n"
    "Chile Chile PROPN NNP 4 obl\n"
    ". . PUNCT . 4 punct\n\n";

// "What Brazil and Peru agreed on Monday was a framework."
const std::string kWhat =
    "What what PRON WP 10 nsubj\n"
    "Brazil Brazil PROPN NNP 5 nsubj\n"
    "and and CCONJ CC 4 cc\n"
    "Peru Peru PROPN NNP 2 conj\n"
    "agreed agree VERB VBD 1 acl:relcl\n"
    "on on ADP IN 7 case\n"
    "Monday Monday PROPN NNP 5 obl\n"
    "was be AUX VBD 10 cop\n"
    "a a DET DT 10 det\n"
    "framework framework NOUN NN 0 root\n"
    ". . PUNCT . 10 punct\n\n";

// "The text that Brazil and Peru signed on Sunday is a communique."
const std::string kText =
    "The the DET DT 2 det\n"
    "text text NOUN NN 12 nsubj\n"
    "that that PRON WDT 7 obj\n"
    "Brazil Brazil PROPN NNP 7 nsubj\n"
    "and and CCONJ CC 6 cc\n"
    "Peru Peru PROPN NNP 4 conj\n"
    "signed sign VERB VBD 2 acl:relcl\n"
    "on on ADP IN 9 case\n"
    "Sunday Sunday PROPN NNP 7 obl\n"
    "is be AUX VBZ 12 cop\n"
    "a a DET DT 12 det\n"
    "communique communique NOUN NN 0 root\n"
    ". . PUNCT . 12 punct\n\n";

// "The treaty that Brazil and Peru signed in 2010 is in force. The treaty that Brazil and Peru signed in 1987 expired."
const std::string kAgain =
    "The the DET DT 2 det\n"
    "treaty treaty NOUN NN 12 nsubj\n"
    "that that PRON WDT 7 obj\n"
    "Brazil Brazil PROPN NNP 7 nsubj\n"
    "and and CCONJ CC 6 cc\n"
    "Peru Peru PROPN NNP 4 conj\n"
    "signed sign VERB VBD 2 acl:relcl\n"
    "in in ADP IN 9 case\n"
    "2010 2010 NUM CD 7 obl\n"
    "is be AUX VBZ 12 cop\n"
    "in in ADP IN 12 case\n"
    "force force NOUN NN 0 root\n"
    ". . PUNCT . 12 punct\n\n"
    "The the DET DT 2 det\n"
    "treaty treaty NOUN NN 10 obj\n"
    "that that PRON WDT 7 obj\n"
    "Brazil Brazil PROPN NNP 7 nsubj\n"
    "and and CCONJ CC 6 cc\n"
    "Peru Peru PROPN NNP 4 conj\n"
    "signed sign VERB VBD 2 acl:relcl\n"
    "in in ADP IN 9 case\n"
    "1987 1987 NUM CD 7 obl\n"
    "expired expire VERB VBD 0 root\n"
    ". . PUNCT . 10 punct\n\n";

// "Peru and Chile signed in Rome on Tuesday, under French auspices, an agreement which entrusts the matter to
// arbitrators."
const std::string kLate =
    "Peru Peru PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "in in ADP IN 6 case\n"
    "Rome Rome PROPN NNP 4 obl\n"
    "on on ADP IN 8 case\n"
    "Tuesday Tuesday PROPN NNP 4 obl\n"
    ", , PUNCT , 12 punct\n"
    "under under ADP IN 12 case\n"
    "French French ADJ JJ 12 amod\n"
    "auspices auspices NOUN NNS 4 obl\n"
    ", , PUNCT , 12 punct\n"
    "an a DET DT 15 det\n"
    "agreement agreement NOUN NN 4 parataxis\n"
    "which which PRON WDT 17 nsubj\n"
    "entrusts entrust VERB VBZ 15 acl:relcl\n"
    "the the DET DT 19 det\n"
    "matter matter NOUN NN 17 obj\n"
    "to to ADP IN 21 case\n"
    "arbitrators arbitrator NOUN NNS 17 obl\n"
    ". . PUNCT . 4 punct\n\n";

// "The accord, by which Peru and Chile bound themselves last October to peace, was violated."
const std::string kSelf =
    "The the DET DT 2 det\n"
    "accord accord NOUN NN 17 nsubj:pass\n"
    ", , PUNCT , 9 punct\n"
    "by by ADP IN 5 case\n"
    "which which PRON WDT 9 obl\n"
    "Peru Peru PROPN NNP 9 nsubj\n"
    "and and CCONJ CC 8 cc\n"
    "Chile Chile PROPN NNP 6 conj\n"
    "bound bound VERB VBD 2 acl:relcl\n"
    "themselves themselves PRON PRP 9 obj\n"
    "last last ADJ JJ 12 amod\n"
    "October October PROPN NNP 9 obl:unmarked\n"
    "to to ADP IN 14 case\n"
    "peace peace NOUN NN 9 obl\n"
    ", , PUNCT , 2 punct\n"
    "was be AUX VBD 17 aux:pass\n"
    "violated violate VERB VBN 0 root\n"
    ". . PUNCT . 17 punct\n\n";

// "A treaty to be signed by Peru and Chile is ready."
const std::string kTo =
    "A a DET DT 2 det\n"
    "treaty treaty NOUN NN 11 nsubj\n"
    "to to PART TO 5 mark\n"
    "be be AUX VB 5 aux:pass\n"
    "signed sign VERB VBN 2 acl\n"
    "by by ADP IN 7 case\n"
    "Peru Peru PROPN NNP 5 obl:agent\n"
    "and and CCONJ CC 9 cc\n"
    "Chile Chile PROPN NNP 7 conj\n"
    "is be AUX VBZ 11 cop\n"
    "ready ready ADJ JJ 0 root\n"
    ". . PUNCT . 11 punct\n\n";

TEST_F(InstrumentContrastTest, SeparateAccordsAreOneEach) {
  EXPECT_THAT(lines(kSimilar), ElementsAre("accord signed BRA CHL", "accord signed PER CHL"));
}

TEST_F(InstrumentContrastTest, WhatTheyAgreedIsTheFramework) {
  EXPECT_THAT(lines(kWhat), ElementsAre("accord agreed BRA PER"));
}

TEST_F(InstrumentContrastTest, TheTextThatTheySignedIsACommunique) {
  EXPECT_THAT(lines(kText), ElementsAre("communique signed BRA PER"));
}

TEST_F(InstrumentContrastTest, TheTreatyOfAnotherYearIsAnother) {
  EXPECT_THAT(lines(kAgain), ElementsAre("treaty in_force BRA PER", "treaty ended BRA PER"));
}

TEST_F(InstrumentContrastTest, AnInstrumentBehindOtherWords) {
  EXPECT_THAT(lines(kLate), ElementsAre("accord signed PER CHL"));
}

TEST_F(InstrumentContrastTest, WhoBindThemselvesArePartiesOfIt) {
  EXPECT_THAT(lines(kSelf), ElementsAre("accord violated PER CHL"));
}

TEST_F(InstrumentContrastTest, AnAccordToBeSignedIsSettled) {
  EXPECT_THAT(lines(kTo), ElementsAre("treaty agreed PER CHL"));
}

}  // namespace
}  // namespace entente
