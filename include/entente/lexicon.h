// The lexicon looked over: do its frames fire on their own examples, and do any get in each other's way?
//
// Errors: tables that do not load fail with every mistake, each as file:line and what was expected; a model that
//   does not load fails too.
// Threads: pure functions.
#ifndef ENTENTE_LEXICON_H_
#define ENTENTE_LEXICON_H_

#include <cstdint>
#include <string>
#include <vector>

#include "entente/engine.h"
#include "entente/result.h"

namespace entente {

struct LexiconFinding {
  enum class Kind : std::uint8_t {
    kSilent,   // the frame does not win on its example
    kOverlap,  // two frames ask for the same and say different things, or one of them can never win
  } kind = Kind::kSilent;
  std::string place;    // file:line of the frame
  std::string frame;    // its name
  std::string message;  // what happened instead, in a line
};

struct LexiconExample {
  std::string frame;
  std::string sentence;
  std::string events;  // what was coded, in a line: "CONSULT/visit JPN GOV > MNG GOV [visit]"
};

struct LexiconReport {
  std::int64_t frames = 0;
  std::int64_t examples = 0;  // that were run
  std::int64_t types = 0;     // of PLOVER, reached by some frame
  std::int64_t modes = 0;
  std::int64_t cameo_codes = 0;
  std::vector<LexiconFinding> findings;  // in the order of the tables
  std::vector<LexiconExample> run;       // in the order of the tables
};

// `only`: parts of frames' names or of "file:line" places; empty: all. Overlaps are told of these frames too, with any.
[[nodiscard]] Result<LexiconReport> check_lexicon(const EngineConfig& config, const std::vector<std::string>& only);

}  // namespace entente

#endif  // ENTENTE_LEXICON_H_
