// Two analyses of one text, aligned word by word as the CoNLL 2018 shared task does it.
//
// Lifetime: hold pointers into the sentences given, which must outlive them.
// Threads: pure functions.
// Source: https://universaldependencies.org/conll18/evaluation.html
#ifndef ENTENTE_EVAL_ALIGNMENT_H_
#define ENTENTE_EVAL_ALIGNMENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "entente/result.h"
#include "formats/conllu.h"

namespace entente {

// Bytes of the file's characters without white space; end is not included.
struct CharacterSpan {
  std::int32_t begin = 0;
  std::int32_t end = 0;
  bool operator==(const CharacterSpan&) const = default;
};

struct EvaluatedWord {
  const ConlluRow* row = nullptr;
  CharacterSpan span;  // of its orthographic token: words of a multiword token share one
  bool multiword = false;
  std::int32_t parent = -1;  // index into Analysis::words; kRootParent, kNoParent
  std::int32_t sentence = 0;
};

inline constexpr std::int32_t kRootParent = -1;
inline constexpr std::int32_t kNoParent = -2;  // the file has no tree here

struct Analysis {
  std::string characters;
  std::vector<CharacterSpan> tokens, sentences;
  std::vector<EvaluatedWord> words;
};

[[nodiscard]] Result<Analysis> analyse(const std::vector<ConlluSentence>& sentences, const std::string& name);

inline constexpr std::int32_t kNotAligned = -1;

struct Alignment {
  std::vector<std::int32_t> to_system;  // one for each gold word: the system's word, or kNotAligned
  std::vector<std::int32_t> to_gold;    // one for each system word
  std::int64_t aligned = 0;
};

// Both must hold the same characters.
[[nodiscard]] Result<Alignment> align(const Analysis& gold, const Analysis& system);

}  // namespace entente

#endif  // ENTENTE_EVAL_ALIGNMENT_H_
