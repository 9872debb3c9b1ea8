// Statements of hand-written trees, for tests.
#ifndef ENTENTE_STATEMENTS_TEST_STATEMENTS_H_
#define ENTENTE_STATEMENTS_TEST_STATEMENTS_H_

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "actors/tree_text.h"
#include "statements/statements.h"

namespace entente {

inline std::vector<Statement> read_statements(const std::string& rows) {
  static const auto knowledge = Knowledge::load(ENTENTE_SOURCE_DIR "/knowledge");
  EXPECT_TRUE(knowledge.has_value());
  const ParsedDocument parsed = tree_from_text(rows, "2026-03-11");
  const Tree tree(parsed);
  const ActorFinder actors(tree, **knowledge);
  const Clauses clauses(tree);
  std::vector<Statement> statements;
  for (FoundStatement& found : find_statements(tree, **knowledge, actors, clauses))
    statements.push_back(std::move(found.statement));
  return statements;
}

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_TEST_STATEMENTS_H_
