#include "agreements/agreed_deeds.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using Words = std::vector<std::string>;

class AgreedDeedsTest : public ProvisionsFixture {
 protected:
  static Words laid_down_in(const std::string& rows, TokenId noun = 5) {
    Words out;
    for (const Provision& provision : read(rows, "signed", noun).agreement.provisions)
      out.push_back(provision.quote.text);
    return out;
  }
};

TEST_F(AgreedDeedsTest, WhatTheNameOfAnAgreementIsFollowedBy) {
  EXPECT_EQ(laid_down_in("Chad Chad PROPN NNP 4 nsubj\n"
                         "and and CCONJ CC 3 cc\n"
                         "Libya Libya PROPN NNP 1 conj\n"
                         "signed sign VERB VBD 0 root\n"
                         "a a DET DT 6 det\n"
                         "pact pact NOUN NN 4 obj\n"
                         "to to PART TO 8 mark\n"
                         "free free VERB VB 6 acl\n"
                         "all all DET DT 10 det\n"
                         "captives captive NOUN NNS 8 obj\n"
                         "and and CCONJ CC 13 cc\n"
                         "to to PART TO 13 mark\n"
                         "reopen reopen VERB VB 8 conj\n"
                         "the the DET DT 15 det\n"
                         "road road NOUN NN 13 obj\n"
                         ". . PUNCT . 4 punct\n"),
            Words({"to free all captives", "to reopen the road"}));
  EXPECT_EQ(laid_down_in("Chad Chad PROPN NNP 4 nsubj\n"
                         "and and CCONJ CC 3 cc\n"
                         "Libya Libya PROPN NNP 1 conj\n"
                         "signed sign VERB VBD 0 root\n"
                         "a a DET DT 6 det\n"
                         "pact pact NOUN NN 4 obj\n"
                         ", , PUNCT , 8 punct\n"
                         "agreeing agree VERB VBG 4 advcl\n"
                         "to to PART TO 10 mark\n"
                         "free free VERB VB 8 xcomp\n"
                         "all all DET DT 12 det\n"
                         "captives captive NOUN NNS 10 obj\n"
                         ". . PUNCT . 4 punct\n"),
            Words({"to free all captives"}));
}

TEST_F(AgreedDeedsTest, WhatAnAgreementIsForIsNoClause) {
  EXPECT_EQ(laid_down_in("Chad Chad PROPN NNP 4 nsubj\n"
                         "and and CCONJ CC 3 cc\n"
                         "Libya Libya PROPN NNP 1 conj\n"
                         "signed sign VERB VBD 0 root\n"
                         "a a DET DT 6 det\n"
                         "pact pact NOUN NN 4 obj\n"
                         "to to PART TO 8 mark\n"
                         "end end VERB VB 6 acl\n"
                         "the the DET DT 10 det\n"
                         "feud feud NOUN NN 8 obj\n"
                         ". . PUNCT . 4 punct\n"),
            Words());
}

TEST_F(AgreedDeedsTest, WhatBothSayInAStatement) {
  EXPECT_EQ(laid_down_in("Chad Chad PROPN NNP 4 nsubj\n"
                         "and and CCONJ CC 3 cc\n"
                         "Libya Libya PROPN NNP 1 conj\n"
                         "said say VERB VBD 0 root\n"
                         "in in ADP IN 8 case\n"
                         "a a DET DT 8 det\n"
                         "joint joint ADJ JJ 8 amod\n"
                         "statement statement NOUN NN 4 obl\n"
                         "that that SCONJ IN 12 mark\n"
                         "they they PRON PRP 12 nsubj\n"
                         "would would AUX MD 12 aux\n"
                         "open open VERB VB 8 acl\n"
                         "the the DET DT 14 det\n"
                         "border border NOUN NN 12 obj\n"
                         ". . PUNCT . 4 punct\n",
                         7),
            Words({"they would open the border"}));
}

TEST_F(AgreedDeedsTest, WhatBothAgreedToRightAfterIt) {
  EXPECT_EQ(laid_down("They they PRON PRP 2 nsubj\n"
                      "agreed agree VERB VBD 0 root\n"
                      "to to PART TO 4 mark\n"
                      "lift lift VERB VB 2 xcomp\n"
                      "the the DET DT 6 det\n"
                      "siege siege NOUN NN 4 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Words({"They agreed to lift the siege"}));
  EXPECT_EQ(laid_down("Both both DET DT 2 det\n"
                      "sides side NOUN NNS 3 nsubj\n"
                      "agreed agree VERB VBD 0 root\n"
                      "that that SCONJ IN 8 mark\n"
                      "the the DET DT 6 det\n"
                      "gate gate NOUN NN 8 nsubj\n"
                      "would would AUX MD 8 aux\n"
                      "stay stay VERB VB 3 ccomp\n"
                      "open open ADJ JJ 8 xcomp\n"
                      ". . PUNCT . 3 punct\n"),
            Words({"Both sides agreed that the gate would stay open"}));
  EXPECT_EQ(laid_down("The the DET DT 2 det\n"
                      "two two NUM CD 4 nsubj\n"
                      "also also ADV RB 4 advmod\n"
                      "agreed agree VERB VBD 0 root\n"
                      "on on ADP IN 7 case\n"
                      "joint joint ADJ JJ 7 amod\n"
                      "patrols patrol NOUN NNS 4 obl\n"
                      "by by ADP IN 9 case\n"
                      "boat boat NOUN NN 7 nmod\n"
                      "and and CCONJ CC 13 cc\n"
                      "on on ADP IN 13 case\n"
                      "an a DET DT 13 det\n"
                      "exchange exchange NOUN NN 7 conj\n"
                      "of of ADP IN 15 case\n"
                      "lists list NOUN NNS 13 nmod\n"
                      ". . PUNCT . 4 punct\n"),
            Words({"joint patrols by boat", "an exchange of lists"}));
}

TEST_F(AgreedDeedsTest, PointsAreSeveralPhrases) {
  EXPECT_EQ(laid_down("The the DET DT 3 det\n"
                      "main main ADJ JJ 3 amod\n"
                      "points point NOUN NNS 6 nsubj\n"
                      "are be AUX VBP 6 cop\n"
                      "joint joint ADJ JJ 6 amod\n"
                      "patrols patrol NOUN NNS 0 root\n"
                      "by by ADP IN 8 case\n"
                      "boat boat NOUN NN 6 nmod\n"
                      "and and CCONJ CC 11 cc\n"
                      "an a DET DT 11 det\n"
                      "exchange exchange NOUN NN 6 conj\n"
                      "of of ADP IN 13 case\n"
                      "lists list NOUN NNS 11 nmod\n"
                      ". . PUNCT . 6 punct\n"),
            Words({"joint patrols by boat", "an exchange of lists"}));
}

TEST_F(AgreedDeedsTest, WhatThereShallBe) {
  EXPECT_EQ(laid_down("There there PRON EX 3 expl\n"
                      "will will AUX MD 3 aux\n"
                      "be be VERB VB 0 root\n"
                      "no no DET DT 5 det\n"
                      "more more ADJ JJR 6 amod\n"
                      "raids raid NOUN NNS 3 nsubj\n"
                      "across across ADP IN 9 case\n"
                      "the the DET DT 9 det\n"
                      "lake lake NOUN NN 6 nmod\n"
                      ". . PUNCT . 3 punct\n"),
            Words({"There will be no more raids across the lake"}));
}

TEST_F(AgreedDeedsTest, AVerbSpeltAlikeInBothTenses) {
  EXPECT_EQ(laid_down("The the DET DT 2 det\n"
                      "rebels rebel NOUN NNS 6 nsubj\n"
                      "of of ADP IN 5 case\n"
                      "the the DET DT 5 det\n"
                      "south south NOUN NN 2 nmod\n"
                      "lay lay VERB VBD 0 root\n"
                      "down down ADP IN 9 case\n"
                      "their their PRON PRP$ 9 nmod:poss\n"
                      "rifles rifle NOUN NNS 6 obj\n"
                      ". . PUNCT . 6 punct\n"),
            Words({"The rebels of the south lay down their rifles"}));
  EXPECT_EQ(laid_down("The the DET DT 2 det\n"
                      "rebels rebel NOUN NNS 6 nsubj\n"
                      "of of ADP IN 5 case\n"
                      "the the DET DT 5 det\n"
                      "south south NOUN NN 2 nmod\n"
                      "put put VERB VBD 0 root\n"
                      "their their PRON PRP$ 8 nmod:poss\n"
                      "names name NOUN NNS 6 obj\n"
                      "to to ADP IN 10 case\n"
                      "it it PRON PRP 6 obl\n"
                      ". . PUNCT . 6 punct\n"),
            Words());
}

TEST_F(AgreedDeedsTest, AThirdAmongClauses) {
  EXPECT_EQ(laid_down("Both both DET DT 2 det\n"
                      "armies army NOUN NNS 4 nsubj\n"
                      "shall shall AUX MD 4 aux\n"
                      "withdraw withdraw VERB VB 0 root\n"
                      ". . PUNCT . 4 punct\n\n"
                      "Norway Norway PROPN NNP 2 nsubj\n"
                      "trains train VERB VBZ 0 root\n"
                      "the the DET DT 5 det\n"
                      "border border NOUN NN 5 compound\n"
                      "guards guard NOUN NNS 2 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Words({"Both armies shall withdraw", "Norway trains the border guards"}));
  EXPECT_EQ(laid_down("Norway Norway PROPN NNP 2 nsubj\n"
                      "trains train VERB VBZ 0 root\n"
                      "the the DET DT 5 det\n"
                      "border border NOUN NN 5 compound\n"
                      "guards guard NOUN NNS 2 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Words());
}

class UndertakingsTest : public AgreementsFixture {};

TEST_F(UndertakingsTest, AStatementNamesWhatWasUndertakenBeforeIt) {
  const std::string undertook =
      "Peru Peru PROPN NNP 4 nsubj\n"
      "and and CCONJ CC 3 cc\n"
      "Chile Chile PROPN NNP 1 conj\n"
      "agreed agree VERB VBD 0 root\n"
      "to to PART TO 6 mark\n"
      "reopen reopen VERB VB 4 xcomp\n"
      "the the DET DT 8 det\n"
      "pass pass NOUN NN 6 obj\n"
      ". . PUNCT . 4 punct\n\n";
  EXPECT_EQ(lines(undertook + "The the DET DT 3 det\n"
                              "joint joint ADJ JJ 3 amod\n"
                              "statement statement NOUN NN 4 nsubj\n"
                              "bars bar VERB VBZ 0 root\n"
                              "tolls toll NOUN NNS 4 obj\n"
                              ". . PUNCT . 4 punct\n"),
            Words({"declaration agreed PER CHL"}));
  EXPECT_EQ(lines(undertook), Words());
}

}  // namespace
}  // namespace entente
