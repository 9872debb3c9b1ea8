// Word shapes: what the uncased subwords hide. docs/formats/model.md names the ids; training/features.py does the same.
#ifndef ENTENTE_SYNTAX_SHAPES_H_
#define ENTENTE_SYNTAX_SHAPES_H_

#include <cstdint>
#include <string_view>

namespace entente {

enum class WordCase : std::uint8_t {
  kLower,  // or letters without case
  kTitle,  // first letter upper, the others not
  kUpper,  // all upper, two or more
  kMixed,
  kInitial,  // one letter alone and upper
  kDigits,   // without letters
  kDigitsAndLetters,
  kOther,  // neither letter nor digit
};

[[nodiscard]] WordCase word_case(std::string_view form);

// Shape ids of the words of one document, in order.
class ShapeReader {
 public:
  void start_sentence() { first_ = true; }
  void start_paragraph() { quoted_ = false; }
  [[nodiscard]] std::uint8_t next(std::string_view form);

 private:
  bool first_ = true;    // no word before in the sentence holds a letter or digit
  bool quoted_ = false;  // a quotation is open
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_SHAPES_H_
