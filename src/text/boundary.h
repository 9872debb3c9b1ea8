// Decides whether a sentence ends at a space.
//
// Threads: one per thread.
#ifndef ENTENTE_TEXT_BOUNDARY_H_
#define ENTENTE_TEXT_BOUNDARY_H_

#include <cstddef>
#include <vector>

#include "base/text_index.h"
#include "text/paragraphs.h"
#include "text/splitter.h"
#include "text/tables.h"

namespace entente {

class BoundaryFinder {
 public:
  BoundaryFinder(const TextTables& tables, const TextIndex& text, Splitter& splitter)
      : tables_(tables), text_(text), splitter_(splitter) {}

  void begin_paragraph() { waiting_ = false; }
  // After chunk i of the paragraph, which was cut into `pieces`; not asked for the last one.
  [[nodiscard]] bool ends_sentence(const std::vector<Piece>& pieces, const Paragraph& paragraph, std::size_t i);

 private:
  enum class Next { kUpper, kLower, kDigit, kOther };
  struct End {
    Piece mark;  // what may end the sentence
    bool found = false;
    bool quoted = false;  // a quotation closes after it
  };

  [[nodiscard]] End end_of(const std::vector<Piece>& pieces) const;
  [[nodiscard]] Next next_of(Chunk chunk) const;
  [[nodiscard]] bool only_closes(Chunk chunk) const;
  [[nodiscard]] bool reports(const Paragraph& paragraph, std::size_t i);
  [[nodiscard]] bool opens(Chunk chunk) const;
  [[nodiscard]] bool may_abbreviate(const std::vector<Piece>& pieces, Chunk next) const;
  [[nodiscard]] bool is_note(const Paragraph& paragraph, std::size_t i) const;

  const TextTables& tables_;
  const TextIndex& text_;
  Splitter& splitter_;
  bool waiting_ = false;  // a sentence has ended, but for the closing marks that stand apart
};

}  // namespace entente

#endif  // ENTENTE_TEXT_BOUNDARY_H_
