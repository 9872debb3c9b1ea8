// CoNLL-U as rows: what read_conllu and the evaluation stand on.
//
// Lifetime: rows hold views into the bytes that were parsed, which must outlive them.
// Errors: kBadFormat or kBadEncoding with "name:line"; kEmpty where there is no sentence.
// Threads: pure functions.
#ifndef ENTENTE_FORMATS_CONLLU_H_
#define ENTENTE_FORMATS_CONLLU_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.h"

namespace entente {

inline constexpr std::int32_t kMaxConlluMultiword = 64;                // words in one orthographic token
inline constexpr std::size_t kMaxConlluBytes = std::size_t{1} << 30U;  // offsets are 32-bit

struct ConlluRow {
  std::string_view form, lemma, upos, xpos, feats, deprel, misc;
  std::int32_t head = -1;  // 0 for the root, n for the sentence's n-th word, -1 where the column is "_"
  std::int32_t line = 0;
};

// Words first to last (from 1, both included) are written together as `form`.
struct ConlluRange {
  std::int32_t first = 0;
  std::int32_t last = 0;
  std::string_view form, misc;
};

struct ConlluSentence {
  bool starts_document = false;   // "# newdoc" stands before it
  bool starts_paragraph = false;  // "# newpar" or "# newdoc" stands before it
  std::string_view document_id;
  std::vector<ConlluRow> words;  // empty nodes are dropped
  std::vector<ConlluRange> ranges;
};

[[nodiscard]] Result<std::vector<ConlluSentence>> parse_conllu(std::string_view bytes, const std::string& name);

// The value of `key` in a MISC column ("SpaceAfter=No|Name=B-PER"); empty where it is not there.
[[nodiscard]] std::string_view conllu_misc(std::string_view misc, std::string_view key);

}  // namespace entente

#endif  // ENTENTE_FORMATS_CONLLU_H_
