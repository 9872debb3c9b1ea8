#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

class ClauseJoints : public ProvisionsFixture {};

using Texts = std::vector<std::string>;

TEST_F(ClauseJoints, AClauseAfterASemicolonTakenForWhatTheFirstSays) {
  EXPECT_EQ(laid_down("Both both PRON DT 2 nsubj\n"
                      "renounce renounce VERB VBP 0 root\n"
                      "force force NOUN NN 2 obj\n"
                      "; ; PUNCT : 9 punct\n"
                      "roads road NOUN NNS 9 nsubj\n"
                      "are be AUX VBP 9 cop\n"
                      "to to PART TO 9 mark\n"
                      "be be AUX VB 9 cop\n"
                      "open open ADJ JJ 2 ccomp\n"
                      "again again ADV RB 9 advmod\n"
                      ". . PUNCT . 2 punct\n"),
            (Texts{"Both renounce force", "roads are to be open again"}));
}

TEST_F(ClauseJoints, ASecondVerbJoinedToANoun) {
  EXPECT_EQ(laid_down("Under under ADP IN 2 case\n"
                      "it it PRON PRP 4 obl\n"
                      "both both PRON DT 4 nsubj\n"
                      "reaffirm reaffirm VERB VBP 0 root\n"
                      "the the DET DT 6 det\n"
                      "border border NOUN NN 4 obj\n"
                      "and and CCONJ CC 10 cc\n"
                      "are be AUX VBP 10 aux\n"
                      "to to PART TO 10 mark\n"
                      "send send VERB VB 6 conj\n"
                      "no no DET DT 12 det\n"
                      "arms arm NOUN NNS 10 obj\n"
                      "there there ADV RB 10 advmod\n"
                      ". . PUNCT . 4 punct\n"),
            (Texts{"both reaffirm the border", "are to send no arms there"}));
}

TEST_F(ClauseJoints, WhatOpensAClauseThatIsJoinedToAnother) {
  EXPECT_EQ(laid_down("Envoys envoy NOUN NNS 2 nsubj\n"
                      "praised praise VERB VBD 0 root\n"
                      "it it PRON PRP 2 obj\n"
                      ", , PUNCT , 9 punct\n"
                      "and and CCONJ CC 9 cc\n"
                      "under under ADP IN 7 case\n"
                      "it it PRON PRP$ 8 compound\n"
                      "troops troops NOUN NNS 11 nsubj\n"
                      "are be AUX VBP 11 aux\n"
                      "to to PART TO 11 mark\n"
                      "leave leave VERB VB 2 conj\n"
                      "the the DET DT 13 det\n"
                      "coast coast NOUN NN 11 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Texts{"troops are to leave the coast"});
}

TEST_F(ClauseJoints, WhatSomebodyIsLetDo) {
  EXPECT_EQ(laid_down("Chad Chad PROPN NNP 4 nsubj\n"
                      "is be AUX VBZ 4 aux\n"
                      "to to PART TO 4 mark\n"
                      "let let VERB VB 0 root\n"
                      "lorries lorry NOUN NNS 4 obj\n"
                      "and and CCONJ CC 7 cc\n"
                      "buses bus NOUN NNS 5 conj\n"
                      "pass pass VERB VB 4 conj\n"
                      "at at ADP IN 10 case\n"
                      "noon noon NOUN NN 8 obl\n"
                      ". . PUNCT . 4 punct\n"),
            Texts{"Chad is to let lorries and buses pass at noon"});
}

TEST_F(ClauseJoints, WhomATextObligesNext) {
  EXPECT_EQ(laid_down("It it PRON PRP 2 nsubj\n"
                      "obliges oblige VERB VBZ 0 root\n"
                      "Chad Chad PROPN NNP 2 obj\n"
                      "to to PART TO 5 mark\n"
                      "build build VERB VB 2 xcomp\n"
                      "a a DET DT 7 det\n"
                      "weir weir NOUN NN 5 obj\n"
                      ", , PUNCT , 10 punct\n"
                      "and and CCONJ CC 10 cc\n"
                      "Libya Libya PROPN NNP 2 conj\n"
                      "to to PART TO 12 mark\n"
                      "dig dig VERB VB 5 conj\n"
                      "a a DET DT 14 det\n"
                      "canal canal NOUN NN 12 obj\n"
                      ". . PUNCT . 2 punct\n"),
            (Texts{"It obliges Chad to build a weir", "Libya to dig a canal"}));
}

TEST_F(ClauseJoints, ASubjectTakenForTheObjectOfALimit) {
  EXPECT_EQ(laid_down("While while SCONJ IN 3 mark\n"
                      "it it PRON PRP 3 nsubj\n"
                      "lasts last VERB VBZ 8 advcl\n"
                      "both both DET DT 5 det\n"
                      "armies army NOUN NNS 3 obj\n"
                      "are be AUX VBP 8 aux\n"
                      "to to PART TO 8 mark\n"
                      "stay stay VERB VB 0 root\n"
                      "in in ADP IN 10 case\n"
                      "camp camp NOUN NN 8 obl\n"
                      ". . PUNCT . 8 punct\n"),
            Texts{"both armies are to stay in camp"});
}

TEST_F(ClauseJoints, WhomATextObligesNextWithItsVerbBelow) {
  EXPECT_EQ(laid_down("It it PRON PRP 2 nsubj\n"
                      "obliges oblige VERB VBZ 0 root\n"
                      "Chad Chad PROPN NNP 2 obj\n"
                      "to to PART TO 5 mark\n"
                      "withdraw withdraw VERB VB 2 xcomp\n"
                      "and and CCONJ CC 7 cc\n"
                      "Libya Libya PROPN NNP 2 conj\n"
                      "to to PART TO 9 mark\n"
                      "pay pay VERB VB 7 acl\n"
                      "for for ADP IN 11 case\n"
                      "it it PRON PRP 9 obl\n"
                      ". . PUNCT . 2 punct\n"),
            (Texts{"It obliges Chad to withdraw", "Libya to pay for it"}));
}

TEST_F(ClauseJoints, ASecondVerbJoinedToOneBeyondAColon) {
  EXPECT_EQ(laid_down("Both both PRON DT 2 nsubj\n"
                      "keep keep VERB VBP 0 root\n"
                      "it it PRON PRP 2 obj\n"
                      ": : PUNCT : 6 punct\n"
                      "Chad Chad PROPN NNP 6 nsubj\n"
                      "undertakes undertake VERB VBZ 2 parataxis\n"
                      "to to PART TO 8 mark\n"
                      "leave leave VERB VB 6 xcomp\n"
                      "and and CCONJ CC 12 cc\n"
                      "in in ADP IN 11 case\n"
                      "return return NOUN NN 12 obl\n"
                      "gets get VERB VBZ 2 conj\n"
                      "oil oil NOUN NN 12 obj\n"
                      ". . PUNCT . 2 punct\n")
                .back(),
            "in return gets oil");
}

}  // namespace
}  // namespace entente
