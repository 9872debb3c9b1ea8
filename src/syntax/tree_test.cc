#include "syntax/tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

namespace entente {
namespace {

// True where the heads make a tree with exactly one child of the root.
bool is_tree(const std::vector<int>& heads) {
  if (std::count(heads.begin(), heads.end(), 0) != 1) return false;
  for (std::size_t word = 1; word <= heads.size(); ++word) {
    auto at = word;
    for (std::size_t steps = 0; at != 0; ++steps) {
      if (steps > heads.size()) return false;
      at = static_cast<std::size_t>(heads[at - 1]);
    }
  }
  return true;
}

double score_of(const std::vector<int>& heads, const std::vector<float>& scores) {
  const std::size_t stride = heads.size() + 1;
  double total = 0;
  for (std::size_t d = 0; d < heads.size(); ++d)
    total += static_cast<double>(scores[d * stride + static_cast<std::size_t>(heads[d])]);
  return total;
}

// The best of all (words + 1) ^ words choices.
double best_score(const std::vector<float>& scores, int words) {
  double best = -1e30;
  std::vector<int> heads(static_cast<std::size_t>(words), 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, score_of(heads, scores));
    std::size_t i = 0;
    while (i < heads.size() && heads[i] == words) heads[i++] = 0;
    if (i == heads.size()) return best;
    ++heads[i];
  }
}

TEST(BestTree, IsTheBestOfAll) {
  std::mt19937 random(7);
  int with_cycles = 0;
  for (int round = 0; round < 400; ++round) {
    const int words = 1 + round % 5;
    const auto stride = static_cast<std::size_t>(words) + 1;
    std::vector<float> scores(static_cast<std::size_t>(words) * stride);
    const bool coarse = round % 3 == 0;  // many ties
    for (float& score : scores)
      score = coarse ? static_cast<float>(random() % 4) : static_cast<float>(random() % 100000) / 5000.0F;
    if (round % 4 == 0) {
      for (std::size_t d = 0; d < static_cast<std::size_t>(words); ++d) scores[d * stride] += 15;  // all want the root
    }
    const std::vector<int> heads = best_tree(scores.data(), words, stride);
    ASSERT_TRUE(is_tree(heads)) << round;
    ASSERT_NEAR(score_of(heads, scores), best_score(scores, words), 1e-4) << round;
    double greedy = 0;
    for (std::size_t d = 0; d < static_cast<std::size_t>(words); ++d) {
      const auto row = scores.begin() + static_cast<std::ptrdiff_t>(d * stride);
      greedy += static_cast<double>(*std::max_element(row, row + words + 1));
    }
    with_cycles += greedy > score_of(heads, scores) + 1e-6 ? 1 : 0;
  }
  EXPECT_GT(with_cycles, 100) << "the random scores must often need more than the best head of each word";
}

TEST(BestTree, OpensCyclesWithinCycles) {
  // 1 and 2 want each other, 3 and 4 too; the two pairs want each other; the root is far from all but nearest to 4.
  const std::vector<float> scores = {-50, 0,  10, 1,  1,   //
                                     -50, 10, 0,  1,  5,   //
                                     -50, 1,  4,  0,  10,  //
                                     -45, 1,  1,  10, 0};
  const std::vector<int> heads = best_tree(scores.data(), 4, 5);
  EXPECT_EQ(heads, (std::vector<int>{2, 4, 4, 0}));
}

TEST(BestTree, TakesLongSentencesAndOddNumbers) {
  std::mt19937 random(3);
  const int words = 510;
  std::vector<float> scores(static_cast<std::size_t>(words) * 512);
  for (float& score : scores) score = static_cast<float>(random() % 1000);
  EXPECT_TRUE(is_tree(best_tree(scores.data(), words, 512)));
  for (std::size_t i = 0; i < scores.size(); i += 3) scores[i] = std::numeric_limits<float>::quiet_NaN();
  for (std::size_t i = 1; i < scores.size(); i += 5) scores[i] = std::numeric_limits<float>::infinity();
  EXPECT_TRUE(is_tree(best_tree(scores.data(), words, 512)));
  std::fill(scores.begin(), scores.end(), std::numeric_limits<float>::quiet_NaN());
  EXPECT_TRUE(is_tree(best_tree(scores.data(), words, 512)));
  EXPECT_TRUE(best_tree(scores.data(), 0, 512).empty());
}

}  // namespace
}  // namespace entente
