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
//
// Records against a gold corpus's: docs/formats/gold-scoring.md says what counts as found and as right.
//
// Threads: pure functions.
#ifndef ENTENTE_EVAL_H_
#define ENTENTE_EVAL_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/record.h"
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

// One article's records: as they should be, and as the system made them.
struct GoldArticle {
  std::string name;
  std::string text;  // what the positions count in; valid UTF-8
  std::vector<Record> gold;
  std::vector<Record> system;
};

struct GoldScore {
  std::string kind;   // event, statement, agreement, provision, relation, dispute
  std::string group;  // "records"; "field": of those that are found; "type": by type, stance or form
  Score score;        // metric: "events, any type", "mode", "CONSULT", ...
};

// How often records of a confidence are right.
struct Calibration {
  struct Bin {
    std::int64_t count = 0;
    std::int64_t right = 0;
    double confidence = 0;  // the sum of theirs
  };
  std::string kind;          // or "all"
  std::array<Bin, 10> bins;  // [0, 0.1), [0.1, 0.2), ... [0.9, 1]
  [[nodiscard]] std::int64_t count() const;
  [[nodiscard]] double expected_error() const;  // mean of |share right - mean confidence|, each bin by its count
};

// A type of gold's events and what the system called them; an empty one stands for no event at all.
struct TypeConfusion {
  std::string gold;
  std::string system;
  std::int64_t count = 0;
};

struct GoldMistake {
  std::string kind;
  std::string cause;  // "missed", "extra", "wrong actor", ...
  std::string article;
  std::int32_t position = 0;  // of the evidence
  std::string gold;           // what gold says, in short; empty where it says nothing
  std::string system;
  std::string sentence;  // of the article, around the evidence
};

struct GoldReport {
  std::int64_t articles = 0;
  std::vector<GoldScore> scores;
  std::vector<Calibration> calibrations;  // of each kind that the system has, and all
  std::vector<TypeConfusion> confusions;  // by gold's type, then the system's
  std::vector<GoldMistake> mistakes;      // by kind, cause, article and position
};

// Fails where an article has more than 1,000 records of a kind.
[[nodiscard]] Result<GoldReport> evaluate_gold(const std::vector<GoldArticle>& articles);

// Whether each of the record's quotations stands in the text at its positions; the error has no place.
[[nodiscard]] Status check_quotations(std::string_view text, const Record& record);

}  // namespace entente

#endif  // ENTENTE_EVAL_H_
