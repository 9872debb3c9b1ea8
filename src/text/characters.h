// Code points by what they are to the tokeniser.
#ifndef ENTENTE_TEXT_CHARACTERS_H_
#define ENTENTE_TEXT_CHARACTERS_H_

#include <cstdint>
#include <initializer_list>

namespace entente {

enum class CharacterClass : std::uint8_t {
  kSpace,
  kLineEnd,
  kLower,  // letters without case, marks and joiners too
  kUpper,
  kDigit,
  kApostrophe,   // ' ’ ‘ ʼ `
  kQuote,        // " “ ” « » ...
  kOpener,       // ( [ {
  kCloser,       // ) ] }
  kTerminator,   // . ? ! …
  kHyphen,       // - and its Unicode likes
  kDash,         // – — ―
  kPunctuation,  // , ; : / ...
  kCurrency,
  kSymbol,
};

[[nodiscard]] CharacterClass class_of_other(char32_t c);  // beyond ASCII

namespace internal {
struct AsciiClasses {
  CharacterClass of[128];
};
constexpr AsciiClasses make_ascii_classes() {
  AsciiClasses table{};
  for (int c = 0; c < 128; ++c) table.of[c] = c < 32 || c == 127 ? CharacterClass::kLower : CharacterClass::kSymbol;
  for (int c = '0'; c <= '9'; ++c) table.of[c] = CharacterClass::kDigit;
  for (int c = 'a'; c <= 'z'; ++c) table.of[c] = CharacterClass::kLower;
  for (int c = 'A'; c <= 'Z'; ++c) table.of[c] = CharacterClass::kUpper;
  for (const unsigned char c : std::initializer_list<unsigned char>{' ', '\t'}) table.of[c] = CharacterClass::kSpace;
  for (const unsigned char c : std::initializer_list<unsigned char>{'\n', '\v', '\f', '\r'})
    table.of[c] = CharacterClass::kLineEnd;
  for (const unsigned char c : std::initializer_list<unsigned char>{'\'', '`'})
    table.of[c] = CharacterClass::kApostrophe;
  for (const unsigned char c : std::initializer_list<unsigned char>{'(', '[', '{'})
    table.of[c] = CharacterClass::kOpener;
  for (const unsigned char c : std::initializer_list<unsigned char>{')', ']', '}'})
    table.of[c] = CharacterClass::kCloser;
  for (const unsigned char c : std::initializer_list<unsigned char>{'.', '?', '!'})
    table.of[c] = CharacterClass::kTerminator;
  for (const unsigned char c : std::initializer_list<unsigned char>{',', ';', ':', '/'})
    table.of[c] = CharacterClass::kPunctuation;
  table.of[int{'"'}] = CharacterClass::kQuote;
  table.of[int{'-'}] = CharacterClass::kHyphen;
  table.of[int{'$'}] = CharacterClass::kCurrency;
  return table;
}
inline constexpr AsciiClasses kAsciiClasses = make_ascii_classes();
}  // namespace internal

[[nodiscard]] inline CharacterClass class_of(char32_t c) {
  return c < 128 ? internal::kAsciiClasses.of[c] : class_of_other(c);
}
[[nodiscard]] inline bool is_space(CharacterClass c) { return c <= CharacterClass::kLineEnd; }
[[nodiscard]] inline bool is_letter(CharacterClass c) {
  return c == CharacterClass::kLower || c == CharacterClass::kUpper;
}
[[nodiscard]] inline bool is_alphanumeric(CharacterClass c) { return is_letter(c) || c == CharacterClass::kDigit; }

}  // namespace entente

#endif  // ENTENTE_TEXT_CHARACTERS_H_
