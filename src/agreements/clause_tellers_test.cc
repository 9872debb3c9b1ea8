#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

class ClauseTellers : public ProvisionsFixture {};

using Texts = std::vector<std::string>;

TEST_F(ClauseTellers, ADutyThatOfficialsPassOn) {
  const std::string told =
      "Chad Chad PROPN NNP 4 nsubj\n"
      "is be AUX VBZ 4 cop\n"
      "to to PART TO 4 mark\n"
      "withdraw withdraw VERB VB 8 ccomp\n"
      ", , PUNCT , 4 punct\n"
      "the the DET DT 7 det\n"
      "ministry ministry NOUN NN 8 nsubj\n";
  EXPECT_EQ(laid_down(told + "said say VERB VBD 0 root\n. . PUNCT . 8 punct\n"), Texts({"Chad is to withdraw"}));
  EXPECT_EQ(laid_down("Ships ship NOUN NNS 3 nsubj\n"
                      "may may AUX MD 3 aux\n"
                      "call call VERB VB 0 root\n"
                      "at at ADP IN 6 case\n"
                      "the the DET DT 6 det\n"
                      "port port NOUN NN 3 obl\n"
                      ". . PUNCT . 3 punct\n"),
            Texts({"Ships may call at the port"}));
  EXPECT_EQ(laid_down(told + "feared fear VERB VBD 0 root\n. . PUNCT . 8 punct\n"), Texts());
}

TEST_F(ClauseTellers, WhatThePartiesDeclare) {
  EXPECT_EQ(laid_down("Both both DET DT 2 nsubj\n"
                      "declare declare VERB VBP 0 root\n"
                      "that that SCONJ IN 5 mark\n"
                      "they they PRON PRP 5 nsubj\n"
                      "have have VERB VBP 2 ccomp\n"
                      "no no DET DT 7 det\n"
                      "claims claim NOUN NNS 5 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Texts({"they have no claims"}));
}

TEST_F(ClauseTellers, WhatTellsItStandsBehindTheVerb) {
  EXPECT_EQ(laid_down("The the DET DT 2 det\n"
                      "parties party NOUN NNS 3 nsubj\n"
                      "confirm confirm VERB VBP 0 root\n"
                      "the the DET DT 5 det\n"
                      "frontier frontier NOUN NN 3 obj\n"
                      ", , PUNCT , 7 punct\n"
                      "runs run VERB VBZ 3 conj\n"
                      "article article NOUN NN 7 obj\n"
                      "1 1 NUM CD 8 flat\n"
                      ". . PUNCT . 3 punct\n"),
            Texts({"The parties confirm the frontier"}));
}

TEST_F(ClauseTellers, PromisesRightAfterTheSigning) {
  EXPECT_EQ(laid_down("Chad Chad PROPN NNP 2 nsubj\n"
                      "promised promise VERB VBD 0 root\n"
                      "to to PART TO 4 mark\n"
                      "train train VERB VB 2 xcomp\n"
                      "pilots pilot NOUN NNS 4 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Texts({"Chad promised to train pilots"}));
  EXPECT_EQ(laid_down("Chad Chad PROPN NNP 2 nsubj\n"
                      "promised promise VERB VBD 0 root\n"
                      "its its PRON PRP$ 4 nmod:poss\n"
                      "guest guest NOUN NN 2 iobj\n"
                      "a a DET DT 6 det\n"
                      "loan loan NOUN NN 2 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Texts());
  EXPECT_EQ(laid_down("The the DET DT 3 det\n"
                      "two two NUM CD 3 nummod\n"
                      "presidents president NOUN NNS 4 nsubj\n"
                      "reaffirmed reaffirm VERB VBD 0 root\n"
                      "their their PRON PRP$ 6 nmod:poss\n"
                      "respect respect NOUN NN 4 obj\n"
                      "for for ADP IN 9 case\n"
                      "the the DET DT 9 det\n"
                      "frontier frontier NOUN NN 6 nmod\n"
                      ". . PUNCT . 4 punct\n"),
            Texts({"The two presidents reaffirmed their respect for the frontier"}));
}

TEST_F(ClauseTellers, AListBehindTheVerb) {
  EXPECT_EQ(laid_down("It it PRON PRP 2 nsubj\n"
                      "provides provide VERB VBZ 0 root\n"
                      "for for ADP IN 2 obl\n"
                      ": : PUNCT : 6 punct\n"
                      "the the DET DT 6 det\n"
                      "return return NOUN NN 2 parataxis\n"
                      "of of ADP IN 8 case\n"
                      "refugees refugee NOUN NNS 6 nmod\n"
                      "; ; PUNCT : 11 punct\n"
                      "tax tax NOUN NN 11 compound\n"
                      "relief relief NOUN NN 6 conj\n"
                      "for for ADP IN 14 case\n"
                      "the the DET DT 14 det\n"
                      "north north NOUN NN 11 nmod\n"
                      ". . PUNCT . 2 punct\n"),
            Texts({"the return of refugees", "tax relief for the north"}));
}

TEST_F(ClauseTellers, WhatTheTextDoesBesides) {
  EXPECT_EQ(laid_down("The the DET DT 2 det\n"
                      "document document NOUN NN 3 nsubj\n"
                      "pleases please VERB VBZ 0 root\n"
                      "old old ADJ JJ 5 amod\n"
                      "rivals rival NOUN NNS 3 obj\n"
                      "and and CCONJ CC 8 cc\n"
                      "is be AUX VBZ 8 aux:pass\n"
                      "based base VERB VBN 3 conj\n"
                      "on on ADP IN 10 case\n"
                      "respect respect NOUN NN 8 obl\n"
                      ". . PUNCT . 3 punct\n"),
            Texts({"is based on respect"}));
}

TEST_F(ClauseTellers, WhatIsMadePossible) {
  const FoundAgreement found = read(kChadAndLibyaSignedStop +
                                    "It it PRON PRP 2 nsubj\n"
                                    "makes make VERB VBZ 0 root\n"
                                    "it it PRON PRP 2 expl\n"
                                    "possible possible ADJ JJ 2 xcomp\n"
                                    "for for SCONJ IN 9 mark\n"
                                    "both both DET DT 7 det\n"
                                    "armies army NOUN NNS 9 nsubj\n"
                                    "to to PART TO 9 mark\n"
                                    "share share VERB VB 2 advcl\n"
                                    "data datum NOUN NNS 9 obj\n"
                                    ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.agreement.provisions.size(), 1U);
  EXPECT_EQ(found.agreement.provisions[0].quote.text, "both armies to share data");
  EXPECT_EQ(found.agreement.provisions[0].obligation, "possibility");
}

TEST_F(ClauseTellers, ASecondVerbBeyondANestedClause) {
  EXPECT_EQ(laid_down("They they PRON PRP 2 nsubj\n"
                      "affirm affirm VERB VBP 0 root\n"
                      "that that SCONJ IN 7 mark\n"
                      "the the DET DT 5 det\n"
                      "frontier frontier NOUN NN 7 nsubj\n"
                      "is be AUX VBZ 7 cop\n"
                      "inviolable inviolable ADJ JJ 2 ccomp\n"
                      "and and CCONJ CC 9 cc\n"
                      "renounce renounce VERB VBP 7 conj\n"
                      "force force NOUN NN 9 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Texts({"They affirm that the frontier is inviolable", "renounce force"}));
}

TEST_F(ClauseTellers, WhatTheOtherUndertakes) {
  EXPECT_EQ(laid_down("Chad Chad PROPN NNP 2 nsubj\n"
                      "undertook undertake VERB VBD 0 root\n"
                      "to to PART TO 4 mark\n"
                      "leave leave VERB VB 2 xcomp\n"
                      "the the DET DT 6 det\n"
                      "valley valley NOUN NN 4 obj\n"
                      ", , PUNCT , 9 punct\n"
                      "and and CCONJ CC 9 cc\n"
                      "Libya Libya PROPN NNP 2 conj\n"
                      "to to PART TO 11 mark\n"
                      "pay pay VERB VB 9 advcl\n"
                      "rent rent NOUN NN 11 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Texts({"Chad undertook to leave the valley", "Libya to pay rent"}));
}

TEST_F(ClauseTellers, ToWhomSomethingIsDoneOwesNothing) {
  EXPECT_EQ(laid_down("Turkey Turkey PROPN NNP 4 nsubj:pass\n"
                      "will will AUX MD 4 aux\n"
                      "be be AUX VB 4 aux:pass\n"
                      "invited invite VERB VBN 0 root\n"
                      "to to ADP IN 7 case\n"
                      "the the DET DT 7 det\n"
                      "talks talk NOUN NNS 4 obl\n"
                      ". . PUNCT . 4 punct\n"),
            Texts({"Turkey will be invited to the talks"}));
}

}  // namespace
}  // namespace entente
