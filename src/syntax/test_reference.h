// For tests: the network once more, in plain loops and doubles, straight from docs/formats/model.md.
#ifndef ENTENTE_SYNTAX_TEST_REFERENCE_H_
#define ENTENTE_SYNTAX_TEST_REFERENCE_H_

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "syntax/encoder.h"
#include "syntax/model.h"

namespace entente::reference {

using Row = std::vector<double>;
using Matrix = std::vector<Row>;

inline Row linear(const LinearWeights& weights, const Row& input) {
  Row out;
  for (int o = 0; o < weights.out; ++o) {
    const auto row = static_cast<std::size_t>(o);
    double sum = 0;
    for (std::size_t i = 0; i < input.size(); ++i) sum += weights.weight[row * input.size() + i] * input[i];
    out.push_back(sum * static_cast<double>(weights.scale[row]) + static_cast<double>(weights.bias[row]));
  }
  return out;
}

inline Row norm(const NormWeights& weights, const Row& input, double epsilon) {
  const auto width = static_cast<double>(input.size());
  double mean = 0;
  for (const double x : input) mean += x / width;
  double variance = 0;
  for (const double x : input) variance += (x - mean) * (x - mean) / width;
  Row out;
  for (std::size_t i = 0; i < input.size(); ++i) {
    out.push_back((input[i] - mean) / std::sqrt(variance + epsilon) * static_cast<double>(weights.weight[i]) +
                  static_cast<double>(weights.bias[i]));
  }
  return out;
}

inline Row sum(Row a, const Row& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
  return a;
}

inline Row relu(Row a) {
  for (double& x : a) x = std::max(x, 0.0);
  return a;
}

inline double gelu(double x) { return 0.5 * x * (1 + std::erf(x / std::sqrt(2.0))); }

inline Matrix attention(const Matrix& qkv, std::size_t hidden, std::size_t heads) {
  const std::size_t width = hidden / heads;
  Matrix out(qkv.size(), Row(hidden, 0.0));
  for (std::size_t head = 0; head < heads; ++head) {
    for (std::size_t i = 0; i < qkv.size(); ++i) {
      Row weights;
      double total = 0;
      for (const Row& other : qkv) {
        double dot = 0;
        for (std::size_t d = head * width; d < (head + 1) * width; ++d) dot += qkv[i][d] * other[hidden + d];
        weights.push_back(std::exp(dot / std::sqrt(static_cast<double>(width))));
        total += weights.back();
      }
      for (std::size_t j = 0; j < qkv.size(); ++j) {
        for (std::size_t d = head * width; d < (head + 1) * width; ++d)
          out[i][d] += weights[j] / total * qkv[j][2 * hidden + d];
      }
    }
  }
  return out;
}

// One sentence: a vector for each row.
inline Matrix encode(const ModelWeights& model, const std::vector<EncoderBatch::Row>& rows) {
  const auto hidden = static_cast<std::size_t>(model.config.hidden);
  const auto epsilon = static_cast<double>(model.config.norm_epsilon);
  Matrix x;
  for (const EncoderBatch::Row& row : rows) {
    Row input;
    for (std::size_t i = 0; i < hidden; ++i) {
      const auto id = static_cast<std::size_t>(row.id);
      double value = static_cast<double>(model.word_scale[id]) * model.word[id * hidden + i];
      value += static_cast<double>(model.position[static_cast<std::size_t>(row.position) * hidden + i]);
      if (row.shape >= 0) value += static_cast<double>(model.shape[static_cast<std::size_t>(row.shape) * hidden + i]);
      input.push_back(value);
    }
    x.push_back(norm(model.embedding_norm, input, epsilon));
  }
  for (const LayerWeights& layer : model.layers) {
    Matrix qkv;
    for (const Row& row : x) qkv.push_back(linear(layer.qkv, row));
    const Matrix mixed = attention(qkv, hidden, static_cast<std::size_t>(model.config.attention_heads));
    for (std::size_t i = 0; i < x.size(); ++i) {
      x[i] = norm(layer.attention_norm, sum(x[i], linear(layer.out, mixed[i])), epsilon);
      Row inner = linear(layer.ffn_in, x[i]);
      for (double& value : inner) value = gelu(value);
      x[i] = norm(layer.ffn_norm, sum(x[i], linear(layer.ffn_out, inner)), epsilon);
    }
  }
  return x;
}

// Score of each head (0: the root) for each word; `vectors`: the root's, then the words'.
inline Matrix arc_scores(const ModelWeights& model, const Matrix& vectors) {
  Matrix heads;
  for (const Row& vector : vectors) heads.push_back(relu(linear(model.arc_head, vector)));
  Matrix scores;
  for (std::size_t d = 1; d < vectors.size(); ++d) {
    const Row dep = linear(model.arc, relu(linear(model.arc_dep, vectors[d])));
    scores.emplace_back();
    for (const Row& head : heads) {
      double score = dep.back();
      for (std::size_t i = 0; i < head.size(); ++i) score += dep[i] * head[i];
      scores.back().push_back(score);
    }
  }
  return scores;
}

inline Row relation_scores(const ModelWeights& model, const Row& word, const Row& head_vector) {
  const Row dep = linear(model.label, relu(linear(model.label_dep, word)));
  const Row head = relu(linear(model.label_head, head_vector));
  Row scores;
  for (std::size_t r = 0; r < model.config.deprels.size(); ++r) {
    double score = dep[r * (head.size() + 1) + head.size()];
    for (std::size_t i = 0; i < head.size(); ++i) score += dep[r * (head.size() + 1) + i] * head[i];
    scores.push_back(score);
  }
  return scores;
}

inline int largest(const Row& row, std::size_t begin, std::size_t count) {
  const auto first = row.begin() + static_cast<std::ptrdiff_t>(begin);
  return static_cast<int>(std::max_element(first, first + static_cast<std::ptrdiff_t>(count)) - first);
}

}  // namespace entente::reference

#endif  // ENTENTE_SYNTAX_TEST_REFERENCE_H_
