// The engine with the model and the tables of the source tree, for tests that look at the whole.
//
// The model is models/entente-syntax.safetensors, or what ENTENTE_MODEL names.
#ifndef ENTENTE_SHIPPED_H_
#define ENTENTE_SHIPPED_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "entente/engine.h"
#include "knowledge/knowledge.h"

namespace entente {

inline EngineConfig shipped_config() {
  const std::string source = ENTENTE_SOURCE_DIR;
  const char* model = std::getenv("ENTENTE_MODEL");
  EngineConfig config;
  config.model_path = model != nullptr ? model : source + "/models/entente-syntax.safetensors";
  config.knowledge_path = source + "/knowledge";
  return config;
}

// Tables and engine, loaded once for the tests of a suite.
class ShippedTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto knowledge = Knowledge::load(shipped_config().knowledge_path);
    ASSERT_TRUE(knowledge.has_value()) << knowledge.error().to_string();
    knowledge_ = *std::move(knowledge);
    auto engine = Engine::load(shipped_config());
    ASSERT_TRUE(engine.has_value()) << engine.error().to_string();
    engine_ = *std::move(engine);
  }
  static void TearDownTestSuite() {
    engine_.reset();
    knowledge_.reset();
  }

  inline static std::unique_ptr<const Knowledge> knowledge_;
  inline static std::unique_ptr<const Engine> engine_;
};

}  // namespace entente

#endif  // ENTENTE_SHIPPED_H_
