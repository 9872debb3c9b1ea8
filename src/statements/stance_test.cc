#include "statements/test_statements.h"

namespace entente {
namespace {

std::string stance(const std::string& rows) {
  const std::vector<Statement> found = read_statements(rows);
  return found.size() == 1 ? found[0].stance : "";
}

TEST(Stance, WordsOfATableThatStandTogetherJudge) {
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 9 mark\n"
                   "talks talk NOUN NNS 9 nsubj\n"
                   "were be AUX VBD 9 cop\n"
                   "out out ADP IN 9 case\n"
                   "of of ADP IN 9 case\n"
                   "the the DET DT 9 det\n"
                   "question question NOUN NN 2 ccomp\n"),
            "opposes");
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 8 mark\n"
                   "this this PRON DT 8 nsubj\n"
                   "was be AUX VBD 8 cop\n"
                   "a a DET DT 8 det\n"
                   "fairy fairy NOUN NN 8 compound\n"
                   "tale tale NOUN NN 2 ccomp\n"),
            "denies");
}

TEST(Stance, WordsOfANameJudgeNothing) {
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 5 mark\n"
                   "Chile Chile PROPN NNP 5 nsubj\n"
                   "wrote write VERB VBD 2 ccomp\n"
                   "to to ADP IN 8 case\n"
                   "the the DET DT 8 det\n"
                   "Court Court PROPN NNP 5 obl\n"
                   "of of ADP IN 10 case\n"
                   "Justice Justice PROPN NNP 8 nmod\n"),
            "affirms");
}

TEST(Stance, LittleTurnsPraise) {
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 5 mark\n"
                   "Chile Chile PROPN NNP 5 nsubj\n"
                   "showed show VERB VBD 2 ccomp\n"
                   "little little ADJ JJ 7 amod\n"
                   "solidarity solidarity NOUN NN 5 obj\n"),
            "opposes");
}

TEST(Stance, WhatMustBeAJokeIsNotDemanded) {
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 7 mark\n"
                   "Chile Chile PROPN NNP 7 nsubj\n"
                   "must must AUX MD 7 aux\n"
                   "be be AUX VB 7 aux\n"
                   "joking joke VERB VBG 2 ccomp\n"),
            "denies");
}

TEST(Stance, ASayingThatBlamesOpposes) {
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 8 mark\n"
                   "a a DET DT 5 det\n"
                   "friend friend NOUN NN 8 nsubj\n"
                   "does do AUX VBZ 8 aux\n"
                   "not not PART RB 8 advmod\n"
                   "shout shout VERB VB 2 ccomp\n"),
            "opposes");
}

TEST(Stance, WhoHasNothingToAddTakesNoSide) {
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 5 mark\n"
                   "it it PRON PRP 5 nsubj\n"
                   "had have VERB VBD 2 ccomp\n"
                   "nothing nothing PRON NN 5 obj\n"
                   "to to PART TO 8 mark\n"
                   "add add VERB VB 6 acl\n"),
            "neutral");
}

TEST(Stance, LeaveThatIsGivenIsNoDoubt) {
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 6 mark\n"
                   "they they PRON PRP 6 nsubj\n"
                   "may may AUX MD 6 aux\n"
                   "return return VERB VB 2 ccomp\n"
                   "once once SCONJ IN 9 mark\n"
                   "they they PRON PRP 9 nsubj\n"
                   "pay pay VERB VBP 6 advcl\n"),
            "neutral");
}

TEST(Stance, WhatShallBeBinds) {
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 6 mark\n"
                   "trains train NOUN NNS 6 nsubj\n"
                   "shall shall AUX MD 6 aux\n"
                   "cross cross VERB VB 2 ccomp\n"
                   "unchecked unchecked ADJ JJ 6 xcomp\n"),
            "promises");
}

TEST(Stance, WhoRulesABorderPromisesThatItReopens) {
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 7 mark\n"
                   "the the DET DT 5 det\n"
                   "border border NOUN NN 7 nsubj\n"
                   "would would AUX MD 7 aux\n"
                   "reopen reopen VERB VB 2 ccomp\n"),
            "promises");
}

TEST(Stance, AFieldLiesSomewhere) {
  EXPECT_EQ(stance("Peru Peru PROPN NNP 2 nsubj\n"
                   "said say VERB VBD 0 root\n"
                   "that that SCONJ IN 6 mark\n"
                   "the the DET DT 5 det\n"
                   "field field NOUN NN 6 nsubj\n"
                   "lies lie VERB VBZ 2 ccomp\n"
                   "in in ADP IN 9 case\n"
                   "its its PRON PRP$ 9 nmod:poss\n"
                   "waters water NOUN NNS 6 obl\n"),
            "affirms");
}

}  // namespace
}  // namespace entente
