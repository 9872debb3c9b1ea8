// Parties told by what they share with others, and instruments that the parser hangs from elsewhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class DescribedParties : public AgreementsFixture {
 protected:
  static std::vector<std::string> brokers(const std::string& rows) {
    std::vector<std::string> out;
    for (const FoundAgreement& found : find(rows)) {
      for (const Actor& broker : found.agreement.brokers) out.push_back(broker.code.value_or(broker.name));
    }
    return out;
  }
};

// "The accord between the two Koreas has expired."
const std::string kKoreas =
    "The the DET DT 2 det\n"
    "accord accord NOUN NN 8 nsubj\n"
    "between between ADP IN 6 case\n"
    "the the DET DT 6 det\n"
    "two two NUM CD 6 nummod\n"
    "Koreas Korea PROPN NNPS 2 nmod\n"
    "has have AUX VBZ 8 aux\n"
    "expired expire VERB VBN 0 root\n"
    ". . PUNCT . 8 punct\n\n";

// "The United States, Mexico and Canada signed a treaty."
const std::string kLast =
    "The the DET DT 3 det\n"
    "United United ADJ NNP 3 amod\n"
    "States State PROPN NNPS 8 nsubj\n"
    ", , PUNCT , 5 punct\n"
    "Mexico Mexico PROPN NNP 3 appos\n"
    "and and CCONJ CC 7 cc\n"
    "Canada Canada PROPN NNP 3 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 10 det\n"
    "treaty treaty NOUN NN 8 obj\n"
    ". . PUNCT . 8 punct\n\n";

// "The second, the Doha Declaration, was signed by Peru and Chile."
const std::string kSecond =
    "The the DET DT 2 det\n"
    "second second ADJ JJ 9 nsubj:pass\n"
    ", , PUNCT , 6 punct\n"
    "the the DET DT 6 det\n"
    "Doha Doha PROPN NNP 6 compound\n"
    "Declaration Declaration PROPN NNP 9 nsubj:pass\n"
    ", , PUNCT , 2 punct\n"
    "was be AUX VBD 9 aux:pass\n"
    "signed sign VERB VBN 0 root\n"
    "by by ADP IN 11 case\n"
    "Peru Peru PROPN NNP 9 obl:agent\n"
    "and and CCONJ CC 13 cc\n"
    "Chile Chile PROPN NNP 11 conj\n"
    ". . PUNCT . 9 punct\n\n";

// "The truce to which Peru and Chile agreed in April has held for six months."
const std::string kOrphan =
    "The the DET DT 2 det\n"
    "truce truce NOUN NN 0 root\n"
    "to to ADP IN 4 case\n"
    "which which PRON WDT 8 obl\n"
    "Peru Peru PROPN NNP 8 nsubj\n"
    "and and CCONJ CC 7 cc\n"
    "Chile Chile PROPN NNP 5 conj\n"
    "agreed agree VERB VBD 2 acl:relcl\n"
    "in in ADP IN 10 case\n"
    "April April PROPN NNP 8 obl\n"
    "has have AUX VBZ 12 aux\n"
    "held hold VERB VBN 8 ccomp\n"
    "for for ADP IN 15 case\n"
    "six six NUM CD 15 nummod\n"
    "months month NOUN NNS 12 obl\n"
    ". . PUNCT . 8 punct\n\n";

// "President Filipe Nyusi and Renamo signed a peace agreement in Maputo. In Oslo, on December 4, both parties had
// signed a definitive ceasefire."
const std::string kThem =
    "President President PROPN NNP 2 nmod:desc\n"
    "Filipe Filipe PROPN NNP 6 nsubj\n"
    "Nyusi Nyusi PROPN NNP 2 flat\n"
    "and and CCONJ CC 5 cc\n"
    "Renamo Renamo PROPN NNP 2 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 9 det\n"
    "peace peace NOUN NN 9 compound\n"
    "agreement agreement NOUN NN 6 obj\n"
    "in in ADP IN 11 case\n"
    "Maputo Maputo PROPN NNP 6 obl\n"
    ". . PUNCT . 6 punct\n\n"
    "In in ADP IN 2 case\n"
    "Oslo Oslo PROPN NNP 11 obl\n"
    ", , PUNCT , 2 punct\n"
    "on on ADP IN 6 case\n"
    "December December PROPN NNP 6 nmod:unmarked\n"
    "4 4 NUM CD 11 obl\n"
    ", , PUNCT , 6 punct\n"
    "both both DET DT 9 det\n"
    "parties party NOUN NNS 11 nsubj\n"
    "had have AUX VBD 11 aux\n"
    "signed sign VERB VBN 0 root\n"
    "a a DET DT 14 det\n"
    "definitive definitive ADJ JJ 14 amod\n"
    "ceasefire ceasefire NOUN NN 11 obj\n"
    ". . PUNCT . 11 punct\n\n";

// "Signed in Rome by Peru and Chile, that accord collapsed."
const std::string kText =
    "Signed sign VERB VBN 11 advcl\n"
    "in in ADP IN 3 case\n"
    "Rome Rome PROPN NNP 1 obl\n"
    "by by ADP IN 5 case\n"
    "Peru Peru PROPN NNP 1 obl:agent\n"
    "and and CCONJ CC 7 cc\n"
    "Chile Chile PROPN NNP 5 conj\n"
    ", , PUNCT , 1 punct\n"
    "that that DET DT 10 det\n"
    "accord accord NOUN NN 11 nsubj\n"
    "collapsed collapse VERB VBD 0 root\n"
    ". . PUNCT . 11 punct\n\n";

// "Iran and six powers struck a nuclear deal in 2015."
const std::string kPowers =
    "Iran Iran PROPN NNP 5 nsubj\n"
    "and and CCONJ CC 4 cc\n"
    "six six NUM CD 4 nummod\n"
    "powers power NOUN NNS 1 conj\n"
    "struck strike VERB VBD 0 root\n"
    "a a DET DT 8 det\n"
    "nuclear nuclear ADJ JJ 8 amod\n"
    "deal deal NOUN NN 5 obj\n"
    "in in ADP IN 10 case\n"
    "2015 2015 NUM CD 5 obl\n"
    ". . PUNCT . 5 punct\n\n";

// "Israel and Syria have agreed to a ceasefire brokered by the American envoy."
const std::string kPart =
    "Israel Israel PROPN NNP 5 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Syria Syria PROPN NNP 1 conj\n"
    "have have AUX VBP 5 aux\n"
    "agreed agree VERB VBN 0 root\n"
    "to to ADP IN 9 case\n"
    "a a DET DT 9 det\n"
    "ceasefire ceasefire NOUN NN 9 compound\n"
    "brokered broker VERB VBN 5 xcomp\n"
    "by by ADP IN 13 case\n"
    "the the DET DT 13 det\n"
    "American American ADJ JJ 13 amod\n"
    "envoy envoy NOUN NN 9 obl:agent\n"
    ". . PUNCT . 5 punct\n\n";

// "Jiang Zemin met the president of Vietnam in Hanoi. China and Vietnam share a border. Jiang Zemin and his guest
// approved a joint statement."
const std::string kGuest =
    "Jiang Jiang PROPN NNP 3 nsubj\n"
    "Zemin Zemin PROPN NNP 1 flat\n"
    "met meet VERB VBD 0 root\n"
    "the the DET DT 5 det\n"
    "president president NOUN NN 3 obj\n"
    "of of ADP IN 7 case\n"
    "Vietnam Vietnam PROPN NNP 5 nmod\n"
    "in in ADP IN 9 case\n"
    "Hanoi Hanoi PROPN NNP 3 obl\n"
    ". . PUNCT . 3 punct\n\n"
    "China China PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Vietnam Vietnam PROPN NNP 1 conj\n"
    "share share VERB VBP 0 root\n"
    "a a DET DT 6 det\n"
    "border border NOUN NN 4 obj\n"
    ". . PUNCT . 4 punct\n\n"
    "Jiang Jiang PROPN NNP 6 nsubj\n"
    "Zemin Zemin PROPN NNP 1 flat\n"
    "and and CCONJ CC 5 cc\n"
    "his his PRON PRP$ 5 nmod:poss\n"
    "guest guest NOUN NN 1 conj\n"
    "approved approve VERB VBD 0 root\n"
    "a a DET DT 9 det\n"
    "joint joint ADJ JJ 9 amod\n"
    "statement statement NOUN NN 6 obj\n"
    ". . PUNCT . 6 punct\n\n";

// "The same clause stood in an accord, concluded by Serbia and Kosovo under European auspices."
const std::string kUnder =
    "The the DET DT 3 det\n"
    "same same ADJ JJ 3 amod\n"
    "clause clause NOUN NN 4 nsubj\n"
    "stood stand VERB VBD 0 root\n"
    "in in ADP IN 7 case\n"
    "an a DET DT 7 det\n"
    "accord accord NOUN NN 4 obl\n"
    ", , PUNCT , 9 punct\n"
    "concluded conclude VERB VBN 7 acl\n"
    "by by ADP IN 11 case\n"
    "Serbia Serbia PROPN NNP 9 obl:agent\n"
    "and and CCONJ CC 13 cc\n"
    "Kosovo Kosovo PROPN NNP 11 conj\n"
    "under under ADP IN 16 case\n"
    "European European ADJ JJ 16 amod\n"
    "auspices auspices NOUN NNS 9 obl\n"
    ". . PUNCT . 4 punct\n\n";

// "The United States has proposed a truce of sixty days to Israel and Hamas."
const std::string kOffer =
    "The the DET DT 3 det\n"
    "United United ADJ NNP 3 amod\n"
    "States State PROPN NNPS 5 nsubj\n"
    "has have AUX VBZ 5 aux\n"
    "proposed propose VERB VBN 0 root\n"
    "a a DET DT 7 det\n"
    "truce truce NOUN NN 5 obj\n"
    "of of ADP IN 10 case\n"
    "sixty sixty NUM CD 10 nummod\n"
    "days day NOUN NNS 7 nmod\n"
    "to to ADP IN 12 case\n"
    "Israel Israel PROPN NNP 7 nmod\n"
    "and and CCONJ CC 14 cc\n"
    "Hamas Hamas PROPN NNP 12 conj\n"
    ". . PUNCT . 5 punct\n\n";

// "Iran's nuclear chief and the head of the International Atomic Energy Agency signed an agreement."
const std::string kPost =
    "Iran Iran PROPN NNP 4 nmod:poss\n"
    "'s 's PART POS 1 case\n"
    "nuclear nuclear ADJ JJ 4 amod\n"
    "chief chief NOUN NN 14 nsubj\n"
    "and and CCONJ CC 7 cc\n"
    "the the DET DT 7 det\n"
    "head head NOUN NN 4 conj\n"
    "of of ADP IN 13 case\n"
    "the the DET DT 13 det\n"
    "International International ADJ NNP 13 amod\n"
    "Atomic Atomic ADJ NNP 12 amod\n"
    "Energy Energy PROPN NNP 13 compound\n"
    "Agency Agency PROPN NNP 7 nmod\n"
    "signed sign VERB VBD 0 root\n"
    "an a DET DT 16 det\n"
    "agreement agreement NOUN NN 14 obj\n"
    ". . PUNCT . 14 punct\n\n";

TEST_F(DescribedParties, StatesOfOneName) { EXPECT_THAT(lines(kKoreas), ElementsAre("accord ended PRK KOR")); }

TEST_F(DescribedParties, AStateInThePluralIsNoGroupOfOthers) {
  EXPECT_THAT(lines(kLast), ElementsAre("treaty signed USA MEX CAN"));
}

TEST_F(DescribedParties, PowersOfWhichOnlyTheNumberIsTold) {
  EXPECT_THAT(lines(kPowers), ElementsAre("accord agreed IRN six powers"));
}

TEST_F(DescribedParties, TheGuestIsOfTheOtherState) {
  EXPECT_THAT(lines(kGuest), ElementsAre("declaration agreed CHN VNM"));
}

TEST_F(DescribedParties, BothPartiesAreThoseOfTheAgreementBefore) {
  EXPECT_THAT(lines(kThem), ElementsAre("accord signed MOZ MOZ", "ceasefire signed MOZ MOZ"));
}

TEST_F(DescribedParties, AnAdjectiveNamesTheUnionThatBrokers) { EXPECT_THAT(brokers(kUnder), ElementsAre("IGOEEC")); }

TEST_F(DescribedParties, TheSecondOfSeveral) { EXPECT_THAT(lines(kSecond), ElementsAre("declaration signed PER CHL")); }

TEST_F(DescribedParties, MainVerbsHungFromTheClauseBefore) {
  EXPECT_THAT(lines(kOrphan), ElementsAre("ceasefire in_force PER CHL"));
}

TEST_F(DescribedParties, ParticiplesBeforeTheInstrument) {
  EXPECT_THAT(lines(kText), ElementsAre("accord ended PER CHL"));
}

TEST_F(DescribedParties, ACeasefireTakenForAPartOfAParticiple) {
  EXPECT_THAT(lines(kPart), ElementsAre("ceasefire agreed ISR SYR"));
}

TEST_F(DescribedParties, WhoOffersADraftToTwoOthersIsABroker) {
  EXPECT_THAT(lines(kOffer), ElementsAre("ceasefire proposed ISR IMGHAM"));
  EXPECT_THAT(brokers(kOffer), ElementsAre("USA"));
}

TEST_F(DescribedParties, APostIsItsOwners) { EXPECT_THAT(lines(kPost), ElementsAre("accord signed IRN IGOUNOIAE")); }

}  // namespace
}  // namespace entente
