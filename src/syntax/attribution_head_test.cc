#include "syntax/attribution_head.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace entente {
namespace {

constexpr int kHidden = 4;

// One sum: the word's first value, plus the cue's second, plus ten words' distance; a source where it is large.
AttributionWeights weights() {
  AttributionWeights w;
  w.link = 2;
  w.reach = 2;
  w.marks_weight.assign(AttributionHead::kMarks * kHidden, 0.0F);
  w.marks_weight[4 * kHidden + 3] = 2;  // a cue begins: the value 3
  w.marks_bias.assign(AttributionHead::kMarks, 0.0F);
  w.marks_bias[8] = 5;
  w.word_weight = {1, 0, 0, 0, 0, 0, 1, 0};
  w.word_bias = {0, 0};
  w.cue_weight = {0, 1, 0, 0, 0, 0, 0, 0};
  w.distance = {0, 0, 0, 9, 0, 0, 0, 0, 0, -9};  // two before, one before, at it, one after, two or more after
  w.role_weight = {0, 0, 1, 0, 0, 1};
  w.role_bias = {1, 0, 0};
  return w;
}

int role(const std::vector<float>& roles, int word) {
  const auto from = roles.begin() + word * 3;
  return static_cast<int>(std::max_element(from, from + 3) - from);
}

TEST(AttributionHead, ScoresMarksOfAWord) {
  const AttributionWeights w = weights();
  std::vector<float> scores(AttributionHead::kMarks, -1.0F);
  const std::vector<float> vector = {1, 1, 1, 3};
  AttributionHead(w, kHidden).read_word(vector.data(), scores.data());
  EXPECT_EQ(scores, (std::vector<float>{0, 0, 0, 0, 6, 0, 0, 0, 5}));
}

TEST(AttributionHead, LinksWordsByThemselvesTheCueAndHowFarTheyAre) {
  const AttributionWeights w = weights();
  const AttributionHead head(w, kHidden);
  // A source, a word one before the cue, the cue of two words, one after it, one that its distance keeps off.
  const std::vector<float> vectors = {5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 4, 0};
  const std::vector<float> projected = head.project(vectors.data(), 6);
  const std::vector<float> roles = head.link(projected, vectors.data(), {2, 4});
  ASSERT_EQ(roles.size(), 18U);
  for (int word = 0; word < 6; ++word) {
    EXPECT_NEAR(roles[static_cast<std::size_t>(word) * 3] + roles[static_cast<std::size_t>(word) * 3 + 1] +
                    roles[static_cast<std::size_t>(word) * 3 + 2],
                1, 1e-6);
  }
  EXPECT_EQ(role(roles, 0), AttributionHead::kSource);
  EXPECT_EQ(role(roles, 1), AttributionHead::kContent);
  EXPECT_EQ(role(roles, 2), AttributionHead::kNone);
  EXPECT_EQ(role(roles, 4), AttributionHead::kContent);
  EXPECT_EQ(role(roles, 5), AttributionHead::kNone);
}

TEST(AttributionHead, TheCueCounts) {
  const AttributionWeights w = weights();
  const AttributionHead head(w, kHidden);
  std::vector<float> vectors = {0, 0, 0, 0, 0, 8, 0, 0};
  const std::vector<float> projected = head.project(vectors.data(), 2);
  EXPECT_EQ(role(head.link(projected, vectors.data(), {1, 2}), 0), AttributionHead::kContent);
  vectors[5] = 20;
  EXPECT_EQ(role(head.link(projected, vectors.data(), {1, 2}), 0), AttributionHead::kSource);
}

}  // namespace
}  // namespace entente
