#include "statements/statements.h"

#include "statements/test_statements.h"

namespace entente {
namespace {

TEST(Statements, ReadsIndirectSpeech) {
  const auto found = read_statements(
      "Norway Norway PROPN NNP 2 nsubj\n"
      "told tell VERB VBD 0 root\n"
      "reporters reporter NOUN NNS 2 obj\n"
      "that that SCONJ IN 7 mark\n"
      "Sweden Sweden PROPN NNP 7 nsubj\n"
      "had have AUX VBD 7 aux\n"
      "agreed agree VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].speaker->code, "NOR");
  EXPECT_EQ(found[0].cue.lemma, "tell");
  EXPECT_EQ(found[0].content.text, "Sweden had agreed");
  EXPECT_EQ(found[0].manner, "indirect");
  EXPECT_EQ(found[0].stance, "affirms");
  ASSERT_EQ(found[0].addressee.size(), 1U);
  EXPECT_EQ(found[0].addressee[0].sector, "JRN");
}

TEST(Statements, ReadsAQuoteWithTheSpeakerAfterIt) {
  const auto found = read_statements(
      "\" \" PUNCT `` 5 punct\n"
      "We we PRON PRP 5 nsubj\n"
      "do do AUX VBP 5 aux\n"
      "not not PART RB 5 advmod\n"
      "agree agree VERB VB 8 ccomp\n"
      ", , PUNCT , 5 punct\n"
      "\" \" PUNCT '' 5 punct\n"
      "said say VERB VBD 0 root\n"
      "Peru Peru PROPN NNP 8 nsubj\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "We do not agree");
  EXPECT_EQ(found[0].manner, "direct");
  EXPECT_EQ(found[0].stance, "denies");
  EXPECT_EQ(found[0].speaker->code, "PER");
}

TEST(Statements, HeIsWhoActsInTheSentenceBefore) {
  const std::string minister =
      "Peruvian Peruvian ADJ JJ 3 amod\nForeign Foreign PROPN NNP 3 compound\nMinister Minister PROPN NNP 4 nmod:desc\n"
      "Juan Juan PROPN NNP 6 nsubj\nQuispe Quispe PROPN NNP 4 flat\nleft leave VERB VBD 0 root\n\n";
  const std::string banker =
      "A a DET DT 2 det\nbanker banker NOUN NN 3 nsubj\ndoubted doubt VERB VBD 0 root\nit it PRON PRP 3 obj\n\n";
  const std::string words =
      "He he PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nrates rate NOUN NNS 5 nsubj\nwould would AUX MD 5 aux\n"
      "rise rise VERB VB 2 ccomp\n";
  const auto found = read_statements(minister + banker + words);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.back().speaker->name.find("Quispe"), std::string::npos);
  const auto alone = read_statements(minister + words);
  ASSERT_FALSE(alone.empty());
  EXPECT_EQ(alone.back().speaker->name, "Juan Quispe");
}

TEST(Statements, AVerbWithoutAContentClauseReportsNothing) {
  EXPECT_TRUE(
      read_statements("Peru Peru PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nlittle little ADJ JJ 2 obj\n").empty());
}

TEST(Statements, ReadsACueApartByCommasWhereTheTreeHangsItOddly) {
  const auto found = read_statements(
      "Rations ration NOUN NNS 3 nsubj\n"
      "would would AUX MD 3 aux\n"
      "end end VERB VB 0 root\n"
      ", , PUNCT , 5 punct\n"
      "cautioned caution VERB VBN 3 conj\n"
      "Peru Peru PROPN NNP 5 obj\n"
      ". . PUNCT . 3 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "Rations would end");
  EXPECT_EQ(found[0].speaker->code, "PER");
}

TEST(Statements, AnAsideInTheMiddleTellsOfTheWholeClause) {
  const auto found = read_statements(
      "Nothing nothing PRON NN 7 nsubj:pass\n"
      ", , PUNCT , 4 punct\n"
      "Peru Peru PROPN NNP 4 nsubj\n"
      "retorted retort VERB VBN 1 acl:relcl\n"
      ", , PUNCT , 4 punct\n"
      "was be AUX VBD 7 aux:pass\n"
      "signed sign VERB VBN 0 root\n"
      ". . PUNCT . 7 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "Nothing , Peru retorted , was signed");
  EXPECT_EQ(found[0].stance, "denies");
}

TEST(Statements, WhatIsSaidInARelativeClauseStandsBehindTheCue) {
  const auto found = read_statements(
      "The the DET DT 2 det\n"
      "base base NOUN NN 10 nsubj\n"
      "which which PRON WDT 7 nsubj:pass\n"
      "Peru Peru PROPN NNP 5 nsubj\n"
      "says say VERB VBZ 2 acl:relcl\n"
      "was be AUX VBD 7 aux:pass\n"
      "shelled shell VERB VBN 5 ccomp\n"
      "is be AUX VBZ 10 cop\n"
      "in in ADP IN 10 case\n"
      "Arica Arica PROPN NNP 0 root\n"
      ". . PUNCT . 10 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "was shelled");
  EXPECT_EQ(found[0].speaker->code, "PER");
}

TEST(Statements, WhatTheObjectIsIsNotSaid) {
  EXPECT_TRUE(read_statements("Peru Peru PROPN NNP 2 nsubj\n"
                              "claimed claim VERB VBD 0 root\n"
                              "islands island NOUN NNS 2 obj\n"
                              ", , PUNCT , 6 punct\n"
                              "which which PRON WDT 6 nsubj\n"
                              "hold hold VERB VBP 2 ccomp\n"
                              "oil oil NOUN NN 6 obj\n"
                              ". . PUNCT . 2 punct\n")
                  .empty());
}

TEST(Statements, ReadsWhatIsLetBeKnown) {
  const auto found = read_statements(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "let let VERB VBD 0 root\n"
      "it it PRON PRP 2 expl\n"
      "be be AUX VB 5 aux:pass\n"
      "known know VERB VBN 2 xcomp\n"
      "that that SCONJ IN 9 mark\n"
      "Chile Chile PROPN NNP 9 nsubj\n"
      "had have AUX VBD 9 aux\n"
      "left leave VERB VBN 5 ccomp\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cue.text, "let it be known");
  EXPECT_EQ(found[0].content.text, "Chile had left");
  EXPECT_EQ(found[0].speaker->code, "PER");
}

TEST(Statements, ReadsWhatSomebodyIsChargedWith) {
  const auto found = read_statements(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "charged charge VERB VBD 0 root\n"
      "Chile Chile PROPN NNP 2 obj\n"
      "with with SCONJ IN 5 mark\n"
      "burning burn VERB VBG 2 advcl\n"
      "boats boat NOUN NNS 5 obj\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "Chile with burning boats");
  EXPECT_EQ(found[0].stance, "affirms");
}

TEST(Statements, WhatIsInsistedOnInASubjunctiveIsDemanded) {
  const auto found = read_statements(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "insisted insist VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "Chile Chile PROPN NNP 6 nsubj:pass\n"
      "be be AUX VB 6 aux:pass\n"
      "heard hear VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].stance, "demands");
}

TEST(Statements, ADocumentSaysNothing) {
  EXPECT_TRUE(read_statements("The the DET DT 2 det\n"
                              "draft draft NOUN NN 3 nsubj\n"
                              "says say VERB VBZ 0 root\n"
                              "that that SCONJ IN 6 mark\n"
                              "Chile Chile PROPN NNP 6 nsubj\n"
                              "pays pay VERB VBZ 3 ccomp\n")
                  .empty());
}

TEST(Statements, WhomACueAsksIsWhatStandsBehindIt) {
  const auto found = read_statements(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "urged urge VERB VBD 0 root\n"
      "both both DET DT 4 det\n"
      "governments government NOUN NNS 2 nsubj\n"
      "to to PART TO 6 mark\n"
      "make make VERB VB 2 xcomp\n"
      "room room NOUN NN 6 obj\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "both governments to make room");
}

TEST(Statements, WhomACueChargesMayBeToldAtLength) {
  const auto found = read_statements(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "accused accuse VERB VBD 0 root\n"
      "a a DET DT 4 det\n"
      "neighbour neighbour NOUN NN 2 obj\n"
      "whom whom PRON WP 9 obj\n"
      "it it PRON PRP 9 nsubj\n"
      "did do AUX VBD 9 aux\n"
      "not not PART RB 9 advmod\n"
      "name name VERB VB 4 acl:relcl\n"
      "of of SCONJ IN 12 mark\n"
      "having have AUX VBG 12 aux\n"
      "sold sell VERB VBN 9 xcomp\n"
      "rockets rocket NOUN NNS 12 obj\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "a neighbour whom it did not name of having sold rockets");
}

TEST(Statements, WhatSomethingIsCalledInFiveWordsIsSaid) {
  const auto found = read_statements(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "called call VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "treaty treaty NOUN NN 2 obj\n"
      "\" \" PUNCT `` 7 punct\n"
      "a a DET DT 7 det\n"
      "gift gift NOUN NN 2 xcomp\n"
      "wrapped wrap VERB VBN 7 acl\n"
      "in in ADP IN 11 case\n"
      "blue blue ADJ JJ 11 amod\n"
      "ribbon ribbon NOUN NN 8 obl\n"
      "\" \" PUNCT '' 7 punct\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "the treaty \" a gift wrapped in blue ribbon");
}

TEST(Statements, AsSomebodyPutItTellsOfTheClauseBefore) {
  const auto found = read_statements(
      "Nobody nobody PRON NN 2 nsubj\n"
      "wins win VERB VBZ 0 root\n"
      ", , PUNCT , 6 punct\n"
      "as as SCONJ IN 6 mark\n"
      "Peru Peru PROPN NNP 6 nsubj\n"
      "put put VERB VBD 2 advcl\n"
      "it it PRON PRP 6 obj\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "Nobody wins");
}

TEST(Statements, ABareColonReportsAfterHowItIsSaid) {
  const auto found = read_statements(
      "Peru Peru PROPN NNP 3 nsubj\n"
      "was be AUX VBD 3 cop\n"
      "blunt blunt ADJ JJ 0 root\n"
      ": : PUNCT : 8 punct\n"
      "nothing nothing PRON NN 8 nsubj:pass\n"
      "had have AUX VBD 8 aux\n"
      "been be AUX VBN 8 aux:pass\n"
      "asked ask VERB VBN 3 parataxis\n"
      "for for ADP IN 8 obl\n"
      ". . PUNCT . 3 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "nothing had been asked for");
}

TEST(Statements, WhatIsSaidGoesOnBehindTheCueWithNot) {
  const auto found = read_statements(
      "The the DET DT 2 det\n"
      "fee fee NOUN NN 5 nsubj\n"
      "was be AUX VBD 5 cop\n"
      "a a DET DT 5 det\n"
      "matter matter NOUN NN 10 ccomp\n"
      "of of ADP IN 7 case\n"
      "taste taste NOUN NN 5 nmod\n"
      ", , PUNCT , 5 punct\n"
      "Peru Peru PROPN NNP 10 nsubj\n"
      "said say VERB VBD 0 root\n"
      ", , PUNCT , 15 punct\n"
      "and and CCONJ CC 15 cc\n"
      "not not PART RB 15 advmod\n"
      "of of ADP IN 15 case\n"
      "will will PROPN NNP 5 conj\n"
      ". . PUNCT . 10 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "The fee was a matter of taste , Peru said , and not of will");
}

TEST(Statements, WhoWarnsMayStandBehind) {
  const auto found = read_statements(
      "No no DET DT 2 det\n"
      "ship ship NOUN NN 4 nsubj\n"
      "may may AUX MD 4 aux\n"
      "pass pass VERB VB 0 root\n"
      ", , PUNCT , 6 punct\n"
      "warned warn VERB VBD 4 parataxis\n"
      "Peru Peru PROPN NNP 6 iobj\n"
      ". . PUNCT . 4 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "No ship may pass");
}

TEST(Statements, TwoClausesBeforeTheCueAreSaid) {
  const auto found = read_statements(
      "No no DET DT 2 det\n"
      "decision decision NOUN NN 5 nsubj:pass\n"
      "has have AUX VBZ 5 aux\n"
      "been be AUX VBN 5 aux:pass\n"
      "taken take VERB VBN 13 ccomp\n"
      ", , PUNCT , 9 punct\n"
      "and and CCONJ CC 9 cc\n"
      "Chile Chile PROPN NNP 9 nsubj\n"
      "knows know VERB VBZ 5 conj\n"
      "it it PRON PRP 9 obj\n"
      ", , PUNCT , 5 punct\n"
      "Peru Peru PROPN NNP 13 nsubj\n"
      "said say VERB VBD 0 root\n"
      ". . PUNCT . 13 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "No decision has been taken , and Chile knows it");
}

TEST(Statements, QuotedWordsAloneAreOfWhomTheSentenceBeforeQuotes) {
  const auto found = read_statements(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "soldiers soldier NOUN NNS 6 nsubj\n"
      "would would AUX MD 6 aux\n"
      "leave leave VERB VB 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "\" \" PUNCT `` 3 punct\n"
      "We we PRON PRP 3 nsubj\n"
      "have have VERB VBP 0 root\n"
      "time time NOUN NN 3 obj\n"
      "and and CCONJ CC 8 cc\n"
      "we we PRON PRP 8 nsubj\n"
      "will will AUX MD 8 aux\n"
      "wait wait VERB VB 3 conj\n"
      ". . PUNCT . 3 punct\n"
      "\" \" PUNCT '' 3 punct\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.back().content.text, "We have time and we will wait");
}

TEST(Statements, OfTwoClausesTheOneThatThatIsOfIsSaid) {
  const auto found = read_statements(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 14 mark\n"
      "three three NUM CD 5 nummod\n"
      "men man NOUN NNS 6 nsubj\n"
      "wanted want VERB VBD 2 ccomp\n"
      "for for ADP IN 9 case\n"
      "the the DET DT 9 det\n"
      "attempt attempt NOUN NN 6 obl\n"
      "on on ADP IN 12 case\n"
      "the the DET DT 12 det\n"
      "king king NOUN NN 9 nmod\n"
      "had have AUX VBD 14 aux\n"
      "fled flee VERB VBN 2 ccomp\n"
      "on on ADP IN 17 case\n"
      "a a DET DT 17 det\n"
      "flight flight NOUN NN 14 obl\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "three men wanted for the attempt on the king had fled on a flight");
}

TEST(Statements, WhoIsSpokenOfInQuotedWordsSaysNothing) {
  const auto found = read_statements(
      "\" \" PUNCT `` 3 punct\n"
      "They they PRON PRP 3 nsubj\n"
      "ask ask VERB VBP 12 ccomp\n"
      "who who PRON WP 6 nsubj\n"
      "will will AUX MD 6 aux\n"
      "pay pay VERB VB 3 ccomp\n"
      "for for ADP IN 8 case\n"
      "it it PRON PRP 6 obl\n"
      ", , PUNCT , 3 punct\n"
      "\" \" PUNCT '' 3 punct\n"
      "Peru Peru PROPN NNP 12 nsubj\n"
      "said say VERB VBD 0 root\n"
      ". . PUNCT . 12 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "They ask who will pay for it");
}

TEST(Statements, ASecondClauseWithThatIsSaidToo) {
  const auto found = read_statements(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "the the DET DT 5 det\n"
      "flag flag NOUN NN 7 nsubj\n"
      "could could AUX MD 7 aux\n"
      "go go VERB VB 2 ccomp\n"
      "but but CCONJ CC 14 cc\n"
      "that that SCONJ IN 14 mark\n"
      "no no DET DT 11 det\n"
      "nation nation NOUN NN 14 nsubj:pass\n"
      "had have AUX VBD 14 aux\n"
      "been be AUX VBN 14 aux:pass\n"
      "asked ask VERB VBN 7 conj\n"
      "to to PART TO 16 mark\n"
      "change change VERB VB 14 xcomp\n"
      "it it PRON PRP 16 obj\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "the flag could go but that no nation had been asked to change it");
}

TEST(Statements, AGerundMayOpenWhatIsSaid) {
  const auto found = read_statements(
      "By by SCONJ IN 2 mark\n"
      "diverting divert VERB VBG 10 advcl\n"
      "crude crude NOUN NN 2 obj\n"
      "it it PRON PRP 6 nsubj\n"
      "had have AUX VBD 6 aux\n"
      "taken take VERB VBN 10 ccomp\n"
      "millions million NOUN NNS 6 obj\n"
      ", , PUNCT , 2 punct\n"
      "Peru Peru PROPN NNP 10 nsubj\n"
      "informed inform VERB VBD 0 root\n"
      "Chile Chile PROPN NNP 10 iobj\n"
      ". . PUNCT . 10 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back().content.text, "By diverting crude it had taken millions");
}

}  // namespace
}  // namespace entente
