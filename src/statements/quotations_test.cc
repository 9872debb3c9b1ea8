#include "statements/quotations.h"

#include <gtest/gtest.h>

#include "actors/tree_text.h"

namespace entente {
namespace {

// Words apart by blanks, one after the other.
std::string rows_of(const std::vector<std::string>& words) {
  std::string rows;
  for (const std::string& word : words) rows += word + " " + word + " X X 0 root\n";
  return rows;
}

TEST(Quotations, PairsMarksOfSeveralScripts) {
  const ParsedDocument parsed =
      tree_from_text(rows_of({"\"", "a", "\"", "b", "“", "c", "”", "«", "d", "»", "「", "e", "」"}), "");
  const Tree tree(parsed);
  const Quotations quotations(tree);
  ASSERT_EQ(quotations.all().size(), 4U);
  EXPECT_EQ(quotations.all()[1].open, 4);
  EXPECT_EQ(quotations.all()[1].close, 6);
  EXPECT_EQ(quotations.around(3), nullptr);
  EXPECT_EQ(quotations.around(8), &quotations.all()[2]);
}

TEST(Quotations, OneThatIsNeverClosedIsNone) {
  const ParsedDocument parsed = tree_from_text(rows_of({"“", "a", "b", "c"}), "");
  const Tree tree(parsed);
  EXPECT_TRUE(Quotations(tree).all().empty());
}

TEST(Quotations, MarksWithinMarksOfAnotherScriptAreInside) {
  const ParsedDocument parsed = tree_from_text(rows_of({"“", "a", "«", "b", "»", "c", "”"}), "");
  const Tree tree(parsed);
  const Quotations quotations(tree);
  ASSERT_EQ(quotations.all().size(), 1U);
  EXPECT_EQ(quotations.around(3), &quotations.all()[0]);
}

}  // namespace
}  // namespace entente
