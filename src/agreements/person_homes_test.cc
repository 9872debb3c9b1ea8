// Whose the persons are who sign, who stands by, and companies that no table has.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreements/test_agreements.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class PersonHomes : public AgreementsFixture {};

// "Abel Quispe and Joao Neira, the envoys of Peru and Chile, signed a pact on Monday."
const std::string kEnvoys =
    "Abel Abel PROPN NNP 14 nsubj\n"
    "Quispe Quispe PROPN NNP 1 flat\n"
    "and and CCONJ CC 4 cc\n"
    "Joao Joao PROPN NNP 1 conj\n"
    "Neira Neira PROPN NNP 4 flat\n"
    ", , PUNCT , 8 punct\n"
    "the the DET DT 8 det\n"
    "envoys envoy NOUN NNS 1 appos\n"
    "of of ADP IN 10 case\n"
    "Peru Peru PROPN NNP 8 nmod\n"
    "and and CCONJ CC 12 cc\n"
    "Chile Chile PROPN NNP 10 conj\n"
    ", , PUNCT , 1 punct\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 16 det\n"
    "pact pact NOUN NN 14 obj\n"
    "on on ADP IN 18 case\n"
    "Monday Monday PROPN NNP 14 obl\n"
    ". . PUNCT . 14 punct\n\n";

// "The envoys of Peru and Chile, Abel Quispe and Joao Neira, signed a pact on Monday."
const std::string kPersonsBehind =
    "The the DET DT 2 det\n"
    "envoys envoy NOUN NNS 14 nsubj\n"
    "of of ADP IN 4 case\n"
    "Peru Peru PROPN NNP 2 nmod\n"
    "and and CCONJ CC 6 cc\n"
    "Chile Chile PROPN NNP 4 conj\n"
    ", , PUNCT , 8 punct\n"
    "Abel Abel PROPN NNP 2 appos\n"
    "Quispe Quispe PROPN NNP 8 flat\n"
    "and and CCONJ CC 11 cc\n"
    "Joao Joao PROPN NNP 4 conj\n"
    "Neira Neira PROPN NNP 11 flat\n"
    ", , PUNCT , 2 punct\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 16 det\n"
    "pact pact NOUN NN 14 obj\n"
    "on on ADP IN 18 case\n"
    "Monday Monday PROPN NNP 14 obl\n"
    ". . PUNCT . 14 punct\n\n";

// "Peru and Chile signed a pact, with Oman as host."
const std::string kHost =
    "Peru Peru PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Chile Chile PROPN NNP 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 6 det\n"
    "pact pact NOUN NN 4 obj\n"
    ", , PUNCT , 9 punct\n"
    "with with ADP IN 9 case\n"
    "Oman Oman PROPN NNP 4 obl\n"
    "as as ADP IN 11 case\n"
    "host host NOUN NN 4 obl\n"
    ". . PUNCT . 4 punct\n\n";

// "With Ana Sousa of Oman as host, Peru and Chile signed a pact."
const std::string kHostFirst =
    "With with SCONJ IN 7 mark\n"
    "Ana Ana PROPN NNP 7 nsubj\n"
    "Sousa Sousa PROPN NNP 2 flat\n"
    "of of ADP IN 5 case\n"
    "Oman Oman PROPN NNP 2 nmod\n"
    "as as ADP IN 7 case\n"
    "host host NOUN NN 12 obl\n"
    ", , PUNCT , 7 punct\n"
    "Peru Peru PROPN NNP 12 nsubj\n"
    "and and CCONJ CC 11 cc\n"
    "Chile Chile PROPN NNP 9 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 14 det\n"
    "pact pact NOUN NN 12 obj\n"
    ". . PUNCT . 12 punct\n\n";

// "Luz Energy, a Peruvian utility, and Gasco, a Chilean firm, concluded a contract."
const std::string kCompanies =
    "Luz Luz PROPN NNP 2 compound\n"
    "Energy Energy PROPN NNP 15 nsubj\n"
    ", , PUNCT , 6 punct\n"
    "a a DET DT 6 det\n"
    "Peruvian Peruvian ADJ JJ 6 amod\n"
    "utility utility NOUN NN 2 appos\n"
    ", , PUNCT , 9 punct\n"
    "and and CCONJ CC 9 cc\n"
    "Gasco Gasco PROPN NNP 2 conj\n"
    ", , PUNCT , 13 punct\n"
    "a a DET DT 13 det\n"
    "Chilean Chilean ADJ JJ 13 amod\n"
    "firm firm NOUN NN 2 appos\n"
    ", , PUNCT , 2 punct\n"
    "concluded conclude VERB VBD 0 root\n"
    "a a DET DT 17 det\n"
    "contract contract NOUN NN 15 obj\n"
    ". . PUNCT . 15 punct\n\n";

TEST_F(PersonHomes, TitleBehindNames) { EXPECT_THAT(lines(kEnvoys), ElementsAre("treaty signed PER CHL")); }

TEST_F(PersonHomes, TitleBeforeNames) { EXPECT_THAT(lines(kPersonsBehind), ElementsAre("treaty signed PER CHL")); }

TEST_F(PersonHomes, HostIsNoParty) { EXPECT_THAT(lines(kHost), ElementsAre("treaty signed PER CHL")); }

TEST_F(PersonHomes, HostBeforeTheParties) { EXPECT_THAT(lines(kHostFirst), ElementsAre("treaty signed PER CHL")); }

TEST_F(PersonHomes, CompaniesByTheirNouns) { EXPECT_THAT(lines(kCompanies), ElementsAre("contract signed PER CHL")); }

}  // namespace
}  // namespace entente
