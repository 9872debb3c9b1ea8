// B/I/O labels: the best sequence in which I follows only B or I of the same kind, and the spans it marks.
#ifndef ENTENTE_SYNTAX_SPAN_LABELS_H_
#define ENTENTE_SYNTAX_SPAN_LABELS_H_

#include <string>
#include <string_view>
#include <vector>

#include "entente/result.h"

namespace entente {

class SpanLabels {
 public:
  // "O", "B-PER", "I-PER", ..., or "O", "B", "I" (whose kind is empty). kBadModel for anything else.
  [[nodiscard]] static Result<SpanLabels> load(const std::vector<std::string>& labels);

  struct Found {
    int begin = 0;  // words
    int end = 0;
    int kind = 0;
    float score = 0;  // mean probability of its labels
  };

  // scores[word * stride + label].
  [[nodiscard]] std::vector<Found> decode(const float* scores, int words, std::size_t stride) const;

  [[nodiscard]] const std::vector<std::string>& kinds() const& { return kinds_; }
  [[nodiscard]] int size() const { return static_cast<int>(labels_.size()); }

 private:
  enum class Mark : unsigned char { kOutside, kBegin, kInside };
  struct Label {
    Mark mark = Mark::kOutside;
    int kind = -1;
  };

  [[nodiscard]] bool may_follow(int before, int label) const;  // before: -1 at the start
  [[nodiscard]] std::vector<int> best_sequence(const float* scores, int words, std::size_t stride) const;
  [[nodiscard]] std::vector<int> viterbi(const float* scores, int words, std::size_t stride) const;

  std::vector<Label> labels_;
  std::vector<std::string> kinds_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_SPAN_LABELS_H_
