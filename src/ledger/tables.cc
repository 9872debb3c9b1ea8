#include "ledger/tables.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/files.h"

namespace entente {
namespace {

using TableFiles = std::map<std::string, std::string>;

constexpr std::size_t kMaxTableBytes = 1U << 20U;
constexpr std::size_t kMostTypes = 32;  // bits of a mask
constexpr std::size_t kMostGroups = 7;  // from 1, bits of a byte

constexpr const char* kTypes = "ledger/type_families.tsv";
constexpr const char* kSectors = "ledger/sectors.tsv";
constexpr const char* kWording = "ledger/wording.tsv";
constexpr const char* kForms = "ledger/agreement_forms.tsv";
constexpr const char* kStatuses = "ledger/agreement_statuses.tsv";
constexpr const char* kStances = "ledger/stances.tsv";

// Names in the order in which they first stand in a table, numbered from `first`.
class Numbers {
 public:
  explicit Numbers(std::uint8_t first, std::size_t most) : first_(first), most_(most) {}
  std::uint8_t of(const std::string& name, const Table& table, const TableRow& row, Problems& problems) {
    const auto [at, fresh] = numbers_.emplace(name, static_cast<std::uint8_t>(first_ + numbers_.size()));
    if (fresh && numbers_.size() == most_ + 1)
      problems.add(table.file, row.line, "expected at most " + std::to_string(most_) + " different values");
    return numbers_.size() > most_ ? std::uint8_t{0} : at->second;
  }
  [[nodiscard]] const std::uint8_t* find(const std::string& name) const {
    const auto at = numbers_.find(name);
    return at == numbers_.end() ? nullptr : &at->second;
  }

 private:
  std::uint8_t first_;
  std::size_t most_;
  std::map<std::string, std::uint8_t> numbers_;
};

bool yes(const std::string& cell, const Table& table, const TableRow& row, Problems& problems) {
  if (!cell.empty() && cell != "yes")
    problems.add(table.file, row.line, "expected yes or nothing, found '" + cell + "'");
  return cell == "yes";
}

// The bits of the names in a list.
template <class Mask>
Mask mask_of(const std::string& cell, const Numbers& numbers, const char* what, const Table& table, const TableRow& row,
             Problems& problems) {
  Mask mask = 0;
  for (const std::string& name : split_list(cell, ';')) {
    const std::uint8_t* number = numbers.find(name);
    if (number == nullptr) {
      problems.add(table.file, row.line, std::string("expected ") + what + " of this table, found '" + name + "'");
    } else {
      mask = static_cast<Mask>(mask | (Mask{1} << *number));
    }
  }
  return mask;
}

void check_key(bool fresh, const Table& table, const TableRow& row, Problems& problems) {
  if (row.cells[0].empty()) problems.add(table.file, row.line, "expected a name in the first cell");
  if (!fresh) problems.add(table.file, row.line, "'" + row.cells[0] + "' stands here a second time");
}

void load_types(JoinTables& tables, const TableFiles& files, Problems& problems) {
  const Table table = parse_table(files.at(kTypes), kTypes, "ledger_types 1",
                                  {"type", "family", "near", "joint", "persons", "daily"}, problems);
  Numbers types(0, kMostTypes);
  Numbers families(1, kMostTypes);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (c[1].empty()) problems.add(table.file, row.line, "expected a family");
    JoinType type;
    type.index = types.of(c[0], table, row, problems);
    type.family = families.of(c[1], table, row, problems);
    type.joint = yes(c[3], table, row, problems);
    type.persons = yes(c[4], table, row, problems);
    type.daily = yes(c[5], table, row, problems);
    check_key(tables.types.emplace(c[0], type).second, table, row, problems);
  }
  for (const TableRow& row : table.rows) {
    JoinType& type = tables.types.at(row.cells[0]);
    type.near = mask_of<std::uint32_t>(row.cells[2], types, "types", table, row, problems);
    for (const std::string& name : split_list(row.cells[2], ';')) {
      const auto other = tables.types.find(name);
      if (other != tables.types.end() && other->second.family != type.family)
        problems.add(table.file, row.line, "expected types of the same family, found '" + name + "'");
    }
  }
}

void load_sectors(JoinTables& tables, const TableFiles& files, Problems& problems) {
  const Table table =
      parse_table(files.at(kSectors), kSectors, "ledger_sectors 1", {"sector", "group", "apart", "voice"}, problems);
  Numbers groups(1, kMostGroups);
  for (const TableRow& row : table.rows) {
    if (row.cells[1].empty()) problems.add(table.file, row.line, "expected a group");
    const SectorGroup group{groups.of(row.cells[1], table, row, problems), 0, yes(row.cells[3], table, row, problems)};
    check_key(tables.sectors.emplace(row.cells[0], group).second, table, row, problems);
  }
  for (const TableRow& row : table.rows)
    tables.sectors.at(row.cells[0]).apart = mask_of<std::uint8_t>(row.cells[2], groups, "groups", table, row, problems);
}

void load_wording(JoinTables& tables, const TableFiles& files, Problems& problems) {
  const Table table = parse_table(files.at(kWording), kWording, "ledger_wording 1", {"kind", "words"}, problems);
  for (const TableRow& row : table.rows) {
    const auto words = split_list(row.cells[1], ',');
    if (words.empty()) problems.add(table.file, row.line, "expected words");
    if (row.cells[0] == "stop") {
      tables.stop_words.insert(words.begin(), words.end());
    } else if (row.cells[0] == "ending") {
      tables.endings.insert(tables.endings.end(), words.begin(), words.end());
    } else {
      problems.add(table.file, row.line, "expected stop or ending, found '" + row.cells[0] + "'");
    }
  }
  std::stable_sort(tables.endings.begin(), tables.endings.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
}

void load_forms(JoinTables& tables, const TableFiles& files, Problems& problems) {
  const Table table = parse_table(files.at(kForms), kForms, "ledger_forms 1", {"form", "family", "loose"}, problems);
  Numbers families(1, kMostTypes);
  for (const TableRow& row : table.rows) {
    if (row.cells[1].empty()) problems.add(table.file, row.line, "expected a family");
    const JoinForm form{families.of(row.cells[1], table, row, problems), yes(row.cells[2], table, row, problems)};
    check_key(tables.forms.emplace(row.cells[0], form).second, table, row, problems);
  }
}

void load_statuses(JoinTables& tables, const TableFiles& files, Problems& problems) {
  static const std::map<std::string, StatusPhase> kPhases = {{"before", StatusPhase::kBefore},
                                                             {"made", StatusPhase::kMade},
                                                             {"after", StatusPhase::kAfter},
                                                             {"end", StatusPhase::kEnd}};
  const Table table =
      parse_table(files.at(kStatuses), kStatuses, "ledger_statuses 1", {"status", "order", "phase"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    JoinStatus status;
    const auto [end, error] = std::from_chars(c[1].data(), c[1].data() + c[1].size(), status.order);
    if (error != std::errc() || end != c[1].data() + c[1].size())
      problems.add(table.file, row.line, "expected a number from 0 to 255, found '" + c[1] + "'");
    const auto phase = kPhases.find(c[2]);
    if (phase == kPhases.end()) {
      problems.add(table.file, row.line, "expected before, made, after or end, found '" + c[2] + "'");
    } else {
      status.phase = phase->second;
    }
    check_key(tables.statuses.emplace(c[0], status).second, table, row, problems);
  }
}

void load_stances(JoinTables& tables, const TableFiles& files, Problems& problems) {
  const Table table =
      parse_table(files.at(kStances), kStances, "ledger_stances 1", {"stance", "position", "opposite"}, problems);
  Numbers positions(1, kMostGroups);
  Numbers stances(1, kMostTypes);
  for (const TableRow& row : table.rows) {
    JoinStance stance;
    stance.index = stances.of(row.cells[0], table, row, problems);
    if (!row.cells[1].empty()) stance.position = positions.of(row.cells[1], table, row, problems);
    if (row.cells[1].empty() && !row.cells[2].empty())
      problems.add(table.file, row.line, "expected a position, since it has an opposite one");
    check_key(tables.stances.emplace(row.cells[0], stance).second, table, row, problems);
  }
  for (const TableRow& row : table.rows)
    tables.stances.at(row.cells[0]).opposite =
        mask_of<std::uint8_t>(row.cells[2], positions, "positions", table, row, problems);
}

}  // namespace

Result<JoinTables> JoinTables::parse(const TableFiles& files) {
  for (const char* name : {kTypes, kSectors, kWording, kForms, kStatuses, kStances}) {
    if (!files.contains(name)) return Error{ErrorCode::kNotFound, "the table is missing", name};
  }
  JoinTables tables;
  Problems problems;
  load_types(tables, files, problems);
  load_sectors(tables, files, problems);
  load_wording(tables, files, problems);
  load_forms(tables, files, problems);
  load_statuses(tables, files, problems);
  load_stances(tables, files, problems);
  if (!problems.empty()) return problems.to_error();
  return tables;
}

Result<JoinTables> JoinTables::load(const std::string& folder) {
  TableFiles files;
  for (const char* name : {kTypes, kSectors, kWording, kForms, kStatuses, kStances}) {
    ENTENTE_TRY(files[name], read_file(folder + "/" + name, kMaxTableBytes));
  }
  return parse(files);
}

}  // namespace entente
