// Quoted words: from an opening mark to its closing one, over sentences and paragraphs.
#ifndef ENTENTE_STATEMENTS_QUOTATIONS_H_
#define ENTENTE_STATEMENTS_QUOTATIONS_H_

#include <vector>

#include "actors/tree.h"

namespace entente {

struct Quotation {
  TokenId open = -1;   // the marks themselves
  TokenId close = -1;  // after the last word; a quotation that is never closed is none
};

class Quotations {
 public:
  explicit Quotations(const Tree& tree);

  [[nodiscard]] const std::vector<Quotation>& all() const { return all_; }
  // The one that t stands in, its marks included; null: t is the narrator's word.
  [[nodiscard]] const Quotation* around(TokenId t) const;
  [[nodiscard]] bool is_mark(TokenId t) const;

 private:
  void read(TokenId t);

  const Tree& tree_;
  std::vector<Quotation> all_;
  std::vector<std::int32_t> quotation_of_;  // by token; -1: none
  TokenId open_ = -1;
};

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_QUOTATIONS_H_
