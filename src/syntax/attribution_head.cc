#include "syntax/attribution_head.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr std::size_t kMarkWidth = 16;  // whole vectors

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::vector<float> by_input(const std::vector<float>& weight, std::size_t out, std::size_t in, std::size_t width) {
  std::vector<float> columns(width * in);
  for (std::size_t row = 0; row < out; ++row) {
    for (std::size_t i = 0; i < in; ++i) columns[i * width + row] = weight[row * in + i];
  }
  return columns;
}

// sums += weight * vector
void add_product(const std::vector<float>& columns, const float* vector, std::size_t in, std::size_t out, float* sums) {
  for (std::size_t i = 0; i < in; ++i) {
    const float* column = columns.data() + i * out;
    for (std::size_t row = 0; row < out; ++row) sums[row] += vector[i] * column[row];
  }
}

}  // namespace

AttributionHead::AttributionHead(const AttributionWeights& weights, int hidden)
    : weights_(&weights),
      hidden_(hidden),
      mark_columns_(by_input(weights.marks_weight, kMarks, at(hidden), kMarkWidth)),
      word_columns_(by_input(weights.word_weight, at(weights.link), at(hidden), at(weights.link))),
      cue_columns_(by_input(weights.cue_weight, at(weights.link), at(hidden), at(weights.link))) {}

void AttributionHead::read_word(const float* vector, float* scores) const {
  float sums[kMarkWidth] = {};
  std::copy(weights_->marks_bias.begin(), weights_->marks_bias.end(), sums);
  for (std::size_t i = 0; i < at(hidden_); ++i) {
    const float* column = mark_columns_.data() + i * kMarkWidth;
    for (std::size_t mark = 0; mark < kMarkWidth; ++mark) sums[mark] += vector[i] * column[mark];
  }
  std::copy(sums, sums + kMarks, scores);
}

std::vector<float> AttributionHead::project(const float* vectors, int words) const {
  const std::size_t link = at(weights_->link);
  std::vector<float> out(at(words) * link);
  for (std::size_t word = 0; word < at(words); ++word) {
    float* sums = out.data() + word * link;
    std::copy(weights_->word_bias.begin(), weights_->word_bias.end(), sums);
    add_product(word_columns_, vectors + word * at(hidden_), at(hidden_), link, sums);
  }
  return out;
}

std::vector<float> AttributionHead::link(const std::vector<float>& projected, const float* vectors,
                                         std::pair<int, int> cue) const {
  const std::size_t link = at(weights_->link);
  const int words = static_cast<int>(projected.size() / link);
  std::vector<float> mean(at(hidden_));
  for (int word = cue.first; word < cue.second; ++word) {
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += vectors[at(word) * at(hidden_) + i];
  }
  for (float& value : mean) value /= static_cast<float>(std::max(cue.second - cue.first, 1));
  std::vector<float> of_cue(link);
  add_product(cue_columns_, mean.data(), at(hidden_), link, of_cue.data());
  std::vector<float> out(at(words) * 3);
  for (int word = 0; word < words; ++word) {
    const int apart = std::min(word - cue.first, 0) + std::max(word - (cue.second - 1), 0);
    const int bucket = std::clamp(apart, -weights_->reach, weights_->reach) + weights_->reach;
    const float* distance = weights_->distance.data() + at(bucket) * link;
    const float* own = projected.data() + at(word) * link;
    float* scores = out.data() + at(word) * 3;
    std::copy(weights_->role_bias.begin(), weights_->role_bias.end(), scores);
    for (std::size_t i = 0; i < link; ++i) {
      const float value = std::max(own[i] + of_cue[i] + distance[i], 0.0F);
      for (std::size_t role = 0; role < 3; ++role) scores[role] += weights_->role_weight[role * link + i] * value;
    }
    const float most = *std::max_element(scores, scores + 3);
    float sum = 0;
    for (int role = 0; role < 3; ++role) sum += scores[role] = std::exp(scores[role] - most);
    for (int role = 0; role < 3; ++role) scores[role] /= sum;
  }
  return out;
}

}  // namespace entente
