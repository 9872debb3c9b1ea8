// events/other_side.cc and the receivers of events/clause.cc: to whom an act goes that its own words do not name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "events/test_events.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class OtherSideTest : public EventsFixture {
 protected:
  static std::vector<std::string> doers(const std::string& rows) {
    return lines(rows, [](const Event& event) { return codes(event.actor); });
  }
  static std::vector<std::string> recipients(const std::string& rows) {
    return lines(rows, [](const Event& event) { return codes(event.recipient); });
  }
  static constexpr const char* kAccused =
      "Peru Peru PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nChile Chile PROPN NNP 2 obj\n"
      "of of ADP IN 5 case\ntheft theft NOUN NN 2 obl\n\n";
  static constexpr const char* kRecalled =
      "Peru Peru PROPN NNP 2 nsubj\nrecalled recall VERB VBD 0 root\nits its PRON PRP$ 4 nmod:poss\n"
      "ambassador ambassador NOUN NN 2 obj\n";
};

TEST_F(OtherSideTest, AMeasureGoesToWhoWasToldBefore) {
  EXPECT_THAT(recipients(std::string(kAccused) + kRecalled), ElementsAre("ACCUSE: CHL", "SANCTION: CHL"));
  EXPECT_THAT(recipients(kRecalled), ElementsAre("SANCTION:"));
}

TEST_F(OtherSideTest, OnlyWhatWasTakenIsASide) {
  const std::string planned =
      "Peru Peru PROPN NNP 3 nsubj\nmay may AUX MD 3 aux\nrecall recall VERB VB 0 root\nits its PRON PRP$ 5 nmod:poss\n"
      "ambassador ambassador NOUN NN 3 obj\n";
  EXPECT_THAT(recipients(kAccused + planned), ElementsAre("ACCUSE: CHL", "SANCTION:"));
}

TEST_F(OtherSideTest, ARejectedChargeGoesToWhoMadeIt) {
  EXPECT_THAT(recipients(std::string(kAccused) +
                         "Chile Chile PROPN NNP 2 nsubj\nrejected reject VERB VBD 0 root\nthe the DET DT 4 det\n"
                         "charge charge NOUN NN 2 obj\n"),
              ElementsAre("ACCUSE: CHL", "REJECT: PER"));
}

TEST_F(OtherSideTest, AReceiverTakenForPartOfTheThing) {
  EXPECT_THAT(recipients("Peru Peru PROPN NNP 2 nsubj\nsent send VERB VBD 0 root\nHaiti Haiti PROPN NNP 4 compound\n"
                         "flour flour NOUN NN 2 obj\n"),
              ElementsAre("AID: HTI"));
  EXPECT_THAT(recipients("Peru Peru PROPN NNP 2 nsubj\nsent send VERB VBD 0 root\nwheat wheat NOUN NN 4 compound\n"
                         "flour flour NOUN NN 2 obj\n"),
              ElementsAre("AID:"));
}

TEST_F(OtherSideTest, WhatIsToBeUndoneIsAskedOfWhoDidIt) {
  EXPECT_THAT(
      recipients("Peru Peru PROPN NNP 2 nsubj\narrested arrest VERB VBD 0 root\nthree three NUM CD 4 nummod\n"
                 "Chileans Chilean PROPN NNPS 2 obj\n\n"
                 "Chile Chile PROPN NNP 2 nsubj\ndemanded demand VERB VBD 0 root\ntheir their PRON PRP$ 4 nmod:poss\n"
                 "release release NOUN NN 2 obj\n"),
      ElementsAre("COERCE: CHL", "REQUEST: PER"));
}

TEST_F(OtherSideTest, WordsThatAreDismissedGoToWhoSpokeThem) {
  EXPECT_THAT(recipients(std::string(kAccused) +
                         "Chile Chile PROPN NNP 2 nsubj\nrejected reject VERB VBD 0 root\nthe the DET DT 4 det\n"
                         "protest protest NOUN NN 2 obj\n"),
              ElementsAre("ACCUSE: CHL", "REJECT: PER"));
}

TEST_F(OtherSideTest, WhoPrintsItIsNotWhomItIsAbout) {
  EXPECT_THAT(recipients("Peru Peru PROPN NNP 2 nsubj\ncomplained complain VERB VBD 0 root\nto to ADP IN 5 case\n"
                         "the the DET DT 5 det\nnewspaper newspaper NOUN NN 2 obl\nabout about ADP IN 7 case\n"
                         "prices price NOUN NNS 2 obl\n"),
              ::testing::Each(::testing::EndsWith(":")));
}

TEST_F(OtherSideTest, WhoseFriendItIsCalledReceivesWhatItGives) {
  const std::string given = "will will AUX MD 7 aux\nlend lend VERB VB 0 root\ntents tent NOUN NNS 7 obj\n";
  EXPECT_THAT(recipients("Spain Spain PROPN NNP 7 nsubj\n, , PUNCT , 5 punct\nPeru Peru PROPN NNP 5 nmod:poss\n"
                         "'s 's PART POS 3 case\nfriend friend NOUN NN 1 appos\n" +
                         given),
              ElementsAre("AGREE: PER"));
}

TEST_F(OtherSideTest, RefusingToDoSoAnswersWhoAsked) {
  const std::string asked =
      "Peru Peru PROPN NNP 2 nsubj\nurged urge VERB VBD 0 root\nChile Chile PROPN NNP 2 obj\nto to PART TO 5 mark\n"
      "pay pay VERB VB 2 xcomp\n\n";
  EXPECT_THAT(recipients(asked + "Chile Chile PROPN NNP 2 nsubj\nrefused refuse VERB VBD 0 root\nto to PART TO 4 mark\n"
                                 "do do VERB VB 2 xcomp\nso so ADV RB 4 advmod\n"),
              ElementsAre("REQUEST: CHL", "REJECT: PER"));
}

TEST_F(OtherSideTest, WhatIsDeniedAnswersWhoChargedIt) {
  const std::string denied =
      "Chile Chile PROPN NNP 2 nsubj\ndenied deny VERB VBD 0 root\nthat that SCONJ IN 6 mark\n"
      "soldiers soldier NOUN NNS 6 nsubj\nhad have AUX VBD 6 aux\nstolen steal VERB VBN 2 ccomp\n"
      "sheep sheep NOUN NNS 6 obj\n";
  EXPECT_THAT(recipients(kAccused + denied), ::testing::Contains("REJECT: PER"));
  EXPECT_THAT(recipients(denied), ::testing::Contains("REJECT:"));
}

TEST_F(OtherSideTest, ASubjectEachIsAList) {
  EXPECT_THAT(
      doers("Bolivia Bolivia PROPN NNP 6 nsubj\n, , PUNCT , 1 punct\nPeru Peru PROPN NNP 6 nsubj\n"
            "and and CCONJ CC 5 cc\nChile Chile PROPN NNP 3 conj\nsigned sign VERB VBD 0 root\na a DET DT 8 det\n"
            "treaty treaty NOUN NN 6 obj\n"),
      ElementsAre("SUPPORT: BOL PER CHL"));
}

TEST_F(OtherSideTest, AClauseBehindTwoIsOfBoth) {
  EXPECT_THAT(doers("Peru Peru PROPN NNP 0 root\nand and CCONJ CC 3 cc\nChile Chile PROPN NNP 1 conj\n"
                    "which which PRON WDT 5 nsubj\nsigned sign VERB VBD 3 acl:relcl\na a DET DT 7 det\n"
                    "treaty treaty NOUN NN 5 obj\n"),
              ElementsAre("SUPPORT: PER CHL"));
}

TEST_F(OtherSideTest, WhatIsSentOrMovedIsNobodysLoss) {
  EXPECT_THAT(recipients("Peru Peru PROPN NNP 2 nsubj\npromised promise VERB VBD 0 root\nto to PART TO 4 mark\n"
                         "send send VERB VB 2 xcomp\nengineers engineer NOUN NNS 4 obj\n"),
              ElementsAre("AGREE:"));
}

TEST_F(OtherSideTest, WhatIsLiftedGoesToWhomItWasLaidOn) {
  const std::string stopped =
      "Peru Peru PROPN NNP 2 nsubj\nstopped stop VERB VBD 0 root\nexports export NOUN NNS 2 obj\nto to ADP IN 5 case\n"
      "Chile Chile PROPN NNP 3 nmod\n\n";
  const std::string lifted =
      "It it PRON PRP 2 nsubj\nlifted lift VERB VBD 0 root\nthe the DET DT 4 det\nembargo embargo NOUN NN 2 obj\n";
  EXPECT_THAT(recipients(stopped + lifted), ElementsAre("SANCTION: CHL", "CONCEDE: CHL"));
}

TEST_F(OtherSideTest, NobodyStormsHisOwnEmbassy) {
  const std::string waited = "Chile Chile PROPN NNP 2 nsubj\nwaited wait VERB VBD 0 root\n\n";
  const std::string stormed =
      "Peruvian Peruvian ADJ JJ 2 amod\npolice police NOUN NNS 3 nsubj\nstormed storm VERB VBD 0 root\n"
      "its its PRON PRP$ 5 nmod:poss\nembassy embassy NOUN NN 3 obj\n";
  EXPECT_THAT(recipients(waited + stormed), ElementsAre("ASSAULT: CHL"));
}

TEST_F(OtherSideTest, WhoIsCongratulatedIsSomebody) {
  const std::string won = "Chile Chile PROPN NNP 2 nsubj\nwaited wait VERB VBD 0 root\n\n";
  const std::string praised =
      "Peru Peru PROPN NNP 2 nsubj\ncongratulated congratulate VERB VBD 0 root\nit it PRON PRP 2 obj\n";
  EXPECT_THAT(recipients(won + praised), ElementsAre("SUPPORT: CHL"));
}

}  // namespace
}  // namespace entente
