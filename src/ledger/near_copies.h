// Which articles copy each other, and how near two wordings are, told from a few bytes that stay when the text may not.
//
// For each of some fixed hash functions the least hash of any of a text's parts (shingles, or single words) is taken:
// two
//   texts agree in one as often as they share of what either holds.
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

// Articles that share one of them are near-copies, and so are copies of copies. Four stand for the whole text, by
// shingles of five words, four for its lead, by shingles of three, since copies are cut at the end more often than they
// are rewritten; each is made of four least hashes. Two texts that share four fifths of what either holds share a band
// in 88 of 100 cases, two that share a tenth in 1 of 2,500. Empty where there is no word.
[[nodiscard]] std::vector<std::uint64_t> copy_bands(std::string_view text);

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
