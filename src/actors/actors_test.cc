#include "actors/actors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actors/test_actors.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class ActorsTest : public ActorsFixture {
 protected:
  [[nodiscard]] std::vector<std::string> names(const std::string& form) const {
    std::vector<std::string> found;
    for (const ActorMention& m : actors_->parties(at(form)))
      found.push_back(m.actor.code.value_or("?") + " " + m.actor.name);
    return found;
  }
  [[nodiscard]] Actor actor(const std::string& form) const {
    const ActorMention* mention = actors_->mention(at(form));
    return mention == nullptr ? Actor{} : mention->actor;
  }
};

constexpr const char* kTitledName =
    "Russian Russian ADJ JJ 3 amod\n"
    "Foreign Foreign PROPN NNP 3 compound\n"
    "Minister Minister PROPN NNP 4 nmod:desc\n"
    "Sergei Sergei PROPN NNP 6 nsubj\n"
    "Lavrov Lavrov PROPN NNP 4 flat\n"
    "spoke speak VERB VBD 0 root\n";

TEST_F(ActorsTest, KnowsAnOfficeHolderByNameAndDate) {
  read(kTitledName);
  const Actor lavrov = actor("Sergei");
  EXPECT_EQ(lavrov.name, "Sergei Lavrov");
  EXPECT_EQ(lavrov.text, "Russian Foreign Minister Sergei Lavrov");
  EXPECT_EQ(lavrov.code, "RUS");
  EXPECT_EQ(lavrov.sector, "GOV");
  EXPECT_EQ(lavrov.role, "Foreign Minister");
  EXPECT_EQ(lavrov.via, "name");
}

TEST_F(ActorsTest, TheDateDecidesWhoHeldTheOffice) {
  const std::string rows =
      "The the DET DT 3 det\n"
      "German German ADJ JJ 3 amod\n"
      "chancellor chancellor NOUN NN 4 nsubj\n"
      "resigned resign VERB VBD 0 root\n";
  read(rows, "2020-05-01");
  EXPECT_EQ(actor("chancellor").name, "Angela Merkel");
  EXPECT_EQ(actor("chancellor").via, "title");
  read(rows, "2023-05-01");
  EXPECT_EQ(actor("chancellor").name, "Olaf Scholz");
  read(rows, "1995-05-01");
  EXPECT_EQ(actor("chancellor").name, "Helmut Kohl");
  read(rows, "1930-05-01");
  EXPECT_EQ(actor("chancellor").name, "German chancellor");
  EXPECT_EQ(actor("chancellor").code, "DEU");
}

TEST_F(ActorsTest, AnUnknownNameTakesCountryAndSectorFromItsTitle) {
  read(
      "Peruvian Peruvian ADJ JJ 3 amod\n"
      "Defence Defence PROPN NNP 3 compound\n"
      "Minister Minister PROPN NNP 4 nmod:desc\n"
      "Juana Juana PROPN NNP 6 nsubj\n"
      "Quispe Quispe PROPN NNP 4 flat\n"
      "spoke speak VERB VBD 0 root\n"
      "\n"
      "Quispe Quispe PROPN NNP 2 nsubj\n"
      "left leave VERB VBD 0 root\n");
  EXPECT_EQ(actor("Juana").code, "PER");
  EXPECT_EQ(actor("Juana").sector, "GOV");
  EXPECT_EQ(actor("Juana").via, "title");
  EXPECT_EQ(actor("Quispe").name, "Juana Quispe") << "the family name alone";
  EXPECT_EQ(actor("Quispe").code, "PER");
}

TEST_F(ActorsTest, ReadsWhoIsJoinedToANameBehindATitle) {
  read(
      "Peruvian Peruvian ADJ JJ 2 amod\n"
      "leader leader NOUN NN 9 nsubj\n"
      "Juana Juana PROPN NNP 2 appos\n"
      "Quispe Quispe PROPN NNP 3 flat\n"
      "and and CCONJ CC 8 cc\n"
      "Chilean Chilean ADJ JJ 8 amod\n"
      "President President PROPN NNP 8 nmod:desc\n"
      "Soto Soto PROPN NNP 3 conj\n"
      "met meet VERB VBD 0 root\n");
  const std::vector<std::string> both = names("leader");
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].substr(0, 3), "PER");
  EXPECT_EQ(both[1].substr(0, 3), "CHL");
}

TEST_F(ActorsTest, ReadsCompoundsAndSharedTitles) {
  read(
      "Kyrgyz Kyrgyz ADJ JJ 5 amod\n"
      "and and CCONJ CC 3 cc\n"
      "Tajik Tajik ADJ JJ 1 conj\n"
      "border border NOUN NN 5 compound\n"
      "guards guard NOUN NNS 8 nsubj\n"
      "and and CCONJ CC 7 cc\n"
      "rebels rebel NOUN NNS 5 conj\n"
      "clashed clash VERB VBD 0 root\n");
  EXPECT_THAT(names("guards"), ElementsAre("KGZ Kyrgyz border guards", "TJK Tajik border guards", "TJK rebels"));
  EXPECT_EQ(actor("guards").sector, "MIL");
}

TEST_F(ActorsTest, ACapitalIsAGovernmentAndAPlace) {
  read(
      "Baku Baku PROPN NNP 2 nsubj\n"
      "protested protest VERB VBD 0 root\n");
  EXPECT_EQ(actor("Baku").code, "AZE");
  EXPECT_EQ(actor("Baku").name, "Azerbaijan");
  EXPECT_EQ(actor("Baku").via, "capital");
  ASSERT_NE(actors_->place(at("Baku")), nullptr);
}

TEST_F(ActorsTest, PronounsTakeTheLastThatAgrees) {
  read(
      "Maia Maia PROPN NNP 3 nsubj\n"
      "Sandu Sandu PROPN NNP 1 flat\n"
      "met meet VERB VBD 0 root\n"
      "Sergei Sergei PROPN NNP 3 obj\n"
      "Lavrov Lavrov PROPN NNP 4 flat\n"
      "in in ADP IN 7 case\n"
      "Moldova Moldova PROPN NNP 3 obl\n"
      "\n"
      "She she PRON PRP 2 nsubj\n"
      "thanked thank VERB VBD 0 root\n"
      "him he PRON PRP 2 obj\n"
      "and and CCONJ CC 6 cc\n"
      "its its PRON PRP$ 6 nmod:poss\n"
      "army army NOUN NN 3 conj\n");
  EXPECT_EQ(actor("She").name, "Maia Sandu");
  EXPECT_EQ(actor("She").via, "pronoun");
  EXPECT_EQ(actor("She").text, "She");
  EXPECT_EQ(actor("him").name, "Sergei Lavrov");
  EXPECT_EQ(actor("army").code, "MDA");
}

TEST_F(ActorsTest, TheTwoSidesAreThoseNamedBefore) {
  read(
      "Chad Chad PROPN NNP 2 nsubj\n"
      "met meet VERB VBD 0 root\n"
      "Libya Libya PROPN NNP 2 obj\n"
      "\n"
      "The the DET DT 3 det\n"
      "two two NUM CD 3 nummod\n"
      "sides side NOUN NNS 4 nsubj\n"
      "agreed agree VERB VBD 0 root\n");
  EXPECT_THAT(names("sides"), ElementsAre("TCD Chad", "LBY Libya"));
}

TEST_F(ActorsTest, ACounterpartHoldsTheSameOffice) {
  read(
      "Emmanuel Emmanuel PROPN NNP 3 nsubj\n"
      "Macron Macron PROPN NNP 1 flat\n"
      "met meet VERB VBD 0 root\n"
      "his his PRON PRP$ 6 nmod:poss\n"
      "Turkish Turkish ADJ JJ 6 amod\n"
      "counterpart counterpart NOUN NN 3 obj\n");
  EXPECT_EQ(actor("counterpart").code, "TUR");
  EXPECT_EQ(actor("counterpart").role, "President");
}

TEST_F(ActorsTest, AbbreviationsCountOnlyInCapitals) {
  read(
      "Tell tell VERB VB 0 root\n"
      "us we PRON PRP 1 obj\n"
      "about about ADP IN 4 case\n"
      "US US PROPN NNP 1 obl\n");
  EXPECT_EQ(actors_->mention(at("us")), nullptr);
  EXPECT_EQ(actor("US").code, "USA");
}

TEST_F(ActorsTest, SurvivesTreesThatRunInCircles) {
  std::string rows;
  for (int i = 1; i <= 300; ++i) rows += "police police NOUN NN " + std::to_string(i % 300 + 1) + " nmod:poss\n";
  read(rows);
  EXPECT_EQ(tree_->size(), 300);
  EXPECT_EQ(actor("police").sector, "COP");
}

TEST_F(ActorsTest, ASingleNameWithAnotherBehindItIsSomebodyElses) {
  const auto named = [&](const std::string& rows, const std::string& form = "Francis") {
    read(rows, "2020-05-01");
    return actor(form).code;
  };
  EXPECT_EQ(named("Francis Francis PROPN NNP 2 nsubj\nprayed pray VERB VBD 0 root\n"), "VAT");
  EXPECT_EQ(named("de de PROPN NNP 3 nsubj\nMoraes Moraes PROPN NNP 1 flat\nprayed pray VERB VBD 0 root\nin in ADP IN "
                  "5 case\nBrasilia Brasilia PROPN NNP 3 obl\n",
                  "de"),
            "BRA");
  EXPECT_NE(named("Francis Francis PROPN NNP 3 nsubj\nKasaila Kasaila PROPN NNP 1 flat\nprayed pray VERB VBD 0 root\n"),
            "VAT");
}

// "The Rapid Support Forces left Sudan. RSF gunmen": of those that the article spells out, not of the reporters.
TEST_F(ActorsTest, InitialsAreOfTheNameThatWasGivenInFull) {
  const std::string full =
      "The the DET DT 4 det\nRapid Rapid PROPN NNP 4 compound\nSupport Support PROPN NNP 4 compound\n"
      "Forces Forces PROPN NNPS 5 nsubj\nleft leave VERB VBD 0 root\nSudan Sudan PROPN NNP 5 obj\n\n";
  const std::string initials = "RSF RSF PROPN NNP 2 nsubj\nspoke speak VERB VBD 0 root\n\n";
  read(full + initials, "2025-03-11");
  EXPECT_EQ(actor("RSF").name, "Rapid Support Forces");
  read("Kenya Kenya PROPN NNP 2 nsubj\nspoke speak VERB VBD 0 root\n\n" + initials, "2025-03-11");
  EXPECT_EQ(actor("RSF").code, "NGORSF");
}

TEST_F(ActorsTest, FightersThatNoTableHasAreOfTheStateWhereTheyAreTold) {
  read(
      "The the DET DT 2 det\nAlliance Alliance PROPN NNP 6 nsubj\nfor for ADP IN 5 case\n"
      "Mountain Mountain PROPN NNP 5 compound\nFreedom Freedom PROPN NNP 2 nmod\nattacked attack VERB VBD 0 root\n"
      "soldiers soldier NOUN NNS 6 obj\nin in ADP IN 9 case\nMali Mali PROPN NNP 6 obl\n");
  EXPECT_EQ(actor("Alliance").name, "Alliance for Mountain Freedom");
  EXPECT_EQ(actor("Alliance").code, "MLI");
  EXPECT_EQ(actor("Alliance").sector, "UAF");
}

}  // namespace
}  // namespace entente
