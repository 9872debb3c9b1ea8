#include "syntax/span_labels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace entente {
namespace {

const std::vector<std::string>& names() {
  static const std::vector<std::string> kNames = {"O", "B-PER", "I-PER", "B-ORG", "I-ORG"};
  return kNames;
}

bool allowed(const std::vector<int>& sequence) {
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    const std::string& label = names()[static_cast<std::size_t>(sequence[i])];
    if (label[0] != 'I') continue;
    if (i == 0 || names()[static_cast<std::size_t>(sequence[i - 1])].substr(1) != label.substr(1)) return false;
  }
  return true;
}

std::string written(const std::vector<SpanLabels::Found>& spans) {
  std::string out;
  for (const auto& span : spans) {
    out += std::to_string(span.begin) + "-" + std::to_string(span.end) + ":" + std::to_string(span.kind) + " ";
  }
  return out;
}

std::string spans_of(const std::vector<int>& sequence) {
  std::vector<SpanLabels::Found> spans;
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    const int at = static_cast<int>(i);
    if (sequence[i] % 2 == 1) spans.push_back({at, at, sequence[i] / 2, 0});
    if (sequence[i] != 0) spans.back().end = at + 1;
  }
  return written(spans);
}

TEST(SpanLabels, FindsTheBestAllowedSequence) {
  const Result<SpanLabels> labels = SpanLabels::load(names());
  ASSERT_TRUE(labels);
  std::mt19937 random(5);
  int constrained = 0;
  for (int round = 0; round < 300; ++round) {
    const int words = 1 + round % 5;
    std::vector<float> scores(static_cast<std::size_t>(words) * 7);
    for (float& score : scores) score = static_cast<float>(random() % 100000) / 10000.0F;
    std::vector<int> sequence(static_cast<std::size_t>(words), 0);
    std::vector<int> best;
    double most = -1;
    double free_most = -1;
    for (bool more = true; more;) {
      double total = 0;
      for (std::size_t i = 0; i < sequence.size(); ++i) {
        total += static_cast<double>(scores[i * 7 + static_cast<std::size_t>(sequence[i])]);
      }
      free_most = std::max(free_most, total);
      if (total > most && allowed(sequence)) {
        most = total;
        best = sequence;
      }
      std::size_t i = 0;
      while (i < sequence.size() && sequence[i] == 4) sequence[i++] = 0;
      more = i < sequence.size();
      if (more) ++sequence[i];
    }
    constrained += free_most > most ? 1 : 0;
    ASSERT_EQ(written(labels->decode(scores.data(), words, 7)), spans_of(best)) << round;
  }
  EXPECT_GT(constrained, 50);
}

TEST(SpanLabels, ScoresAreMeanProbabilities) {
  const Result<SpanLabels> labels = SpanLabels::load({"O", "B", "I"});
  ASSERT_TRUE(labels);
  const std::vector<float> scores = {0, 3, 0, 0, 0, 2};
  const auto spans = labels->decode(scores.data(), 2, 3);
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_EQ(spans[0].end, 2);
  const double first = std::exp(3.0) / (std::exp(3.0) + 2);
  const double second = std::exp(2.0) / (std::exp(2.0) + 2);
  EXPECT_NEAR(spans[0].score, (first + second) / 2, 1e-6);
}

TEST(SpanLabels, SurvivesScoresThatAreNoNumbers) {
  const Result<SpanLabels> labels = SpanLabels::load(names());
  ASSERT_TRUE(labels);
  const std::vector<float> scores(50, std::numeric_limits<float>::quiet_NaN());
  for (const auto& span : labels->decode(scores.data(), 10, 5)) EXPECT_LT(span.begin, span.end);
}

TEST(SpanLabels, RefusesOtherLabels) {
  EXPECT_FALSE(SpanLabels::load({"O", "E-PER"}));
  EXPECT_FALSE(SpanLabels::load({"B-PER", "I-PER"}));
}

}  // namespace
}  // namespace entente
