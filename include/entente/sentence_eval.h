// Sentences with their events, as other projects' gold files hold them, and how a system does on them.
//
// PLOVER gold standard records ("gsr"): a JSON array of sentences, each with one marked event, its type in the names of
//   2016 and the codes of source and target. Records of one sentence are one case. A sentence may hold events that
//   nobody marked, so precision is a lower bound.
// PLV ("plv"): a table of sentences with source and target given and the root, 15 classes: PLOVER's types with
//   YIELD for CONCEDE and RETREAT.
// Attribution: JSONL, an article a line with its text and, under "attributions", source, cue and content, each a list
// of
//   [start, end] in code points (training/attribution_gold.py writes PolNeAR so).
//
// Errors: bad files fail with the record's or line's number and what was expected.
// Threads: pure functions.
#ifndef ENTENTE_SENTENCE_EVAL_H_
#define ENTENTE_SENTENCE_EVAL_H_

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/eval.h"
#include "entente/record.h"
#include "entente/result.h"
#include "entente/span.h"

namespace entente {

// Who did what to whom, by countries: alpha-3, or IGO, NGO, IMG, MNC; empty where nobody is named.
struct Triple {
  std::string actor;
  std::string type;
  std::string recipient;
  auto operator<=>(const Triple&) const = default;
};

struct GsrCase {
  std::string id;  // of the first record
  std::string text;
  std::string published;  // ISO 8601 date, or empty
  std::set<Triple> triples;
};

[[nodiscard]] Result<std::vector<GsrCase>> read_gsr(std::string_view json);

// The triples of a system's events, a joint act one for each ordered pair. Types are those of 2016 in the names of 2.0:
// an event with a CAMEO code of root 03 is AGREE, with one of root 17 COERCE. `country`: of an actor, in PLOVER's
// terms.
using CountryOf = std::function<std::string(const Actor&)>;
[[nodiscard]] std::set<Triple> triples_of(const std::vector<Record>& records, const CountryOf& country);

// Rows: "types per sentence", "triples", "triples, both present". `system` has one entry a case.
[[nodiscard]] std::vector<Score> evaluate_gsr(const std::vector<GsrCase>& gold,
                                              const std::vector<std::set<Triple>>& system);

struct PlvCase {
  std::string id;
  std::string text;
  CodePointSpan source;
  CodePointSpan target;
  std::string root;  // as in the file: AGREE, ..., YIELD
};

[[nodiscard]] Result<std::vector<PlvCase>> read_plv(std::string_view tsv);

// A PLOVER type in the file's classes: CONCEDE and RETREAT are YIELD.
[[nodiscard]] std::string plv_root(std::string_view type);

struct ClassReport {
  std::int64_t cases = 0;
  std::int64_t right = 0;
  std::int64_t quad_right = 0;  // the file's penta classes: verbal and material cooperation and conflict
  double macro_f1 = 0;          // mean over the classes that gold has
  std::vector<Score> classes;   // by name
};

[[nodiscard]] ClassReport evaluate_plv(const std::vector<PlvCase>& gold, const std::vector<std::string>& system);

// Code points of the article's text; by position, none empty.
struct AttributionPieces {
  std::vector<CodePointSpan> source, cue, content;
};

struct AttributionCase {
  std::string id;
  std::string text;
  std::vector<AttributionPieces> attributions;  // each with a cue
};

[[nodiscard]] Result<std::vector<AttributionCase>> read_attributions(std::string_view jsonl);

// Rows: "whole attributions": source, cue and content each share half of gold's and half of the system's code points,
// or both have none; "whole, half of gold's": half of gold's is enough; "whole, exact". Each of gold's is paired once,
// in the order of the text. `system` has one entry a case.
[[nodiscard]] std::vector<Score> evaluate_attributions(const std::vector<AttributionCase>& gold,
                                                       const std::vector<std::vector<AttributionPieces>>& system);

}  // namespace entente

#endif  // ENTENTE_SENTENCE_EVAL_H_
