// Every frame of the lexicon fires on its own example sentence (knowledge/lexicon/frames.tsv).
//
// The model is models/entente-syntax.safetensors, or what ENTENTE_MODEL names.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "shipped.h"

namespace entente {
namespace {

// A parser errs now and then; a frame that cannot fire at all, or a column that is wrong, costs more than this.
constexpr double kFiring = 0.97;

bool fires(const std::vector<Record>& records, const std::string& rule) {
  return std::any_of(records.begin(), records.end(), [&](const Record& record) {
    const auto* event = std::get_if<Event>(&record);
    return event != nullptr &&
           std::any_of(event->why.begin(), event->why.end(), [&](const auto& reason) { return reason.rule == rule; });
  });
}

TEST_F(ShippedTest, FramesFireOnTheirExamples) {
  std::size_t fired = 0;
  std::string silent;
  for (const Frame& frame : knowledge_->frames) {
    Article article;
    article.id = frame.name;
    article.text = frame.example;
    const auto records = engine_->code(article);
    ASSERT_TRUE(records.has_value()) << records.error().to_string();
    if (fires(*records, "lexicon:" + frame.name)) {
      ++fired;
    } else {
      silent += "\n" + frame.name + ": " + frame.example;
    }
  }
  RecordProperty("silent", silent);
  EXPECT_GE(static_cast<double>(fired), kFiring * static_cast<double>(knowledge_->frames.size())) << silent;
}

}  // namespace
}  // namespace entente
