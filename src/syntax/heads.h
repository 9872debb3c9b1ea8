// The heads: word vectors to tags, trees, relations and span scores. docs/formats/model.md says how.
//
// Threads: immutable after make(); each thread brings a Workspace of its own.
#ifndef ENTENTE_SYNTAX_HEADS_H_
#define ENTENTE_SYNTAX_HEADS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "entente/result.h"
#include "syntax/aligned.h"
#include "syntax/encoder.h"
#include "syntax/kernels.h"
#include "syntax/linear.h"
#include "syntax/model.h"

namespace entente {

// A word's likeliest lemma scripts, the best first: those whose score is within kMargin of the best.
struct LemmaScripts {
  static constexpr int kMost = 8;
  static constexpr float kMargin = 5.0F;  // natural logarithm of how much likelier the best may be
  std::array<std::uint16_t, kMost> scripts{};
  int count = 0;
};

// What the heads say of one word.
struct WordReading {
  int upos = 0;  // labels of the groups
  int xpos = 0;
  int feats = 0;
  LemmaScripts lemma;
  int head = 0;  // 0: the root; else the number of a word of its sentence, from 1
  int deprel = 0;
  float head_score = 0;  // probability of the head
};

class Heads {
 public:
  struct Workspace {
    AlignedBuffer packed, sums, tags, spans, arc_dep, arc_head, label_dep, label_head, arcs, columns, tree;
    AlignedBuffer row, label_row;
    std::vector<float> scales, label_scales, relation;
    std::vector<WordReading> words;  // one for each wanted row; those of roots mean nothing
    Linear::Scratch scratch;
  };

  [[nodiscard]] static Result<Heads> make(const ModelWeights& weights, LinearFactory& factory, const Kernels& kernels);

  // Reads the vectors of the batch's wanted rows: of each part the root's first, then its words'. Fills workspace.words
  // and what span_scores() gives.
  void run(const float* vectors, const EncoderBatch& batch, Workspace& workspace) const;

  // Scores of a span group's labels, from wanted row `row` on; span_stride() apart.
  [[nodiscard]] const float* span_scores(TagGroup group, int row, Workspace& workspace) const;
  [[nodiscard]] std::size_t span_stride() const { return span_count_; }

 private:
  Heads(const ModelConfig& config, const Kernels& kernels, Linear&& first, Linear&& arc, Linear&& label);
  void read_first(const float* vectors, int rows, Workspace& w) const;
  void read_row(const float* tags, int row, Workspace& w) const;
  void read_arcs(int rows, Workspace& w) const;
  void read_tree(const EncoderBatch::Part& part, Workspace& w) const;
  void read_relations(const EncoderBatch& batch, Workspace& w) const;
  [[nodiscard]] int best_relation(bool root, const Workspace& w) const;

  const ModelConfig* config_;
  const Kernels* kernels_;
  Linear first_;  // tags, arc_dep, arc_head, label_dep, label_head side by side
  Linear arc_;
  Linear label_;
  std::array<int, kTagGroups> group_begin_{};
  int tag_count_ = 0;
  std::size_t span_begin_ = 0;
  std::size_t span_count_ = 0;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_HEADS_H_
