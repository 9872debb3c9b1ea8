#include "agreements/provisions.h"

#include <gtest/gtest.h>

#include <string>

#include "agreements/clause_reading.h"
#include "agreements/test_agreements.h"

namespace entente {
namespace {

const std::string& kSigned = kChadAndLibyaSignedStop;

class Provisions : public ProvisionsFixture {};

TEST_F(Provisions, ThePresentAndNounsAmongClauses) {
  const FoundAgreement found = read(kSigned +
                                    "Both both DET DT 2 det\n"
                                    "armies army NOUN NNS 4 nsubj\n"
                                    "shall shall AUX MD 4 aux\n"
                                    "withdraw withdraw VERB VB 0 root\n"
                                    ". . PUNCT . 4 punct\n\n"
                                    "Prisoners prisoner NOUN NNS 2 nsubj\n"
                                    "go go VERB VBP 0 root\n"
                                    "home home ADV RB 2 advmod\n"
                                    ". . PUNCT . 2 punct\n\n"
                                    "Analysts analyst NOUN NNS 2 nsubj\n"
                                    "give give VERB VBP 0 root\n"
                                    "praise praise NOUN NN 2 obj\n"
                                    ". . PUNCT . 2 punct\n\n"
                                    "An a DET DT 2 det\n"
                                    "amnesty amnesty NOUN NN 6 nsubj\n"
                                    "for for ADP IN 4 case\n"
                                    "deserters deserter NOUN NNS 2 nmod\n"
                                    "is be AUX VBZ 6 cop\n"
                                    "part part NOUN NN 0 root\n"
                                    "of of ADP IN 9 case\n"
                                    "the the DET DT 9 det\n"
                                    "pact pact NOUN NN 6 nmod\n"
                                    ". . PUNCT . 6 punct\n");
  const auto& provisions = found.agreement.provisions;
  ASSERT_EQ(provisions.size(), 3U);
  EXPECT_EQ(provisions[1].quote.text, "Prisoners go home");
  EXPECT_EQ(provisions[1].type, "prisoner_exchange");
  EXPECT_EQ(provisions[1].obligation, "binding");
  EXPECT_EQ(provisions[2].quote.text, "An amnesty for deserters");
}

TEST_F(Provisions, AListUnderAnInstrument) {
  const FoundAgreement found = read(kSigned +
                                    "Under under ADP IN 2 case\n"
                                    "it it PRON PRP 6 obl\n"
                                    "both both DET DT 4 det\n"
                                    "armies army NOUN NNS 6 nsubj\n"
                                    "shall shall AUX MD 6 aux\n"
                                    "withdraw withdraw VERB VB 0 root\n"
                                    "within within ADP IN 9 case\n"
                                    "ten ten NUM CD 9 nummod\n"
                                    "days day NOUN NNS 6 obl\n"
                                    ", , PUNCT , 14 punct\n"
                                    "and and CCONJ CC 14 cc\n"
                                    "Chad Chad PROPN NNP 14 nsubj\n"
                                    "may may AUX MD 14 aux\n"
                                    "send send VERB VB 6 conj\n"
                                    "Libya Libya PROPN NNP 14 iobj\n"
                                    "weapons weapon NOUN NNS 14 obj\n"
                                    ". . PUNCT . 6 punct\n");
  const auto& provisions = found.agreement.provisions;
  ASSERT_EQ(provisions.size(), 2U);
  EXPECT_EQ(provisions[0].type, "withdrawal");
  EXPECT_EQ(provisions[0].obligation, "binding");
  EXPECT_EQ(provisions[0].quote.text, "both armies shall withdraw within ten days");
  EXPECT_EQ(provisions[0].from.size(), 2U);
  EXPECT_EQ(provisions[0].to.size(), 2U);
  ASSERT_EQ(provisions[0].conditions.size(), 1U);
  EXPECT_EQ(provisions[0].conditions[0].text, "within ten days");
  EXPECT_EQ(provisions[1].type, "military_aid");
  EXPECT_EQ(provisions[1].obligation, "possibility");
  EXPECT_EQ(provisions[1].quote.text, "Chad may send Libya weapons");
  ASSERT_EQ(provisions[1].from.size(), 1U);
  EXPECT_EQ(provisions[1].from[0].code, "TCD");
  ASSERT_EQ(provisions[1].to.size(), 1U);
  EXPECT_EQ(provisions[1].to[0].code, "LBY");
  EXPECT_TRUE(provisions[1].conditions.empty());
}

TEST_F(Provisions, OfTwoVerbsEachIsOne) {
  const FoundAgreement found = read(kSigned +
                                    "They they PRON PRP 2 nsubj\n"
                                    "undertake undertake VERB VBP 0 root\n"
                                    "to to PART TO 4 mark\n"
                                    "free free VERB VB 2 xcomp\n"
                                    "all all DET DT 6 det\n"
                                    "prisoners prisoner NOUN NNS 4 obj\n"
                                    "and and CCONJ CC 9 cc\n"
                                    "to to PART TO 9 mark\n"
                                    "cut cut VERB VB 4 conj\n"
                                    "tariffs tariff NOUN NNS 9 obj\n"
                                    ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.agreement.provisions.size(), 2U);
  EXPECT_EQ(found.agreement.provisions[0].quote.text, "They undertake to free all prisoners");
  EXPECT_EQ(found.agreement.provisions[0].type, "prisoner_exchange");
  EXPECT_EQ(found.agreement.provisions[1].quote.text, "cut tariffs");
  EXPECT_EQ(found.agreement.provisions[1].type, "trade");
  EXPECT_EQ(found.agreement.provisions[1].obligation, "binding");
}

TEST_F(Provisions, NounsThatATextProvidesFor) {
  const FoundAgreement found = read(kSigned +
                                    "It it PRON PRP 2 nsubj\n"
                                    "provides provide VERB VBZ 0 root\n"
                                    "for for ADP IN 5 case\n"
                                    "the the DET DT 5 det\n"
                                    "exchange exchange NOUN NN 2 obl\n"
                                    "of of ADP IN 7 case\n"
                                    "prisoners prisoner NOUN NNS 5 nmod\n"
                                    "and and CCONJ CC 10 cc\n"
                                    "the the DET DT 10 det\n"
                                    "withdrawal withdrawal NOUN NN 5 conj\n"
                                    "of of ADP IN 13 case\n"
                                    "all all DET DT 13 det\n"
                                    "troops troop NOUN NNS 10 nmod\n"
                                    ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.agreement.provisions.size(), 2U);
  EXPECT_EQ(found.agreement.provisions[0].quote.text, "the exchange of prisoners");
  EXPECT_EQ(found.agreement.provisions[1].quote.text, "the withdrawal of all troops");
  EXPECT_EQ(found.agreement.provisions[1].type, "withdrawal");
}

TEST_F(Provisions, WhatSomebodySaysIsNone) {
  EXPECT_TRUE(read(kSigned + "Chad Chad PROPN NNP 3 nsubj\n"
                             "will will AUX MD 3 aux\n"
                             "withdraw withdraw VERB VB 0 root\n"
                             ", , PUNCT , 6 punct\n"
                             "Mali Mali PROPN NNP 6 nsubj\n"
                             "said say VERB VBD 3 parataxis\n"
                             ". . PUNCT . 3 punct\n")
                  .agreement.provisions.empty());
}

TEST_F(Provisions, AThirdStateMayDoAsItLikes) {
  EXPECT_TRUE(read(kSigned + "Mali Mali PROPN NNP 3 nsubj\n"
                             "may may AUX MD 3 aux\n"
                             "withdraw withdraw VERB VB 0 root\n"
                             ". . PUNCT . 3 punct\n")
                  .agreement.provisions.empty());
}

TEST_F(Provisions, AStepIsNone) {
  EXPECT_TRUE(read(kSigned + "Both both DET DT 2 det\n"
                             "states state NOUN NNS 4 nsubj\n"
                             "must must AUX MD 4 aux\n"
                             "ratify ratify VERB VB 0 root\n"
                             "the the DET DT 6 det\n"
                             "text text NOUN NN 4 obj\n"
                             ". . PUNCT . 4 punct\n")
                  .agreement.provisions.empty());
}

TEST_F(Provisions, AProhibitionBinds) {
  const FoundAgreement found = read(kSigned +
                                    "Neither neither DET DT 2 det\n"
                                    "state state NOUN NN 4 nsubj\n"
                                    "may may AUX MD 4 aux\n"
                                    "attack attack VERB VB 0 root\n"
                                    "the the DET DT 6 det\n"
                                    "other other ADJ JJ 4 obj\n"
                                    ". . PUNCT . 4 punct\n");
  ASSERT_EQ(found.agreement.provisions.size(), 1U);
  EXPECT_EQ(found.agreement.provisions[0].obligation, "binding");
  EXPECT_EQ(found.agreement.provisions[0].type, "non_aggression");
}

TEST_F(Provisions, FiftyClausesInOneList) {
  std::string rows = kSigned;
  for (int i = 0; i < 50; ++i) {
    const std::string head = std::to_string(i * 6 + 4);
    rows += "both both DET DT " + std::to_string(i * 6 + 2) + " det\n";
    rows += "armies army NOUN NNS " + head + " nsubj\n";
    rows += "shall shall AUX MD " + head + " aux\n";
    rows += "leave leave VERB VB " + std::string(i == 0 ? "0 root\n" : "4 parataxis\n");
    rows += "town town NOUN NN " + head + " obj\n";
    rows += "; ; PUNCT : " + head + " punct\n";
  }
  EXPECT_EQ(read(rows).agreement.provisions.size(), 50U);
}

// "Mali will free prisoners; both armies shall withdraw": a third may stand in a list; alone it may not.
TEST_F(Provisions, AListTakesInWhoIsNoParty) {
  const std::string list =
      "Mali Mali PROPN NNP 3 nsubj\n"
      "will will AUX MD 3 aux\n"
      "free free VERB VB 0 root\n"
      "prisoners prisoner NOUN NNS 3 obj\n"
      "; ; PUNCT , 9 punct\n"
      "both both DET DT 7 det\n"
      "armies army NOUN NNS 3 obl\n"
      "shall shall AUX MD 9 aux\n"
      "withdraw withdraw VERB VB 3 conj\n"
      ". . PUNCT . 3 punct\n";
  const FoundAgreement found = read(kSigned + list);
  ASSERT_EQ(found.agreement.provisions.size(), 2U);
  EXPECT_EQ(found.agreement.provisions[0].quote.text, "Mali will free prisoners");
  // All that stands between two semicolons is the clause's, though the parser hung it elsewhere.
  EXPECT_EQ(found.agreement.provisions[1].quote.text, "both armies shall withdraw");
}

TEST_F(Provisions, AClauseWithoutAFiniteVerbGoesWithTheOneBeforeIt) {
  const FoundAgreement found = read(kSigned +
                                    "Both both DET DT 2 det\n"
                                    "armies army NOUN NNS 4 nsubj\n"
                                    "shall shall AUX MD 4 aux\n"
                                    "withdraw withdraw VERB VB 0 root\n"
                                    ", , PUNCT , 7 punct\n"
                                    "Chad Chad PROPN NNP 7 nsubj\n"
                                    "freeing free VERB VBG 4 advcl\n"
                                    "prisoners prisoner NOUN NNS 7 obj\n"
                                    ". . PUNCT . 4 punct\n");
  ASSERT_EQ(found.agreement.provisions.size(), 2U);
  EXPECT_EQ(found.agreement.provisions[0].quote.text, "Both armies shall withdraw");
  EXPECT_EQ(found.agreement.provisions[1].quote.text, "Chad freeing prisoners");
  EXPECT_EQ(found.agreement.provisions[1].obligation, "binding");
}

TEST_F(Provisions, WhoTellsItMayBeSetIntoAClause) {
  const FoundAgreement found = read(kSigned +
                                    "Prisoners prisoner NOUN NNS 9 nsubj:pass\n"
                                    ", , PUNCT , 5 punct\n"
                                    "the the DET DT 4 det\n"
                                    "pact pact NOUN NN 5 nsubj\n"
                                    "says say VERB VBZ 9 parataxis\n"
                                    ", , PUNCT , 5 punct\n"
                                    "will will AUX MD 9 aux\n"
                                    "be be AUX VB 9 aux:pass\n"
                                    "freed free VERB VBN 0 root\n"
                                    ". . PUNCT . 9 punct\n");
  ASSERT_EQ(found.agreement.provisions.size(), 1U);
  EXPECT_EQ(found.agreement.provisions[0].quote.text, "Prisoners , the pact says , will be freed");
}

TEST_F(Provisions, AfterAColonThatTheInstrumentStandsBefore) {
  const FoundAgreement found = read(kChadAndLibyaSigned +
                                    ": : PUNCT : 10 punct\n"
                                    "prisoners prisoner NOUN NNS 10 nsubj\n"
                                    "could could AUX MD 10 aux\n"
                                    "return return VERB VB 4 parataxis\n"
                                    ". . PUNCT . 4 punct\n");
  ASSERT_EQ(found.agreement.provisions.size(), 1U);
  EXPECT_EQ(found.agreement.provisions[0].quote.text, "prisoners could return");
}

TEST_F(Provisions, WordsInTextOrder) {
  const ParsedDocument parsed = tree_from_text(kSigned);
  const Tree tree(parsed);
  std::vector<FoundAgreement> found(2);
  Provision late;
  late.quote.span = tree.span(4, 5);
  Provision early;
  early.quote.span = tree.span(0, 2);
  found[0].agreement.provisions = {late};
  found[1].agreement.provisions = {early};
  const auto words = provision_words(tree, found);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].begin.value, 0);
  EXPECT_EQ(words[0].end.value, 3);
  EXPECT_EQ(words[1].begin.value, 4);
  EXPECT_EQ(words[1].end.value, 6);
}

TEST_F(Provisions, AllianceDuties) {
  Provision provision;
  provision.type = "defence";
  provision.obligation = "binding";
  EXPECT_EQ(alliance_duty(*knowledge_, provision).atop, "defence");
  EXPECT_EQ(alliance_duty(*knowledge_, provision).cow, "I");
  // "may consider" is no obligation.
  provision.obligation = "possibility";
  EXPECT_TRUE(alliance_duty(*knowledge_, provision).atop.empty());
  provision.type = "consultation";
  provision.obligation = "binding";
  EXPECT_EQ(alliance_duty(*knowledge_, provision).cow, "III");
  provision.type = "trade";
  EXPECT_TRUE(alliance_duty(*knowledge_, provision).atop.empty());
  EXPECT_TRUE(alliance_duty(*knowledge_, provision).cow.empty());
}

TEST_F(Provisions, AThirdThatAClauseMakesTheDoer) {
  const FoundAgreement found = read(kChadAndLibyaSignedStop +
                                    "Under under ADP IN 2 case\n"
                                    "it it PRON PRP 5 obl\n"
                                    "Kenya Kenya PROPN NNP 5 nsubj\n"
                                    "shall shall AUX MD 5 aux\n"
                                    "watch watch VERB VB 0 root\n"
                                    "the the DET DT 7 det\n"
                                    "line line NOUN NN 5 obj\n"
                                    "; ; PUNCT : 12 punct\n"
                                    "Togo Togo PROPN NNP 12 nsubj:pass\n"
                                    "may may AUX MD 12 aux\n"
                                    "be be AUX VB 12 aux:pass\n"
                                    "asked ask VERB VBN 5 parataxis\n"
                                    "for for ADP IN 14 case\n"
                                    "help help NOUN NN 12 obl\n"
                                    ". . PUNCT . 5 punct\n");
  const auto& provisions = found.agreement.provisions;
  ASSERT_EQ(provisions.size(), 2U);
  ASSERT_EQ(provisions[0].from.size(), 1U);
  EXPECT_EQ(provisions[0].from[0].code, "KEN");
  EXPECT_TRUE(provisions[0].to.empty());
  EXPECT_EQ(provisions[1].from.size(), 2U);
}

TEST_F(Provisions, WhatIsPledgedOrWillBeRespectedIsAPrinciple) {
  const FoundAgreement found = read(kChadAndLibyaSignedStop +
                                    "Both both PRON DT 2 nsubj\n"
                                    "pledge pledge VERB VBP 0 root\n"
                                    "respect respect NOUN NN 2 obj\n"
                                    "for for ADP IN 6 case\n"
                                    "the the DET DT 6 det\n"
                                    "border border NOUN NN 3 nmod\n"
                                    "; ; PUNCT : 10 punct\n"
                                    "they they PRON PRP 10 nsubj\n"
                                    "will will AUX MD 10 aux\n"
                                    "recognise recognise VERB VB 2 parataxis\n"
                                    "the the DET DT 12 det\n"
                                    "vote vote NOUN NN 10 obj\n"
                                    ". . PUNCT . 2 punct\n");
  const auto& provisions = found.agreement.provisions;
  ASSERT_EQ(provisions.size(), 2U);
  EXPECT_EQ(provisions[0].obligation, "principle");
  EXPECT_EQ(provisions[1].obligation, "principle");
}

}  // namespace
}  // namespace entente
