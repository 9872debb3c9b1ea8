// Cuts what stands between white space into tokens.
//
// Threads: one per thread; the tables are shared.
#ifndef ENTENTE_TEXT_SPLITTER_H_
#define ENTENTE_TEXT_SPLITTER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_index.h"
#include "text/characters.h"
#include "text/tables.h"

namespace entente {

enum class PieceKind : std::uint8_t {
  kWord,
  kNumber,
  kTerminator,    // . ? ! ... and runs of them
  kAbbreviation,  // holds its full stop; may end a sentence
  kTitle,         // holds its full stop; never ends one
  kOpenQuote,
  kCloseQuote,
  kOpener,
  kCloser,
  kOther,
};

struct Piece {
  std::int32_t begin = 0;  // code points
  std::int32_t end = 0;
  PieceKind kind = PieceKind::kOther;
  std::uint8_t multiword = 1;  // as in Token
  bool ends_sentence = false;  // a new one begins though no space follows: "over.Then"
};

struct Chunk {
  std::int32_t begin = 0;  // code points without white space
  std::int32_t end = 0;
};

class Splitter {
 public:
  Splitter(const TextTables& tables, const TextIndex& text) : tables_(tables), text_(text) {}

  void begin_paragraph() { double_open_ = single_open_ = false; }
  // `next` is the code point that the following chunk of the paragraph begins with; 0 at its end.
  void split(Chunk chunk, bool starts_sentence, char32_t next, std::vector<Piece>& out);
  [[nodiscard]] bool inside_quotes() const { return double_open_; }
  // Lower case, every apostrophe as '; valid until the next call.
  [[nodiscard]] std::string_view key(std::int32_t begin, std::int32_t end);

 private:
  [[nodiscard]] CharacterClass at(std::int32_t i) const {
    return i < end_ ? class_of(text_.at({i})) : CharacterClass::kSpace;
  }
  [[nodiscard]] char32_t code(std::int32_t i) const { return i < end_ ? text_.at({i}) : 0; }
  [[nodiscard]] std::string_view slice(std::int32_t begin, std::int32_t end) const { return text_.slice({begin, end}); }
  [[nodiscard]] std::int32_t count_digits(std::int32_t i) const;
  [[nodiscard]] std::int32_t clitic_end(std::int32_t i);
  [[nodiscard]] std::int32_t find_address_mark() const;
  [[nodiscard]] std::int32_t without_trailing_punctuation(std::int32_t begin) const;

  void add(std::int32_t begin, std::int32_t end, PieceKind kind, std::uint8_t multiword = 1) {
    out_->push_back({begin, end, kind, multiword, false});
  }
  std::int32_t take(std::int32_t i);
  std::int32_t take_whole(std::int32_t i);  // i where nothing is taken
  std::int32_t take_internet(std::int32_t i);
  std::int32_t take_word(std::int32_t i);
  std::int32_t take_quote(std::int32_t i);
  std::int32_t take_apostrophe(std::int32_t i);
  std::int32_t take_run(std::int32_t i, PieceKind kind);
  std::int32_t take_tag(std::int32_t i);
  std::int32_t take_joined(std::int32_t begin, std::int32_t end);

  [[nodiscard]] std::int32_t segment_end(std::int32_t i) const;
  [[nodiscard]] std::int32_t number_end(std::int32_t i) const;
  [[nodiscard]] std::int32_t hyphen_number_end(std::int32_t begin, std::int32_t hyphen) const;
  [[nodiscard]] std::int32_t hyphenated_end(std::int32_t begin, std::int32_t end);
  [[nodiscard]] std::int32_t missing_space(std::int32_t begin, std::int32_t end) const;
  [[nodiscard]] bool is_letters_and_stops(std::int32_t begin, std::int32_t end) const;
  [[nodiscard]] bool is_list_number(std::int32_t begin, std::int32_t end) const;
  // The kind of [begin, end) with the full stop that follows; kOther where the stop is the sentence's.
  [[nodiscard]] PieceKind abbreviation(std::int32_t begin, std::int32_t end);
  [[nodiscard]] PieceKind initial(std::int32_t begin) const;
  void add_word(std::int32_t begin, std::int32_t end);
  bool add_contraction(std::int32_t begin, std::int32_t end);

  const TextTables& tables_;
  const TextIndex& text_;
  std::vector<Piece>* out_ = nullptr;
  std::int32_t begin_ = 0;  // of the chunk
  std::int32_t end_ = 0;
  std::int32_t address_mark_ = 0;
  char32_t next_ = 0;
  std::int32_t previous_initial_ = -2;  // the full stop of the latest one: "J."
  bool starts_sentence_ = false;
  bool double_open_ = false;
  bool single_open_ = false;
  std::string key_;
};

}  // namespace entente

#endif  // ENTENTE_TEXT_SPLITTER_H_
