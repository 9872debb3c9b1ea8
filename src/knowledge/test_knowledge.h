// The project's own tables, loaded once for the tests of a class.
#ifndef ENTENTE_KNOWLEDGE_TEST_KNOWLEDGE_H_
#define ENTENTE_KNOWLEDGE_TEST_KNOWLEDGE_H_

#include <gtest/gtest.h>

#include <memory>

#include "knowledge/knowledge.h"

namespace entente {

class KnowledgeTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto loaded = Knowledge::load(ENTENTE_SOURCE_DIR "/knowledge");
    ASSERT_TRUE(loaded.has_value()) << loaded.error().to_string();
    knowledge_ = *std::move(loaded);
  }
  static void TearDownTestSuite() { knowledge_.reset(); }

  inline static std::unique_ptr<const Knowledge> knowledge_;
};

}  // namespace entente

#endif  // ENTENTE_KNOWLEDGE_TEST_KNOWLEDGE_H_
