// The examples in knowledge/agreements do what their rows say.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shipped.h"

namespace entente {
namespace {

// A parser errs now and then; a row that cannot fire at all costs more than this.
constexpr double kRight = 0.95;

class AgreementExamples : public ShippedTest {
 protected:
  template <class Wanted>
  void run(const std::string& place, const std::string& example, const Wanted& wanted) {
    Article article;
    article.id = place;
    article.text = example;
    const auto records = engine_->code(article);
    ASSERT_TRUE(records.has_value()) << records.error().to_string();
    ++run_;
    const bool right = std::any_of(records->begin(), records->end(), [&](const Record& record) {
      const auto* agreement = std::get_if<Agreement>(&record);
      return agreement != nullptr && wanted(*agreement);
    });
    if (!right) wrong_.push_back("\n" + place + ": " + example);
  }

  void TearDown() override {
    std::string all;
    for (const std::string& each : wrong_) all += each;
    RecordProperty("wrong", all);
    EXPECT_LE(static_cast<double>(wrong_.size()), (1 - kRight) * static_cast<double>(run_)) << all;
  }

  std::size_t run_ = 0;
  std::vector<std::string> wrong_;
};

TEST_F(AgreementExamples, OfStepsHaveTheirStatus) {
  for (const InstrumentStep& step : knowledge_->steps) {
    run(step.place, step.example,
        [&](const Agreement& found) { return step.status.empty() || found.status == step.status; });
  }
}

TEST_F(AgreementExamples, OfInstrumentsHaveTheirForm) {
  for (const auto& [noun, rows] : knowledge_->instruments) {
    for (const InstrumentNoun& row : rows) {
      if (!row.example.empty()) run(noun, row.example, [&](const Agreement& found) { return found.form == row.form; });
    }
  }
}

TEST_F(AgreementExamples, WhatLiesAheadHasNotHappened) {
  const std::pair<const char*, const char*> kTexts[] = {
      {"Finland ratified the defence treaty with Sweden on Monday. It comes into force in a month.", "ratified"},
      {"Peru and Chile signed a treaty on Monday. Trade starts as soon as the treaty comes into force.", "signed"},
      {"Peru and Chile signed a treaty on Monday. It comes into force once both have put it into law.", "signed"},
      {"The four-day truce that Qatar and Egypt negotiated between Israel and Hamas was holding, by and large.",
       "in_force"},
      {"Peru has failed to carry out its accord with Chile.", "stalled"},
      {"Peru has failed to honour its accord with Chile.", "violated"},
  };
  for (const auto& [text, status] : kTexts)
    run(text, text, [wanted = std::string(status)](const Agreement& found) { return found.status == wanted; });
  EXPECT_EQ(run_, std::size(kTexts));
  EXPECT_TRUE(wrong_.empty());
}

TEST_F(AgreementExamples, TheLaterNameIsOfTheInstrumentNotOfItsAnnex) {
  const std::string text =
      "Saudi Arabia and Pakistan signed an agreement on defence on Monday. The annex remains secret. The pact is not "
      "directed at anybody.";
  run(text, text, [](const Agreement& found) { return found.form == "treaty"; });
  EXPECT_TRUE(wrong_.empty());
}

}  // namespace
}  // namespace entente
