// Whom an instrument is of: in what order the text's hints are taken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class PartyPreference : public AgreementsFixture {};

// "Qatar and Bahrain fought over a reef. The neighbours agreed on a truce."
const std::string kNeighboursAreThoseNamedTogether =
    "Qatar Qatar PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Bahrain Bahrain PROPN NNP 1 conj\n"
    "fought fight VERB VBD 0 root\n"
    "over over ADP IN 7 case\n"
    "a a DET DT 7 det\n"
    "reef reef NOUN NN 4 obl\n"
    ". . PUNCT . 4 punct\n\n"
    "The the DET DT 2 det\n"
    "neighbours neighbour NOUN NNS 3 nsubj\n"
    "agreed agree VERB VBD 0 root\n"
    "on on ADP IN 6 case\n"
    "a a DET DT 6 det\n"
    "truce truce NOUN NN 3 obl\n"
    ". . PUNCT . 3 punct\n\n";

// "Six states signed a treaty in Lusaka."
const std::string kManyStatesAreEnough =
    "Six six NUM CD 2 nummod\n"
    "states state NOUN NNS 3 nsubj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 5 det\n"
    "treaty treaty NOUN NN 3 obj\n"
    "in in ADP IN 7 case\n"
    "Lusaka Lusaka PROPN NNP 5 nmod\n"
    ". . PUNCT . 3 punct\n\n";

// "Peru, Chile and four other states signed a convention."
const std::string kOtherStatesBesideThoseNamed =
    "Peru Peru PROPN NNP 8 nsubj\n"
    ", , PUNCT , 3 punct\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "and and CCONJ CC 7 cc\n"
    "four four NUM CD 7 nummod\n"
    "other other ADJ JJ 7 amod\n"
    "states state NOUN NNS 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 10 det\n"
    "convention convention NOUN NN 8 obj\n"
    ". . PUNCT . 8 punct\n\n";

// "The ministers needed twenty minutes to sign a treaty of peace and friendship between Peru and Chile."
const std::string kWhoTookTimeToSignHasSigned =
    "The the DET DT 2 det\n"
    "ministers minister NOUN NNS 3 nsubj\n"
    "needed need VERB VBD 0 root\n"
    "twenty twenty NUM CD 5 nummod\n"
    "minutes minute NOUN NNS 3 obj\n"
    "to to PART TO 7 mark\n"
    "sign sign VERB VB 3 xcomp\n"
    "a a DET DT 9 det\n"
    "treaty treaty NOUN NN 7 obj\n"
    "of of ADP IN 11 case\n"
    "peace peace NOUN NN 9 nmod\n"
    "and and CCONJ CC 13 cc\n"
    "friendship friendship NOUN NN 11 conj\n"
    "between between ADP IN 15 case\n"
    "Peru Peru PROPN NNP 9 nmod\n"
    "and and CCONJ CC 17 cc\n"
    "Chile Chile PROPN NNP 15 conj\n"
    ". . PUNCT . 3 punct\n\n";

// "The agreement that Norway has laid before Peru and Chile fills three pages."
const std::string kBeforeWhomADraftIsLaid =
    "The the DET DT 2 det\n"
    "agreement agreement NOUN NN 11 nsubj\n"
    "that that PRON WDT 6 obj\n"
    "Norway Norway PROPN NNP 6 nsubj\n"
    "has have AUX VBZ 6 aux\n"
    "laid lay VERB VBN 2 acl:relcl\n"
    "before before ADP IN 8 case\n"
    "Peru Peru PROPN NNP 6 obl\n"
    "and and CCONJ CC 10 cc\n"
    "Chile Chile PROPN NNP 8 conj\n"
    "fills fill VERB VBZ 0 root\n"
    "three three NUM CD 13 nummod\n"
    "pages page NOUN NNS 11 obj\n"
    ". . PUNCT . 11 punct\n\n";

// "With Brazil in the chair, Peru and Chile signed an accord."
const std::string kWhoLooksOnIsNoParty =
    "With with SCONJ IN 5 mark\n"
    "Brazil Brazil PROPN NNP 5 nsubj\n"
    "in in ADP IN 5 case\n"
    "the the DET DT 5 det\n"
    "chair chair NOUN NN 10 obl\n"
    ", , PUNCT , 5 punct\n"
    "Peru Peru PROPN NNP 10 nsubj\n"
    "and and CCONJ CC 9 cc\n"
    "Chile Chile PROPN NNP 7 conj\n"
    "signed sign VERB VBD 0 root\n"
    "an a DET DT 12 det\n"
    "accord accord NOUN NN 10 obj\n"
    ". . PUNCT . 10 punct\n\n";

// "Peru, Chile and Bolivia met. Their treaty of friendship, ratified by all the parliaments, bars a war."
const std::string kTheirTreatyIsTheirs =
    "Peru Peru PROPN NNP 6 nsubj\n"
    ", , PUNCT , 3 punct\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "and and CCONJ CC 5 cc\n"
    "Bolivia Bolivia PROPN NNP 1 conj\n"
    "met meet VERB VBD 0 root\n"
    ". . PUNCT . 6 punct\n\n"
    "Their their PRON PRP$ 2 nmod:poss\n"
    "treaty treaty NOUN NN 12 nsubj\n"
    "of of ADP IN 4 case\n"
    "friendship friendship NOUN NN 2 nmod\n"
    ", , PUNCT , 6 punct\n"
    "ratified ratify VERB VBN 2 acl\n"
    "by by ADP IN 10 case\n"
    "all all DET PDT 10 det:predet\n"
    "the the DET DT 10 det\n"
    "parliaments parliament NOUN NNS 6 obl:agent\n"
    ", , PUNCT , 2 punct\n"
    "bars bar VERB VBZ 0 root\n"
    "a a DET DT 14 det\n"
    "war war NOUN NN 12 obj\n"
    ". . PUNCT . 12 punct\n\n";

// "The Netherlands fought Indonesia for years. Indonesia lost. The Netherlands and the kingdom signed a treaty."
const std::string kTheRepublicBesideAnotherState =
    "The the DET DT 2 det\n"
    "Netherlands Netherlands PROPN NNPS 3 nsubj\n"
    "fought fight VERB VBD 0 root\n"
    "Indonesia Indonesia PROPN NNP 3 obj\n"
    "for for ADP IN 6 case\n"
    "years year NOUN NNS 3 obl\n"
    ". . PUNCT . 3 punct\n\n"
    "Indonesia Indonesia PROPN NNP 2 nsubj\n"
    "lost lose VERB VBD 0 root\n"
    ". . PUNCT . 2 punct\n\n"
    "The the DET DT 2 det\n"
    "Netherlands Netherland PROPN NNPS 6 nsubj\n"
    "and and CCONJ CC 5 cc\n"
    "the the DET DT 5 det\n"
    "kingdom king NOUN NNS 2 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 8 det\n"
    "treaty treaty NOUN NN 6 obj\n"
    ". . PUNCT . 6 punct\n\n";

// "Peruvian and Chilean soldiers fought near Bolivia. The two armies made a truce."
const std::string kSoldiersOfBothStates =
    "Peruvian Peruvian ADJ JJ 4 amod\n"
    "and and CCONJ CC 3 cc\n"
    "Chilean Chilean ADJ JJ 1 conj\n"
    "soldiers soldier NOUN NNS 5 nsubj\n"
    "fought fight VERB VBD 0 root\n"
    "near near ADP IN 7 case\n"
    "Bolivia Bolivia PROPN NNP 5 obl\n"
    ". . PUNCT . 5 punct\n\n"
    "The the DET DT 3 det\n"
    "two two NUM CD 3 nummod\n"
    "armies army NOUN NNS 4 nsubj\n"
    "made make VERB VBD 0 root\n"
    "a a DET DT 6 det\n"
    "truce truce NOUN NN 4 obj\n"
    ". . PUNCT . 4 punct\n\n";

// "The committee of the African Union and Sudan agreed on a truce."
const std::string kABodyOfAnOrganisation =
    "The the DET DT 2 det\n"
    "committee committee NOUN NN 9 nsubj\n"
    "of of ADP IN 6 case\n"
    "the the DET DT 6 det\n"
    "African African ADJ NNP 6 amod\n"
    "Union Union PROPN NNP 2 nmod\n"
    "and and CCONJ CC 8 cc\n"
    "Sudan Sudan PROPN NNP 6 conj\n"
    "agreed agree VERB VBD 0 root\n"
    "on on ADP IN 12 case\n"
    "a a DET DT 12 det\n"
    "truce truce NOUN NN 9 obl\n"
    ". . PUNCT . 9 punct\n\n";

// "Belgium and Sudan met. Peru and Chile had signed a truce in July 1999. It barred them from sending weapons."
const std::string kWhoIsBoundByPronounStandsBack =
    "Belgium Belgium PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Sudan Sudan PROPN NNP 1 conj\n"
    "met meet VERB VBD 0 root\n"
    ". . PUNCT . 4 punct\n\n"
    "Peru Peru PROPN NNP 5 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "had have AUX VBD 5 aux\n"
    "signed sign VERB VBN 0 root\n"
    "a a DET DT 7 det\n"
    "truce truce NOUN NN 5 obj\n"
    "in in ADP IN 9 case\n"
    "July July PROPN NNP 5 obl\n"
    "1999 1999 NUM CD 9 nmod:unmarked\n"
    ". . PUNCT . 5 punct\n\n"
    "It it PRON PRP 2 nsubj\n"
    "barred bar VERB VBD 0 root\n"
    "them they PRON PRP 2 obj\n"
    "from from SCONJ IN 5 mark\n"
    "sending send VERB VBG 2 advcl\n"
    "weapons weapon NOUN NNS 5 obj\n"
    ". . PUNCT . 2 punct\n\n";

// "Uzbekistan and Kyrgyzstan have quarrelled. The six heads of state of the African Union signed a declaration."
const std::string kLeadersOfABodyAreTheBody =
    "Uzbekistan Uzbekistan PROPN NNP 5 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Kyrgyzstan Kyrgyzstan PROPN NNP 1 conj\n"
    "have have AUX VBP 5 aux\n"
    "quarrelled quarrelle VERB VBN 0 root\n"
    ". . PUNCT . 5 punct\n\n"
    "The the DET DT 3 det\n"
    "six six NUM CD 3 nummod\n"
    "heads head NOUN NNS 10 nsubj\n"
    "of of ADP IN 5 case\n"
    "state state NOUN NN 3 nmod\n"
    "of of ADP IN 9 case\n"
    "the the DET DT 9 det\n"
    "African African ADJ NNP 9 amod\n"
    "Union Union PROPN NNP 5 nmod\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 12 det\n"
    "declaration declaration NOUN NN 10 obj\n"
    ". . PUNCT . 10 punct\n\n";

// "The collapse of the Lusaka accord was plain to Peru."
const std::string kCalledByAPlace =
    "The the DET DT 2 det\n"
    "collapse collapse NOUN NN 8 nsubj\n"
    "of of ADP IN 6 case\n"
    "the the DET DT 6 det\n"
    "Lusaka Lusaka PROPN NNP 6 compound\n"
    "accord accord NOUN NN 2 nmod\n"
    "was be AUX VBD 8 cop\n"
    "plain plain ADJ JJ 0 root\n"
    "to to ADP IN 10 case\n"
    "Peru Peru PROPN NNP 8 obl\n"
    ". . PUNCT . 8 punct\n\n";

// "With a stroke of the pen in Bangkok, Peru joined the accord."
const std::string kAThingAtAPlace =
    "With with ADP IN 3 case\n"
    "a a DET DT 3 det\n"
    "stroke stroke NOUN NN 11 obl\n"
    "of of ADP IN 6 case\n"
    "the the DET DT 6 det\n"
    "pen pen NOUN NN 3 nmod\n"
    "in in ADP IN 8 case\n"
    "Bangkok Bangkok PROPN NNP 6 nmod\n"
    ", , PUNCT , 3 punct\n"
    "Peru Peru PROPN NNP 11 nsubj\n"
    "joined join VERB VBD 0 root\n"
    "the the DET DT 13 det\n"
    "accord accord NOUN NN 11 obj\n"
    ". . PUNCT . 11 punct\n\n";

TEST_F(PartyPreference, NeighboursAreThoseNamedTogether) {
  EXPECT_THAT(lines(kNeighboursAreThoseNamedTogether), ElementsAre("ceasefire agreed QAT BHR"));
}

TEST_F(PartyPreference, ManyStatesAreEnough) {
  EXPECT_THAT(lines(kManyStatesAreEnough), ElementsAre("treaty signed Six states"));
}

TEST_F(PartyPreference, OtherStatesBesideThoseNamed) {
  EXPECT_THAT(lines(kOtherStatesBesideThoseNamed), ElementsAre("treaty signed PER CHL four other states"));
}

TEST_F(PartyPreference, WhoTookTimeToSignHasSigned) {
  EXPECT_THAT(lines(kWhoTookTimeToSignHasSigned), ElementsAre("treaty signed PER CHL"));
}

TEST_F(PartyPreference, BeforeWhomADraftIsLaid) {
  EXPECT_THAT(lines(kBeforeWhomADraftIsLaid), ElementsAre("accord proposed PER CHL"));
}

TEST_F(PartyPreference, WhoLooksOnIsNoParty) {
  EXPECT_THAT(lines(kWhoLooksOnIsNoParty), ElementsAre("accord signed PER CHL"));
}

TEST_F(PartyPreference, TheirTreatyIsTheirs) {
  EXPECT_THAT(lines(kTheirTreatyIsTheirs), ElementsAre("treaty ratified PER CHL BOL"));
}

TEST_F(PartyPreference, TheRepublicBesideAnotherState) {
  EXPECT_THAT(lines(kTheRepublicBesideAnotherState), ElementsAre("treaty signed NLD IDN"));
}

TEST_F(PartyPreference, SoldiersOfBothStates) {
  EXPECT_THAT(lines(kSoldiersOfBothStates), ElementsAre("ceasefire agreed PER CHL"));
}

TEST_F(PartyPreference, ABodyOfAnOrganisation) {
  EXPECT_THAT(lines(kABodyOfAnOrganisation), ElementsAre("ceasefire agreed IGOAFU SDN"));
}

TEST_F(PartyPreference, WhoIsBoundByPronounStandsBack) {
  EXPECT_THAT(lines(kWhoIsBoundByPronounStandsBack), ElementsAre("ceasefire signed PER CHL"));
}

TEST_F(PartyPreference, LeadersOfABodyAreTheBody) {
  EXPECT_THAT(lines(kLeadersOfABodyAreTheBody), ElementsAre("declaration signed IGOAFU"));
}

TEST_F(PartyPreference, APlaceThatAnAccordIsCalledByIsNoParty) { EXPECT_THAT(lines(kCalledByAPlace), ElementsAre()); }

TEST_F(PartyPreference, AThingAtAPlaceIsNoParty) { EXPECT_THAT(lines(kAThingAtAPlace), ElementsAre()); }

}  // namespace
}  // namespace entente
