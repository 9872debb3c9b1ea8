#include "syntax/heads.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "syntax/tree.h"

namespace entente {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

int round_up(int count, int step) { return (count + step - 1) / step * step; }

int index_of_largest(const float* scores, int count) {
  return static_cast<int>(std::max_element(scores, scores + count) - scores);
}

LemmaScripts likeliest(const float* scores, int count) {
  LemmaScripts out;
  const float least = *std::max_element(scores, scores + count) - LemmaScripts::kMargin;
  for (int i = 0; i < count; ++i) {
    if (scores[i] < least) continue;
    int place = std::min(out.count, LemmaScripts::kMost);
    while (place > 0 && scores[out.scripts[at(place - 1)]] < scores[i]) --place;
    if (place == LemmaScripts::kMost) continue;
    out.count = std::min(out.count + 1, LemmaScripts::kMost);
    for (int k = out.count - 1; k > place; --k) out.scripts[at(k)] = out.scripts[at(k - 1)];
    out.scripts[at(place)] = static_cast<std::uint16_t>(i);
  }
  return out;
}

// The probability of `head` among the root and all words but `word` itself.
float head_probability(const float* scores, int words, int word, int head) {
  float highest = scores[head];
  for (int h = 0; h <= words; ++h) {
    if (h != word) highest = std::max(highest, scores[h]);
  }
  float sum = 0;
  for (int h = 0; h <= words; ++h) {
    if (h != word) sum += std::exp(scores[h] - highest);
  }
  return std::exp(scores[head] - highest) / sum;
}

}  // namespace

Heads::Heads(const ModelConfig& config, const Kernels& kernels, Linear&& first, Linear&& arc, Linear&& label)
    : config_(&config), kernels_(&kernels), first_(std::move(first)), arc_(std::move(arc)), label_(std::move(label)) {
  for (int g = 0; g < kTagGroups; ++g) {
    group_begin_[at(g)] = tag_count_;
    tag_count_ += static_cast<int>(config.groups[at(g)].size());
  }
  span_begin_ = at(group_begin_[static_cast<std::size_t>(TagGroup::kName)]);
  span_count_ = at(tag_count_) - span_begin_;
}

Result<Heads> Heads::make(const ModelWeights& weights, LinearFactory& factory, const Kernels& kernels) {
  ENTENTE_TRY(Linear first, factory.make({&weights.arc_dep, &weights.arc_head, &weights.label_dep, &weights.label_head,
                                          &weights.tags}));
  ENTENTE_TRY(Linear arc, factory.make({&weights.arc}));
  ENTENTE_TRY(Linear label, factory.make({&weights.label}));
  return Heads(weights.config, kernels, std::move(first), std::move(arc), std::move(label));
}

const float* Heads::span_scores(TagGroup group, int row, Workspace& w) const {
  const std::size_t offset = at(group_begin_[static_cast<std::size_t>(group)]) - span_begin_;
  return w.spans.get<float>(0) + at(row) * span_count_ + offset;
}

void Heads::read_row(const float* tags, int row, Workspace& w) const {
  const auto best = [&](TagGroup group) {
    const auto g = static_cast<std::size_t>(group);
    return index_of_largest(tags + group_begin_[g], static_cast<int>(config_->groups[g].size()));
  };
  WordReading& word = w.words[at(row)];
  word.upos = best(TagGroup::kUpos);
  word.xpos = best(TagGroup::kXpos);
  word.feats = best(TagGroup::kFeats);
  const auto lemma = static_cast<std::size_t>(TagGroup::kLemma);
  word.lemma = likeliest(tags + group_begin_[lemma], static_cast<int>(config_->groups[lemma].size()));
  std::copy(tags + span_begin_, tags + tag_count_, w.spans.get<float>(0) + at(row) * span_count_);
}

void Heads::read_first(const float* vectors, int rows, Workspace& w) const {
  const int hidden = config_->hidden;
  const int arc = config_->arc;
  const int label = config_->label;
  const int width = first_.width();
  const int tags_begin = 2 * arc + 2 * label;
  const int tags_width = round_up(tag_count_, ModelConfig::kWidthStep);
  const std::size_t packed_bytes = kernels_->packed_bytes;
  char* packed = w.packed.get<char>(at(kRowStep) * at(hidden) * packed_bytes);
  float* sums = w.sums.get<float>(at(kRowStep) * at(width));
  float* row_buffer = w.row.get<float>(at(std::max({arc, label, tags_width})));
  char* arc_dep = w.arc_dep.get<char>(at(round_up(rows, kRowStep)) * at(arc) * packed_bytes);
  char* label_dep = w.label_dep.get<char>(at(round_up(rows, kRowStep)) * at(label) * packed_bytes);
  float* arc_head = w.arc_head.get<float>(at(rows) * at(arc));
  float* label_head = w.label_head.get<float>(at(rows) * at(label));
  w.spans.get<float>(at(rows) * span_count_);
  w.scales.resize(at(rows));
  w.label_scales.resize(at(rows));
  for (int begin = 0; begin < rows; begin += kRowStep) {
    const int count = std::min(kRowStep, rows - begin);
    float scales[kRowStep];
    for (int r = 0; r < count; ++r) {
      scales[r] =
          kernels_->pack(vectors + at(begin + r) * at(hidden), hidden, packed + at(r) * at(hidden) * packed_bytes);
    }
    first_.run(packed, count, sums, w.scratch);
    for (int r = 0; r < count; ++r) {
      const int row = begin + r;
      const float* from = sums + at(r) * at(width);
      const auto relu = [&](int first, int n, float* out) {
        kernels_->finish_relu(from + first, scales[r], first_.epilogue(first), n, out);
      };
      relu(0, arc, row_buffer);
      w.scales[at(row)] = kernels_->pack(row_buffer, arc, arc_dep + at(row) * at(arc) * packed_bytes);
      relu(arc, arc, arc_head + at(row) * at(arc));
      relu(2 * arc, label, row_buffer);
      w.label_scales[at(row)] = kernels_->pack(row_buffer, label, label_dep + at(row) * at(label) * packed_bytes);
      relu(2 * arc + label, label, label_head + at(row) * at(label));
      kernels_->finish(from + tags_begin, scales[r], first_.epilogue(tags_begin), tags_width, row_buffer);
      read_row(row_buffer, row, w);
    }
  }
}

// The dependents' side of the arcs: [rows, arc + 1], at the width of the layer.
void Heads::read_arcs(int rows, Workspace& w) const {
  const int width = arc_.width();
  const std::size_t row_bytes = at(config_->arc) * kernels_->packed_bytes;
  const char* packed = w.arc_dep.get<char>(0);
  float* arcs = w.arcs.get<float>(at(rows) * at(width));
  float* sums = w.sums.get<float>(at(kRowStep) * at(width));
  for (int begin = 0; begin < rows; begin += kRowStep) {
    const int count = std::min(kRowStep, rows - begin);
    arc_.run(packed + at(begin) * row_bytes, count, sums, w.scratch);
    for (int r = 0; r < count; ++r) {
      kernels_->finish(sums + at(r) * at(width), w.scales[at(begin + r)], arc_.epilogue(), width,
                       arcs + at(begin + r) * at(width));
    }
  }
}

void Heads::read_tree(const EncoderBatch::Part& part, Workspace& w) const {
  const int first = part.wanted_begin;
  const int words = part.wanted_end - first - 1;
  const int padded = round_up(words + 1, ModelConfig::kWidthStep);
  const int arc = config_->arc;
  float* columns = w.columns.get<float>(at(arc) * at(padded));
  const float* heads = w.arc_head.get<float>(0) + at(first) * at(arc);
  kernels_->transpose(heads, at(arc), words + 1, padded, arc, columns);
  float* scores = w.tree.get<float>(at(words) * at(padded));
  const float* rows = w.arcs.get<float>(0) + at(first + 1) * at(arc_.width());
  kernels_->scores(rows, at(arc_.width()), words, columns, padded, arc, scores);
  const std::vector<int> tree = best_tree(scores, words, at(padded));
  for (int d = 1; d <= words; ++d) {
    WordReading& word = w.words[at(first + d)];
    word.head = tree[at(d - 1)];
    word.head_score = head_probability(scores + at(d - 1) * at(padded), words, d, word.head);
  }
}

int Heads::best_relation(bool root, const Workspace& w) const {
  if (root) return config_->root_deprel;
  int best = -1;
  for (int r = 0; r < static_cast<int>(w.relation.size()); ++r) {
    if (r != config_->root_deprel && (best < 0 || w.relation[at(r)] > w.relation[at(best)])) best = r;
  }
  return best;
}

void Heads::read_relations(const EncoderBatch& batch, Workspace& w) const {
  const int label = config_->label;
  const int width = label_.width();
  const auto rows = static_cast<int>(batch.wanted.size());
  const std::size_t row_bytes = at(label) * kernels_->packed_bytes;
  const char* packed = w.label_dep.get<char>(0);
  float* sums = w.sums.get<float>(at(kRowStep) * at(width));
  w.relation.resize(config_->deprels.size());
  auto part = batch.parts.begin();
  for (int begin = 0; begin < rows; begin += kRowStep) {
    const int count = std::min(kRowStep, rows - begin);
    label_.run(packed + at(begin) * row_bytes, count, sums, w.scratch);
    for (int row = begin; row < begin + count; ++row) {
      while (row >= part->wanted_end) ++part;
      if (row == part->wanted_begin) continue;
      WordReading& word = w.words[at(row)];
      const float* head = w.label_head.get<float>(0) + at(part->wanted_begin + word.head) * at(label);
      kernels_->label_scores(sums + at(row - begin) * at(width), w.label_scales[at(row)], label_.epilogue(), head,
                             label, static_cast<int>(w.relation.size()), w.relation.data());
      word.deprel = best_relation(word.head == 0, w);
    }
  }
}

void Heads::run(const float* vectors, const EncoderBatch& batch, Workspace& w) const {
  const auto rows = static_cast<int>(batch.wanted.size());
  w.words.assign(at(rows), {});
  read_first(vectors, rows, w);
  read_arcs(rows, w);
  for (const EncoderBatch::Part& part : batch.parts) read_tree(part, w);
  read_relations(batch, w);
}

}  // namespace entente
