#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

class ClauseRepairs : public ProvisionsFixture {};

using Texts = std::vector<std::string>;

TEST_F(ClauseRepairs, ASubjectJoinedToTheClauseBefore) {
  EXPECT_EQ(laid_down("Under under ADP IN 2 case\n"
                      "it it PRON PRP 5 obl\n"
                      "both both PRON DT 5 nsubj\n"
                      "shall shall AUX MD 5 aux\n"
                      "leave leave VERB VB 0 root\n"
                      "the the DET DT 7 det\n"
                      "valley valley NOUN NN 5 obj\n"
                      ", , PUNCT , 11 punct\n"
                      "and and CCONJ CC 15 cc\n"
                      "forty forty NUM CD 11 nummod\n"
                      "officers officer NOUN NNS 7 conj\n"
                      "from from ADP IN 13 case\n"
                      "Benin Benin PROPN NNP 11 nmod\n"
                      "will will AUX MD 15 aux\n"
                      "watch watch VERB VB 5 conj\n"
                      "it it PRON PRP 15 obj\n"
                      ". . PUNCT . 5 punct\n"),
            (Texts{"both shall leave the valley", "forty officers from Benin will watch it"}));
}

TEST_F(ClauseRepairs, WhatIsToldOfThePaperThatOpensAClause) {
  EXPECT_EQ(laid_down("By by ADP IN 3 case\n"
                      "the the DET DT 3 det\n"
                      "pact pact NOUN NN 12 obl\n"
                      ", , PUNCT , 5 punct\n"
                      "drawn draw VERB VBN 12 advcl\n"
                      "in in ADP IN 7 case\n"
                      "May May PROPN NNP 5 obl\n"
                      ", , PUNCT , 12 punct\n"
                      "the the DET DT 10 det\n"
                      "border border NOUN NN 12 nsubj\n"
                      "shall shall AUX MD 12 aux\n"
                      "follow follow VERB VB 0 root\n"
                      "the the DET DT 14 det\n"
                      "river river NOUN NN 12 obj\n"
                      ". . PUNCT . 12 punct\n"),
            Texts{"the border shall follow the river"});
}

TEST_F(ClauseRepairs, AClauseHungFromThePaperThatOpensIt) {
  EXPECT_EQ(laid_down("Under under ADP IN 3 case\n"
                      "the the DET DT 3 det\n"
                      "pact pact NOUN NN 13 obl\n"
                      "the the DET DT 5 det\n"
                      "border border NOUN NN 7 nsubj\n"
                      "would would AUX MD 7 aux\n"
                      "follow follow VERB VB 3 acl\n"
                      "the the DET DT 9 det\n"
                      "river river NOUN NN 7 obj\n"
                      ", , PUNCT , 3 punct\n"
                      "Chad Chad PROPN NNP 13 nsubj\n"
                      "could could AUX MD 13 aux\n"
                      "sell sell VERB VB 0 root\n"
                      "oil oil NOUN NN 13 obj\n"
                      ". . PUNCT . 13 punct\n"),
            (Texts{"the border would follow the river", "Chad could sell oil"}));
}

TEST_F(ClauseRepairs, AVerbOfTheSentenceTakenForARelativeClause) {
  EXPECT_EQ(laid_down("The the DET DT 2 det\n"
                      "pact pact NOUN NN 0 root\n"
                      ", , PUNCT , 7 punct\n"
                      "on on ADP IN 5 case\n"
                      "which which PRON WDT 7 obl\n"
                      "both both PRON DT 7 nsubj\n"
                      "agreed agree VERB VBD 2 acl:relcl\n"
                      ", , PUNCT , 2 punct\n"
                      "binds bind VERB VBZ 2 acl:relcl\n"
                      "them they PRON PRP 9 obj\n"
                      "to to PART TO 12 mark\n"
                      "meet meet VERB VB 9 xcomp\n"
                      "yearly yearly ADV RB 12 advmod\n"
                      ". . PUNCT . 2 punct\n"),
            Texts{"binds them to meet yearly"});
}

TEST_F(ClauseRepairs, WhatOneOfThoseNamedOwes) {
  EXPECT_EQ(laid_down("Under under ADP IN 2 case\n"
                      "it it PRON PRP 5 obl\n"
                      "Chad Chad PROPN NNP 5 nsubj\n"
                      "shall shall AUX MD 5 aux\n"
                      "sell sell VERB VB 0 root\n"
                      "oil oil NOUN NN 5 obj\n"
                      "to to ADP IN 8 case\n"
                      "Libya Libya PROPN NNP 5 obl\n"
                      ", , PUNCT , 11 punct\n"
                      "which which PRON WDT 11 nsubj\n"
                      "undertakes undertake VERB VBZ 8 acl:relcl\n"
                      "to to PART TO 13 mark\n"
                      "build build VERB VB 11 xcomp\n"
                      "a a DET DT 15 det\n"
                      "pipe pipe NOUN NN 13 obj\n"
                      ". . PUNCT . 5 punct\n"),
            (Texts{"Chad shall sell oil to Libya", "which undertakes to build a pipe"}));
}

TEST_F(ClauseRepairs, ALimitIsNoClauseOfItsOwn) {
  EXPECT_EQ(laid_down("Neither neither DET DT 2 det\n"
                      "side side NOUN NN 4 nsubj\n"
                      "shall shall AUX MD 4 aux\n"
                      "attack attack VERB VB 0 root\n"
                      "while while SCONJ IN 8 mark\n"
                      "the the DET DT 7 det\n"
                      "talks talk NOUN NNS 8 nsubj\n"
                      "last last VERB VBP 4 advcl\n"
                      ". . PUNCT . 4 punct\n"),
            Texts{"Neither side shall attack while the talks last"});
}

TEST_F(ClauseRepairs, WhatTheWordsBeforeASemicolonName) {
  EXPECT_EQ(laid_down("The the DET DT 2 det\n"
                      "pact pact NOUN NN 4 nsubj\n"
                      "is be AUX VBZ 4 cop\n"
                      "alive alive ADJ JJ 0 root\n"
                      "; ; PUNCT : 8 punct\n"
                      "either either CCONJ CC 8 cc:preconj\n"
                      "may may AUX MD 8 aux\n"
                      "chase chase VERB VB 4 parataxis\n"
                      "smugglers smuggler NOUN NNS 8 obj\n"
                      "over over ADP IN 12 case\n"
                      "the the DET DT 12 det\n"
                      "line line NOUN NN 8 obl\n"
                      ". . PUNCT . 4 punct\n"),
            Texts{"either may chase smugglers over the line"});
}

TEST_F(ClauseRepairs, AnOfficeIsToAct) {
  EXPECT_EQ(laid_down("The the DET DT 2 det\n"
                      "commander commander NOUN NN 5 nsubj\n"
                      "was be AUX VBD 5 aux\n"
                      "to to PART TO 5 mark\n"
                      "resign resign VERB VB 0 root\n"
                      "by by ADP IN 7 case\n"
                      "May May PROPN NNP 5 obl\n"
                      ". . PUNCT . 5 punct\n"),
            Texts{"The commander was to resign by May"});
}

TEST_F(ClauseRepairs, AVerbTakenForAnAdjective) {
  EXPECT_EQ(laid_down("Both both PRON DT 2 nsubj\n"
                      "mean mean ADJ JJ 0 root\n"
                      "to to PART TO 4 mark\n"
                      "build build VERB VB 2 xcomp\n"
                      "a a DET DT 6 det\n"
                      "bridge bridge NOUN NN 4 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Texts{"Both mean to build a bridge"});
}

TEST_F(ClauseRepairs, AccordingToWhich) {
  EXPECT_EQ(laid_down("They they PRON PRP 2 nsubj\n"
                      "read read VERB VBD 0 root\n"
                      "the the DET DT 4 det\n"
                      "pact pact NOUN NN 2 obj\n"
                      ", , PUNCT , 12 punct\n"
                      "according accord VERB VBG 8 case\n"
                      "to to ADP IN 6 fixed\n"
                      "which which PRON WDT 12 obl\n"
                      "the the DET DT 10 det\n"
                      "navies navy NOUN NNS 12 nsubj\n"
                      "will will AUX MD 12 aux\n"
                      "meet meet VERB VB 4 acl:relcl\n"
                      "yearly yearly ADV RB 12 advmod\n"
                      ". . PUNCT . 2 punct\n"),
            Texts{"the navies will meet yearly"});
}

TEST_F(ClauseRepairs, WhatATextHasSomebodyDo) {
  EXPECT_EQ(laid_down("It it PRON PRP 2 nsubj\n"
                      "has have VERB VBZ 0 root\n"
                      "both both PRON DT 2 obj\n"
                      "armies army NOUN NNS 3 appos\n"
                      "leave leave VERB VB 2 xcomp\n"
                      "the the DET DT 7 det\n"
                      "valley valley NOUN NN 5 obj\n"
                      ". . PUNCT . 2 punct\n\n"
                      "It it PRON PRP 2 nsubj\n"
                      "has have VERB VBZ 0 root\n"
                      "nine nine NUM CD 4 nummod\n"
                      "chapters chapter NOUN NNS 2 obj\n"
                      ". . PUNCT . 2 punct\n"),
            Texts{"It has both armies leave the valley"});
}

TEST_F(ClauseRepairs, WhatWasMeant) {
  EXPECT_EQ(laid_down("A a DET DT 2 det\n"
                      "plant plant NOUN NN 4 nsubj:pass\n"
                      "was be AUX VBD 4 aux:pass\n"
                      "meant mean VERB VBN 0 root\n"
                      "to to PART TO 6 mark\n"
                      "feed feed VERB VB 4 xcomp\n"
                      "the the DET DT 8 det\n"
                      "grid grid NOUN NN 6 obj\n"
                      ". . PUNCT . 4 punct\n"),
            Texts{"A plant was meant to feed the grid"});
}

TEST_F(ClauseRepairs, WhatIsToldOfThePaperTakenForTheSentencesVerb) {
  EXPECT_EQ(laid_down("The the DET DT 2 det\n"
                      "pact pact NOUN NN 4 nsubj\n"
                      ", , PUNCT , 2 punct\n"
                      "concluded conclude VERB VBD 0 root\n"
                      "in in ADP IN 6 case\n"
                      "May May PROPN NNP 4 obl\n"
                      ", , PUNCT , 8 punct\n"
                      "foresaw foresee VERB VBD 4 advcl\n"
                      "a a DET DT 10 det\n"
                      "swap swap NOUN NN 8 obj\n"
                      "of of ADP IN 12 case\n"
                      "prisoners prisoner NOUN NNS 10 nmod\n"
                      ". . PUNCT . 4 punct\n"),
            Texts{"a swap of prisoners"});
}

TEST_F(ClauseRepairs, AClauseSplicedInWithAComma) {
  EXPECT_EQ(laid_down("Under under ADP IN 2 case\n"
                      "it it PRON PRP 3 nmod:poss\n"
                      "posts post NOUN NNS 6 nsubj:pass\n"
                      "shall shall AUX MD 6 aux\n"
                      "be be AUX VB 6 aux:pass\n"
                      "set set VERB VBN 0 root\n"
                      "by by ADP IN 8 case\n"
                      "August August PROPN NNP 6 obl\n"
                      ", , PUNCT , 12 punct\n"
                      "a a DET DT 11 det\n"
                      "strip strip NOUN NN 12 nsubj\n"
                      "passes pass VERB VBZ 8 acl:relcl\n"
                      "to to ADP IN 14 case\n"
                      "Chad Chad PROPN NNP 12 obl\n"
                      ". . PUNCT . 6 punct\n"),
            (Texts{"posts shall be set by August", "a strip passes to Chad"}));
}

TEST_F(ClauseRepairs, WhatIsAskedIsAPartOfTheClause) {
  EXPECT_EQ(laid_down("A a DET DT 2 det\n"
                      "court court NOUN NN 4 nsubj\n"
                      "shall shall AUX MD 4 aux\n"
                      "say say VERB VB 0 root\n"
                      "where where ADV WRB 8 advmod\n"
                      "the the DET DT 7 det\n"
                      "line line NOUN NN 8 nsubj\n"
                      "runs run VERB VBZ 4 ccomp\n"
                      ". . PUNCT . 4 punct\n"),
            Texts{"A court shall say where the line runs"});
}

}  // namespace
}  // namespace entente
