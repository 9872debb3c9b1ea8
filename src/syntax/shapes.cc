#include "syntax/shapes.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/text_index.h"

namespace entente {
namespace {

// Python's isalpha, isdigit and isupper of one code point.
bool is_letter(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_L_MASK) != 0; }

bool is_digit(UChar32 c) {
  const auto type = static_cast<UNumericType>(u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE));
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

bool is_upper(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_UPPERCASE) != 0; }

struct Counts {
  int letters = 0;
  int upper = 0;
  bool first_upper = false;
  bool digits = false;

  void letter(bool is_upper_case) {
    first_upper = first_upper || (letters == 0 && is_upper_case);
    upper += is_upper_case ? 1 : 0;
    ++letters;
  }
};

Counts count(std::string_view form) {
  Counts counts;
  for (const char c : form) {
    if (c >= 'a' && c <= 'z') {
      counts.letter(false);
    } else if (c >= 'A' && c <= 'Z') {
      counts.letter(true);
    } else if (c >= '0' && c <= '9') {
      counts.digits = true;
    }
  }
  return counts;
}

Counts count_unicode(std::string_view form) {
  Counts counts;
  const TextIndex index(form);
  for (std::int32_t i = 0; i < index.code_point_count(); ++i) {
    const auto c = static_cast<UChar32>(index.at({i}));
    if (is_letter(c)) {
      counts.letter(is_upper(c));
    } else if (is_digit(c)) {
      counts.digits = true;
    }
  }
  return counts;
}

}  // namespace

WordCase word_case(std::string_view form) {
  const bool ascii =
      std::none_of(form.begin(), form.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const Counts counts = ascii ? count(form) : count_unicode(form);
  if (counts.letters == 0) return counts.digits ? WordCase::kDigits : WordCase::kOther;
  if (counts.digits) return WordCase::kDigitsAndLetters;
  if (counts.upper == 0) return WordCase::kLower;
  if (counts.upper == counts.letters) return counts.letters > 1 ? WordCase::kUpper : WordCase::kInitial;
  return counts.first_upper && counts.upper == 1 ? WordCase::kTitle : WordCase::kMixed;
}

std::uint8_t ShapeReader::next(std::string_view form) {
  bool inside = quoted_;
  if (form == "\u201c" || form == "``" || form == "\u00ab") {
    inside = quoted_ = true;
  } else if (form == "\u201d" || form == "\u00bb") {
    inside = true;
    quoted_ = false;
  } else if (form == "\"" || form == "''") {
    inside = true;
    quoted_ = !quoted_;
  }
  const WordCase shape = word_case(form);
  const int id = static_cast<int>(shape) + (first_ ? 8 : 0) + (inside ? 16 : 0);
  if (shape != WordCase::kOther) first_ = false;
  return static_cast<std::uint8_t>(id);
}

}  // namespace entente
