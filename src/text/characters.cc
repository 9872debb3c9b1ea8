#include "text/characters.h"

#include <unicode/uchar.h>

namespace entente {

CharacterClass class_of_other(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  switch (c) {
    case 0x85:
    case 0x2028:
    case 0x2029: return CharacterClass::kLineEnd;
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2BC:
    case 0xB4: return CharacterClass::kApostrophe;
    case 0x2026:
    case 0x203C:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049: return CharacterClass::kTerminator;
    case 0x2010:
    case 0x2011: return CharacterClass::kHyphen;
    case 0x201A: return CharacterClass::kQuote;
    case 0xAA:
    case 0xBA: return CharacterClass::kSymbol;
    default: break;
  }
  if (u_isUWhiteSpace(c)) return CharacterClass::kSpace;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER: return CharacterClass::kUpper;
    case U_DECIMAL_DIGIT_NUMBER: return CharacterClass::kDigit;
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION: return CharacterClass::kQuote;
    case U_START_PUNCTUATION: return c == 0x201E ? CharacterClass::kQuote : CharacterClass::kOpener;
    case U_END_PUNCTUATION: return CharacterClass::kCloser;
    case U_DASH_PUNCTUATION: return CharacterClass::kDash;
    case U_OTHER_PUNCTUATION: return CharacterClass::kPunctuation;
    case U_CURRENCY_SYMBOL: return CharacterClass::kCurrency;
    case U_MATH_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
    case U_OTHER_NUMBER: return CharacterClass::kSymbol;
    default: return CharacterClass::kLower;
  }
}

}  // namespace entente
