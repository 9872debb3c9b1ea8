#include "ledger/near_copies.h"

#include <algorithm>
#include <limits>

#include "base/text_index.h"
#include "knowledge/knowledge.h"
#include "ledger/hashing.h"

namespace entente {
namespace {

constexpr std::size_t kShingleWords = 5;
constexpr std::size_t kMaxShingles = 20000;  // of a text of a book's length, its front
constexpr std::size_t kBandRows = 3;
constexpr std::uint32_t kFewShingles = 12;  // too few to tell by a part of them
constexpr std::size_t kShortestStem = 3;

constexpr double kLeastContained = 0.6;  // of the shorter text in the longer
constexpr double kLeastShared = 0.15;    // below, the places do not tell how much is contained
constexpr double kShortShared = 0.8;

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

ArticleSignature article_signature(std::string_view text) {
  const std::vector<std::string> words = folded_words(text);
  ArticleSignature signature;
  if (words.empty()) return signature;
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const std::string& word : words) hashes.push_back(hash64(word));
  std::vector<std::uint64_t> shingles;
  const std::size_t length = std::min(kShingleWords, hashes.size());
  for (std::size_t i = 0; i + length <= hashes.size() && i < kMaxShingles; ++i) {
    std::uint64_t shingle = 0;
    for (std::size_t j = 0; j < length; ++j) shingle = mix64(shingle ^ hashes[i + j]);
    shingles.push_back(shingle);
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  signature.shingles = static_cast<std::uint32_t>(shingles.size());
  signature.least = least_hashes<ArticleSignature::kPlaces>(shingles);
  return signature;
}

std::vector<std::uint64_t> bands(const ArticleSignature& signature) {
  std::vector<std::uint64_t> hashes;
  if (signature.shingles == 0) return hashes;
  for (std::size_t i = 0; i < ArticleSignature::kBands; ++i) {
    const std::uint64_t rows = (static_cast<std::uint64_t>(signature.least[2 * i]) << 16U) | signature.least[2 * i + 1];
    hashes.push_back(mix64((static_cast<std::uint64_t>(i) << 32U) | rows));
  }
  return hashes;
}

double similarity(const ArticleSignature& a, const ArticleSignature& b) {
  if (a.shingles == 0 || b.shingles == 0) return 0;
  return share_equal(a.least, b.least);
}

bool are_near_copies(const ArticleSignature& a, const ArticleSignature& b) {
  const double shared = similarity(a, b);
  const double smaller = std::min(a.shingles, b.shingles);
  if (smaller < kFewShingles) return shared >= kShortShared;
  if (shared < kLeastShared) return false;
  // From the share of the union back to how many both hold.
  const double both = shared * (static_cast<double>(a.shingles) + static_cast<double>(b.shingles)) / (1 + shared);
  return both >= kLeastContained * smaller;
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
