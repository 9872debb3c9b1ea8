// actors/pairs.cc, listed.cc: several parties told by one phrase.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actors/phrase.h"
#include "actors/test_actors.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class PairsTest : public ActorsFixture {
 protected:
  // Code and sector of each party of the phrase headed by the last token with this form.
  [[nodiscard]] std::vector<std::string> parties(const std::string& form) const {
    std::vector<std::string> found;
    for (const ActorMention& m : actors_->parties(at(form)))
      found.push_back(m.actor.code.value_or("?") + " " + m.actor.sector.value_or("-"));
    return found;
  }
};

constexpr const char* kPeruAndChile =
    "Peru Peru PROPN NNP 4 nsubj\nand and CCONJ CC 3 cc\nChile Chile PROPN NNP 1 conj\nmet meet VERB VBD 0 root\n"
    "in in ADP IN 6 case\nOslo Oslo PROPN NNP 4 obl\n\n";

TEST_F(PairsTest, WhoseChiefSpeaksOfBothIsNoneOfThem) {
  read(
      "Peru Peru PROPN NNP 2 nsubj\nfought fight VERB VBD 0 root\nChile Chile PROPN NNP 2 obj\n\n"
      "Kenya Kenya PROPN NNP 2 nmod:poss\nchief chief NOUN NN 3 nsubj\npraised praise VERB VBD 0 root\n"
      "both both DET DT 5 det\nsides side NOUN NNS 3 obj\n");
  EXPECT_THAT(parties("sides"), ElementsAre("PER GOV", "CHL GOV"));
}

TEST_F(PairsTest, NamesBesideASharedTitleAreOfItsStatesInTheirOrder) {
  // The second name joined to one of the states, as the tree may have it.
  const std::string names =
      "The the DET DT 2 det\nenvoys envoy NOUN NNS 13 nsubj\nof of ADP IN 4 case\nPeru Peru PROPN NNP 2 nmod\n"
      "and and CCONJ CC 6 cc\nChile Chile PROPN NNP 4 conj\n, , PUNCT , 8 punct\nAnna Anna PROPN NNP 2 appos\n"
      "Zavroc Zavroc PROPN NNP 8 flat\nand and CCONJ CC 11 cc\nLuis Luis PROPN NNP 4 conj\n"
      "Mirrodan Mirrodan PROPN NNP 11 flat\nsigned sign VERB VBD 0 root\n";
  read(names);
  EXPECT_THAT(parties("envoys"), ElementsAre("PER GOV", "CHL GOV"));
  EXPECT_THAT(parties("Luis"), ElementsAre("CHL GOV"));
  read(
      "Anna Anna PROPN NNP 13 nsubj\nZavroc Zavroc PROPN NNP 1 flat\nand and CCONJ CC 4 cc\nLuis Luis PROPN NNP 1 "
      "conj\nMirrodan Mirrodan PROPN NNP 4 flat\n, , PUNCT , 8 punct\nthe the DET DT 8 det\nenvoys envoy NOUN NNS 1 "
      "appos\nof of ADP IN 10 case\nPeru Peru PROPN NNP 8 nmod\nand and CCONJ CC 12 cc\nChile Chile PROPN NNP 10 "
      "conj\nsigned sign VERB VBD 0 root\n");
  EXPECT_THAT(parties("Anna"), ElementsAre("PER GOV", "CHL GOV"));
}

TEST_F(PairsTest, AGovernmentAndItsRebelsAreTwoSides) {
  read(
      "Peru Peru PROPN NNP 5 nsubj\nand and CCONJ CC 4 cc\nPeruvian Peruvian ADJ JJ 4 amod\nrebels rebel NOUN NNS 1 "
      "conj\nmet meet VERB VBD 0 root\n\n"
      "Both both DET DT 2 det\nsides side NOUN NNS 3 nsubj\nsigned sign VERB VBD 0 root\n");
  EXPECT_THAT(parties("sides"), ElementsAre("PER GOV", "PER REB"));
}

TEST_F(PairsTest, WhoStandsBesideIsNoneOfTheTwo) {
  const std::string with_host =
      "Spain Spain PROPN NNP 2 nsubj\nthanked thank VERB VBD 0 root\nChile Chile PROPN NNP 2 obj\nwith with ADP IN 5 "
      "case\nNorway Norway PROPN NNP 2 obl\nas as ADP IN 7 case\nhost host NOUN NN 5 nmod\n\n";
  read(kPeruAndChile + with_host + "Peru Peru PROPN NNP 2 nsubj\nfell fall VERB VBD 0 root\n");
  EXPECT_TRUE(stands_as_third(*tree_, *knowledge_, at("Norway")));
  EXPECT_FALSE(stands_as_third(*tree_, *knowledge_, at("Chile")));
}

TEST_F(PairsTest, TheySignWhoWereToldAsAPair) {
  const std::string crowd = "Crowds crowd NOUN NNS 2 nsubj\ncheered cheer VERB VBD 0 root\n\n";
  const std::string signing =
      "They they PRON PRP 2 nsubj\nsigned sign VERB VBD 0 root\na a DET DT 4 det\ntreaty treaty NOUN NN 2 obj\n";
  read(kPeruAndChile + crowd + crowd + signing);
  EXPECT_THAT(parties("They"), ElementsAre("PER GOV", "CHL GOV"));
}

TEST_F(PairsTest, NeighboursInThePluralArePair) {
  const std::string they_met =
      "The the DET DT 2 det\nneighbours neighbour NOUN NNS 3 nsubj\ntalked talk VERB VBD 0 root\n";
  read(std::string(kPeruAndChile) + they_met);
  EXPECT_THAT(parties("neighbours"), ElementsAre("PER GOV", "CHL GOV"));
}

TEST_F(PairsTest, AGuestIsOfAnotherStateThanWhoReceivesHim) {
  const std::string met =
      "Emomali Emomali PROPN NNP 3 nsubj\nRahmon Rahmon PROPN NNP 1 flat\nmet meet VERB VBD 0 root\n"
      "Sadyr Sadyr PROPN NNP 3 obj\nJaparov Japarov PROPN NNP 4 flat\n\n";
  const std::string thanked =
      "Rahmon Rahmon PROPN NNP 2 nsubj\nthanked thank VERB VBD 0 root\nhis his PRON PRP$ 4 nmod:poss\n"
      "guest guest NOUN NN 2 obj\n";
  read(met + thanked);
  EXPECT_THAT(parties("guest"), ElementsAre("KGZ GOV"));
}

TEST_F(PairsTest, TheCapitalOfAStateStandsForIt) {
  read(
      "Peru Peru PROPN NNP 2 nsubj\nvisited visit VERB VBD 0 root\nthe the DET DT 5 det\nKyrgyz Kyrgyz ADJ JJ 5 amod\n"
      "capital capital NOUN NN 2 obj\n");
  EXPECT_THAT(parties("capital"), ElementsAre("KGZ GOV"));
}

TEST_F(PairsTest, OfTwoJoinedVerbsTheSecondActsOnWhomTheFirstDoes) {
  const std::string before = "Chileans Chilean PROPN NNPS 2 nsubj\ncheered cheer VERB VBD 0 root\n\n";
  read(before +
       "Peru Peru PROPN NNP 2 nsubj\ncondemned condemn VERB VBD 0 root\nBolivians Bolivian PROPN NNPS 2 obj\n"
       "and and CCONJ CC 5 cc\nurged urge VERB VBD 2 conj\nthem they PRON PRP 5 obj\n");
  EXPECT_THAT(parties("them"), ElementsAre("BOL CVL"));
}

TEST_F(PairsTest, AListGoesOnWhereTheTreeBreaksIt) {
  read(
      "A a DET DT 2 det\ntreaty treaty NOUN NN 0 root\nthat that PRON WDT 9 obj\nPeru Peru PROPN NNP 9 nsubj\n"
      ", , PUNCT , 4 punct\nChile Chile PROPN NNP 2 appos\nand and CCONJ CC 8 cc\nBolivia Bolivia PROPN NNP 4 conj\n"
      "signed sign VERB VBD 2 acl:relcl\n");
  EXPECT_THAT(parties("Peru"), ElementsAre("PER GOV", "CHL GOV", "BOL GOV"));
}

TEST_F(PairsTest, ItIsSeldomWhoPrintsWhatIsSaid) {
  read(
      "Hamas Hamas PROPN NNP 2 nsubj\ntold tell VERB VBD 0 root\nReuters Reuters PROPN NNP 2 obj\n\n"
      "It it PRON PRP 2 nsubj\nrefused refuse VERB VBD 0 root\n");
  EXPECT_THAT(parties("It"), ElementsAre("IMGHAM -"));
}

TEST_F(PairsTest, AFirmIsOfTheStateThatItsWordsName) {
  read(
      "Peru Peru PROPN NNP 7 nsubj\nand and CCONJ CC 6 cc\nthe the DET DT 6 det\nItalian Italian ADJ JJ 5 amod\n"
      "firm firm NOUN NN 6 compound\nZavroc Zavroc PROPN NNP 1 conj\nsigned sign VERB VBD 0 root\n");
  EXPECT_THAT(parties("Peru"), ElementsAre("PER GOV", "ITA BUS"));
}

TEST_F(PairsTest, TheFoeOfAnArmyIsWhoFightsIt) {
  read(
      "Rebels rebel NOUN NNS 2 nsubj\nfought fight VERB VBD 0 root\nin in ADP IN 4 case\nPeru Peru PROPN NNP 2 obl\n\n"
      "The the DET DT 3 det\nPeruvian Peruvian ADJ JJ 3 amod\narmy army NOUN NN 4 nsubj\nmet meet VERB VBD 0 root\n"
      "its its PRON PRP$ 6 nmod:poss\nfoe foe NOUN NN 4 obj\n");
  EXPECT_THAT(parties("foe"), ElementsAre("PER REB"));
}

TEST_F(PairsTest, WhoSpeaksForAGovernmentIsOfIt) {
  read(
      "Anna Anna PROPN NNP 8 nsubj\nZavroc Zavroc PROPN NNP 1 flat\nwho who PRON WP 4 nsubj\n"
      "speaks speak VERB VBZ 1 acl:relcl\nfor for ADP IN 7 case\nPeruvian Peruvian ADJ JJ 7 amod\n"
      "ministry ministry NOUN NN 4 obl\nleft leave VERB VBD 0 root\n");
  EXPECT_THAT(parties("Anna"), ElementsAre("PER GOV"));
}

TEST_F(PairsTest, AGuestFromACapitalIsOfItsState) {
  read(
      "Peru Peru PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root\nits its PRON PRP$ 4 nmod:poss\nguest guest NOUN NN 2 "
      "obj\n"
      "from from ADP IN 6 case\nSantiago Santiago PROPN NNP 4 nmod\n");
  EXPECT_THAT(parties("guest"), ElementsAre("CHL GOV"));
}

}  // namespace
}  // namespace entente
