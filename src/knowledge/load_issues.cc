// The tables under knowledge/issues: standing issues by region, the nouns that name issues, and the weights of a
// choice.
#include <algorithm>

#include "knowledge/knowledge.h"

namespace entente {
namespace {

// Kinds of nouns; true for those that seldom name what a statement is about.
const std::map<std::string, bool> kNounKinds = {
    {"instrument", false}, {"measure", false}, {"violence", false}, {"talks", false}, {"place", false},
    {"weapon", false},     {"goods", false},   {"people", false},   {"force", false}, {"cause", false},
    {"office", true},      {"body", true},     {"time", true},      {"amount", true}, {"vague", true}};

const std::set<std::string> kIssueKinds = {"conflict", "territory", "border",   "strait", "treaty",
                                           "weapons",  "sanctions", "pipeline", "water",  "debt",
                                           "status",   "refugees",  "hostages", "talks",  "membership",
                                           "base",     "island",    "incident", "trade",  "justice"};

bool is_id(const std::string& id) {
  return !id.empty() && id.front() != '_' && id.back() != '_' && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool is_abbreviation(const std::string& name) {
  return std::none_of(name.begin(), name.end(), [](char c) {
    return c == ' ' || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
  });
}

void load_nouns(Knowledge& knowledge, const Table& table, Problems& problems) {
  for (const TableRow& row : table.rows) {
    const auto kind = kNounKinds.find(row.cells[1]);
    if (row.cells[0].empty()) problems.add(table.file, row.line, "expected a noun");
    if (kind == kNounKinds.end()) {
      problems.add(table.file, row.line, "expected a kind of noun, found '" + row.cells[1] + "'");
      continue;
    }
    if (!knowledge.issue_nouns.emplace(row.cells[0], IssueNoun{kind->first, row.cells[2], kind->second}).second)
      problems.add(table.file, row.line, "expected each noun once, found '" + row.cells[0] + "' again");
  }
}

void load_weights(Knowledge& knowledge, const Table& table, Problems& problems) {
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const std::optional<double> weight = parse_number(c[2]);
    if (!weight.has_value()) problems.add(table.file, row.line, "expected a weight, found '" + c[2] + "'");
    if (c[0] != "group" && c[0] != "label")
      problems.add(table.file, row.line, "expected group or label, found '" + c[0] + "'");
    if (c[1].empty()) problems.add(table.file, row.line, "expected what speaks for a choice");
    auto& weights = c[0] == "group" ? knowledge.issue_link_weights : knowledge.issue_label_weights;
    if (!weights.emplace(c[1], weight.value_or(0)).second)
      problems.add(table.file, row.line, "expected each weight once, found '" + c[1] + "' again");
  }
}

bool known_party(const Knowledge& knowledge, const std::string& code) {
  if (knowledge.states.empty() && knowledge.organisations.empty()) return true;  // tests that load no actors
  const auto has = [&](const auto& list) {
    return std::any_of(list.begin(), list.end(), [&](const auto& row) { return row.code == code; });
  };
  return has(knowledge.states) || has(knowledge.organisations);
}

bool is_period(const std::string& from, const std::string& to) {
  const std::size_t same = std::min(from.size(), to.size());
  return same == 0 || from.compare(0, same, to, 0, same) <= 0;
}

void load_standing(Knowledge& knowledge, const Table& table, Problems& problems) {
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const auto wrong = [&](const std::string& message) { problems.add(table.file, row.line, message); };
    if (!is_id(c[0])) wrong("expected an id of small letters, digits and _, found '" + c[0] + "'");
    if (c[1].empty()) wrong("expected a label");
    if (!kIssueKinds.contains(c[3])) wrong("expected a kind of issue, found '" + c[3] + "'");
    for (const std::string& date : {c[5], c[6]}) {
      if (!date.empty() && !is_table_date(date))
        wrong("expected a date such as 2020-01-31, 2020-01 or 2020, found '" + date + "'");
    }
    if (!is_period(c[5], c[6])) wrong("expected an end after " + c[5] + ", found '" + c[6] + "'");
    StandingIssue issue = {c[0], c[1], split_list(c[2], ';'), c[3], split_list(c[4], ';'), c[5], c[6]};
    for (const std::string& code : issue.parties) {
      if (!known_party(knowledge, code)) wrong("expected the code of a state or organisation, found '" + code + "'");
    }
    const auto index = static_cast<std::int32_t>(knowledge.standing_issues.size());
    const bool again = std::any_of(knowledge.standing_issues.begin(), knowledge.standing_issues.end(),
                                   [&](const StandingIssue& other) { return other.id == issue.id; });
    if (again) wrong("expected each id once, found '" + issue.id + "' again");
    std::vector<std::string> names = issue.names;
    names.push_back(issue.label);
    for (const std::string& name : names) {
      const std::string key = name_key(name);
      if (!knowledge.issue_names.emplace(key, IssueName{index, is_abbreviation(name) ? name : ""}).second)
        wrong("expected each name once, found '" + name + "' again");
      knowledge.longest_issue_name = std::max(knowledge.longest_issue_name, key.size());
    }
    knowledge.standing_issues.push_back(std::move(issue));
  }
}

}  // namespace

void load_issue_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  static const std::string kFolder = "issues/";
  knowledge.issue_kinds = kNounKinds;
  for (auto at = files.lower_bound(kFolder); at != files.end() && at->first.starts_with(kFolder); ++at) {
    const auto& [name, bytes] = *at;
    if (name == "issues/nouns.tsv") {
      load_nouns(knowledge, parse_table(bytes, name, "issue_nouns 1", {"noun", "kind", "same"}, problems), problems);
    } else if (name == "issues/weights.tsv") {
      load_weights(knowledge, parse_table(bytes, name, "issue_weights 1", {"choice", "what", "weight"}, problems),
                   problems);
    } else {
      load_standing(
          knowledge,
          parse_table(bytes, name, "issues 1", {"id", "label", "names", "kind", "parties", "from", "to"}, problems),
          problems);
    }
  }
  index_treaty_names(knowledge);
}

}  // namespace entente
