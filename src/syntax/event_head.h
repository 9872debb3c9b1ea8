// The heads of the branch that reads events: a word's vector to types, a pair of spans to a root class.
//
// Threads: immutable; share. Sums run in one order, so that a result depends on its own vectors only.
#ifndef ENTENTE_SYNTAX_EVENT_HEAD_H_
#define ENTENTE_SYNTAX_EVENT_HEAD_H_

#include <utility>
#include <vector>

#include "syntax/model.h"

namespace entente {

class EventHead {
 public:
  // `weights` must outlive it.
  EventHead(const EventWeights& weights, int hidden);

  [[nodiscard]] int types() const { return static_cast<int>(weights_->types.size()); }
  // Probabilities of the types, "none" first, from one word's vector.
  void read_word(const float* vector, float* probabilities) const;
  // Probabilities of the roots. `vectors`: those of the sentence's [CLS] and words, one after the other; the spans
  // count them from 0, their ends not included.
  [[nodiscard]] std::vector<float> read_pair(const float* vectors, int count, std::pair<int, int> source,
                                             std::pair<int, int> target) const;

 private:
  [[nodiscard]] std::vector<float> mean(const float* vectors, std::pair<int, int> span) const;

  const EventWeights* weights_;
  int hidden_;
  std::vector<float> columns_;  // the trigger head by input, so that the sums of all types run side by side
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_EVENT_HEAD_H_
