// The tables under knowledge/actors.
#include <algorithm>
#include <chrono>

#include "knowledge/knowledge.h"

namespace entente {
namespace {

// Tests that load tables of actors alone have no sectors to compare with.
bool is_sector(const Knowledge& knowledge, const std::string& sector) {
  return knowledge.sectors.empty() || knowledge.sectors.contains(sector);
}

bool is_code(const std::string& code) {
  if (code.size() < 3) return false;
  for (const char c : code) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

// What lasts from one date to another, either of which may be left out.
void check_period(const std::string& from, const std::string& to, const std::string& file, std::int32_t line,
                  Problems& problems) {
  for (const std::string& date : {from, to}) {
    if (!date.empty() && !is_table_date(date))
      problems.add(file, line, "expected a date such as 2020-01-31, 2020-01 or 2020, found '" + date + "'");
  }
  const std::size_t same = std::min(from.size(), to.size());  // 2020-03 to 2020 may be right
  const bool ends_before = !from.empty() && !to.empty() && to.substr(0, same) < from.substr(0, same);
  if (ends_before || (!from.empty() && from == to && from.size() == 10))
    problems.add(file, line, "ends before it starts");
}

// All tables of a folder, in byte order of their names.
template <class Load>
void load_each(const TableFiles& files, const std::string& folder, const Load& load) {
  for (auto at = files.lower_bound(folder); at != files.end() && at->first.starts_with(folder); ++at)
    load(at->first, at->second);
}

void load_states(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "actors/states.tsv", "states 2",
                                  {"code", "name", "official", "other_names", "adjectives", "people", "capitals",
                                   "seats", "sector", "recognition", "from", "to"},
                                  problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (!is_code(c[0]) || c[0].size() != 3)
      problems.add(table.file, row.line, "expected a code of three capital letters, found '" + c[0] + "'");
    if (c[1].empty()) problems.add(table.file, row.line, "expected a name");
    if (!is_sector(knowledge, c[8]))
      problems.add(table.file, row.line, "expected a PLOVER sector, found '" + c[8] + "'");
    static const std::set<std::string> kRecognition = {"member", "observer", "partly", "none", "territory", "former"};
    if (!kRecognition.contains(c[9])) {
      problems.add(table.file, row.line,
                   "expected member, observer, partly, none, territory or former, found '" + c[9] + "'");
    }
    check_period(c[10], c[11], table.file, row.line, problems);
    knowledge.states.push_back({c[0], c[1], c[2], split_list(c[3], ';'), split_list(c[4], ';'), split_list(c[5], ';'),
                                split_list(c[6], ';'), split_list(c[7], ';'), c[8], c[10], c[11]});
  }
}

void load_titles(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  static const std::map<std::string, TitleKind> kKinds = {{"office", TitleKind::kOffice},
                                                          {"post", TitleKind::kPost},
                                                          {"agent", TitleKind::kAgent},
                                                          {"body", TitleKind::kBody},
                                                          {"counterpart", TitleKind::kCounterpart},
                                                          {"reference-people", TitleKind::kReferencePeople},
                                                          {"reference-states", TitleKind::kReferenceStates},
                                                          {"reference-state", TitleKind::kReferenceState},
                                                          {"reference-bloc", TitleKind::kReferenceBloc},
                                                          {"reference-group", TitleKind::kReferenceGroup},
                                                          {"reference-person", TitleKind::kReferencePerson},
                                                          {"reference-other", TitleKind::kReferenceOther},
                                                          {"reference-place", TitleKind::kReferencePlace}};
  const Table table = parse_table(bytes, "actors/titles.tsv", "titles 1",
                                  {"title", "plural", "role", "sector", "kind", "domestic"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const auto kind = kKinds.find(c[4]);
    if (c[0].empty()) problems.add(table.file, row.line, "expected a title");
    if (!c[3].empty() && !is_sector(knowledge, c[3]))
      problems.add(table.file, row.line, "expected a PLOVER sector, found '" + c[3] + "'");
    if (kind == kKinds.end()) {
      problems.add(
          table.file, row.line,
          "expected a kind (office, post, agent, body, counterpart, reference-people, -states, -state, -bloc, -group, "
          "-person, -other, -place), found '" +
              c[4] + "'");
      continue;
    }
    if (!c[5].empty() && c[5] != "yes")
      problems.add(table.file, row.line, "expected yes or nothing, found '" + c[5] + "'");
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
    if (!c[4].empty() && !is_sector(knowledge, c[4]))
      problems.add(table.file, row.line, "expected a PLOVER sector, found '" + c[4] + "'");
    knowledge.organisations.push_back({c[0], c[1], split_list(c[2], ';'), c[3], c[4]});
  }
}

std::set<std::string> codes_of_states(const Knowledge& knowledge) {
  std::set<std::string> codes;
  for (const State& state : knowledge.states) codes.insert(state.code);
  return codes;
}

std::set<std::string> codes_of(const Knowledge& knowledge) {
  std::set<std::string> codes = codes_of_states(knowledge);
  for (const Organisation& organisation : knowledge.organisations) codes.insert(organisation.code);
  return codes;
}

void load_members(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const std::set<std::string> codes = codes_of(knowledge);
  std::set<std::string> organisations;
  for (const Organisation& organisation : knowledge.organisations) organisations.insert(organisation.code);
  const Table table =
      parse_table(bytes, "actors/members.tsv", "members 1", {"organisation", "state", "from", "to"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (!organisations.contains(c[0]))
      problems.add(table.file, row.line, "expected the code of an organisation, found '" + c[0] + "'");
    if (!codes.contains(c[1]))
      problems.add(table.file, row.line, "expected the code of a state or organisation, found '" + c[1] + "'");
    check_period(c[2], c[3], table.file, row.line, problems);
    knowledge.members.push_back({c[0], c[1], c[2], c[3]});
  }
}

void load_groups(Knowledge& knowledge, const std::string& file, const std::string& bytes, Problems& problems) {
  static const std::set<std::string> kKinds = {"armed", "party", "movement", "church", "company",
                                               "media", "union", "people",   "ngo",    "body"};
  const std::set<std::string> codes = codes_of(knowledge);
  const Table table = parse_table(bytes, file, "groups 1",
                                  {"name", "other_names", "code", "country", "sector", "kind", "from", "to"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (c[0].empty()) problems.add(file, row.line, "expected a name");
    for (const std::size_t i : {2U, 3U}) {
      if (!c[i].empty() && !codes.contains(c[i]))
        problems.add(file, row.line, "expected the code of a state or organisation, found '" + c[i] + "'");
    }
    if (!is_sector(knowledge, c[4])) problems.add(file, row.line, "expected a PLOVER sector, found '" + c[4] + "'");
    if (!kKinds.contains(c[5])) problems.add(file, row.line, "expected a kind of group, found '" + c[5] + "'");
    check_period(c[6], c[7], file, row.line, problems);
    knowledge.groups.push_back({c[0], split_list(c[1], ';'), c[2], c[3], c[4], c[5], c[6], c[7]});
  }
}

void load_offices(Knowledge& knowledge, const std::string& file, const std::string& bytes, Problems& problems) {
  const std::set<std::string> states = codes_of_states(knowledge);
  const std::set<std::string> codes = codes_of(knowledge);
  std::set<std::string> roles;
  for (const Title& title : knowledge.titles) roles.insert(title.role);
  const Table table = parse_table(bytes, file, "offices 1",
                                  {"state", "office", "holder", "other_names", "gender", "from", "to"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (!codes.contains(c[0]))
      problems.add(file, row.line, "expected the code of a state or organisation, found '" + c[0] + "'");
    if (!roles.contains(c[1])) problems.add(file, row.line, "expected a role of titles.tsv, found '" + c[1] + "'");
    if (c[2].empty()) problems.add(file, row.line, "expected a holder");
    if (c[4] != "m" && c[4] != "f") problems.add(file, row.line, "expected m or f, found '" + c[4] + "'");
    if (c[5].empty()) problems.add(file, row.line, "expected a date from which the office was held");
    check_period(c[5], c[6], file, row.line, problems);
    knowledge.offices.push_back({c[0], c[1], c[2], split_list(c[3], ';'), c[4].empty() ? '?' : c[4][0], c[5], c[6],
                                 states.contains(c[0]) ? "GOV" : ""});
  }
}

void load_people(Knowledge& knowledge, const std::string& file, const std::string& bytes, Problems& problems) {
  const std::set<std::string> states = codes_of_states(knowledge);
  const std::set<std::string> codes = codes_of(knowledge);
  const Table table = parse_table(bytes, file, "people 1",
                                  {"name", "other_names", "code", "sector", "role", "gender", "from", "to"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (c[0].empty()) problems.add(file, row.line, "expected a name");
    if (!codes.contains(c[2]))
      problems.add(file, row.line, "expected the code of a state or organisation, found '" + c[2] + "'");
    // Who acts for an organisation has no sector; who is of a state has one.
    const bool needs_sector = states.contains(c[2]);
    if ((needs_sector || !c[3].empty()) && !is_sector(knowledge, c[3]))
      problems.add(file, row.line, "expected a PLOVER sector, found '" + c[3] + "'");
    if (c[4].empty()) problems.add(file, row.line, "expected a role");
    if (c[5] != "m" && c[5] != "f") problems.add(file, row.line, "expected m or f, found '" + c[5] + "'");
    check_period(c[6], c[7], file, row.line, problems);
    knowledge.offices.push_back(
        {c[2], c[4], c[0], split_list(c[1], ';'), c[5].empty() ? '?' : c[5][0], c[6], c[7], c[3], true});
  }
}

}  // namespace

bool is_table_date(const std::string& date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
  }
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : date.substr(at, size)) value = value * 10 + (c - '0');
    return value;
  };
  const int year = number(0, 4);
  const int month = date.size() >= 7 ? number(5, 2) : 1;
  const int day = date.size() == 10 ? number(8, 2) : 1;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

void load_actor_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  load_states(knowledge, files.at("actors/states.tsv"), problems);
  load_titles(knowledge, files.at("actors/titles.tsv"), problems);
  load_organisations(knowledge, files.at("actors/organisations.tsv"), problems);
  load_members(knowledge, files.at("actors/members.tsv"), problems);
  load_each(files, "actors/groups/",
            [&](const std::string& file, const std::string& bytes) { load_groups(knowledge, file, bytes, problems); });
  load_each(files, "actors/offices/",
            [&](const std::string& file, const std::string& bytes) { load_offices(knowledge, file, bytes, problems); });
  load_each(files, "actors/people/",
            [&](const std::string& file, const std::string& bytes) { load_people(knowledge, file, bytes, problems); });
}

}  // namespace entente
