#include "eval/person_names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace entente {
namespace {

constexpr std::size_t kLettersADifference = 6;
constexpr std::size_t kLongestName = 200;  // in bytes; the comparison is quadratic

// Folded, letters only, without their marks.
std::vector<std::u16string> words_of(const std::string& name) {
  std::vector<std::u16string> words;
  if (name.size() > kLongestName) return words;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error) != 0) return words;
  icu::UnicodeString text = decompose->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size()))), error);
  text.foldCase();
  std::u16string word;
  const auto close = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text[i];
    if (u_isalnum(c) != 0) {
      word.push_back(c == u'\u0131' ? u'i' : c);  // a dotless i has no mark to take away
    } else if (u_charType(c) != U_NON_SPACING_MARK && c != u'\'' && c != u'\u2019') {
      close();
    }
  }
  close();
  return words;
}

std::size_t distance(const std::u16string& a, const std::u16string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

bool word_alike(const std::u16string& a, const std::u16string& b) {
  return distance(a, b) <= std::max(a.size(), b.size()) / kLettersADifference;
}

}  // namespace

bool is_proper_name(const std::string& name) {
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  const int32_t last = text.lastIndexOf(u' ') + 1;
  return !text.isEmpty() && u_isupper(text.char32At(0)) != 0 && u_isupper(text.char32At(last)) != 0;
}

bool names_alike(const std::string& a, const std::string& b) {
  std::vector<std::u16string> shorter = words_of(a);
  std::vector<std::u16string> longer = words_of(b);
  if (shorter.size() > longer.size()) shorter.swap(longer);
  if (shorter.empty()) return a == b;
  if (!word_alike(shorter.back(), longer.back())) return false;
  const auto same = std::count_if(shorter.begin(), shorter.end(), [&](const std::u16string& word) {
    return std::any_of(longer.begin(), longer.end(),
                       [&](const std::u16string& other) { return word_alike(word, other); });
  });
  return 2 * static_cast<std::size_t>(same) >= shorter.size();
}

}  // namespace entente
