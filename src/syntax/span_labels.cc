#include "syntax/span_labels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

float probability(const float* scores, int count, int label) {
  const float highest = *std::max_element(scores, scores + count);
  float sum = 0;
  for (int i = 0; i < count; ++i) sum += std::exp(scores[i] - highest);
  return std::exp(scores[label] - highest) / sum;
}

}  // namespace

Result<SpanLabels> SpanLabels::load(const std::vector<std::string>& labels) {
  SpanLabels out;
  bool has_outside = false;
  for (const std::string& text : labels) {
    Label label;
    if (text == "O") {
      has_outside = true;
    } else if (text == "B" || text == "I" || text.rfind("B-", 0) == 0 || text.rfind("I-", 0) == 0) {
      const std::string kind = text.size() > 2 ? text.substr(2) : "";
      const auto found = std::find(out.kinds_.begin(), out.kinds_.end(), kind);
      label = {text[0] == 'B' ? Mark::kBegin : Mark::kInside, static_cast<int>(found - out.kinds_.begin())};
      if (found == out.kinds_.end()) out.kinds_.push_back(kind);
    } else {
      return Error{ErrorCode::kBadModel, "\"" + text + "\" is no B, I or O label", ""};
    }
    out.labels_.push_back(label);
  }
  if (!has_outside) return Error{ErrorCode::kBadModel, "a group of span labels has no O", ""};
  return out;
}

bool SpanLabels::may_follow(int before, int label) const {
  if (labels_[at(label)].mark != Mark::kInside) return true;
  return before >= 0 && labels_[at(before)].kind == labels_[at(label)].kind;
}

std::vector<int> SpanLabels::best_sequence(const float* scores, int words, std::size_t stride) const {
  std::vector<int> sequence;
  int before = -1;
  for (int i = 0; i < words; ++i) {
    const float* row = scores + at(i) * stride;
    const int best = static_cast<int>(std::max_element(row, row + size()) - row);
    if (!may_follow(before, best)) return viterbi(scores, words, stride);
    sequence.push_back(before = best);
  }
  return sequence;
}

std::vector<int> SpanLabels::viterbi(const float* scores, int words, std::size_t stride) const {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  const int count = size();
  std::vector<double> total(at(count), kNever);
  std::vector<double> next(at(count));
  std::vector<int> from(at(words) * at(count), 0);
  for (int i = 0; i < words; ++i) {
    for (int label = 0; label < count; ++label) {
      double best = i == 0 && may_follow(-1, label) ? 0 : kNever;
      for (int before = 0; i > 0 && before < count; ++before) {
        if (may_follow(before, label) && total[at(before)] > best) {
          best = total[at(before)];
          from[at(i) * at(count) + at(label)] = before;
        }
      }
      next[at(label)] = best + static_cast<double>(scores[at(i) * stride + at(label)]);
    }
    total.swap(next);
  }
  std::vector<int> sequence(at(words));
  int label = static_cast<int>(std::max_element(total.begin(), total.end()) - total.begin());
  for (int i = words - 1; i >= 0; --i) {
    sequence[at(i)] = label;
    label = from[at(i) * at(count) + at(label)];
  }
  return sequence;
}

std::vector<SpanLabels::Found> SpanLabels::decode(const float* scores, int words, std::size_t stride) const {
  const std::vector<int> sequence = best_sequence(scores, words, stride);
  std::vector<Found> spans;
  for (int i = 0; i < words; ++i) {
    const Label label = labels_[at(sequence[at(i)])];
    if (label.mark == Mark::kOutside) continue;
    // Scores that are no numbers can leave an I alone: it begins a span like a B.
    if (label.mark == Mark::kBegin || spans.empty() || spans.back().end != i) spans.push_back({i, i, label.kind, 0});
    spans.back().end = i + 1;
    spans.back().score += probability(scores + at(i) * stride, size(), sequence[at(i)]);
  }
  for (Found& span : spans) span.score /= static_cast<float>(span.end - span.begin);
  return spans;
}

}  // namespace entente
