#include "intake/language.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdio>  // CLD2's header needs it and does not include it
//
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace entente {
namespace {

constexpr std::size_t kFirstBytes = 2U << 10U;    // enough for nearly all texts
constexpr std::size_t kSampleBytes = 16U << 10U;  // for those that it leaves open
constexpr int kSureLetters = 60;                  // below it names alone can decide what CLD2 sees

std::string_view sample_of(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

struct Letters {
  int latin = 0;
  int other = 0;
};

Letters count_letters(std::string_view text) {
  Letters letters;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 code_point = bytes[at];
    if (code_point < 0x80) {
      ++at;
      letters.latin += (code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z' ? 1 : 0;
      continue;
    }
    U8_NEXT_OR_FFFD(bytes, at, size, code_point);
    if (u_isalpha(code_point) == 0) continue;
    // Latin and its extensions end at U+024F, but for the block that Vietnamese uses.
    const bool latin = code_point < 0x250 || (code_point >= 0x1E00 && code_point < 0x1F00);
    ++(latin ? letters.latin : letters.other);
  }
  return letters;
}

// Words that English texts are full of and other languages in Latin letters do not have. CLD2 takes an English sentence
// with many foreign names for the names' language; this is the second opinion.
bool has_english_grammar(std::string_view text) {
  static constexpr std::array<std::string_view, 20> kWords = {"the",   "of",  "and", "that", "with",  "from", "were",
                                                              "after", "his", "has", "have", "which", "said", "this",
                                                              "their", "who", "not", "are",  "been",  "would"};
  int words = 0;
  int english = 0;
  std::string word;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const auto byte = at < text.size() ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>(' ');
    if (byte >= 0x80 || std::isalpha(byte) != 0) {
      word.push_back(static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte));
    } else if (!word.empty()) {
      ++words;
      english += std::find(kWords.begin(), kWords.end(), word) != kWords.end() ? 1 : 0;
      word.clear();
    }
  }
  return english * 12 >= words && english >= 2;
}

std::string title_case(std::string name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    name[i] = static_cast<char>(i > 0 && name[i - 1] != ' ' ? std::tolower(byte) : byte);
    if (name[i] == '_') name[i] = ' ';
  }
  return name;
}

// CLD2 keeps some codes that ISO 639 gave up.
std::string current_code(std::string code) {
  code.resize(std::min(code.find('-'), code.size()));
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "mo") return "ro";
  return code;
}

Language detect_in(std::string_view sample) {
  const Letters letters = count_letters(sample);
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {0, 0, 0};
  double scores[3] = {0, 0, 0};
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  int valid_bytes = 0;
  const CLD2::Language found = CLD2::ExtDetectLanguageSummaryCheckUTF8(sample.data(), static_cast<int>(sample.size()),
                                                                       true, &hints, 0, languages, percents, scores,
                                                                       nullptr, &text_bytes, &reliable, &valid_bytes);
  const bool known = found != CLD2::UNKNOWN_LANGUAGE && found != CLD2::TG_UNKNOWN_LANGUAGE;
  const bool other_script = letters.other > letters.latin;
  if (!known) return {"und", "unknown", other_script && letters.other >= kSureLetters};
  const bool enough = letters.latin + letters.other >= kSureLetters || other_script;
  if (found != CLD2::ENGLISH && !other_script && has_english_grammar(sample)) return {"en", "English", false};
  return {current_code(CLD2::LanguageCode(found)), title_case(CLD2::LanguageName(found)), reliable && enough};
}

}  // namespace

Language detect_language(std::string_view text) {
  const std::string_view first = sample_of(text, kFirstBytes);
  Language found = detect_in(first);
  const bool settled = (found.sure && found.code == "en") || first.size() == text.size();
  return settled ? found : detect_in(sample_of(text, kSampleBytes));
}

std::optional<std::string> normalise_language(std::string_view label) {
  std::string code;
  for (const char c : label.substr(0, std::min(label.find_first_of("-_"), label.size()))) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) return std::nullopt;
    code.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  }
  if (code == "eng" || code == "english") return "en";
  if (code.size() < 2 || code.size() > 3) return std::nullopt;
  return code;
}

std::string language_name(const std::string& code) {
  const std::string_view known_by = code == "he" ? "iw" : code == "jv" ? "jw" : std::string_view(code);
  for (int i = 0; i < CLD2::NUM_LANGUAGES; ++i) {
    const auto language = static_cast<CLD2::Language>(i);
    if (known_by == CLD2::LanguageCode(language)) return title_case(CLD2::LanguageName(language));
  }
  return code;
}

}  // namespace entente
