#include <gtest/gtest.h>

#include <string>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

class ProvisionSides : public ProvisionsFixture {
 protected:
  // "TCD > LBY" of the first provision.
  static std::string sides(const std::string& rows) {
    const FoundAgreement found = read(kChadAndLibyaSignedStop + rows);
    if (found.agreement.provisions.empty()) return "none";
    const Provision& provision = found.agreement.provisions[0];
    std::string line;
    for (const Actor& actor : provision.from) line += actor.code.value_or("?") + " ";
    line += ">";
    for (const Actor& actor : provision.to) line += " " + actor.code.value_or("?");
    return line;
  }
};

TEST_F(ProvisionSides, WhatIsSomebodysIsLetPassByTheOther) {
  EXPECT_EQ(sides("Libyan Libyan ADJ JJ 2 amod\n"
                  "lorries lorry NOUN NNS 4 nsubj\n"
                  "shall shall AUX MD 4 aux\n"
                  "cross cross VERB VB 0 root\n"
                  "the the DET DT 6 det\n"
                  "line line NOUN NN 4 obj\n"
                  ". . PUNCT . 4 punct\n"),
            "TCD > LBY");
}

TEST_F(ProvisionSides, WhoGetsWhatPasses) {
  EXPECT_EQ(sides("The the DET DT 2 det\n"
                  "villages village NOUN NNS 4 nsubj\n"
                  "shall shall AUX MD 4 aux\n"
                  "pass pass VERB VB 0 root\n"
                  "to to ADP IN 6 case\n"
                  "Chad Chad PROPN NNP 4 obl\n"
                  ". . PUNCT . 4 punct\n"),
            "LBY > TCD");
}

TEST_F(ProvisionSides, ToWhomATextGives) {
  EXPECT_EQ(sides("It it PRON PRP 2 nsubj\n"
                  "gives give VERB VBZ 0 root\n"
                  "Chad Chad PROPN NNP 2 iobj\n"
                  "the the DET DT 5 det\n"
                  "strip strip NOUN NN 2 obj\n"
                  ". . PUNCT . 2 punct\n"),
            "LBY > TCD");
}

}  // namespace
}  // namespace entente
