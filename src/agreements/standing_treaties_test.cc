// Parties that a treaty's name, a bloc, a place or a war tells, where the text names one side only.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class StandingTreaties : public AgreementsFixture {};

// "India suspended the Simla agreement."
const std::string kByName =
    "India India PROPN NNP 2 nsubj\n"
    "suspended suspend VERB VBD 0 root\n"
    "the the DET DT 5 det\n"
    "Simla Simla PROPN NNP 5 compound\n"
    "agreement agreement NOUN NN 2 obj\n"
    ". . PUNCT . 2 punct\n\n";

// "Chad suspended the Simla agreement."
const std::string kOfOthers =
    "Chad Chad PROPN NNP 2 nsubj\n"
    "suspended suspend VERB VBD 0 root\n"
    "the the DET DT 5 det\n"
    "Simla Simla PROPN NNP 5 compound\n"
    "agreement agreement NOUN NN 2 obj\n"
    ". . PUNCT . 2 punct\n\n";

// "Russia suspended New START."
const std::string kInitials =
    "Russia Russia PROPN NNP 2 nsubj\n"
    "suspended suspend VERB VBD 0 root\n"
    "New new ADJ JJ 4 amod\n"
    "START start NOUN NN 2 obj\n"
    ". . PUNCT . 2 punct\n\n";

// "Niger left the ECOWAS treaty."
const std::string kBloc =
    "Niger Niger PROPN NNP 2 nsubj\n"
    "left leave VERB VBD 0 root\n"
    "the the DET DT 5 det\n"
    "ECOWAS ECOWAS PROPN NNP 5 compound\n"
    "treaty treaty NOUN NN 2 obj\n"
    ". . PUNCT . 2 punct\n\n";

// "A treaty with Chile stalled in Lima."
const std::string kPlace =
    "A a DET DT 2 det\n"
    "treaty treaty NOUN NN 5 nsubj\n"
    "with with ADP IN 4 case\n"
    "Chile Chile PROPN NNP 2 nmod\n"
    "stalled stall VERB VBD 0 root\n"
    "in in ADP IN 7 case\n"
    "Lima Lima PROPN NNP 5 obl\n"
    ". . PUNCT . 5 punct\n\n";

// "Peru is courting Chile for a treaty."
const std::string kCourting =
    "Peru Peru PROPN NNP 3 nsubj\n"
    "is be AUX VBZ 3 aux\n"
    "courting court VERB VBG 0 root\n"
    "Chile Chile PROPN NNP 3 obj\n"
    "for for ADP IN 7 case\n"
    "a a DET DT 7 det\n"
    "treaty treaty NOUN NN 3 obl\n"
    ". . PUNCT . 3 punct\n\n";

// "Peru shelved the sale of tanks to Chile."
const std::string kSale =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "shelved shelve VERB VBD 0 root\n"
    "the the DET DT 4 det\n"
    "sale sale NOUN NN 2 obj\n"
    "of of ADP IN 6 case\n"
    "tanks tank NOUN NNS 4 nmod\n"
    "to to ADP IN 8 case\n"
    "Chile Chile PROPN NNP 4 nmod\n"
    ". . PUNCT . 2 punct\n\n";

// "There is no longer a truce, the Tamil Tigers said."
const std::string kNoLonger =
    "There there PRON EX 2 expl\n"
    "is be VERB VBZ 11 ccomp\n"
    "no no ADV RB 4 advmod\n"
    "longer long ADV RBR 2 advmod\n"
    "a a DET DT 6 det\n"
    "truce truce NOUN NN 2 nsubj\n"
    ", , PUNCT , 2 punct\n"
    "the the DET DT 10 det\n"
    "Tamil Tamil PROPN NNP 10 compound\n"
    "Tigers Tigers PROPN NNPS 11 nsubj\n"
    "said say VERB VBD 0 root\n"
    ". . PUNCT . 11 punct\n\n";

// "Peru and Chile buried their quarrel with the signing of an accord."
const std::string kWithTheSigning =
    "Peru Peru PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "buried bury VERB VBD 0 root\n"
    "their their PRON PRP$ 6 nmod:poss\n"
    "quarrel quarrel NOUN NN 4 obj\n"
    "with with ADP IN 9 case\n"
    "the the DET DT 9 det\n"
    "signing signing NOUN NN 4 obl\n"
    "of of ADP IN 12 case\n"
    "an an DET DT 12 det\n"
    "accord accord NOUN NN 9 nmod\n"
    ". . PUNCT . 4 punct\n\n";

// "Peru ignored the timetable of the accord with Chile."
const std::string kPart =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "ignored ignore VERB VBD 0 root\n"
    "the the DET DT 4 det\n"
    "timetable timetable NOUN NN 2 obj\n"
    "of of ADP IN 7 case\n"
    "the the DET DT 7 det\n"
    "accord accord NOUN NN 4 nmod\n"
    "with with ADP IN 9 case\n"
    "Chile Chile PROPN NNP 7 nmod\n"
    ". . PUNCT . 2 punct\n\n";

// "Peru mined the strait, contrary to the treaty between Peru and Chile."
const std::string kContrary =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "mined mine VERB VBD 0 root\n"
    "the the DET DT 4 det\n"
    "strait strait NOUN NN 2 obj\n"
    ", , PUNCT , 9 punct\n"
    "contrary contrary ADJ JJ 9 case\n"
    "to to ADP IN 9 case\n"
    "the the DET DT 9 det\n"
    "treaty treaty NOUN NN 2 obl\n"
    "between between ADP IN 11 case\n"
    "Peru Peru PROPN NNP 9 nmod\n"
    "and and CCONJ CC 13 cc\n"
    "Chile Chile PROPN NNP 11 conj\n"
    ". . PUNCT . 2 punct\n\n";

TEST_F(StandingTreaties, HaveTheirPartiesFromTheTables) {
  EXPECT_THAT(lines(kByName), ElementsAre("accord stalled IND PAK"));
  EXPECT_THAT(lines(kInitials), ElementsAre("treaty stalled USA RUS"));
}

TEST_F(StandingTreaties, AreNotThoseOfOthers) { EXPECT_THAT(lines(kOfOthers), IsEmpty()); }

TEST_F(StandingTreaties, OfABlocBindItsMembers) { EXPECT_THAT(lines(kBloc), ElementsAre("treaty ended NER IGOWAS")); }

TEST_F(StandingTreaties, ACapitalTellsTheOtherSide) {
  EXPECT_THAT(lines(kPlace), ElementsAre("treaty stalled CHL PER"));
}

TEST_F(StandingTreaties, WhoIsCourtedOrSuppliedIsAParty) {
  EXPECT_THAT(lines(kCourting), ElementsAre("treaty proposed PER CHL"));
  EXPECT_THAT(lines(kSale), ElementsAre("contract stalled CHL PER"));
}

TEST_F(StandingTreaties, RebelsHadTheirTruceWithTheState) {
  EXPECT_THAT(lines(kNoLonger), ElementsAre("ceasefire ended LKA LKA"));
}

TEST_F(StandingTreaties, ASigningIsOfThoseWhoDoSomethingByIt) {
  EXPECT_THAT(lines(kWithTheSigning), ElementsAre("accord signed PER CHL"));
}

TEST_F(StandingTreaties, APartIsNoInstrument) { EXPECT_THAT(lines(kPart), ElementsAre("accord violated CHL PER")); }

TEST_F(StandingTreaties, ADeedContraryToItBreaksIt) {
  EXPECT_THAT(lines(kContrary), ElementsAre("treaty violated PER CHL"));
}

}  // namespace
}  // namespace entente
