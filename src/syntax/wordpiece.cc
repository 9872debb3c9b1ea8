#include "syntax/wordpiece.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bit>

#include "base/text_index.h"

namespace entente {
namespace {

constexpr std::size_t kMaxWordCodePoints = 100;  // BERT's own limit; longer ones are [UNK]
constexpr std::size_t kMaxEntryBytes = 256;
constexpr std::uint64_t kWordSeed = 0xcbf29ce484222325U;
constexpr std::uint64_t kContinuationSeed = 0x9e3779b97f4a7c15U;

std::uint64_t extend(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
}

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  for (const char byte : text) seed = extend(seed, byte);
  return seed;
}

// FNV's low bits depend on few input bits; its high ones on all.
std::size_t slot_of(std::uint64_t hash, std::size_t mask) {
  return static_cast<std::size_t>(hash >> 32U ^ hash) & mask;
}

// Code points that Unicode has not assigned stay: the word is then unknown.
bool is_control(UChar32 c) {
  if (c == '\t' || c == '\n' || c == '\r') return false;
  return c == 0xFFFD || (U_GET_GC_MASK(c) & (U_GC_C_MASK & ~U_GC_CN_MASK)) != 0;
}

bool is_cjk(UChar32 c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
         (c >= 0x2A700 && c <= 0x2B73F) || (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool is_punctuation(UChar32 c) {
  return c < 0x80 ? is_ascii_punctuation(static_cast<char>(c)) : (U_GET_GC_MASK(c) & U_GC_P_MASK) != 0;
}

// Pieces apart by spaces: lower case, without accents and control characters; punctuation and CJK alone.
struct Basic {
  std::string text;

  void put(UChar32 c, bool alone) {
    if (alone) text.push_back(' ');
    append_utf8(text, static_cast<char32_t>(c));
    if (alone) text.push_back(' ');
  }
};

void cut_ascii(std::string_view word, Basic& basic) {
  for (char c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_ascii_punctuation(c)) {
      basic.put(c, true);
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      basic.text.push_back(' ');
    } else if (c > ' ' && c != 0x7F) {
      basic.text.push_back(c);
    }
  }
}

void cut_unicode(std::string_view word, Basic& basic) {
  icu::UnicodeString cleaned;
  const TextIndex index(word);
  for (std::int32_t i = 0; i < index.code_point_count(); ++i) {
    const auto c = static_cast<UChar32>(index.at({i}));
    if (is_control(c)) continue;
    if (is_cjk(c)) {
      cleaned.append(UChar32{' '}).append(c).append(UChar32{' '});
    } else {
      cleaned.append(u_isUWhiteSpace(c) ? UChar32{' '} : c);
    }
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_SUCCESS(status)) cleaned = nfd->normalize(cleaned, status);
  for (std::int32_t at = 0; at < cleaned.length(); at = cleaned.moveIndex32(at, 1)) {
    const UChar32 c = cleaned.char32At(at);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    basic.put(u_tolower(c), is_punctuation(c));
  }
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

Result<WordPiece> WordPiece::load(std::string_view text, int vocabulary, int max_subwords, const std::string& name) {
  const auto bad = [&](std::int32_t line, const std::string& message) {
    return Error{ErrorCode::kBadModel, "vocabulary: " + message,
                 name + ": vocabulary line " + std::to_string(line + 1)};
  };
  WordPiece cutter;
  cutter.max_subwords_ = max_subwords;
  cutter.slots_.resize(std::bit_ceil(static_cast<std::size_t>(vocabulary) * 2 + 2));
  std::int32_t id = 0;
  while (!text.empty()) {
    const std::string_view entry = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(entry.size() + 1, text.size()));
    if (id == vocabulary) return bad(id, "more entries than the embeddings have rows");
    if (entry.empty() || entry.size() > kMaxEntryBytes) return bad(id, "an entry is empty or too long");
    if (valid_utf8_prefix(entry) != entry.size()) return bad(id, "an entry is not UTF-8");
    if (!cutter.add(entry, id)) return bad(id, "an entry stands in it twice");
    if (entry == "[CLS]") cutter.cls_ = id;
    if (entry == "[UNK]") cutter.unknown_ = id;
    ++id;
  }
  if (id != vocabulary) return bad(id, "fewer entries than the embeddings have rows");
  if (cutter.cls_ < 0 || cutter.unknown_ < 0) return bad(id, "[CLS] or [UNK] is missing");
  return cutter;
}

bool WordPiece::add(std::string_view entry, std::int32_t id) {
  const bool continues = entry.size() > 2 && entry.substr(0, 2) == "##";
  if (continues) entry.remove_prefix(2);
  longest_ = std::max(longest_, entry.size());
  const std::uint64_t hash = hash_of(entry, continues ? kContinuationSeed : kWordSeed);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = slot_of(hash, mask);
  for (; slots_[at].id >= 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && slots_[at].entry == entry) return false;
  }
  slots_[at] = {hash, id, entry};
  return true;
}

std::int32_t WordPiece::find(std::string_view entry, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = slot_of(hash, mask); slots_[at].id >= 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && slots_[at].entry == entry) return slots_[at].id;
  }
  return -1;
}

// A piece that has no cover is one [UNK] in whole; `limit` is the size of ids past which nothing is read.
void WordPiece::match(std::string_view piece, std::size_t limit, std::vector<std::int32_t>& ids) const {
  const std::size_t before = ids.size();
  if (code_points(piece) > kMaxWordCodePoints) return ids.push_back(unknown_);
  std::array<std::uint64_t, kMaxEntryBytes + 1> hashes;
  for (std::size_t begin = 0; begin < piece.size();) {
    hashes[0] = begin == 0 ? kWordSeed : kContinuationSeed;
    std::size_t length = std::min(longest_, piece.size() - begin);
    for (std::size_t i = 0; i < length; ++i) hashes[i + 1] = extend(hashes[i], piece[begin + i]);
    std::int32_t id = -1;
    while (length > 0 && (id = find(piece.substr(begin, length), hashes[length])) < 0) --length;
    if (id < 0) {
      ids.resize(before);
      return ids.push_back(unknown_);
    }
    ids.push_back(id);
    begin += length;
  }
  if (ids.size() > limit) ids.resize(limit);
}

void WordPiece::cut(std::string_view word, std::vector<std::int32_t>& ids) const {
  const std::size_t before = ids.size();
  const std::size_t limit = before + static_cast<std::size_t>(max_subwords_);
  Basic basic;
  if (is_ascii(word)) {
    cut_ascii(word, basic);
  } else {
    cut_unicode(word, basic);
  }
  std::string_view rest = basic.text;
  while (ids.size() < limit) {
    const std::size_t begin = rest.find_first_not_of(' ');
    if (begin == std::string_view::npos) break;
    rest.remove_prefix(begin);
    const std::string_view piece = rest.substr(0, rest.find(' '));
    rest.remove_prefix(piece.size());
    match(piece, limit, ids);
  }
  if (ids.size() == before) ids.push_back(unknown_);
}

}  // namespace entente
