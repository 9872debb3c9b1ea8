// Evaluation: a system's output scored against gold.
//
// Source: CoNLL 2018 shared task's definitions (words aligned by characters; UAS, LAS without
//   subtypes, CLAS over content words); names by exact span and type.
// Departures: UFeats, AllTags and MLAS compare Mood, Number, Person, Tense, VerbForm and Voice only, the features
//   that coding needs.
// Rows: Tokens, Sentences, Words, UPOS, XPOS, UFeats, AllTags, Lemmas, UAS, LAS, CLAS, MLAS, BLEX; where gold's MISC
//   has Name=: "Names" (PER, ORG, LOC together) and "Names PER", ... for each type; where it has Source=, Cue= or
//   Content=: "Source", "Cue", "Content", counted in words.
// Errors: the two files must hold the same characters, white space aside; the message says where they part.
// Threads: pure functions.
#ifndef ENTENTE_EVAL_H_
#define ENTENTE_EVAL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.h"

namespace entente {

struct Score {
  std::string metric;  // "Words", "Sentences", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS", "CLAS", "Names", ...
  std::int64_t gold = 0;    // how many the gold file has
  std::int64_t system = 0;  // how many the system has
  std::int64_t correct = 0;
  std::int64_t aligned = 0;  // system words that align with a gold word, for word metrics; else 0
  [[nodiscard]] double precision() const {
    return system == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(system);
  }
  [[nodiscard]] double recall() const {
    return gold == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(gold);
  }
  [[nodiscard]] double f1() const {
    return gold + system == 0 ? 0 : 2.0 * static_cast<double>(correct) / static_cast<double>(gold + system);
  }
};

[[nodiscard]] Result<std::vector<Score>> evaluate_conllu(std::string_view gold, std::string_view system);

}  // namespace entente

#endif  // ENTENTE_EVAL_H_
