#include "agreements/noun_lists.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

class NounLists : public ProvisionsFixture {};

using Texts = std::vector<std::string>;

TEST_F(NounLists, BehindAColon) {
  const FoundAgreement found = read(kChadAndLibyaSigned +
                                    ": : PUNCT : 8 punct\n"
                                    "amnesty amnesty NOUN NN 6 appos\n"
                                    ", , PUNCT , 11 punct\n"
                                    "the the DET DT 11 det\n"
                                    "return return NOUN NN 8 conj\n"
                                    "of of ADP IN 13 case\n"
                                    "refugees refugee NOUN NNS 11 nmod\n"
                                    "and and CCONJ CC 17 cc\n"
                                    "a a DET DT 17 det\n"
                                    "possible possible ADJ JJ 17 amod\n"
                                    "withdrawal withdrawal NOUN NN 11 conj\n"
                                    "of of ADP IN 20 case\n"
                                    "all all DET DT 20 det\n"
                                    "battalions battalion NOUN NNS 17 nmod\n"
                                    ". . PUNCT . 4 punct\n");
  const auto& provisions = found.agreement.provisions;
  ASSERT_EQ(provisions.size(), 3U);
  EXPECT_EQ(provisions[0].quote.text, "amnesty");
  EXPECT_EQ(provisions[1].quote.text, "the return of refugees");
  EXPECT_EQ(provisions[1].obligation, "binding");
  EXPECT_EQ(provisions[2].quote.text, "a possible withdrawal of all battalions");
  EXPECT_EQ(provisions[2].obligation, "possibility");
}

TEST_F(NounLists, NamesBehindAColonLayNothingDown) {
  EXPECT_TRUE(read(kChadAndLibyaSigned + ": : PUNCT : 8 punct\n"
                                         "Deby Deby PROPN NNP 4 parataxis\n"
                                         ", , PUNCT , 10 punct\n"
                                         "Habre Habre PROPN NNP 8 conj\n"
                                         "and and CCONJ CC 12 cc\n"
                                         "Gadio Gadio PROPN NNP 8 conj\n"
                                         ". . PUNCT . 4 punct\n")
                  .agreement.provisions.empty());
}

TEST_F(NounLists, WhatATextBindsTo) {
  const FoundAgreement found = read(kChadAndLibyaSignedStop +
                                    "It it PRON PRP 2 nsubj\n"
                                    "binds bind VERB VBZ 0 root\n"
                                    "both both PRON DT 2 obj\n"
                                    "to to ADP IN 5 case\n"
                                    "respect respect NOUN NN 2 obl\n"
                                    "for for ADP IN 8 case\n"
                                    "the the DET DT 8 det\n"
                                    "border border NOUN NN 5 nmod\n"
                                    "and and CCONJ CC 11 cc\n"
                                    "to to ADP IN 11 case\n"
                                    "talks talk NOUN NNS 5 conj\n"
                                    "every every DET DT 13 det\n"
                                    "spring spring NOUN NN 11 nmod\n"
                                    ". . PUNCT . 2 punct\n");
  const auto& provisions = found.agreement.provisions;
  ASSERT_EQ(provisions.size(), 2U);
  EXPECT_EQ(provisions[0].quote.text, "respect for the border");
  EXPECT_EQ(provisions[0].obligation, "principle");
  EXPECT_EQ(provisions[1].quote.text, "talks every spring");
  EXPECT_EQ(provisions[1].obligation, "binding");
}

TEST_F(NounLists, APhraseTakenForWhatTheFirstIs) {
  EXPECT_EQ(laid_down("It it PRON PRP 2 nsubj\n"
                      "speaks speak VERB VBZ 0 root\n"
                      "of of ADP IN 5 case\n"
                      "the the DET DT 5 det\n"
                      "return return NOUN NN 2 obl\n"
                      "of of ADP IN 7 case\n"
                      "captives captive NOUN NNS 5 nmod\n"
                      ", , PUNCT , 10 punct\n"
                      "the the DET DT 10 det\n"
                      "retreat retreat NOUN NN 5 appos\n"
                      "of of ADP IN 12 case\n"
                      "troops troops NOUN NNS 10 nmod\n"
                      "and and CCONJ CC 14 cc\n"
                      "talks talk NOUN NNS 5 conj\n"
                      "on on ADP IN 16 case\n"
                      "trade trade NOUN NN 14 nmod\n"
                      ". . PUNCT . 2 punct\n"),
            (Texts{"the return of captives", "the retreat of troops", "talks on trade"}));
}

}  // namespace
}  // namespace entente
