#include "syntax/event_head.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace entente {
namespace {

constexpr int kHidden = 4;

float sum_of(const std::vector<float>& values) { return std::accumulate(values.begin(), values.end(), 0.0F); }

std::size_t largest(const std::vector<float>& values) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < values.size(); ++i) best = values[i] > values[best] ? i : best;
  return best;
}

// Each type looks at the vector's value of its own number; each root at the pooled, the source's and the target's.
EventWeights weights() {
  EventWeights w;
  w.types = {"none", "AGREE", "ASSAULT"};
  w.roots = {"none", "talks", "fights"};
  w.trigger_weight = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
  w.trigger_bias = {0, 0, 0};
  w.query_weight.assign(kHidden * 3 * kHidden, 0.0F);
  w.query_bias.assign(kHidden, 0.0F);
  w.value.assign(kHidden, 0.0F);
  w.root_weight.assign(3 * 3 * kHidden, 0.0F);
  w.root_weight[0 * 3 * kHidden + 0] = 1;                // none: pooled, value 0
  w.root_weight[1 * 3 * kHidden + kHidden + 1] = 1;      // talks: the source's value 1
  w.root_weight[2 * 3 * kHidden + 2 * kHidden + 2] = 1;  // fights: the target's value 2
  w.root_bias = {0, 0, 0};
  return w;
}

std::vector<float> word(const EventWeights& w, const std::vector<float>& vector) {
  const EventHead head(w, kHidden);
  std::vector<float> probabilities(w.types.size(), -1.0F);
  head.read_word(vector.data(), probabilities.data());
  return probabilities;
}

// [CLS] and three words.
const std::vector<float> kVectors = {0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 4, 0, 0, 2, 2, 1};

std::vector<float> pair(const EventWeights& w, std::pair<int, int> source, std::pair<int, int> target) {
  return EventHead(w, kHidden).read_pair(kVectors.data(), 4, source, target);
}

TEST(EventHead, ProbabilitiesOfAWordSumToOne) {
  const EventWeights w = weights();
  EXPECT_EQ(EventHead(w, kHidden).types(), 3);
  for (const std::vector<float>& vector :
       std::vector<std::vector<float>>{{0, 0, 0, 0}, {1, 2, 3, 4}, {-500, 500, 499, 0}, {1e30F, -1e30F, 0, 0}}) {
    const std::vector<float> found = word(w, vector);
    EXPECT_NEAR(sum_of(found), 1, 1e-6);
    for (const float p : found) EXPECT_TRUE(p >= 0 && p <= 1) << p;
  }
  for (const float p : word(w, {0, 0, 0, 9})) EXPECT_NEAR(p, 1.0 / 3, 1e-6);
}

TEST(EventHead, TheTypeOfTheLargestSumWins) {
  EventWeights w = weights();
  EXPECT_EQ(largest(word(w, {3, 1, 2, 0})), 0U);
  EXPECT_EQ(largest(word(w, {1, 3, 2, 0})), 1U);
  EXPECT_EQ(largest(word(w, {1, 2, 3, 0})), 2U);
  const std::vector<float> found = word(w, {0, 1, 0, 0});
  EXPECT_NEAR(found[1], std::exp(1.0) / (2 + std::exp(1.0)), 1e-6);
  w.trigger_bias = {0, 0, 5};
  EXPECT_EQ(largest(word(w, {1, 3, 2, 0})), 2U);
}

TEST(EventHead, TakesAsManyTypesAsTheFormatAllows) {
  EventWeights w;
  for (int i = 0; i < 32; ++i) {
    w.types.push_back("T" + std::to_string(i));
    w.trigger_bias.push_back(static_cast<float>(i));
    w.trigger_weight.insert(w.trigger_weight.end(), kHidden, 0.0F);
  }
  const std::vector<float> found = word(w, {1, 1, 1, 1});
  EXPECT_EQ(largest(found), 31U);
  EXPECT_NEAR(sum_of(found), 1, 1e-6);
}

TEST(EventHead, ReadsAPairByItsSpans) {
  const EventWeights w = weights();
  for (const auto& [source, target, root] :
       {std::tuple(std::pair(1, 2), std::pair(0, 1), 1U), std::tuple(std::pair(0, 1), std::pair(2, 3), 2U),
        std::tuple(std::pair(1, 2), std::pair(3, 4), 1U), std::tuple(std::pair(3, 4), std::pair(2, 3), 2U)}) {
    const std::vector<float> found = pair(w, source, target);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_NEAR(sum_of(found), 1, 1e-6);
    EXPECT_EQ(largest(found), root);
  }
  // A span's vector is the mean of its words: (4 + 0 + 2) / 3 = 2 against the target's 2.
  const std::vector<float> even = pair(w, {1, 4}, {3, 4});
  EXPECT_NEAR(even[1], even[2], 1e-6);
}

TEST(EventHead, ReadsAPairWithNoTarget) {
  const std::vector<float> found = pair(weights(), {1, 2}, {0, 0});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_NEAR(sum_of(found), 1, 1e-6);
  EXPECT_EQ(largest(found), 1U);
  // The empty span is a vector of noughts, as [CLS] has here.
  EXPECT_EQ(found, pair(weights(), {1, 2}, {0, 1}));
  const std::vector<float> neither = pair(weights(), {0, 0}, {0, 0});
  EXPECT_NEAR(sum_of(neither), 1, 1e-6);
  EXPECT_NEAR(neither[0], neither[1], 1e-6);
}

TEST(EventHead, PoolsWhereTheQueryLooks) {
  EventWeights w = weights();
  w.root_weight.assign(3 * 3 * kHidden, 0.0F);
  w.root_weight[2 * 3 * kHidden + 2] = 1;  // fights: the pooled value 2
  // Without a query all four vectors count alike: (0 + 0 + 4 + 2) / 4.
  const auto odds = [](const std::vector<float>& p) { return std::log(p[2] / p[0]); };
  EXPECT_NEAR(odds(pair(w, {1, 2}, {0, 0})), 1.5, 1e-5);
  // A query that sees value 2 of the word draws the weight there.
  w.query_weight[2] = 1;
  w.value[0] = 50;
  EXPECT_GT(odds(pair(w, {1, 2}, {0, 0})), 3.2);
  // One that sees the source, too, is held down by it: tanh(0 - 40) and tanh(4 - 40) are alike.
  w.query_weight[kHidden + 1] = -10;
  EXPECT_NEAR(odds(pair(w, {1, 2}, {0, 0})), 1.5, 1e-3);
}

}  // namespace
}  // namespace entente
