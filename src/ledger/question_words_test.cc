// Days and words of questions, as people write them.
#include <gtest/gtest.h>

#include "ledger/question_days.h"
#include "ledger/search_words.h"

namespace entente {
namespace {

TEST(QuestionDaysTest, MonthsAndYearsAreWhole) {
  const auto range = day_range("2024-02", "2024-02");
  ASSERT_TRUE(range);
  EXPECT_EQ(iso_day(range->first), "2024-02-01");
  EXPECT_EQ(iso_day(range->last), "2024-02-29");
  EXPECT_EQ(iso_day(day_range("", "2023")->last), "2023-12-31");
  EXPECT_FALSE(day_range("2024-02-30", ""));
  EXPECT_FALSE(day_range("2024-2", ""));
  EXPECT_FALSE(day_range("2025", "2024"));
}

TEST(SearchWordsTest, NothingHasAMeaningButQuotationMarks) {
  EXPECT_EQ(search_query("peace -talks OR (near)"), R"("peace" "talks" "OR" "near")");
  EXPECT_EQ(search_query("“peace treaty” border"), R"("peace treaty" "border")");
  EXPECT_EQ(search_query("\"an open phrase"), R"("an open phrase")");
  EXPECT_EQ(search_query(" ?* "), "");
}

}  // namespace
}  // namespace entente
