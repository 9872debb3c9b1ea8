#include <gtest/gtest.h>

#include "events/numbers.h"
#include "events/test_events.h"

namespace entente {
namespace {

class MagnitudeTest : public EventsFixture {
 protected:
  static Magnitude of_first(const std::string& rows) {
    const std::vector<Event> events = read(rows);
    return events.empty() ? Magnitude{} : events[0].magnitude;
  }
  // "Peru lent Chile WORDS", each word with its tag and relation; the first is the object.
  static std::string sum(const std::string& words, const std::string& lender = "Peru") {
    const Magnitude magnitude =
        of_first(lender + " " + lender +
                 " PROPN NNP 2 nsubj\nlent lend VERB VBD 0 root\nChile Chile PROPN NNP 2 iobj\n" + words);
    if (!magnitude.amount.has_value()) return "";
    return std::to_string(static_cast<std::int64_t>(*magnitude.amount)) + " " + magnitude.currency.value_or("?");
  }
};

TEST_F(MagnitudeTest, AddsUpWhoWasShotDead) {
  const Magnitude magnitude = of_first(
      "Chadian Chadian ADJ JJ 2 amod\nsoldiers soldier NOUN NNS 3 nsubj\nshot shoot VERB VBD 0 root\n"
      "dead dead ADJ JJ 3 xcomp\ntwo two NUM CD 6 nummod\nmarines marine NOUN NNS 3 obj\nand and CCONJ CC 9 cc\n"
      "three three NUM CD 9 nummod\nbuilders builder NOUN NNS 6 conj\n");
  EXPECT_EQ(magnitude.killed, 5);
  EXPECT_EQ(magnitude.wounded, std::nullopt);
}

TEST_F(MagnitudeTest, SeveralHundredIsNoNumber) {
  const auto wounded = [](const std::string& before) {
    return of_first("Soldiers soldier NOUN NNS 2 nsubj\nwounded wound VERB VBD 0 root\n" + before +
                    " 4 amod\nhundred hundred NUM CD 5 nummod\nfarmers farmer NOUN NNS 2 obj\nin in ADP IN 7 case\n"
                    "Chad Chad PROPN NNP 2 obl\n")
        .wounded;
  };
  EXPECT_EQ(wounded("several several ADJ JJ"), std::nullopt);
}

TEST_F(MagnitudeTest, ReadsSumsOfMoney) {
  EXPECT_EQ(sum("30 30 NUM CD 5 compound\nmillion million NUM CD 6 nummod\ndollars dollar NOUN NNS 2 obj\n"),
            "30000000 USD");
  EXPECT_EQ(sum("$ $ SYM $ 2 obj\n2.4bn 2.4bn NUM CD 4 nummod\n"), "2400000000 USD");
  EXPECT_EQ(sum("half half DET PDT 6 det:predet\na a DET DT 6 det\nbillion billion NUM CD 8 nummod\n"
                "Canadian Canadian ADJ JJ 8 amod\ndollars dollar NOUN NNS 2 obj\n"),
            "500000000 CAD");
  EXPECT_EQ(sum("2,000 2,000 NUM CD 5 nummod\npesos peso NOUN NNS 2 obj\n", "Mexico"), "2000 MXN");
  EXPECT_EQ(sum("twenty-five twenty-five NUM CD 5 compound\nmillion million NUM CD 6 nummod\n"
                "francs franc NOUN NNS 2 obj\n"),
            "25000000 ?");
}

TEST_F(MagnitudeTest, NoNumberOrTwoSumsAreNone) {
  EXPECT_EQ(sum("dollars dollar NOUN NNS 2 obj\n"), "");
  EXPECT_EQ(sum("30 30 NUM CD 5 nummod\ndollars dollar NOUN NNS 2 obj\nand and CCONJ CC 8 cc\n40 40 NUM CD 8 nummod\n"
                "euros euro NOUN NNS 5 conj\n"),
            "");
}

TEST_F(MagnitudeTest, WhatIsNoMoney) {
  EXPECT_EQ(sum("500 500 NUM CD 5 nummod\npounds pound NOUN NNS 2 obj\nof of ADP IN 7 case\n"
                "cocaine cocaine NOUN NN 5 nmod\n"),
            "");
  EXPECT_EQ(sum("two two NUM CD 5 nummod\nsums sum NOUN NNS 2 obj\n"), "");
  EXPECT_EQ(sum("money money NOUN NN 2 obj\nand and CCONJ CC 6 cc\nwon win VERB VBD 2 conj\n30 30 NUM CD 8 nummod\n"
                "seats seat NOUN NNS 6 obj\n"),
            "");
}

TEST_F(MagnitudeTest, ACrewIsNotOneManAndAGroupIsItsMen) {
  const auto arrested = [](const std::string& object) {
    return of_first(
               "Chadian Chadian ADJ JJ 2 amod\npolice police NOUN NNS 3 nsubj\narrested arrest VERB VBD 0 root\n"
               "a a DET DT 6 det\nLibyan Libyan ADJ JJ 6 amod\n" +
               object)
        .arrested;
  };
  EXPECT_EQ(arrested("driver driver NOUN NN 3 obj\n"), 1);
  EXPECT_EQ(arrested("crew crew NOUN NN 3 obj\n"), std::nullopt);
  EXPECT_EQ(
      arrested("group group NOUN NN 3 obj\nof of ADP IN 9 case\n20 20 NUM CD 9 nummod\nmen man NOUN NNS 6 nmod\n"), 20);
}

TEST_F(MagnitudeTest, WhoIsSentSomewhereIsNotDrivenOut) {
  const auto displaced = [](const std::string& verb, const std::string& by) {
    return of_first("Chadian Chadian ADJ JJ 2 amod\nsoldiers soldier NOUN NNS 3 nsubj\n" + verb +
                    " VERB VBD 0 root\n2,500 2,500 NUM CD 5 nummod\nvillagers villager NOUN NNS 3 obj\n" + by +
                    " ADP IN 7 case\nBentiu Bentiu PROPN NNP 3 obl\n")
        .displaced;
  };
  EXPECT_EQ(displaced("drove drive", "from from"), 2500);
  EXPECT_EQ(displaced("drove drive", "in in"), std::nullopt);
}

TEST_F(MagnitudeTest, NumbersInWords) {
  const auto value = [](std::initializer_list<const char*> words) {
    std::vector<NumberWord> all;
    for (const char* word : words) {
      for (const NumberWord& part : number_words(*knowledge_, word)) all.push_back(part);
    }
    return value_of(all);
  };
  EXPECT_EQ(value({"two", "hundred", "fifty", "thousand"}), 250000);
  EXPECT_EQ(value({"two", "million", "three", "hundred"}), 2000300);
  EXPECT_EQ(value({"twenty-five"}), 25);
  EXPECT_EQ(value({"1.5", "million"}), 1500000);
  EXPECT_EQ(value({"5m"}), 5000000);
  EXPECT_EQ(value({"dozen"}), 12);
  EXPECT_EQ(value({"pesos"}), std::nullopt);
  EXPECT_EQ(value({"5kg"}), std::nullopt);
}

}  // namespace
}  // namespace entente
