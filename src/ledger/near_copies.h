// Which articles copy each other, and how near two wordings are, told from a few bytes that stay when the text may not.
//
// A signature holds, for each of some fixed hash functions, the least hash of any of the text's parts (shingles of five
//   words, or single words): two sets agree in a place as often as they share of what either holds.
// Threads: values.
// Source: MinHash (Broder 1997), b-bit MinHash (Li, König 2010), banding (Leskovec, Rajaraman, Ullman, chapter 3).
#ifndef ENTENTE_LEDGER_NEAR_COPIES_H_
#define ENTENTE_LEDGER_NEAR_COPIES_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/tables.h"

namespace entente {

// Of a whole text: 68 bytes. Three of the hash functions make a band.
struct ArticleSignature {
  static constexpr std::size_t kPlaces = 32;
  static constexpr std::size_t kBands = 8;
  std::array<std::uint16_t, kPlaces> least{};
  std::uint32_t shingles = 0;  // how many different ones the text has; 0: no words
  bool operator==(const ArticleSignature&) const = default;
};

[[nodiscard]] ArticleSignature article_signature(std::string_view text);

// Articles that share a band's hash may be copies; all others are taken for none. Of two texts that share two thirds of
// what either holds, 94 in 100 share a band; of two that share a twentieth, 1 in 1000. Empty where the text is too
// short.
[[nodiscard]] std::vector<std::uint64_t> bands(const ArticleSignature& signature);

// How much of what either holds both hold, 0 to 1.
[[nodiscard]] double similarity(const ArticleSignature& a, const ArticleSignature& b);
// Most of the shorter text stands in the longer: a copy is cut at paragraphs, seldom rewritten.
[[nodiscard]] bool are_near_copies(const ArticleSignature& a, const ArticleSignature& b);

// Of the content words of a record's evidence: 32 bytes.
struct Wording {
  static constexpr std::size_t kPlaces = 16;
  std::array<std::uint16_t, kPlaces> least{};  // all 0: no content words
  [[nodiscard]] bool empty() const;
  bool operator==(const Wording&) const = default;
};

// The content words of a text: case folded, stop words dropped, endings cut; each once, sorted.
[[nodiscard]] std::vector<std::string> content_words(std::string_view text, const JoinTables& tables);
[[nodiscard]] Wording wording_of(const std::vector<std::string>& words);
// 0 to 1; 0 where either is empty.
[[nodiscard]] double similarity(const Wording& a, const Wording& b);

// Case-folded words without punctuation, in the text's order.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

}  // namespace entente

#endif  // ENTENTE_LEDGER_NEAR_COPIES_H_
