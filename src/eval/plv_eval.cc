// PLV: sentences with source and target given, and the class of what the one did to the other.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text_index.h"
#include "entente/sentence_eval.h"

namespace entente {
namespace {

constexpr std::size_t kMarked = 2;  // columns of the file: the sentence with <s> and <t> around source and target
constexpr std::size_t kRoot = 6;

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::int32_t code_points(std::string_view text) {
  return static_cast<std::int32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Takes the marks out of the sentence and keeps where they stood.
void read_marked(std::string_view marked, PlvCase& one) {
  static constexpr std::array<std::string_view, 4> kMarks = {"<s>", "</s>", "<t>", "</t>"};
  std::int32_t at = 0;
  while (!marked.empty()) {
    std::size_t first = marked.size();
    std::size_t which = kMarks.size();
    for (std::size_t i = 0; i < kMarks.size(); ++i) {
      const std::size_t found = marked.find(kMarks[i]);
      if (found < first) {
        first = found;
        which = i;
      }
    }
    one.text += marked.substr(0, first);
    at += code_points(marked.substr(0, first));
    if (which == kMarks.size()) return;
    CodePointSpan& span = which < 2 ? one.source : one.target;
    (which % 2 == 0 ? span.begin : span.end).value = at;
    marked.remove_prefix(first + kMarks[which].size());
  }
}

// The file's own classes by PLOVER's quad classes; YIELD is material there.
int quad_of(const std::string& root) {
  static const std::map<std::string, int> kQuads = {{"AGREE", 1},     {"CONSULT", 1},  {"SUPPORT", 1}, {"YIELD", 2},
                                                    {"COOPERATE", 2}, {"AID", 2},      {"REQUEST", 3}, {"ACCUSE", 3},
                                                    {"REJECT", 3},    {"THREATEN", 3}, {"PROTEST", 4}, {"SANCTION", 4},
                                                    {"MOBILIZE", 4},  {"COERCE", 4},   {"ASSAULT", 4}};
  const auto found = kQuads.find(root);
  return found == kQuads.end() ? 0 : found->second;
}

}  // namespace

std::string plv_root(std::string_view type) {
  return type == "CONCEDE" || type == "RETREAT" ? "YIELD" : std::string(type);
}

Result<std::vector<PlvCase>> read_plv(std::string_view tsv) {
  std::vector<PlvCase> cases;
  std::int64_t number = 0;
  while (!tsv.empty()) {
    const std::size_t end = tsv.find('\n');
    std::string_view line = tsv.substr(0, end);
    tsv.remove_prefix(end == std::string_view::npos ? tsv.size() : end + 1);
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) continue;
    const std::vector<std::string_view> cells = cells_of(line);
    const std::string place = "line " + std::to_string(number);
    if (cells.size() <= kRoot) return Error{ErrorCode::kBadFormat, "expected seven cells apart by tabs", place};
    if (number == 1 && cells[kRoot] == "gold_root") continue;
    PlvCase one;
    one.id = cells[0];
    read_marked(cells[kMarked], one);
    one.root = plv_root(cells[kRoot]);
    if (valid_utf8_prefix(line) != line.size()) return Error{ErrorCode::kBadEncoding, "not UTF-8", place};
    if (one.source.empty() && one.target.empty())  // a few sentences name one of them only
      return Error{ErrorCode::kBadFormat, "expected <s>...</s> or <t>...</t> in the third cell", place};
    if (quad_of(one.root) == 0)
      return Error{ErrorCode::kBadFormat, "expected a root class, found '" + one.root + "'", place};
    cases.push_back(std::move(one));
  }
  if (cases.empty()) return Error{ErrorCode::kEmpty, "no sentences", ""};
  return cases;
}

ClassReport evaluate_plv(const std::vector<PlvCase>& gold, const std::vector<std::string>& system) {
  ClassReport report;
  std::map<std::string, Score> classes;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const std::string& root = gold[i].root;
    const std::string answer = plv_root(system[i]);
    ++report.cases;
    ++classes[root].gold;
    ++classes[answer].system;
    if (root == answer) {
      ++classes[root].correct;
      ++report.right;
    }
    if (quad_of(root) == quad_of(answer)) ++report.quad_right;
  }
  std::int64_t counted = 0;
  for (auto& [name, score] : classes) {
    score.metric = name.empty() ? "(no answer)" : name;
    report.classes.push_back(score);
    if (score.gold == 0) continue;
    ++counted;
    report.macro_f1 += score.f1();
  }
  if (counted > 0) report.macro_f1 /= static_cast<double>(counted);
  return report;
}

}  // namespace entente
