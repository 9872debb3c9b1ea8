// WordPiece: a word to subword ids, as BERT's uncased tokeniser cuts it.
//
// Threads: immutable after load(). Lifetime: a view of the vocabulary's text, which must outlive it.
// Source: Devlin et al. 2019 (BERT); Wu et al. 2016 (greedy longest match).
#ifndef ENTENTE_SYNTAX_WORDPIECE_H_
#define ENTENTE_SYNTAX_WORDPIECE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.h"

namespace entente {

class WordPiece {
 public:
  // `text`: an entry a line, as many as `vocabulary`; [CLS] and [UNK] must be among them. kBadModel otherwise.
  [[nodiscard]] static Result<WordPiece> load(std::string_view text, int vocabulary, int max_subwords,
                                              const std::string& name);

  // Appends the word's first max_subwords subwords, at least one.
  void cut(std::string_view word, std::vector<std::int32_t>& ids) const;

  [[nodiscard]] std::int32_t cls() const { return cls_; }
  [[nodiscard]] std::int32_t unknown() const { return unknown_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::int32_t id = -1;
    std::string_view entry;  // without "##"
  };

  bool add(std::string_view entry, std::int32_t id);
  [[nodiscard]] std::int32_t find(std::string_view entry, std::uint64_t hash) const;
  void match(std::string_view piece, std::size_t limit, std::vector<std::int32_t>& ids) const;

  std::vector<Slot> slots_;  // open addressing, a power of two
  std::size_t longest_ = 0;  // bytes of the longest entry
  int max_subwords_ = 1;
  std::int32_t cls_ = -1;
  std::int32_t unknown_ = -1;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_WORDPIECE_H_
