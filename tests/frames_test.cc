// Every frame of the lexicon fires on its own example sentence (knowledge/lexicon/frames.tsv).
//
// The model is models/entente-syntax.safetensors, or what ENTENTE_MODEL names.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "entente/engine.h"
#include "knowledge/knowledge.h"

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

TEST(Frames, FireOnTheirExamples) {
  const std::string source = ENTENTE_SOURCE_DIR;
  const auto knowledge = Knowledge::load(source + "/knowledge");
  ASSERT_TRUE(knowledge.has_value()) << knowledge.error().to_string();
  EngineConfig config;
  const char* model = std::getenv("ENTENTE_MODEL");
  config.model_path = model != nullptr ? model : source + "/models/entente-syntax.safetensors";
  config.knowledge_path = source + "/knowledge";
  const auto engine = Engine::load(config);
  ASSERT_TRUE(engine.has_value()) << engine.error().to_string();
  std::size_t fired = 0;
  std::string silent;
  for (const Frame& frame : (*knowledge)->frames) {
    Article article;
    article.id = frame.name;
    article.text = frame.example;
    const auto records = (*engine)->code(article);
    ASSERT_TRUE(records.has_value()) << records.error().to_string();
    if (fires(*records, "lexicon:" + frame.name)) {
      ++fired;
    } else {
      silent += "\n" + frame.name + ": " + frame.example;
    }
  }
  RecordProperty("silent", silent);
  EXPECT_GE(static_cast<double>(fired), kFiring * static_cast<double>((*knowledge)->frames.size())) << silent;
}

}  // namespace
}  // namespace entente
