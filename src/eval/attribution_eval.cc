// Who says what, whoever it is: whole attributions of an article against gold's.
#include <simdjson.h>

#include <algorithm>
#include <string>

#include "base/text_index.h"
#include "entente/sentence_eval.h"
#include "eval/spans.h"

namespace entente {
namespace {

constexpr std::size_t kMostAttributions = 20000;  // of one article

Status read_pieces(simdjson::dom::element attribution, const char* role, std::int64_t length,
                   std::vector<CodePointSpan>& pieces) {
  simdjson::dom::array spans;
  if (attribution[role].get(spans) != simdjson::SUCCESS)
    return Error{ErrorCode::kBadFormat, std::string("expected the field ") + role + ", a list of [start, end]", ""};
  for (const simdjson::dom::element span : spans) {
    simdjson::dom::array ends;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    const bool good = span.get(ends) == simdjson::SUCCESS && ends.size() == 2 &&
                      ends.at(0).get(begin) == simdjson::SUCCESS && ends.at(1).get(end) == simdjson::SUCCESS &&
                      0 <= begin && begin < end && end <= length;
    if (!good)
      return Error{ErrorCode::kBadFormat, std::string("expected [start, end] inside of the text in ") + role, ""};
    pieces.emplace_back(static_cast<std::int32_t>(begin), static_cast<std::int32_t>(end));
  }
  pieces = merged(std::move(pieces));
  return Unit{};
}

Result<AttributionCase> read_case(simdjson::dom::element line) {
  AttributionCase one;
  std::string_view id;
  std::string_view text;
  simdjson::dom::array attributions;
  if (line["text"].get(text) != simdjson::SUCCESS || line["attributions"].get(attributions) != simdjson::SUCCESS)
    return Error{ErrorCode::kBadFormat, "expected the fields text and attributions", ""};
  if (line["id"].get(id) == simdjson::SUCCESS) one.id = id;
  one.text = text;
  if (attributions.size() > kMostAttributions) return Error{ErrorCode::kTooLarge, "more than 20,000 attributions", ""};
  const std::int64_t length = TextIndex(one.text).code_point_count();
  for (const simdjson::dom::element attribution : attributions) {
    AttributionPieces pieces;
    ENTENTE_CHECK_OK(read_pieces(attribution, "source", length, pieces.source));
    ENTENTE_CHECK_OK(read_pieces(attribution, "cue", length, pieces.cue));
    ENTENTE_CHECK_OK(read_pieces(attribution, "content", length, pieces.content));
    if (pieces.cue.empty()) return Error{ErrorCode::kBadFormat, "expected a cue in each attribution", ""};
    one.attributions.push_back(std::move(pieces));
  }
  return one;
}

template <class Same>
bool all_roles(const AttributionPieces& gold, const AttributionPieces& system, const Same& same) {
  return same(gold.source, system.source) && same(gold.cue, system.cue) && same(gold.content, system.content);
}

bool half_of_both(const Spans& gold, const Spans& system) {
  if (gold.empty() || system.empty()) return gold.empty() && system.empty();
  const std::int64_t common = 2 * shared(gold, system);
  return common >= size_of(gold) && common >= size_of(system);
}

bool half_of_gold(const Spans& gold, const Spans& system) {
  if (gold.empty() || system.empty()) return gold.empty() && system.empty();
  return 2 * shared(gold, system) >= size_of(gold);
}

bool equal(const Spans& gold, const Spans& system) { return gold == system; }

template <class Same>
void count(const AttributionCase& gold, const std::vector<AttributionPieces>& system, const Same& same, Score& score) {
  std::vector<bool> used(system.size());
  score.gold += static_cast<std::int64_t>(gold.attributions.size());
  score.system += static_cast<std::int64_t>(system.size());
  for (const AttributionPieces& each : gold.attributions) {
    for (std::size_t j = 0; j < system.size(); ++j) {
      if (used[j] || !all_roles(each, system[j], same)) continue;
      used[j] = true;
      ++score.correct;
      break;
    }
  }
}

}  // namespace

Result<std::vector<AttributionCase>> read_attributions(std::string_view jsonl) {
  simdjson::dom::parser parser;
  std::vector<AttributionCase> cases;
  std::int64_t number = 0;
  while (!jsonl.empty()) {
    const std::size_t end = jsonl.find('\n');
    const std::string_view line = jsonl.substr(0, end);
    jsonl = end == std::string_view::npos ? std::string_view() : jsonl.substr(end + 1);
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::string place = "line " + std::to_string(number);
    simdjson::dom::element element;
    const simdjson::padded_string padded(line);
    if (parser.parse(padded).get(element) != simdjson::SUCCESS)
      return Error{ErrorCode::kBadFormat, "expected a JSON object", place};
    Result<AttributionCase> one = read_case(element);
    if (!one) return Error{one.error().code, one.error().message, place};
    cases.push_back(std::move(*one));
  }
  return cases;
}

std::vector<Score> evaluate_attributions(const std::vector<AttributionCase>& gold,
                                         const std::vector<std::vector<AttributionPieces>>& system) {
  std::vector<Score> scores(3);
  scores[0].metric = "whole attributions";
  scores[1].metric = "whole, half of gold's";
  scores[2].metric = "whole, exact";
  for (std::size_t i = 0; i < gold.size() && i < system.size(); ++i) {
    count(gold[i], system[i], half_of_both, scores[0]);
    count(gold[i], system[i], half_of_gold, scores[1]);
    count(gold[i], system[i], equal, scores[2]);
  }
  return scores;
}

}  // namespace entente
