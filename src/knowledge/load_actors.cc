// The tables under knowledge/actors.
#include "knowledge/knowledge.h"

namespace entente {
namespace {

bool is_code(const std::string& code) {
  if (code.size() < 3) return false;
  for (const char c : code) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

bool is_sector(const std::string& sector) {
  static const std::set<std::string> kSectors = {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY",
                                                 "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN",
                                                 "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"};
  return kSectors.contains(sector);
}

bool is_date(const std::string& date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return false;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (date[i] < '0' || date[i] > '9') return false;
  }
  const int month = (date[5] - '0') * 10 + date[6] - '0';
  const int day = (date[8] - '0') * 10 + date[9] - '0';
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

void load_states(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(
      bytes, "actors/states.tsv", "states 1",
      {"code", "name", "official", "other_names", "adjectives", "people", "capitals", "sector", "recognition"},
      problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (!is_code(c[0]) || c[0].size() != 3)
      problems.add(table.file, row.line, "expected a code of three capital letters, found '" + c[0] + "'");
    if (c[1].empty()) problems.add(table.file, row.line, "expected a name");
    if (!is_sector(c[7])) problems.add(table.file, row.line, "expected a PLOVER sector, found '" + c[7] + "'");
    if (c[8] != "member" && c[8] != "observer" && c[8] != "partly" && c[8] != "none") {
      problems.add(table.file, row.line, "expected member, observer, partly or none, found '" + c[8] + "'");
    }
    knowledge.states.push_back({c[0], c[1], c[2], split_list(c[3], ';'), split_list(c[4], ';'), split_list(c[5], ';'),
                                split_list(c[6], ';'), c[7]});
  }
}

void load_titles(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  static const std::map<std::string, TitleKind> kKinds = {{"office", TitleKind::kOffice},
                                                          {"post", TitleKind::kPost},
                                                          {"agent", TitleKind::kAgent},
                                                          {"body", TitleKind::kBody},
                                                          {"counterpart", TitleKind::kCounterpart},
                                                          {"reference-people", TitleKind::kReferencePeople},
                                                          {"reference-states", TitleKind::kReferenceStates}};
  const Table table = parse_table(bytes, "actors/titles.tsv", "titles 1",
                                  {"title", "plural", "role", "sector", "kind", "domestic"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const auto kind = kKinds.find(c[4]);
    if (c[0].empty()) problems.add(table.file, row.line, "expected a title");
    if (!c[3].empty() && !is_sector(c[3]))
      problems.add(table.file, row.line, "expected a PLOVER sector, found '" + c[3] + "'");
    if (kind == kKinds.end()) {
      problems.add(
          table.file, row.line,
          "expected a kind (office, post, agent, body, counterpart, reference-people, reference-states), found '" +
              c[4] + "'");
      continue;
    }
    knowledge.titles.push_back({c[0], c[1], c[2], c[3], kind->second, c[5] == "yes"});
  }
}

void load_organisations(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "actors/organisations.tsv", "organisations 1",
                                  {"code", "name", "other_names", "kind", "sector"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (!is_code(c[0])) problems.add(table.file, row.line, "expected a code of capital letters, found '" + c[0] + "'");
    if (c[1].empty()) problems.add(table.file, row.line, "expected a name");
    if (c[3] != "IGO" && c[3] != "NGO" && c[3] != "armed")
      problems.add(table.file, row.line, "expected the kind IGO, NGO or armed, found '" + c[3] + "'");
    if (!c[4].empty() && !is_sector(c[4]))
      problems.add(table.file, row.line, "expected a PLOVER sector, found '" + c[4] + "'");
    knowledge.organisations.push_back({c[0], c[1], split_list(c[2], ';'), c[3], c[4]});
  }
}

void load_offices(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  std::set<std::string> codes;
  std::set<std::string> roles;
  for (const State& state : knowledge.states) codes.insert(state.code);
  for (const Organisation& organisation : knowledge.organisations) codes.insert(organisation.code);
  for (const Title& title : knowledge.titles) roles.insert(title.role);
  const Table table = parse_table(bytes, "actors/offices.tsv", "offices 1",
                                  {"state", "office", "holder", "other_names", "gender", "from", "to"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (!codes.contains(c[0]))
      problems.add(table.file, row.line, "expected the code of a state or organisation, found '" + c[0] + "'");
    if (!roles.contains(c[1]))
      problems.add(table.file, row.line, "expected a role of titles.tsv, found '" + c[1] + "'");
    if (c[2].empty()) problems.add(table.file, row.line, "expected a holder");
    if (c[4] != "m" && c[4] != "f") problems.add(table.file, row.line, "expected m or f, found '" + c[4] + "'");
    if (!is_date(c[5])) problems.add(table.file, row.line, "expected a date such as 2020-01-31, found '" + c[5] + "'");
    if (!c[6].empty() && !is_date(c[6]))
      problems.add(table.file, row.line, "expected a date or nothing, found '" + c[6] + "'");
    if (!c[6].empty() && c[6] <= c[5]) problems.add(table.file, row.line, "ends before it starts");
    knowledge.offices.push_back({c[0], c[1], c[2], split_list(c[3], ';'), c[4].empty() ? '?' : c[4][0], c[5], c[6]});
  }
}

}  // namespace

void load_actor_tables(Knowledge& knowledge, const std::map<std::string, std::string>& files, Problems& problems) {
  load_states(knowledge, files.at("actors/states.tsv"), problems);
  load_titles(knowledge, files.at("actors/titles.tsv"), problems);
  load_organisations(knowledge, files.at("actors/organisations.tsv"), problems);
  load_offices(knowledge, files.at("actors/offices.tsv"), problems);
}

}  // namespace entente
