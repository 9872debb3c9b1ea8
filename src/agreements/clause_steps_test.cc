#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

const std::string& kSigned = kChadAndLibyaSignedStop;

class ClauseSteps : public ProvisionsFixture {};

using Texts = std::vector<std::string>;

TEST_F(ClauseSteps, HowTheInstrumentFaresIsNone) {
  EXPECT_TRUE(laid_down("The the DET DT 2 det\n"
                        "pact pact NOUN NN 4 nsubj\n"
                        "still still ADV RB 4 advmod\n"
                        "holds hold VERB VBZ 0 root\n"
                        ". . PUNCT . 4 punct\n\n"
                        "Pilots pilot NOUN NNS 2 nsubj\n"
                        "land land VERB VBP 0 root\n"
                        "there there ADV RB 2 advmod\n"
                        "under under ADP IN 5 case\n"
                        "it it PRON PRP 2 obl\n"
                        ". . PUNCT . 2 punct\n\n"
                        "Athens Athens PROPN NNP 2 nsubj\n"
                        "hopes hope VERB VBZ 0 root\n"
                        "that that SCONJ IN 6 mark\n"
                        "Cyprus Cyprus PROPN NNP 6 nsubj\n"
                        "will will AUX MD 6 aux\n"
                        "join join VERB VB 2 ccomp\n"
                        ". . PUNCT . 2 punct\n")
                  .empty());
}

TEST_F(ClauseSteps, WhatCameOfItIsNone) {
  EXPECT_EQ(laid_down("A a DET DT 2 det\n"
                      "commission commission NOUN NN 5 nsubj\n"
                      "was be AUX VBD 5 aux\n"
                      "to to PART TO 5 mark\n"
                      "watch watch VERB VB 0 root\n"
                      "the the DET DT 7 det\n"
                      "roads road NOUN NNS 5 obj\n"
                      ", , PUNCT , 11 punct\n"
                      "but but CCONJ CC 11 cc\n"
                      "never never ADV RB 11 advmod\n"
                      "met meet VERB VBD 5 conj\n"
                      ". . PUNCT . 5 punct\n\n"
                      "With with ADP IN 4 case\n"
                      "this this DET DT 4 det\n"
                      "week week NOUN NN 4 compound\n"
                      "step step NOUN NN 8 obl\n"
                      "the the DET DT 6 det\n"
                      "text text NOUN NN 8 nsubj\n"
                      "is be AUX VBZ 8 cop\n"
                      "dead dead ADJ JJ 0 root\n"
                      ". . PUNCT . 8 punct\n"),
            Texts{"A commission was to watch the roads"});
}

TEST_F(ClauseSteps, ADutyWithoutWhatToIsNone) {
  EXPECT_EQ(laid_down("It it PRON PRP 2 nsubj\n"
                      "binds bind VERB VBZ 0 root\n"
                      "them they PRON PRP 2 obj\n"
                      "to to ADP IN 6 case\n"
                      "this this DET DT 6 det\n"
                      "day day NOUN NN 2 obl\n"
                      ". . PUNCT . 2 punct\n\n"
                      "It it PRON PRP 2 nsubj\n"
                      "binds bind VERB VBZ 0 root\n"
                      "Chad Chad PROPN NNP 2 obj\n"
                      "to to ADP IN 5 case\n"
                      "neutrality neutrality NOUN NN 2 obl\n"
                      ". . PUNCT . 2 punct\n"),
            Texts{"It binds Chad to neutrality"});
}

TEST_F(ClauseSteps, ItMayBeWhoOwes) {
  EXPECT_EQ(laid_down("It it PRON PRP 4 nsubj\n"
                      "is be AUX VBZ 4 aux\n"
                      "to to PART TO 4 mark\n"
                      "take take VERB VB 0 root\n"
                      "half half NOUN NN 4 obj\n"
                      "of of ADP IN 8 case\n"
                      "the the DET DT 8 det\n"
                      "gas gas NOUN NN 5 nmod\n"
                      ". . PUNCT . 4 punct\n\n"
                      "It it PRON PRP 3 nsubj\n"
                      "will will AUX MD 3 aux\n"
                      "take take VERB VB 0 root\n"
                      "effect effect NOUN NN 3 obj\n"
                      "in in ADP IN 6 case\n"
                      "May May PROPN NNP 3 obl\n"
                      ". . PUNCT . 3 punct\n"),
            Texts{"It is to take half of the gas"});
}

// A modal that binds is not undone by what stands behind it; nor is "may" with a "no".
TEST_F(ClauseSteps, HowFarAModalBinds) {
  const FoundAgreement found = read(kSigned +
                                    "Embassies embassy NOUN NNS 5 nsubj:pass\n"
                                    "are be AUX VBP 5 aux\n"
                                    "to to PART TO 5 mark\n"
                                    "be be AUX VB 5 aux:pass\n"
                                    "opened open VERB VBN 0 root\n"
                                    "soon soon ADV RB 5 advmod\n"
                                    ". . PUNCT . 5 punct\n\n"
                                    "Miners miner NOUN NNS 3 nsubj\n"
                                    "must must AUX MD 3 aux\n"
                                    "work work VERB VB 0 root\n"
                                    "longer long ADV RBR 3 advmod\n"
                                    ". . PUNCT . 3 punct\n\n"
                                    "Both both PRON DT 3 nsubj\n"
                                    "may may AUX MD 3 aux\n"
                                    "carry carry VERB VB 0 root\n"
                                    "no no DET DT 5 det\n"
                                    "weapon weapon NOUN NN 3 obj\n"
                                    ". . PUNCT . 3 punct\n");
  const auto& provisions = found.agreement.provisions;
  ASSERT_EQ(provisions.size(), 3U);
  for (const Provision& provision : provisions) EXPECT_EQ(provision.obligation, "binding") << provision.quote.text;
}

}  // namespace
}  // namespace entente
