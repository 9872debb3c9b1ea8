// actors/references.cc, descriptions.cc and unsaid_state.cc: who is meant where no name stands.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actors/test_actors.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReferencesTest : public ActorsFixture {
 protected:
  // The codes of the phrase headed by the last token with this form.
  [[nodiscard]] std::vector<std::string> codes(const std::string& form) const {
    std::vector<std::string> found;
    for (const ActorMention& m : actors_->parties(at(form))) found.push_back(m.actor.code.value_or("?"));
    return found;
  }
  // "SUBJECT VERBs OBJECT.", then what the test adds.
  static std::string act(const std::string& subject, const std::string& object) {
    return subject + " " + subject + " PROPN NNP 2 nsubj\ncriticised criticise VERB VBD 0 root\n" + object + " " +
           object + " PROPN NNP 2 obj\n\n";
  }
  // "SUBJECT VERBs the WORD."
  static std::string against_the(const std::string& subject, const std::string& word, const std::string& upos) {
    return subject + " " + subject + " PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nthe the DET DT 4 det\n" +
           word + " " + word + " " + upos + " 2 obj\n";
  }
};

// "STATE", whose protesters they are in "Protesters marched, according to ..." and "police of Peru said".
TEST_F(ReferencesTest, WhereATellerSitsIsNotWhereItHappened) {
  const std::string march = "Police police NOUN NNS 2 nsubj\nfired fire VERB VBD 0 root\n";
  const std::string by_monitor =
      "according accord VERB VBG 6 case\nto to ADP IN 3 fixed\na a DET DT 6 det\nmonitor monitor NOUN NN 2 obl\n"
      "in in ADP IN 8 case\nNorway Norway PROPN NNP 6 nmod\n";
  read(act("Peru", "France") + act("Peru", "Spain") + march + by_monitor);
  EXPECT_THAT(codes("Police"), ElementsAre("PER"));
  const std::string there = "in in ADP IN 4 case\nNorway Norway PROPN NNP 2 obl\n";
  read(act("Peru", "France") + act("Peru", "Spain") + march + there);
  EXPECT_THAT(codes("Police"), ElementsAre("NOR"));
}

// In a paragraph of its own.
TEST_F(ReferencesTest, ABodyIsOfTheSideThatItsParagraphLetsSpeak) {
  const std::string about_peru = act("Peru", "France") + act("Peru", "Spain");
  const std::string ministry =
      "The the DET DT 3 det\nforeign foreign ADJ JJ 3 amod\nministry ministry NOUN NN 4 nsubj\n"
      "waited wait VERB VBD 0 root\n";
  const std::string denial = "Chile Chile PROPN NNP 2 nsubj\ndenied deny VERB VBD 0 root\nit it PRON PRP 2 obj\n\n";
  read(about_peru + denial + ministry);
  EXPECT_THAT(codes("ministry"), ElementsAre("CHL")) << "who said no in the sentence before";
  const std::string in_front =
      "In in ADP IN 2 case\nSantiago Santiago PROPN NNP 6 obl\nthe the DET DT 5 det\nforeign foreign ADJ JJ 5 amod\n"
      "ministry ministry NOUN NN 6 nsubj\nwaited wait VERB VBD 0 root\n";
  read(about_peru + in_front);
  EXPECT_THAT(codes("ministry"), ElementsAre("CHL")) << "the place that opens the sentence";
  const std::string government =
      "The the DET DT 2 det\ngovernment government NOUN NN 3 nsubj\nwaited wait VERB VBD 0 root\n";
  read(about_peru + denial + government);
  EXPECT_THAT(codes("government"), ElementsAre("PER")) << "of whom the article tells";
}

TEST_F(ReferencesTest, PoliceTellOfWhatHappenedInTheirOwnState) {
  const std::string arrest =
      "Crowds crowd NOUN NNS 2 nsubj\nmarched march VERB VBD 5 ccomp\nNamibian Namibian ADJ JJ 4 amod\n"
      "police police NOUN NNS 5 nsubj\nsaid say VERB VBD 0 root\n";
  read(act("Peru", "France") + act("Peru", "Spain") + arrest);
  EXPECT_THAT(codes("Crowds"), ElementsAre("NAM"));
}

TEST_F(ReferencesTest, WhoStandsBeforeTheHyphenLeadsButWhoBacksDoesNot) {
  const auto strike = [](const std::string& form, const std::string& lemma) {
    return "A a DET DT 5 det\nChilean Chilean ADJ JJ 4 compound\n- - PUNCT HYPH 2 punct\n" + form + " " + lemma +
           " VERB VBN 5 amod\nstrike strike NOUN NN 6 nsubj\nkilled kill VERB VBD 0 root\nten ten NUM CD 6 obj\n";
  };
  read(strike("led", "lead"));
  EXPECT_THAT(codes("led"), ElementsAre("CHL"));
  read(strike("backed", "back"));
  EXPECT_THAT(codes("backed"), IsEmpty());
}

TEST_F(ReferencesTest, TwoStatesOfOneName) {
  read("The the DET DT 3 det\ntwo two NUM CD 3 nummod\nKoreas Koreas PROPN NNPS 4 nsubj\nmet meet VERB VBD 0 root\n");
  EXPECT_THAT(codes("Koreas"), ElementsAre("PRK", "KOR"));
  read("The the DET DT 2 det\nIslands Islands PROPN NNPS 3 nsubj\nvoted vote VERB VBD 0 root\n");
  EXPECT_THAT(codes("Islands"), IsEmpty());
}

TEST_F(ReferencesTest, AWordOfTheFullNameStandsForIt) {
  const std::string union_before =
      "The the DET DT 3 det\nEuropean European PROPN NNP 3 compound\nUnion Union PROPN NNP 4 nsubj\n"
      "met meet VERB VBD 0 root\n\n";
  read(union_before + "The the DET DT 2 det\nUnion Union PROPN NNP 3 nsubj\nwaited wait VERB VBD 0 root\n");
  EXPECT_THAT(codes("Union"), ElementsAre("IGOEEC"));
  const std::string kim =
      "Kim Kim PROPN NNP 4 nsubj\nJong Jong PROPN NNP 1 flat\nUn Un PROPN NNP 1 flat\nspoke speak VERB VBD 0 root\n\n";
  read(kim + "Kim Kim PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root\n");
  EXPECT_THAT(codes("Kim"), ElementsAre("PRK"));
}

TEST_F(ReferencesTest, TheCountryIsNotTheOneThatActs) {
  read(act("Chad", "Libya") + against_the("Libya", "country", "NOUN NN"));
  EXPECT_THAT(codes("country"), ElementsAre("TCD"));
}

TEST_F(ReferencesTest, AnEpithetIsOfThoseThatBearIt) {
  read(act("Qatar", "France") + against_the("Egypt", "emirate", "NOUN NN"));
  EXPECT_THAT(codes("emirate"), ElementsAre("QAT"));
  read(act("Peru", "France") + against_the("Egypt", "emirate", "NOUN NN"));
  EXPECT_THAT(codes("emirate"), IsEmpty());
}

TEST_F(ReferencesTest, TheSouthIsKnownByTheNorth) {
  const std::string korea =
      "North North PROPN NNP 2 compound\nKorea Korea PROPN NNP 3 nsubj\nfired fire VERB VBD 0 root\n\n";
  read(korea + against_the("Japan", "South", "PROPN NNP"));
  EXPECT_THAT(codes("South"), ElementsAre("KOR"));
  read(korea + against_the("Japan", "south", "NOUN NN"));
  EXPECT_THAT(codes("south"), IsEmpty()) << "a part of the country";
}

// In the tables of people her role is "governor of Tokyo".
TEST_F(ReferencesTest, ATitleIsOfWhoseRoleItBegins) {
  read(
      "Yuriko Yuriko PROPN NNP 4 nsubj\n"
      "Koike Koike PROPN NNP 1 flat\n"
      "has have AUX VBZ 4 aux\n"
      "resigned resign VERB VBD 0 root\n\n"
      "the the DET DT 2 det\n"
      "governor governor NOUN NN 3 nsubj\n"
      "left leave VERB VBD 0 root\n");
  EXPECT_THAT(codes("governor"), ElementsAre("JPN"));
}

constexpr const char* kNeighbour =
    "Romania Romania PROPN NNP 2 nsubj\n"
    "thanked thank VERB VBD 0 root\n"
    "its its PRON PRP$ 4 nmod:poss\n"
    "neighbour neighbour NOUN NN 2 obj\n";

TEST_F(ReferencesTest, ANeighbourHasACommonBorder) {
  read(act("Moldova", "Peru") + kNeighbour);
  EXPECT_THAT(codes("neighbour"), ElementsAre("MDA")) << "not the state that was told last";
  read(std::string(kNeighbour) + "\n" + act("Moldova", "Peru"));
  EXPECT_THAT(codes("neighbour"), ElementsAre("MDA")) << "named by a later sentence alone";
}

TEST_F(ReferencesTest, HostsAreOfThePlaceWhereTheGuestIs) {
  const std::string warned = "warned warn VERB VBD 0 root\n";
  const std::string hosts = "hosts host NOUN NNS ";
  const std::string in_chile =
      "The the DET DT 3 det\nPeruvian peruvian ADJ JJ 3 amod\nambassador ambassador NOUN NN 6 nsubj\nin in ADP IN 5 "
      "case\n"
      "Chile Chile PROPN NNP 3 nmod\n";
  read(act("Kenya", "Togo") + in_chile + warned + "his his PRON PRP$ 8 nmod:poss\n" + hosts + "6 obj\n");
  EXPECT_THAT(codes("hosts"), ElementsAre("CHL")) << "not the state that was told last";
  read("Peru Peru PROPN NNP 2 nsubj\nvisited visit VERB VBD 0 root\nChile Chile PROPN NNP 2 obj\n\n" +
       act("Kenya", "Togo") + "Peru Peru PROPN NNP 2 nsubj\n" + warned + "its its PRON PRP$ 4 nmod:poss\n" + hosts +
       "2 obj\n");
  EXPECT_THAT(codes("hosts"), ElementsAre("CHL"));
}

TEST_F(ReferencesTest, OfTwoNeighboursTheOneToldBesideTheOwner) {
  read(act("Moldova", "Romania") + act("Ukraine", "Peru") + kNeighbour);
  EXPECT_THAT(codes("neighbour"), ElementsAre("MDA")) << "Ukraine was told last, but not with Romania";
}

TEST_F(ReferencesTest, TheFormerAndTheLatter) {
  const std::string answer =
      "The the DET DT 2 det\nformer former ADJ JJ 3 nsubj\nblamed blame VERB VBD 0 root\nthe the DET DT 5 det\n"
      "latter latter ADJ JJ 3 obj\n";
  read(act("Chad", "Libya") + answer);
  EXPECT_THAT(codes("former"), ElementsAre("TCD"));
  EXPECT_THAT(codes("latter"), ElementsAre("LBY"));
}

TEST_F(ReferencesTest, TheCityIsThePlaceToldLast) {
  read(
      "Kabul Kabul PROPN NNP 2 nsubj\nfell fall VERB VBD 0 root\n\n"
      "Jets jet NOUN NNS 2 nsubj\nbombed bomb VERB VBD 0 root\nthe the DET DT 4 det\ncity city NOUN NN 2 obj\n");
  EXPECT_THAT(codes("city"), ElementsAre("AFG"));
}

TEST_F(ReferencesTest, AnObjectIsSomebodyElseThanTheSubject) {
  read(act("Chad", "Libya") +
       "Chad Chad PROPN NNP 2 nsubj\nasked ask VERB VBD 0 root\nit it PRON PRP 2 obj\n"
       "for for ADP IN 5 case\nhelp help NOUN NN 2 obl\n");
  EXPECT_THAT(codes("it"), ElementsAre("LBY"));
}

TEST_F(ReferencesTest, WeIsWhoSpeaks) {
  read(
      "Chad Chad PROPN NNP 2 nsubj\nattacked attack VERB VBD 6 ccomp\nus we PRON PRP 2 obj\n, , PUNCT , 2 punct\n"
      "Libya Libya PROPN NNP 6 nsubj\nsaid say VERB VBD 0 root\n");
  EXPECT_THAT(codes("us"), ElementsAre("LBY"));
}

TEST_F(ReferencesTest, TheSameWordIsOfTheSameState) {
  read(
      "Honduran Honduran ADJ JJ 2 amod\nmarines marine NOUN NNS 3 nsubj\nfired fire VERB VBD 0 root\n\n"
      "Peru Peru PROPN NNP 2 nsubj\nblamed blame VERB VBD 0 root\nthe the DET DT 4 det\n"
      "marines marine NOUN NNS 2 obj\n");
  EXPECT_THAT(codes("marines"), ElementsAre("HND"));
}

TEST_F(ReferencesTest, TheStateBehindWhatItIsCalled) {
  read(
      "Canada Canada PROPN NNP 2 nsubj\nwarned warn VERB VBD 0 root\nRussia Russia PROPN NNP 5 nmod:poss\n"
      "'s 's PART POS 3 case\nally ally NOUN NN 2 obj\nBelarus Belarus PROPN NNP 5 appos\n");
  EXPECT_THAT(codes("ally"), ElementsAre("BLR"));
}

constexpr const char* kEnvoySaid =
    "The the DET DT 3 det\nChilean Chilean ADJ JJ 3 amod\nenvoy envoy NOUN NN 8 nsubj\n, , PUNCT , 3 punct\n"
    "Ana Ana PROPN NNP 3 appos\nRuiz Ruiz PROPN NNP 5 flat\n, , PUNCT , 3 punct\nspoke speak VERB VBD 0 root\n";

TEST_F(ReferencesTest, ATitleSaysMoreThanWhatTheArticleIsAbout) {
  const std::string later = "\nRuiz Ruiz PROPN NNP 2 nsubj\nspoke speak VERB VBD 0 root\n";
  read(act("Peru", "Peru") + act("Peru", "Peru") + kEnvoySaid + later);
  EXPECT_THAT(codes("envoy"), ElementsAre("CHL"));
  EXPECT_THAT(codes("Ana"), ElementsAre("CHL"));
  EXPECT_THAT(codes("Ruiz"), ElementsAre("CHL"));
}

TEST_F(ReferencesTest, ATitleThatOneStateHas) {
  read(act("France", "Germany") + against_the("France", "taoiseach", "NOUN NN"));
  EXPECT_THAT(codes("taoiseach"), ElementsAre("IRL"));
  read(act("Austria", "Peru") + against_the("Peru", "chancellor", "NOUN NN"));
  EXPECT_THAT(codes("chancellor"), ElementsAre("AUT"));
}

TEST_F(ReferencesTest, ACounterpartIsOfTheOtherState) {
  read(act("Peru", "Chile") +
       "Peru Peru PROPN NNP 2 nmod:poss\npresident president NOUN NN 3 nsubj\nmet meet VERB VBD 0 root\n"
       "his his PRON PRP$ 5 nmod:poss\ncounterpart counterpart NOUN NN 3 obj\nin in ADP IN 7 case\n"
       "Santiago Santiago PROPN NNP 5 nmod\n");
  EXPECT_THAT(codes("counterpart"), ElementsAre("CHL"));
}

TEST_F(ReferencesTest, AnEnvoyWhomAGovernmentCallsInIsAnothers) {
  read(act("Peru", "Chile") +
       "Peru Peru PROPN NNP 2 nsubj\nsummoned summon VERB VBD 0 root\nthe the DET DT 4 det\n"
       "ambassador ambassador NOUN NN 2 obj\n");
  EXPECT_THAT(codes("ambassador"), ElementsAre("CHL"));
}

TEST_F(ReferencesTest, TheArmyIsTheOneThatWasTold) {
  read("Chadian Chadian ADJ JJ 2 amod\narmy army NOUN NN 3 nsubj\nfired fire VERB VBD 0 root\n\n" +
       against_the("Libya", "army", "NOUN NN"));
  EXPECT_THAT(codes("army"), ElementsAre("TCD"));
}

TEST_F(ReferencesTest, ACrowdIsOfTheTownWhereItStands) {
  read(act("France", "France") + act("France", "France") +
       "Police police NOUN NNS 2 nsubj\nfired fire VERB VBD 0 root\nin in ADP IN 5 case\nthe the DET DT 5 det\n"
       "streets street NOUN NNS 2 obl\nof of ADP IN 7 case\nKabul Kabul PROPN NNP 5 nmod\n");
  EXPECT_THAT(codes("Police"), ElementsAre("AFG"));
}

// A title without a state tells of the place, unless the name or what is done there knows better.
TEST_F(ReferencesTest, WhoMeetsAbroadIsNoForeigner) {
  read(
      "Pierre Pierre PROPN NNP 9 nsubj\n"
      "Buyoya Buyoya PROPN NNP 1 flat\n"
      ", , PUNCT , 5 punct\n"
      "then then ADV RB 5 advmod\n"
      "head head NOUN NN 1 appos\n"
      "of of ADP IN 7 case\n"
      "state state NOUN NN 5 nmod\n"
      ", , PUNCT , 5 punct\n"
      "spoke speak VERB VBD 0 root\n"
      "in in ADP IN 11 case\n"
      "Arusha Arusha PROPN NNP 9 obl\n",
      "2003-10-10");
  EXPECT_THAT(codes("Pierre"), ElementsAre("BDI"));
  const auto signed_there = [&](const std::string& verb) {
    read(
        "Police police NOUN NNS 2 nsubj\nguarded guard VERB VBD 0 root\nKampala Kampala PROPN NNP 2 obj\n. . PUNCT . 2 "
        "punct\n\n"
        "The the DET DT 3 det\ninterior interior NOUN NN 3 compound\nminister minister NOUN NN 4 nsubj\n" +
        verb + " VERB VBD 0 root\nin in ADP IN 6 case\nJuba Juba PROPN NNP 4 obl\n");
    return codes("minister");
  };
  EXPECT_THAT(signed_there("resigned resign"), ElementsAre("SSD"));
  EXPECT_THAT(signed_there("signed sign"), ElementsAre("UGA"));
}

TEST_F(ReferencesTest, AnAcronymIsWhatTheArticleSpellsOut) {
  const std::string rows =
      "Rapid Rapid PROPN NNP 3 compound\nSupport Support PROPN NNP 3 compound\nForces Forces PROPN NNP 7 nsubj\n"
      "( ( PUNCT -LRB- 5 punct\nRSF RSF PROPN NNP 3 appos\n) ) PUNCT -RRB- 5 punct\nlooted loot VERB VBD 0 root\n"
      "Nyala Nyala PROPN NNP 7 obj\n\n";
  const std::string again =
      "Peru Peru PROPN NNP 2 nsubj\ncondemned condemn VERB VBD 0 root\nthe the DET DT 4 det\nRSF RSF PROPN NNP 2 obj\n";
  read(rows + again);
  ASSERT_NE(actors_->mention(at("Forces")), nullptr);
  EXPECT_EQ(codes("RSF"), codes("Forces"));
  read(again);
  EXPECT_NE(codes("RSF"), std::vector<std::string>{"SDN"});
}

TEST_F(ReferencesTest, NoneOfSeveralWhoActIsIt) {
  const std::string both =
      "Chile Chile PROPN NNP 4 nsubj\nand and CCONJ CC 3 cc\nPeru Peru PROPN NNP 1 conj\n"
      "asked ask VERB VBD 0 root\nits its PRON PRP$ 6 nmod:poss\ngovernment government NOUN NN 4 obj\n";
  read(act("Bolivia", "Spain") + both);
  EXPECT_THAT(codes("its"), ElementsAre("BOL"));
}

TEST_F(ReferencesTest, WhatIsDemandedIsNotOfWhoDemands) {
  read(act("Chile", "Spain") +
       "Peru Peru PROPN NNP 2 nsubj\ndemanded demand VERB VBD 0 root\nthat that SCONJ IN 5 mark\n"
       "it it PRON PRP 5 nsubj\nwithdraw withdraw VERB VB 2 ccomp\n");
  EXPECT_THAT(codes("it"), ElementsAre("CHL"));
}

TEST_F(ReferencesTest, AVisitorIsNotOfWhoReceives) {
  read(act("Peru", "Spain") +
       "Spain Spain PROPN NNP 2 nsubj\nasked ask VERB VBD 0 root\nthe the DET DT 5 det\n"
       "visiting visit VERB VBG 5 amod\nminister minister NOUN NN 2 obj\n");
  EXPECT_THAT(codes("minister"), ElementsAre("PER"));
}

TEST_F(ReferencesTest, AnIslandMayBeAState) {
  const std::string sent =
      "Mexico Mexico PROPN NNP 2 nsubj\nsent send VERB VBD 0 root\nthe the DET DT 4 det\nisland island NOUN NN 2 iobj\n"
      "fuel fuel NOUN NN 2 obj\n";
  read("Cuba Cuba PROPN NNP 2 nsubj\nwaited wait VERB VBD 0 root\n\n" + sent);
  EXPECT_THAT(codes("island"), ElementsAre("CUB"));
}

TEST_F(ReferencesTest, AnAllyMayBeToldByAnAdjectiveAlone) {
  read(
      "Belarus Belarus PROPN NNP 2 nsubj\nbuys buy VERB VBZ 0 root\nRussian russian ADJ JJ 4 amod\n"
      "gas gas NOUN NN 2 obj\n\nIts its PRON PRP$ 2 nmod:poss\nally ally NOUN NN 3 nsubj\nwaited wait VERB VBD 0 "
      "root\n");
  EXPECT_THAT(codes("ally"), ElementsAre("RUS"));
}

TEST_F(ReferencesTest, TheObjectOfTwoVerbsIsTheSame) {
  read(
      "Peruvian Peruvian ADJ JJ 2 amod\nrefugees refugee NOUN NNS 3 nsubj\nlanded land VERB VBD 0 root\n\n"
      "Chilean Chilean ADJ JJ 2 amod\nvillagers villager NOUN NNS 3 nsubj\nfed feed VERB VBD 0 root\n"
      "them they PRON PRP 3 obj\nbut but CCONJ CC 7 cc\npolice police NOUN NNS 7 nsubj\nbeat beat VERB VBD 3 conj\n"
      "them they PRON PRP 7 obj\n");
  EXPECT_THAT(codes("them"), ElementsAre("PER"));
}

TEST_F(ReferencesTest, AnEmbassyIsNotOfTheStateWhereItStands) {
  read(act("Canada", "Brazil") +
       "Students student NOUN NNS 2 nsubj\nstoned stone VERB VBD 0 root\nthe the DET DT 4 det\n"
       "embassy embassy NOUN NN 2 obj\nin in ADP IN 6 case\nBrasilia Brasilia PROPN NNP 4 nmod\n");
  EXPECT_THAT(codes("embassy"), ElementsAre("CAN"));
}

// "President X said", "the general": called so before, whatever his office.
TEST_F(ReferencesTest, ATitleGoesBackToWhoWasCalledSo) {
  read(
      "Chilean Chilean ADJ JJ 2 amod\nGeneral General PROPN NNP 4 nmod:desc\nOmar Omar PROPN NNP 4 compound\n"
      "Tarr Tarr PROPN NNP 5 nsubj\nvisited visit VERB VBD 0 root\nBolivia Bolivia PROPN NNP 5 obj\n\n" +
      against_the("Peru", "general", "NOUN NN"));
  EXPECT_THAT(codes("general"), ElementsAre("CHL"));
}

// "Peru accused the union", after its full name.
TEST_F(ReferencesTest, ABodyOfStatesIsMeantByItsLastWord) {
  read(
      "The the DET DT 3 det\nAfrican African PROPN NNP 3 compound\nUnion Union PROPN NNP 4 nsubj\n"
      "met meet VERB VBD 0 root\n\n"
      "Peru Peru PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nthe the DET DT 4 det\n"
      "union union NOUN NN 2 obj Number=Sing\n");
  EXPECT_EQ(codes("union").size(), 1U);
  EXPECT_EQ(codes("union"), codes("Union"));
  read(
      "The the DET DT 3 det\nEuropean European PROPN NNP 3 compound\nCommission Commission PROPN NNP 4 nsubj\n"
      "met meet VERB VBD 0 root\n\n"
      "Peru Peru PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nthe the DET DT 4 det\n"
      "Commission Commission PROPN NNP 2 obj Number=Sing\n");
  EXPECT_THAT(codes("Commission"), ElementsAre("IGOEEC"));
}

// "arrested two men": so many, and none that were told before.
TEST_F(ReferencesTest, SoManyMenAreNotTheTwoThatWereTold) {
  const std::string two = "two two NUM CD 4 nummod\nmen man NOUN NNS 2 obj Number=Plur\n";
  read(act("Peru", "France") + "Police police NOUN NN 2 nsubj\narrested arrest VERB VBD 0 root\n" + two);
  EXPECT_NE(codes("men").size(), 2U);
}

}  // namespace
}  // namespace entente
