// Every frame of knowledge/relations/frames wins on its own example sentence.
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
constexpr std::size_t kLeastFrames = 200;

bool fires(const std::vector<Record>& records, const std::string& rule, const std::string& type) {
  return std::any_of(records.begin(), records.end(), [&](const Record& record) {
    const auto* relation = std::get_if<Relation>(&record);
    return relation != nullptr && relation->type == type &&
           std::any_of(relation->why.begin(), relation->why.end(),
                       [&](const auto& reason) { return reason.rule == rule; });
  });
}

TEST_F(ShippedTest, RelationFramesFireOnTheirExamples) {
  const std::vector<RelationFrame>& frames = knowledge_->relations.frames;
  EXPECT_GE(frames.size(), kLeastFrames);
  std::size_t fired = 0;
  std::string silent;
  for (const RelationFrame& frame : frames) {
    Article article;
    article.id = frame.name;
    article.text = frame.example;
    article.published = "2026-03-02";
    const auto records = engine_->code(article);
    ASSERT_TRUE(records.has_value()) << records.error().to_string();
    if (fires(*records, "relation:" + frame.name, frame.type)) {
      ++fired;
    } else {
      silent += "\n" + frame.name + ": " + frame.example;
    }
  }
  RecordProperty("silent", silent);
  EXPECT_GE(static_cast<double>(fired), kFiring * static_cast<double>(frames.size())) << silent;
}

}  // namespace
}  // namespace entente
