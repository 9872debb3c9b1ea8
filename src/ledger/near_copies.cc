#include "ledger/near_copies.h"

#include <algorithm>
#include <limits>

#include "base/text_index.h"
#include "knowledge/knowledge.h"
#include "ledger/hashing.h"

namespace entente {
namespace {

constexpr std::size_t kMaxShingles = 20000;  // of a text of a book's length, its front
constexpr std::size_t kLeadWords = 60;
constexpr std::size_t kShortestStem = 3;

constexpr std::size_t kBands = 4;     // of the whole, and of the lead
constexpr std::size_t kBandRows = 4;  // least hashes that make one

// Letters and digits of any script; marks, spaces and punctuation of the Latin blocks part words.
bool in_word(char32_t c) {
  if (c < 0x80U) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  if (c < 0xC0U || c == 0xD7U || c == 0xF7U) return false;
  return !(c >= 0x2000U && c <= 0x2BFFU) && !(c >= 0x3000U && c <= 0x303FU) && c != 0xFEFFU && c != 0xFFFDU;
}

template <std::size_t Places>
std::array<std::uint16_t, Places> least_hashes(const std::vector<std::uint64_t>& parts) {
  std::array<std::uint64_t, Places> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (const std::uint64_t part : parts) {
    for (std::size_t i = 0; i < Places; ++i) least[i] = std::min(least[i], mix64(part ^ (i * 0xD6E8FEB86659FD93U)));
  }
  std::array<std::uint16_t, Places> low{};
  for (std::size_t i = 0; i < Places; ++i) low[i] = static_cast<std::uint16_t>(least[i]);
  return low;
}

template <std::size_t Places>
double share_equal(const std::array<std::uint16_t, Places>& a, const std::array<std::uint16_t, Places>& b) {
  int equal = 0;
  for (std::size_t i = 0; i < Places; ++i) equal += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(equal) / static_cast<double>(Places);
}

// Runs of `length` words; of a shorter text all of it is one.
std::vector<std::uint64_t> shingles(const std::vector<std::uint64_t>& words, std::size_t length) {
  std::vector<std::uint64_t> runs;
  length = std::min(length, words.size());
  for (std::size_t i = 0; i + length <= words.size() && i < kMaxShingles; ++i) {
    std::uint64_t run = 0;
    for (std::size_t j = 0; j < length; ++j) run = mix64(run ^ words[i + j]);
    runs.push_back(run);
  }
  return runs;
}

// `first` tells the bands of one part of a text from those of another.
void add_bands(const std::vector<std::uint64_t>& runs, std::uint64_t first, std::vector<std::uint64_t>& bands) {
  const auto least = least_hashes<kBands * kBandRows>(runs);
  for (std::size_t i = 0; i < kBands; ++i) {
    std::uint64_t rows = 0;
    for (std::size_t row = 0; row < kBandRows; ++row) rows = (rows << 16U) | least[kBandRows * i + row];
    bands.push_back(mix64(rows ^ mix64(first + i)));
  }
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = fold_case(text.substr(0, valid_utf8_prefix(text)));
  const TextIndex index(folded);
  std::string word;
  for (std::int32_t i = 0; i < index.code_point_count(); ++i) {
    const char32_t c = index.at(CodePointOffset{i});
    if (in_word(c)) {
      append_utf8(word, c);
    } else if (c != 0x2019U && c != '\'' && !word.empty()) {  // "don't" is one word
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::vector<std::uint64_t> copy_bands(std::string_view text) {
  const std::vector<std::string> words = folded_words(text);
  std::vector<std::uint64_t> hashes;
  if (words.empty()) return hashes;
  hashes.reserve(words.size());
  for (const std::string& word : words) hashes.push_back(hash64(word));
  std::vector<std::uint64_t> bands;
  add_bands(shingles(hashes, 5), 0, bands);
  hashes.resize(std::min(hashes.size(), kLeadWords));
  add_bands(shingles(hashes, 3), kBands, bands);
  return bands;
}

bool Wording::empty() const {
  return std::all_of(least.begin(), least.end(), [](std::uint16_t value) { return value == 0; });
}

std::vector<std::string> content_words(std::string_view text, const JoinTables& tables) {
  std::vector<std::string> kept;
  for (std::string& word : folded_words(text)) {
    if (tables.stop_words.contains(word)) continue;
    for (const std::string& ending : tables.endings) {
      if (word.size() >= ending.size() + kShortestStem && word.ends_with(ending)) {
        word.resize(word.size() - ending.size());
        break;
      }
    }
    // "signed", "signs", "sign" agree; of "agreed", "agrees" and "agree" so do all but their last letter.
    if (word.size() > kShortestStem && word.back() == 'e') word.pop_back();
    kept.push_back(std::move(word));
  }
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

Wording wording_of(const std::vector<std::string>& words) {
  Wording wording;
  if (words.empty()) return wording;
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const std::string& word : words) hashes.push_back(hash64(word));
  wording.least = least_hashes<Wording::kPlaces>(hashes);
  return wording;
}

double similarity(const Wording& a, const Wording& b) {
  if (a.empty() || b.empty()) return 0;
  return share_equal(a.least, b.least);
}

}  // namespace entente
