#include <gtest/gtest.h>

#include <string>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

class LesserClauses : public ProvisionsFixture {
 protected:
  static std::vector<std::string> clauses(const std::string& rows, TokenId noun) {
    std::vector<std::string> texts;
    for (const Provision& provision : read(rows, "signed", noun).agreement.provisions)
      texts.push_back(provision.obligation + ": " + provision.quote.text);
    return texts;
  }
};

using Texts = std::vector<std::string>;

TEST_F(LesserClauses, WhatThePactDoes) {
  EXPECT_EQ(clauses(kChadAndLibyaSigned + "obliging oblige VERB VBG 6 acl\n"
                                          "both both DET DT 7 obj\n"
                                          "to to PART TO 10 mark\n"
                                          "disarm disarm VERB VB 7 xcomp\n"
                                          ". . PUNCT . 4 punct\n",
                    5),
            Texts({"binding: obliging both to disarm"}));
  EXPECT_EQ(clauses(kChadAndLibyaSigned + "that that PRON WDT 8 nsubj\n"
                                          "bars bar VERB VBZ 6 acl:relcl\n"
                                          "raids raid NOUN NNS 8 obj\n"
                                          ". . PUNCT . 4 punct\n",
                    5)
                .size(),
            1U);
}

TEST_F(LesserClauses, WhatThePactDidIsToldAsPast) {
  EXPECT_EQ(clauses(kChadAndLibyaSigned + ". . PUNCT . 4 punct\n\n"
                                          "It it PRON PRP 2 nsubj\n"
                                          "barred bar VERB VBD 0 root\n"
                                          "raids raid NOUN NNS 2 obj\n"
                                          ". . PUNCT . 2 punct\n\n"
                                          "It it PRON PRP 2 nsubj\n"
                                          "ended end VERB VBD 0 root\n"
                                          "the the DET DT 4 det\n"
                                          "war war NOUN NN 2 obj\n"
                                          ". . PUNCT . 2 punct\n",
                    5),
            Texts({"binding: It barred raids"}));
}

TEST_F(LesserClauses, WhatAnswersAnother) {
  EXPECT_EQ(clauses(kChadAndLibyaSigned + ". . PUNCT . 4 punct\n\n"
                                          "In in ADP IN 2 case\n"
                                          "return return NOUN NN 4 obl\n"
                                          "Libya Libya PROPN NNP 4 nsubj\n"
                                          "opens open VERB VBZ 0 root\n"
                                          "its its PRON PRP$ 6 nmod:poss\n"
                                          "ports port NOUN NNS 4 obj\n"
                                          ". . PUNCT . 4 punct\n",
                    5),
            Texts({"binding: In return Libya opens its ports"}));
}

TEST_F(LesserClauses, HowThingsAreIsNone) {
  EXPECT_TRUE(clauses(kChadAndLibyaSigned + ". . PUNCT . 4 punct\n\n"
                                            "Libya Libya PROPN NNP 4 nsubj\n"
                                            "does do AUX VBZ 4 aux\n"
                                            "not not PART RB 4 advmod\n"
                                            "recognise recognise VERB VB 0 root\n"
                                            "Israel Israel PROPN NNP 4 obj\n"
                                            ". . PUNCT . 4 punct\n",
                      5)
                  .empty());
}

TEST_F(LesserClauses, WhatATextTellsInTheSubjunctive) {
  EXPECT_EQ(clauses(kChadAndLibyaSigned + ". . PUNCT . 4 punct\n\n"
                                          "It it PRON PRP 2 nsubj\n"
                                          "added add VERB VBD 0 root\n"
                                          "that that SCONJ IN 6 mark\n"
                                          "each each PRON DT 6 nsubj:pass\n"
                                          "be be AUX VB 6 aux:pass\n"
                                          "consulted consult VERB VBN 2 ccomp\n"
                                          ". . PUNCT . 2 punct\n",
                    5),
            Texts({"binding: each be consulted"}));
}

TEST_F(LesserClauses, WhatItIsInThePresentTenseUnderIt) {
  EXPECT_EQ(clauses(kChadAndLibyaSigned + ". . PUNCT . 4 punct\n\n"
                                          "Under under ADP IN 3 case\n"
                                          "the the DET DT 3 det\n"
                                          "pact pact NOUN NN 7 obl\n"
                                          "the the DET DT 5 det\n"
                                          "lake lake NOUN NN 7 nsubj\n"
                                          "is be AUX VBZ 7 cop\n"
                                          "common common ADJ JJ 0 root\n"
                                          ". . PUNCT . 7 punct\n",
                    5),
            Texts({"binding: the lake is common"}));
}

TEST_F(LesserClauses, TheSubjectKeepsItsClause) {
  EXPECT_EQ(clauses(kChadAndLibyaSigned + ". . PUNCT . 4 punct\n\n"
                                          "The the DET DT 2 det\n"
                                          "fighters fighter NOUN NNS 10 nsubj\n"
                                          ", , PUNCT , 7 punct\n"
                                          "who who PRON WP 7 nsubj\n"
                                          "are be AUX VBP 7 cop\n"
                                          "few few ADV RB 7 advmod\n"
                                          "strong strong ADJ JJ 2 acl:relcl\n"
                                          ", , PUNCT , 7 punct\n"
                                          "shall shall AUX MD 10 aux\n"
                                          "disarm disarm VERB VB 0 root\n"
                                          ". . PUNCT . 10 punct\n",
                    5),
            Texts({"binding: The fighters , who are few strong , shall disarm"}));
}

}  // namespace
}  // namespace entente
