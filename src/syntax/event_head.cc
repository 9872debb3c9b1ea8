#include "syntax/event_head.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr std::size_t kMostTypes = 32;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

void softmax(float* values, std::size_t count) {
  const float most = *std::max_element(values, values + count);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += values[i] = std::exp(values[i] - most);
  for (std::size_t i = 0; i < count; ++i) values[i] /= sum;
}

float dot(const float* a, const float* b, std::size_t count) {
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

EventHead::EventHead(const EventWeights& weights, int hidden)
    : weights_(&weights), hidden_(hidden), columns_(at(hidden) * kMostTypes) {
  for (std::size_t type = 0; type < weights.types.size(); ++type) {
    for (std::size_t i = 0; i < at(hidden); ++i)
      columns_[i * kMostTypes + type] = weights.trigger_weight[type * at(hidden) + i];
  }
}

void EventHead::read_word(const float* vector, float* probabilities) const {
  float sums[kMostTypes] = {};
  std::copy(weights_->trigger_bias.begin(), weights_->trigger_bias.end(), sums);
  for (std::size_t i = 0; i < at(hidden_); ++i) {
    const float* column = columns_.data() + i * kMostTypes;
    for (std::size_t type = 0; type < kMostTypes; ++type) sums[type] += vector[i] * column[type];
  }
  softmax(sums, at(types()));
  std::copy(sums, sums + types(), probabilities);
}

std::vector<float> EventHead::mean(const float* vectors, std::pair<int, int> span) const {
  std::vector<float> sum(at(hidden_));
  for (int word = span.first; word < span.second; ++word) {
    for (std::size_t i = 0; i < at(hidden_); ++i) sum[i] += vectors[at(word) * at(hidden_) + i];
  }
  const float count = static_cast<float>(std::max(span.second - span.first, 1));
  for (float& value : sum) value /= count;
  return sum;
}

std::vector<float> EventHead::read_pair(const float* vectors, int count, std::pair<int, int> source,
                                        std::pair<int, int> target) const {
  const std::size_t hidden = at(hidden_);
  const std::vector<float> s = mean(vectors, source);
  const std::vector<float> t = mean(vectors, target);
  std::vector<float> attention(at(count));
  for (std::size_t word = 0; word < at(count); ++word) {
    for (std::size_t row = 0; row < hidden; ++row) {
      const float* query = weights_->query_weight.data() + row * 3 * hidden;
      const float sum = weights_->query_bias[row] + dot(query, vectors + word * hidden, hidden) +
                        dot(query + hidden, s.data(), hidden) + dot(query + 2 * hidden, t.data(), hidden);
      attention[word] += weights_->value[row] * std::tanh(sum);
    }
  }
  softmax(attention.data(), attention.size());
  std::vector<float> pooled(hidden);
  for (std::size_t word = 0; word < at(count); ++word) {
    for (std::size_t i = 0; i < hidden; ++i) pooled[i] += attention[word] * vectors[word * hidden + i];
  }
  std::vector<float> roots(weights_->root_bias);
  for (std::size_t root = 0; root < roots.size(); ++root) {
    const float* row = weights_->root_weight.data() + root * 3 * hidden;
    roots[root] +=
        dot(row, pooled.data(), hidden) + dot(row + hidden, s.data(), hidden) + dot(row + 2 * hidden, t.data(), hidden);
  }
  softmax(roots.data(), roots.size());
  return roots;
}

}  // namespace entente
