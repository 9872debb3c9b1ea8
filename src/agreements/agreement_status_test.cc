// What an instrument has come to, by what is done under it and what is told of its parts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class AgreementStatusTest : public AgreementsFixture {};

// "A ceasefire between Peru and Chile did not outlive the week."
const std::string kNotOutlived =
    "A a DET DT 2 det\n"
    "ceasefire ceasefire NOUN NN 9 nsubj\n"
    "between between ADP IN 4 case\n"
    "Peru Peru PROPN NNP 2 nmod\n"
    "and and CCONJ CC 6 cc\n"
    "Chile Chile PROPN NNP 4 conj\n"
    "did do AUX VBD 9 aux\n"
    "not not PART RB 9 advmod\n"
    "outlive outlive VERB VB 0 root\n"
    "the the DET DT 11 det\n"
    "week week NOUN NN 9 obj\n"
    ". . PUNCT . 9 punct\n\n";

// "Not one ton has moved under the contract between Peru and Chile."
const std::string kNotOne =
    "Not not PART RB 3 advmod\n"
    "one one NUM CD 3 nummod\n"
    "ton ton NOUN NN 5 nsubj\n"
    "has have AUX VBZ 5 aux\n"
    "moved move VERB VBN 0 root\n"
    "under under ADP IN 8 case\n"
    "the the DET DT 8 det\n"
    "contract contract NOUN NN 5 obl\n"
    "between between ADP IN 10 case\n"
    "Peru Peru PROPN NNP 8 nmod\n"
    "and and CCONJ CC 12 cc\n"
    "Chile Chile PROPN NNP 10 conj\n"
    ". . PUNCT . 5 punct\n\n";

// "Crews stayed beyond the date by which the memorandum between Peru and Chile obliged them to go."
const std::string kBeyond =
    "Crews crew NOUN NNS 2 nsubj\n"
    "stayed stay VERB VBD 0 root\n"
    "beyond beyond ADP IN 5 case\n"
    "the the DET DT 5 det\n"
    "date date NOUN NN 2 obl\n"
    "by by ADP IN 7 case\n"
    "which which PRON WDT 14 obl\n"
    "the the DET DT 9 det\n"
    "memorandum memorandum NOUN NN 14 nsubj\n"
    "between between ADP IN 11 case\n"
    "Peru Peru PROPN NNP 9 nmod\n"
    "and and CCONJ CC 13 cc\n"
    "Chile Chile PROPN NNP 11 conj\n"
    "obliged oblige VERB VBD 5 acl:relcl\n"
    "them they PRON PRP 14 obj\n"
    "to to PART TO 17 mark\n"
    "go go VERB VB 14 xcomp\n"
    ". . PUNCT . 2 punct\n\n";

// "Peru sent tanks into the strip that the treaty with Chile keeps free of soldiers."
const std::string kBanned =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "sent send VERB VBD 0 root\n"
    "tanks tank NOUN NNS 2 obj\n"
    "into into ADP IN 6 case\n"
    "the the DET DT 6 det\n"
    "strip strip NOUN NN 2 obl\n"
    "that that SCONJ WDT 12 mark\n"
    "the the DET DT 9 det\n"
    "treaty treaty NOUN NN 12 nsubj\n"
    "with with ADP IN 11 case\n"
    "Chile Chile PROPN NNP 9 nmod\n"
    "keeps keep VERB VBZ 6 acl:relcl\n"
    "free free ADJ JJ 12 xcomp\n"
    "of of ADP IN 15 case\n"
    "soldiers soldier NOUN NNS 13 obl\n"
    ". . PUNCT . 2 punct\n\n";

// "Crews of Peru are still there although Peru undertook in the accord with Chile to leave."
const std::string kAlthough =
    "Crews crew NOUN NNS 6 nsubj\n"
    "of of ADP IN 3 case\n"
    "Peru Peru PROPN NNP 1 nmod\n"
    "are be AUX VBP 6 cop\n"
    "still still ADV RB 6 advmod\n"
    "there there ADV RB 0 root\n"
    "although although SCONJ IN 9 mark\n"
    "Peru Peru PROPN NNP 9 nsubj\n"
    "undertook undertake VERB VBD 6 advcl\n"
    "in in ADP IN 12 case\n"
    "the the DET DT 12 det\n"
    "accord accord NOUN NN 9 obl\n"
    "with with ADP IN 14 case\n"
    "Chile Chile PROPN NNP 12 nmod\n"
    "to to PART TO 16 mark\n"
    "leave leave VERB VB 9 advcl\n"
    ". . PUNCT . 6 punct\n\n";

// "Workers are building the road that the treaty between Peru and Chile provides for."
const std::string kProvided =
    "Workers worker NOUN NNS 3 nsubj\n"
    "are be AUX VBP 3 aux\n"
    "building build VERB VBG 0 root\n"
    "the the DET DT 5 det\n"
    "road road NOUN NN 3 obj\n"
    "that that PRON WDT 13 obl\n"
    "the the DET DT 8 det\n"
    "treaty treaty NOUN NN 13 nsubj\n"
    "between between ADP IN 10 case\n"
    "Peru Peru PROPN NNP 8 nmod\n"
    "and and CCONJ CC 12 cc\n"
    "Chile Chile PROPN NNP 10 conj\n"
    "provides provide VERB VBZ 5 acl:relcl\n"
    "for for ADP IN 6 case\n"
    ". . PUNCT . 3 punct\n\n";

// "Peru has halted deliveries under its contract with Chile."
const std::string kHalted =
    "Peru Peru PROPN NNP 3 nsubj\n"
    "has have AUX VBZ 3 aux\n"
    "halted halt VERB VBN 0 root\n"
    "deliveries delivery NOUN NNS 3 obj\n"
    "under under ADP IN 7 case\n"
    "its its PRON PRP$ 7 nmod:poss\n"
    "contract contract NOUN NN 3 obl\n"
    "with with ADP IN 9 case\n"
    "Chile Chile PROPN NNP 7 nmod\n"
    ". . PUNCT . 3 punct\n\n";

// "A court forbade them to apply the accord between Peru and Chile."
const std::string kForbidden =
    "A a DET DT 2 det\n"
    "court court NOUN NN 3 nsubj\n"
    "forbade forbid VERB VBD 0 root\n"
    "them they PRON PRP 3 obj\n"
    "to to PART TO 6 mark\n"
    "apply apply VERB VB 3 xcomp\n"
    "the the DET DT 8 det\n"
    "accord accord NOUN NN 6 obj\n"
    "between between ADP IN 10 case\n"
    "Peru Peru PROPN NNP 8 nmod\n"
    "and and CCONJ CC 12 cc\n"
    "Chile Chile PROPN NNP 10 conj\n"
    ". . PUNCT . 3 punct\n\n";

// "The pact that Peru and Chile put their names to in Quito expired."
const std::string kStranded =
    "The the DET DT 2 det\n"
    "pact pact NOUN NN 13 nsubj\n"
    "that that PRON WDT 7 obj\n"
    "Peru Peru PROPN NNP 7 nsubj\n"
    "and and CCONJ CC 6 cc\n"
    "Chile Chile PROPN NNP 4 conj\n"
    "put put VERB VBD 2 acl:relcl\n"
    "their their PRON PRP$ 9 nmod:poss\n"
    "names name NOUN NNS 7 obj\n"
    "to to ADP IN 12 case\n"
    "in in ADP IN 12 case\n"
    "Quito Quito PROPN NNP 7 obl\n"
    "expired expire VERB VBD 0 root\n"
    ". . PUNCT . 13 punct\n\n";

// "An older text gathers dust: the accord that Peru and Chile signed in May."
const std::string kTextBefore =
    "An a DET DT 3 det\n"
    "older old ADJ JJR 3 amod\n"
    "text text NOUN NN 4 nsubj\n"
    "gathers gather VERB VBZ 0 root\n"
    "dust dust NOUN NN 4 obj\n"
    ": : PUNCT : 8 punct\n"
    "the the DET DT 8 det\n"
    "accord accord NOUN NN 5 appos\n"
    "that that PRON WDT 13 obj\n"
    "Peru Peru PROPN NNP 13 nsubj\n"
    "and and CCONJ CC 12 cc\n"
    "Chile Chile PROPN NNP 10 conj\n"
    "signed sign VERB VBD 8 acl:relcl\n"
    "in in ADP IN 15 case\n"
    "May May PROPN NNP 13 obl\n"
    ". . PUNCT . 4 punct\n\n";

// "Chile and Peru signed an accord, and fishermen still sail by it."
const std::string kStillSail =
    "Chile Chile PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Peru Peru PROPN NNP 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "an a DET DT 6 det\n"
    "accord accord NOUN NN 4 obj\n"
    ", , PUNCT , 11 punct\n"
    "and and CCONJ CC 11 cc\n"
    "fishermen fisherme NOUN NNS 11 nsubj\n"
    "still still ADV RB 11 advmod\n"
    "sail sail VERB VBP 4 conj\n"
    "by by ADP IN 13 case\n"
    "it it PRON PRP 11 obl\n"
    ". . PUNCT . 4 punct\n\n";

// "Peru and Chile signed a pact. Not a line has been kept since May."
const std::string kNotALine =
    "Peru Peru PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 6 det\n"
    "pact pact NOUN NN 4 obj\n"
    ". . PUNCT . 4 punct\n\n"
    "Not not PART RB 3 advmod\n"
    "a a DET DT 3 det\n"
    "line line NOUN NN 6 nsubj:pass\n"
    "has have AUX VBZ 6 aux\n"
    "been be AUX VBN 6 aux:pass\n"
    "kept keep VERB VBN 0 root\n"
    "since since ADP IN 8 case\n"
    "May May PROPN NNP 6 obl\n"
    ". . PUNCT . 6 punct\n\n";

// "Peru and Chile signed a pact. Its execution is at a standstill."
const std::string kItsExecution =
    "Peru Peru PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 6 det\n"
    "pact pact NOUN NN 4 obj\n"
    ". . PUNCT . 4 punct\n\n"
    "Its its PRON PRP$ 2 nmod:poss\n"
    "execution execution NOUN NN 6 nsubj\n"
    "is be AUX VBZ 6 cop\n"
    "at at ADP IN 6 case\n"
    "a a DET DT 6 det\n"
    "standstill standstill NOUN NN 0 root\n"
    ". . PUNCT . 6 punct\n\n";

// "A protocol by which Peru and Chile stopped the fighting still holds."
const std::string kStopped =
    "A a DET DT 2 det\n"
    "protocol protocol NOUN NN 0 root\n"
    "by by ADP IN 4 case\n"
    "which which PRON WDT 8 obl\n"
    "Peru Peru PROPN NNP 12 nsubj\n"
    "and and CCONJ CC 7 cc\n"
    "Chile Chile PROPN NNP 5 conj\n"
    "stopped stop VERB VBD 2 acl:relcl\n"
    "the the DET DT 10 det\n"
    "fighting fighting NOUN NN 8 obj\n"
    "still still ADV RB 12 advmod\n"
    "holds hold VERB VBZ 2 acl:relcl\n"
    ". . PUNCT . 2 punct\n\n";

// "A treaty between Peru and Chile is off the table."
const std::string kOffTheTable =
    "A a DET DT 2 det\n"
    "treaty treaty NOUN NN 10 nsubj\n"
    "between between ADP IN 4 case\n"
    "Peru Peru PROPN NNP 2 nmod\n"
    "and and CCONJ CC 6 cc\n"
    "Chile Chile PROPN NNP 4 conj\n"
    "is be AUX VBZ 10 cop\n"
    "off off ADP IN 10 case\n"
    "the the DET DT 10 det\n"
    "table table NOUN NN 0 root\n"
    ". . PUNCT . 10 punct\n\n";

// "Peru and Chile agreed to a ceasefire brokered by Oman."
const std::string kBrokeredTruce =
    "Peru Peru PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "agreed agree VERB VBD 0 root\n"
    "to to ADP IN 8 case\n"
    "a a DET DT 8 det\n"
    "ceasefire ceasefire NOUN NN 8 compound\n"
    "brokered broker VERB VBN 4 obl\n"
    "by by ADP IN 10 case\n"
    "Oman Oman PROPN NNP 8 nmod\n"
    ". . PUNCT . 4 punct\n\n";

// "Peru and Chile are finalising a treaty."
const std::string kFinalising =
    "Peru Peru PROPN NNP 5 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "are be AUX VBP 5 aux\n"
    "finalising finalise VERB VBG 0 root\n"
    "a a DET DT 7 det\n"
    "treaty treaty NOUN NN 5 obj\n"
    ". . PUNCT . 5 punct\n\n";

// "Work under the contract between Peru and Chile has stopped."
const std::string kWorkUnder =
    "Work work NOUN NN 10 nsubj\n"
    "under under ADP IN 4 case\n"
    "the the DET DT 4 det\n"
    "contract contract NOUN NN 1 nmod\n"
    "between between ADP IN 6 case\n"
    "Peru Peru PROPN NNP 4 nmod\n"
    "and and CCONJ CC 8 cc\n"
    "Chile Chile PROPN NNP 6 conj\n"
    "has have AUX VBZ 10 aux\n"
    "stopped stop VERB VBN 0 root\n"
    ". . PUNCT . 10 punct\n\n";

// "Peru and Chile are bound by a treaty."
const std::string kBoundBy =
    "Peru Peru PROPN NNP 5 nsubj:pass\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "are be AUX VBP 5 aux:pass\n"
    "bound bound VERB VBN 0 root\n"
    "by by ADP IN 8 case\n"
    "a a DET DT 8 det\n"
    "treaty treaty NOUN NN 5 obl:agent\n"
    ". . PUNCT . 5 punct\n\n";

// "A memorandum between Peru and Chile is being drawn up."
const std::string kDrawnUp =
    "A a DET DT 2 det\n"
    "memorandum memorandum NOUN NN 9 nsubj:pass\n"
    "between between ADP IN 4 case\n"
    "Peru Peru PROPN NNP 2 nmod\n"
    "and and CCONJ CC 6 cc\n"
    "Chile Chile PROPN NNP 4 conj\n"
    "is be AUX VBZ 9 aux\n"
    "being be AUX VBG 9 aux:pass\n"
    "drawn draw VERB VBN 0 root\n"
    "up up ADP RP 9 compound:prt\n"
    ". . PUNCT . 9 punct\n\n";

// "The truce between Peru and Chile is over."
const std::string kOver =
    "The the DET DT 2 det\n"
    "truce truce NOUN NN 8 nsubj\n"
    "between between ADP IN 4 case\n"
    "Peru Peru PROPN NNP 2 nmod\n"
    "and and CCONJ CC 6 cc\n"
    "Chile Chile PROPN NNP 4 conj\n"
    "is be AUX VBZ 8 cop\n"
    "over over ADV RB 0 root\n"
    ". . PUNCT . 8 punct\n\n";

// "No coal has left under the contract between Peru and Chile."
const std::string kNoCoal =
    "No no DET DT 2 det\n"
    "coal coal NOUN NN 4 nsubj\n"
    "has have AUX VBZ 4 aux\n"
    "left leave VERB VBN 0 root\n"
    "under under ADP IN 7 case\n"
    "the the DET DT 7 det\n"
    "contract contract NOUN NN 4 obl\n"
    "between between ADP IN 9 case\n"
    "Peru Peru PROPN NNP 7 nmod\n"
    "and and CCONJ CC 11 cc\n"
    "Chile Chile PROPN NNP 9 conj\n"
    ". . PUNCT . 4 punct\n\n";

TEST_F(AgreementStatusTest, NotOutlivedIsBroken) {
  EXPECT_THAT(lines(kNotOutlived), ElementsAre("ceasefire violated PER CHL"));
}

TEST_F(AgreementStatusTest, NothingMovesUnderIt) {
  EXPECT_THAT(lines(kNotOne), ElementsAre("contract stalled PER CHL"));
}

TEST_F(AgreementStatusTest, PrepositionAtTheEnd) { EXPECT_THAT(lines(kStranded), ElementsAre("treaty ended PER CHL")); }

TEST_F(AgreementStatusTest, TextToldBeforeItsName) {
  EXPECT_THAT(lines(kTextBefore), ElementsAre("accord stalled PER CHL"));
}

TEST_F(AgreementStatusTest, AppliedToThisDay) {
  EXPECT_THAT(lines(kStillSail), ElementsAre("accord in_force CHL PER"));
}

TEST_F(AgreementStatusTest, NotALineKept) { EXPECT_THAT(lines(kNotALine), ElementsAre("treaty violated PER CHL")); }

TEST_F(AgreementStatusTest, ItsExecution) { EXPECT_THAT(lines(kItsExecution), ElementsAre("treaty stalled PER CHL")); }

TEST_F(AgreementStatusTest, StoppedTheFighting) {
  EXPECT_THAT(lines(kStopped), ElementsAre("ceasefire in_force PER CHL"));
}

TEST_F(AgreementStatusTest, OffTheTable) { EXPECT_THAT(lines(kOffTheTable), ElementsAre("treaty ended PER CHL")); }

TEST_F(AgreementStatusTest, BrokeredTruce) {
  EXPECT_THAT(lines(kBrokeredTruce), ElementsAre("ceasefire agreed PER CHL"));
}

TEST_F(AgreementStatusTest, Finalising) { EXPECT_THAT(lines(kFinalising), ElementsAre("treaty proposed PER CHL")); }

TEST_F(AgreementStatusTest, WorkUnderItStopped) {
  EXPECT_THAT(lines(kWorkUnder), ElementsAre("contract stalled PER CHL"));
}

TEST_F(AgreementStatusTest, BoundByIt) { EXPECT_THAT(lines(kBoundBy), ElementsAre("treaty in_force PER CHL")); }

TEST_F(AgreementStatusTest, DrawnUp) { EXPECT_THAT(lines(kDrawnUp), ElementsAre("memorandum proposed PER CHL")); }

TEST_F(AgreementStatusTest, IsOver) { EXPECT_THAT(lines(kOver), ElementsAre("ceasefire ended PER CHL")); }

TEST_F(AgreementStatusTest, NoCoalUnderIt) { EXPECT_THAT(lines(kNoCoal), ElementsAre("contract stalled PER CHL")); }

TEST_F(AgreementStatusTest, ADeedBeyondWhatItLaysDownBreaksIt) {
  EXPECT_THAT(lines(kBeyond), ElementsAre("memorandum violated PER CHL"));
}

TEST_F(AgreementStatusTest, ADeedWhereItIsBannedOrThoughItWasForswornBreaksIt) {
  EXPECT_THAT(lines(kBanned), ElementsAre("treaty violated CHL PER"));
  EXPECT_THAT(lines(kAlthough), ElementsAre("accord violated PER CHL"));
}

TEST_F(AgreementStatusTest, WhatItForeseesIsBuiltOrHalted) {
  EXPECT_THAT(lines(kProvided), ElementsAre("treaty in_force PER CHL"));
  EXPECT_THAT(lines(kHalted), ElementsAre("contract stalled CHL PER"));
}

TEST_F(AgreementStatusTest, WhatACourtForbidsToApplyIsStalled) {
  EXPECT_THAT(lines(kForbidden), ElementsAre("accord stalled PER CHL"));
}

}  // namespace
}  // namespace entente
