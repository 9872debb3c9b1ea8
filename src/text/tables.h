// The word tables of the tokeniser, knowledge/text/*.tsv, loaded and indexed.
//
// Errors: kBadKnowledge with file:line and what was expected.
// Threads: immutable after load; share.
#ifndef ENTENTE_TEXT_TABLES_H_
#define ENTENTE_TEXT_TABLES_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "entente/result.h"

namespace entente {

// What a full stop after an abbreviation may mean.
enum class AbbreviationKind : std::uint8_t {
  kTitle,   // a name follows: never the end of a sentence
  kNumber,  // an abbreviation only before a digit: "No. 5"
  kWord,    // may stand at the end of a sentence
};

struct StringHash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard library's name
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

inline constexpr std::int32_t kMaxWholeLength = 8;  // code points

struct TextTables {
  StringMap<AbbreviationKind> abbreviations;          // as written, without the full stop
  std::vector<std::string> clitics;                   // lower case, longest first
  StringMap<std::vector<std::int32_t>> contractions;  // lower case: lengths of the parts, in code points
  StringSet prefixes, suffixes;                       // lower case, kept with their hyphen
  StringSet units;                                    // as written: cut from the digits before them
  StringSet currencies;                               // letters before a currency sign, kept with it: "US"
  StringSet whole;                                    // lower case: one token whatever is in it
  StringSet domains;                                  // last labels of internet names, lower case
  StringSet openers;                                  // words that begin sentences, as written
  StringSet reporting;                                // lower case: "said", after a quotation

  [[nodiscard]] static Result<TextTables> load(const std::string& knowledge_path);
};

}  // namespace entente

#endif  // ENTENTE_TEXT_TABLES_H_
