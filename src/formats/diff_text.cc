// What differs between two ledgers, for people and as JSON.
#include <algorithm>
#include <array>
#include <map>

#include "entente/formats.h"
#include "formats/json_line.h"
#include "formats/ledger_labels.h"
#include "formats/record_labels.h"
#include "formats/styled_text.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kIndent = 4;
constexpr int kFieldLines = 6;
constexpr int kWordsLines = 3;
constexpr int kCauseWidth = 26;
constexpr int kColumn = 11;
constexpr std::size_t kMostRules = 20;  // in the table; JSON has all

const char* change_color(const std::string& change) {
  return change == "added" ? kGreen : change == "gone" ? kRed : kYellow;
}

std::string or_none(const std::string& text) { return text.empty() ? "none" : printable(text); }

std::string rules_label(const std::string& a, const std::string& b) {
  if (a.empty() && b.empty()) return "";
  return a == b ? printable(a) : or_none(a) + " → " + or_none(b);
}

std::string short_sum(const std::string& sum) { return sum.empty() ? "-" : printable(sum.substr(0, 12)); }

std::string engines_line(const char* name, const std::vector<EngineStamp>& engines) {
  std::string line = std::string(name) + "  ";
  for (std::size_t i = 0; i < engines.size(); ++i) {
    if (i > 0) line += "\n   ";
    line += "engine " + printable(engines[i].version) + " · model " + short_sum(engines[i].model) + " · knowledge " +
            short_sum(engines[i].knowledge);
  }
  return line + (engines.empty() ? "no articles\n" : "\n");
}

std::string counts_table(const LedgerDiff& diff, const TableStyle& style) {
  // The change that each column counts; joining has names of its own for the three.
  constexpr std::array<const char*, 3> kChanges = {"changed", "added", "gone"};
  std::map<std::pair<std::string, std::string>, std::map<std::string, std::int64_t>> rows;
  std::string joining;
  for (const DiffCount& count : diff.counts) {
    if (count.cause == "joining") {
      append_part(joining, " · ", counted_label(count.count, count.kind) + std::string(kTied) + count.change);
    } else {
      rows[{count.cause, count.kind}][count.change] = count.count;
    }
  }
  std::string out;
  if (!rows.empty()) {
    out += styled(padded("Why", kCauseWidth) + padded("what", 12) + "  changed      added       gone", kBold,
                  style.color) +
           "\n";
  }
  std::string last;
  for (const auto& [key, changes] : rows) {
    out +=
        padded(key.first == last ? "" : fitted(key.first, kCauseWidth - 2), kCauseWidth) + padded(key.second + "s", 10);
    last = key.first;
    for (const char* const change : kChanges) {
      const auto found = changes.find(change);
      out += at_right(found == changes.end() ? "-" : grouped(found->second), kColumn);
    }
    out += "\n";
  }
  if (!joining.empty()) out += "\nIn other accounts:\n" + indented(joining, kPlain, kIndent, kFieldLines, style);
  return out;
}

}  // namespace

std::string write_change(const LedgerChange& change, const TableStyle& style) {
  std::string out = styled(padded(change.change, 10), change_color(change.change), style.color);
  std::string head = change.kind;
  append_part(head, " · ", change.cause);
  append_part(head, " · ", change.a.empty() ? change.b : change.a);
  if (!change.b.empty() && change.b != change.a && !change.a.empty()) append_part(head, " → ", change.b);
  out += head + "\n";
  out += indented(printable(change.article), kDim, kIndent, 1, style);
  if (change.kind != "article") {
    std::string fields;
    for (const FieldDiff& field : change.fields) {
      append_part(fields, " · ", field.field + ": " + or_none(field.a) + " → " + or_none(field.b));
    }
    out += indented(fields, kPlain, kIndent, kFieldLines, style);
  }
  out += indented(rules_label(change.rule_a, change.rule_b), kCyan, kIndent, 2, style);
  out += indented(quoted(printable(change.words)), kDim, kIndent, kWordsLines, style);
  return out;
}

std::string write_change_json(const LedgerChange& change) {
  JsonLine json;
  json.begin_object();
  json.text("group", "change");
  json.text("cause", change.cause);
  json.text("kind", change.kind);
  json.text("change", change.change);
  json.text("article", change.article);
  json.text("a", change.a);
  json.text("b", change.b);
  json.text("rule_a", change.rule_a);
  json.text("rule_b", change.rule_b);
  json.begin_object("fields");
  for (const FieldDiff& field : change.fields) {
    json.begin_object(field.field);
    json.text("a", field.a);
    json.text("b", field.b);
    json.end_object();
  }
  json.end_object();
  json.text("words", change.words);
  json.end_object();
  return json.finish();
}

std::string write_ledger_diff(const LedgerDiff& diff, const TableStyle& style) {
  std::string out = engines_line("A", diff.engines_a) + engines_line("B", diff.engines_b);
  std::string same;
  for (const DiffCount& count : diff.unchanged) append_part(same, " · ", counted_label(count.count, count.kind));
  out += "\nThe same text: " + counted_label(diff.articles, "article") + "\n";
  out += "Unchanged in it:\n" + indented(same.empty() ? "nothing" : same, kPlain, kIndent, kFieldLines, style) + "\n";
  out += diff.counts.empty() ? "Nothing differs.\n" : counts_table(diff, style);
  if (diff.rules.empty()) return out;
  out += "\n" + styled("What decided", kBold, style.color) + "\n";
  for (std::size_t i = 0; i < std::min(diff.rules.size(), kMostRules); ++i) {
    const RuleChange& rule = diff.rules[i];
    const std::string label = rules_label(rule.rule_a, rule.rule_b);
    const std::vector<std::string> lines = wrap(label, std::max(style.width, 60) - 22, 3);
    out +=
        at_right(grouped(rule.count), 8) + "  " + padded(rule.kind, 12) + (lines.empty() ? "" : lines.front()) + "\n";
    for (std::size_t line = 1; line < lines.size(); ++line) out += std::string(22, ' ') + lines[line] + "\n";
  }
  if (diff.rules.size() > kMostRules) {
    out += at_right("…", 8) + "  " + grouped(static_cast<std::int64_t>(diff.rules.size() - kMostRules)) + " more\n";
  }
  return out;
}

std::string write_ledger_diff_json(const LedgerDiff& diff) {
  std::string lines;
  const auto put = [&](const std::vector<DiffCount>& counts) {
    for (const DiffCount& count : counts) {
      JsonLine json;
      json.begin_object();
      json.text("group", "count");
      json.text("cause", count.cause);
      json.text("kind", count.kind);
      json.text("change", count.change);
      json.integer("count", count.count);
      json.end_object();
      lines += json.finish();
    }
  };
  put({{"", "article", "unchanged", diff.articles}});
  put(diff.unchanged);
  put(diff.counts);
  for (const RuleChange& rule : diff.rules) {
    JsonLine json;
    json.begin_object();
    json.text("group", "rule");
    json.text("kind", rule.kind);
    json.text("rule_a", rule.rule_a);
    json.text("rule_b", rule.rule_b);
    json.integer("count", rule.count);
    json.end_object();
    lines += json.finish();
  }
  return lines;
}

}  // namespace entente
