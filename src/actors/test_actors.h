// How a test reads the actors of a parsed text.
#ifndef ENTENTE_ACTORS_TEST_ACTORS_H_
#define ENTENTE_ACTORS_TEST_ACTORS_H_

#include <memory>
#include <string>

#include "actors/actors.h"
#include "actors/tree_text.h"
#include "knowledge/test_knowledge.h"

namespace entente {

class ActorsFixture : public KnowledgeTest {
 protected:
  void read(const std::string& rows, const std::string& published = "2026-03-11") {
    actors_.reset();
    tree_.reset();
    parsed_ = tree_from_text(rows, published);
    tree_ = std::make_unique<Tree>(parsed_);
    actors_ = std::make_unique<ActorFinder>(*tree_, *knowledge_);
  }
  // The token with this form, the last one of them.
  [[nodiscard]] TokenId at(const std::string& form) const {
    for (TokenId t = tree_->size() - 1; t >= 0; --t) {
      if (tree_->token(t).form == form) return t;
    }
    return -1;
  }

  ParsedDocument parsed_;
  std::unique_ptr<Tree> tree_;
  std::unique_ptr<ActorFinder> actors_;
};

}  // namespace entente

#endif  // ENTENTE_ACTORS_TEST_ACTORS_H_
