// events/roles.cc: who is acted upon, as whom, and of which state.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "events/test_events.h"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

class RolesTest : public EventsFixture {
 protected:
  // "TYPE: code sector > code sector" of every event.
  static std::vector<std::string> sides(const std::string& rows) {
    const auto side = [](const std::vector<Actor>& actors) {
      std::string text;
      for (const Actor& a : actors) text += " " + a.code.value_or("?") + " " + a.sector.value_or("-");
      return text;
    };
    return lines(rows, [&](const Event& event) { return side(event.actor) + " >" + side(event.recipient); });
  }
  // "Chilean gunners shelled ...", with the rest hung from the verb.
  static std::vector<std::string> shelled(const std::string& rest) {
    return sides(
        "Chilean Chilean ADJ JJ 2 amod\nsoldiers soldier NOUN NNS 3 nsubj Number=Plur\nshelled shell VERB VBD 0 "
        "root\n" +
        rest);
  }
};

TEST_F(RolesTest, AWholePeopleStandsForItsState) {
  EXPECT_THAT(sides("The the DET DT 2 det\nPeruvians Peruvian PROPN NNPS 3 nsubj Number=Plur\n"
                    "accused accuse VERB VBD 0 root\nthe the DET DT 5 det\n"
                    "Chileans Chilean PROPN NNPS 3 obj Number=Plur\nof of ADP IN 7 case\ntheft theft NOUN NN 3 obl\n"),
              ElementsAre("ACCUSE: PER GOV > CHL GOV"));
  EXPECT_THAT(sides("The the DET DT 2 det\nPeruvians Peruvian PROPN NNPS 3 nsubj Number=Plur\n"
                    "shelled shell VERB VBD 0 root\na a DET DT 6 det\nChilean Chilean ADJ JJ 6 amod\n"
                    "village village NOUN NN 3 obj\n"),
              ElementsAre("ASSAULT: PER MIL > CHL CVL"));
}

TEST_F(RolesTest, SomeOfAPeopleArePeople) {
  EXPECT_THAT(sides("Chilean Chilean ADJ JJ 2 amod\nsoldiers soldier NOUN NNS 3 nsubj Number=Plur\n"
                    "killed kill VERB VBD 0 root\nthree three NUM CD 5 nummod\n"
                    "Peruvians Peruvian PROPN NNPS 3 obj Number=Plur\n"),
              ElementsAre("ASSAULT: CHL MIL > PER CVL"));
}

TEST_F(RolesTest, AThingIsOfTheSectorOfItsHolders) {
  EXPECT_THAT(shelled("a a DET DT 6 det\nrebel rebel NOUN NN 6 compound\ncamp camp NOUN NN 3 obj\n"
                      "in in ADP IN 8 case\nPeru Peru PROPN NNP 3 obl\n"),
              ElementsAre("ASSAULT: CHL MIL > PER REB"));
  EXPECT_THAT(shelled("a a DET DT 6 det\nPeruvian Peruvian ADJ JJ 6 amod\nlorry lorry NOUN NN 3 obj\n"),
              ElementsAre("ASSAULT: CHL MIL > PER BUS"));
  EXPECT_THAT(shelled("a a DET DT 7 det\nPeruvian Peruvian ADJ JJ 7 amod\ncargo cargo NOUN NN 7 compound\n"
                      "ship ship NOUN NN 3 obj\n"),
              ElementsAre("ASSAULT: CHL MIL > PER BUS"));
  EXPECT_THAT(shelled("a a DET DT 7 det\nPeruvian Peruvian ADJ JJ 7 amod\nrailway railway NOUN NN 7 compound\n"
                      "station station NOUN NN 3 obj\n"),
              ElementsAre("ASSAULT: CHL MIL > PER CVL"));
}

TEST_F(RolesTest, OfficersAreSoldiersUnlessPoliceWereTold) {
  EXPECT_THAT(shelled("Peruvian Peruvian ADJ JJ 5 amod\nofficers officer NOUN NNS 3 obj Number=Plur\n"),
              ElementsAre("ASSAULT: CHL MIL > PER MIL"));
  EXPECT_THAT(shelled("police police NOUN NN 3 obj\nand and CCONJ CC 7 cc\nPeruvian Peruvian ADJ JJ 7 amod\n"
                      "officers officer NOUN NNS 4 conj Number=Plur\n"),
              ElementsAre(::testing::EndsWith("PER COP")));
}

TEST_F(RolesTest, WhoIsHitLivesWhereItIsToldToHappen) {
  EXPECT_THAT(shelled("a a DET DT 5 det\nhouse house NOUN NN 3 obj\nin in ADP IN 7 case\nPeru Peru PROPN NNP 3 obl\n"),
              ElementsAre("ASSAULT: CHL MIL > PER CVL"));
}

TEST_F(RolesTest, RebelsAreNotOfTheStateThatBacksThem) {
  EXPECT_THAT(sides("Peru Peru PROPN NNP 3 compound\n- - PUNCT HYPH 1 punct\nbacked back VERB VBN 4 amod\n"
                    "rebels rebel NOUN NNS 5 nsubj Number=Plur\nattacked attack VERB VBD 0 root\n"
                    "a a DET DT 8 det\nChilean Chilean ADJ JJ 8 amod\nbarracks barracks NOUN NN 5 obj\n"
                    "in in ADP IN 10 case\nChile Chile PROPN NNP 5 obl\n"),
              ElementsAre("ASSAULT: CHL REB > CHL MIL"));
}

TEST_F(RolesTest, WhoIsPromisedSomethingIsWhomItIsToldTo) {
  EXPECT_THAT(sides("Peru Peru PROPN NNP 2 nsubj\npromised promise VERB VBD 0 root\nto to ADP IN 4 case\n"
                    "Chile Chile PROPN NNP 2 obl\nthat that SCONJ IN 8 mark\nfishermen fisherman NOUN NNS 8 nsubj\n"
                    "would would AUX MD 8 aux\nreturn return VERB VB 2 ccomp\n"),
              Contains("CONCEDE: PER GOV > CHL GOV"));
}

TEST_F(RolesTest, SanctionsTakeWhomTheyWereImposedOnFromTheirClause) {
  EXPECT_THAT(sides("Peru Peru PROPN NNP 2 nsubj\nlifted lift VERB VBD 0 root\nthe the DET DT 4 det\n"
                    "sanctions sanction NOUN NNS 2 obj\nit it PRON PRP 7 nsubj\nhad have AUX VBD 7 aux\n"
                    "imposed impose VERB VBN 4 acl:relcl\non on ADP IN 9 case\nChile Chile PROPN NNP 7 obl\n"),
              Contains("CONCEDE: PER GOV > CHL GOV"));
}

TEST_F(RolesTest, AnEnvoyIsRecalledFromAState) {
  EXPECT_THAT(sides("Peru Peru PROPN NNP 2 nsubj\nrecalled recall VERB VBD 0 root\nits its PRON PRP$ 4 nmod:poss\n"
                    "attache attache NOUN NN 2 obj\nfrom from ADP IN 6 case\nSantiago Santiago PROPN NNP 4 nmod\n"),
              ElementsAre("SANCTION: PER GOV > CHL GOV"));
}

TEST_F(RolesTest, TroopsLeaveATownAndNobody) {
  EXPECT_THAT(sides("Peru Peru PROPN NNP 2 nsubj\nwithdrew withdraw VERB VBD 0 root\nits its PRON PRP$ 4 nmod:poss\n"
                    "troops troop NOUN NNS 2 obj\nfrom from ADP IN 6 case\nIquique Iquique PROPN NNP 2 obl\n"),
              ElementsAre("RETREAT: PER GOV >"));
}

TEST_F(RolesTest, ACapitalThatIsHitIsWherePeopleLive) {
  EXPECT_THAT(shelled("Lima Lima PROPN NNP 3 obj\n"), ElementsAre("ASSAULT: CHL MIL > PER CVL"));
}

TEST_F(RolesTest, ANeighbourTellsOfWhatWasDoneToIt) {
  EXPECT_THAT(sides("Peru Peru PROPN NNP 2 nsubj\nsays say VERB VBZ 0 root\nthat that SCONJ IN 6 mark\n"
                    "Chilean Chilean ADJ JJ 5 amod\nsoldiers soldier NOUN NNS 6 nsubj Number=Plur\n"
                    "shelled shell VERB VBD 2 ccomp\na a DET DT 8 det\nvillage village NOUN NN 6 obj\n"),
              Contains("ASSAULT: CHL MIL > PER CVL"));
}

TEST_F(RolesTest, WhomSomebodyWritesToIsAsked) {
  EXPECT_THAT(sides("Peru Peru PROPN NNP 2 nsubj\nwrote write VERB VBD 0 root\nto to ADP IN 4 case\n"
                    "Chile Chile PROPN NNP 2 obl\nto to PART TO 6 mark\nask ask VERB VB 2 advcl\n"
                    "for for ADP IN 8 case\nhelp help NOUN NN 6 obl\n"),
              Contains("REQUEST: PER GOV > CHL GOV"));
}

}  // namespace
}  // namespace entente
