// The heads of the branch that read attribution: a word's vector to marks of source, cue and content; of a cue, what
// each word of its sentence is to it.
//
// Threads: immutable; share. Sums run in one order, so that a result depends on its own vectors only.
#ifndef ENTENTE_SYNTAX_ATTRIBUTION_HEAD_H_
#define ENTENTE_SYNTAX_ATTRIBUTION_HEAD_H_

#include <utility>
#include <vector>

#include "syntax/model.h"

namespace entente {

class AttributionHead {
 public:
  static constexpr int kMarks = 9;  // O, B, I of source, cue and content
  enum Role : unsigned char { kNone, kSource, kContent };

  // `weights` must outlive it.
  AttributionHead(const AttributionWeights& weights, int hidden);

  // Scores of the marks, from one word's vector.
  void read_word(const float* vector, float* scores) const;

  // A sentence's words as link() wants them, from their vectors, one after the other.
  [[nodiscard]] std::vector<float> project(const float* vectors, int words) const;
  // Probabilities of kNone, kSource and kContent, three a word. The cue counts words from 0, its end not included.
  [[nodiscard]] std::vector<float> link(const std::vector<float>& projected, const float* vectors,
                                        std::pair<int, int> cue) const;

 private:
  const AttributionWeights* weights_;
  int hidden_;
  // By input, so that the sums of all outputs run side by side.
  std::vector<float> mark_columns_, word_columns_, cue_columns_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_ATTRIBUTION_HEAD_H_
