#include "exports/tables.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/files.h"
#include "base/hash.h"
#include "knowledge/table.h"

namespace entente {
namespace {

constexpr std::size_t kMaxTableBytes = 8U << 20U;

using Columns = std::vector<std::string_view>;

// Reads tables and gathers what is wrong in them.
class Loader {
 public:
  explicit Loader(std::string folder) : folder_(std::move(folder)) {}

  Result<Table> table(const std::string& file, std::string_view schema, const Columns& columns) {
    ENTENTE_TRY(const std::string bytes, read_file(folder_ + "/" + file, kMaxTableBytes));
    if (file.starts_with("exports/")) all_.append(file).append("\n").append(bytes);
    return parse_table(bytes, file, schema, columns, problems);
  }
  [[nodiscard]] std::string checksum() const { return sha256_hex(all_); }

  Problems problems;

 private:
  std::string folder_;
  std::string all_;
};

bool is_code(const std::string& text, std::size_t length) {
  return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_digits(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

Status load_countries(ExportTables& tables, Loader& loader) {
  ENTENTE_TRY(const Table table, loader.table("exports/countries.tsv", "export_countries 1",
                                              {"code", "name", "icews", "fips", "cow", "gdelt", "plover"}));
  std::map<std::string, std::int32_t> fips;
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    auto wrong = [&](const std::string& message) { loader.problems.add(table.file, row.line, message); };
    if (!is_code(c[0], 3)) wrong("expected a code of three capitals, found '" + c[0] + "'");
    if (c[1].empty() || c[2].empty()) wrong("expected the country's name, and how ICEWS writes it");
    if (!c[3].empty() && !is_code(c[3], 2))
      wrong("expected a FIPS code of two capitals or nothing, found '" + c[3] + "'");
    if (!c[4].empty() && (!is_digits(c[4]) || c[4].size() > 3))
      wrong("expected a number of Correlates of War or nothing, found '" + c[4] + "'");
    for (const std::size_t i : {5U, 6U}) {
      if (!is_code(c[i], 3)) wrong("expected a code of three capitals, found '" + c[i] + "'");
    }
    if (!c[3].empty() && !fips.emplace(c[3], row.line).second)
      wrong("the FIPS code '" + c[3] + "' stands in line " + std::to_string(fips[c[3]]) + " already");
    if (!tables.countries.emplace(c[0], ExportCountry{c[1], c[2], c[3], c[4], c[5], c[6]}).second)
      wrong("the code '" + c[0] + "' stands here a second time");
  }
  return Unit();
}

Status load_actors(ExportTables& tables, Loader& loader) {
  ENTENTE_TRY(const Table sectors,
              loader.table("exports/sectors.tsv", "export_sectors 1", {"sector", "cameo", "icews"}));
  for (const TableRow& row : sectors.rows) {
    const auto& c = row.cells;
    if (!c[1].empty() && !is_code(c[1], 3))
      loader.problems.add(sectors.file, row.line,
                          "expected a CAMEO role of three capitals or nothing, found '" + c[1] + "'");
    if (c[2].find(',') != std::string::npos)
      loader.problems.add(sectors.file, row.line,
                          "expected names without commas, apart by ';': ICEWS joins them with commas");
    if (!tables.sectors.emplace(c[0], ExportSector{c[1], split_list(c[2], ';')}).second)
      loader.problems.add(sectors.file, row.line, "the sector '" + c[0] + "' stands here a second time");
  }
  ENTENTE_TRY(const Table known,
              loader.table("ontology/plover_sectors.tsv", "plover_sectors 1", {"sector", "kind", "label"}));
  for (const TableRow& row : known.rows) {
    if (!tables.sectors.contains(row.cells[0]))
      loader.problems.add(sectors.file, 1, "expected a row for the sector '" + row.cells[0] + "' of " + known.file);
  }
  ENTENTE_TRY(const Table international, loader.table("exports/international.tsv", "export_international 1",
                                                      {"begins", "root", "plover", "icews"}));
  for (const TableRow& row : international.rows) {
    const auto& c = row.cells;
    if (!is_code(c[1], 3) || !c[0].starts_with(c[1]))
      loader.problems.add(international.file, row.line,
                          "expected a root that '" + c[0] + "' begins with, found '" + c[1] + "'");
    tables.international.push_back({c[0], c[1], c[2], split_list(c[3], ';')});
  }
  std::stable_sort(tables.international.begin(), tables.international.end(),
                   [](const auto& a, const auto& b) { return a.begins.size() > b.begins.size(); });
  ENTENTE_TRY(const Table roles, loader.table("exports/roles.tsv", "export_roles 1", {"role"}));
  for (const TableRow& row : roles.rows) tables.agent_roles.insert(row.cells[0]);
  return Unit();
}

Status load_labels(std::map<std::string, CameoLabel>& labels, const std::string& file, Loader& loader) {
  ENTENTE_TRY(const Table table, loader.table(file, "cameo 1", {"code", "root", "label", "goldstein"}));
  for (const TableRow& row : table.rows) {
    const auto value = number(row.cells[3]);
    if (!value) loader.problems.add(table.file, row.line, "expected a number, found '" + row.cells[3] + "'");
    labels[row.cells[0]] = {row.cells[2], value.value_or(0)};
  }
  return Unit();
}

bool means_the_same(const ExportTables& tables, const std::string& code) {
  const auto now = tables.cameo.find(code);
  const auto then = tables.cameo_2007.find(code);
  return now != tables.cameo.end() && then != tables.cameo_2007.end() && now->second.label == then->second.label;
}

Status load_codes(ExportTables& tables, Loader& loader) {
  ENTENTE_CHECK_OK(load_labels(tables.cameo, "ontology/cameo.tsv", loader));
  ENTENTE_CHECK_OK(load_labels(tables.cameo_2007, "ontology/cameo_2007.tsv", loader));
  ENTENTE_TRY(const Table table,
              loader.table("exports/cameo_to_2007.tsv", "export_cameo_2007 1", {"code", "code_2007", "how"}));
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    auto wrong = [&](const std::string& message) { loader.problems.add(table.file, row.line, message); };
    if (!tables.cameo.contains(c[0])) wrong("expected a code of cameo.tsv, found '" + c[0] + "'");
    if (!tables.cameo_2007.contains(c[1])) wrong("expected a code of cameo_2007.tsv, found '" + c[1] + "'");
    if (c[2] != "same" && c[2] != "wider") wrong("expected same or wider, found '" + c[2] + "'");
    if (c[2] == "wider" && means_the_same(tables, c[0]))
      wrong("expected no row: '" + c[0] + "' means the same in cameo_2007.tsv");
    tables.to_2007[c[0]] = {c[1], c[2] == "wider"};
  }
  for (const auto& [code, label] : tables.cameo) {
    if (!tables.to_2007.contains(code) && !tables.cameo_2007.contains(code))
      loader.problems.add(table.file, 1, "expected a row for '" + code + "', which cameo_2007.tsv does not have");
  }
  return Unit();
}

Status load_values(ExportTables& tables, Loader& loader) {
  ENTENTE_TRY(const Table values,
              loader.table("exports/goldstein.tsv", "export_goldstein 1", {"code", "phoenix", "gdelt"}));
  for (const TableRow& row : values.rows) {
    const auto& c = row.cells;
    for (std::size_t i = 1; i < c.size(); ++i) {
      if (!c[i].empty() && !number(c[i]))
        loader.problems.add(values.file, row.line, "expected a number or nothing, found '" + c[i] + "'");
    }
    tables.phoenix[c[0]] = number(c[1]);
    tables.gdelt[c[0]] = number(c[2]);
  }
  ENTENTE_TRY(const Table quads,
              loader.table("exports/quads.tsv", "export_quads 1",
                           {"root", "icews", "gdelt", "phoenix", "text_to_cameo", "text_to_cameo_below_0"}));
  for (const TableRow& row : quads.rows) {
    const auto& c = row.cells;
    for (std::size_t i = 1; i < c.size(); ++i) {
      if (c[i].size() != 1 || c[i][0] < '0' || c[i][0] > '4')
        loader.problems.add(quads.file, row.line, "expected a class from 0 to 4, found '" + c[i] + "'");
    }
    auto put = [&](const char* mapping, const std::string& usual, const std::string& below) {
      if (!usual.empty() && !below.empty()) tables.quads[mapping][c[0]] = {usual[0] - '0', below[0] - '0'};
    };
    put("icews", c[1], c[1]);
    put("gdelt", c[2], c[2]);
    put("phoenix", c[3], c[3]);
    put("text-to-cameo", c[4], c[5]);
  }
  for (const auto& [code, label] : tables.cameo) {
    if (!tables.quads["icews"].contains(code.substr(0, 2)))
      loader.problems.add(quads.file, 1, "expected a row for the root of '" + code + "'");
  }
  ENTENTE_TRY(const Table types, loader.table("ontology/plover_types.tsv", "plover_types 1",
                                              {"type", "quad", "score", "future_type", "future_cameo", "refused_type",
                                               "refused_mode", "refused_cameo"}));
  for (const TableRow& row : types.rows) tables.types.push_back(row.cells[0]);
  return Unit();
}

}  // namespace

const ExportCountry* ExportTables::country(const std::string& code) const {
  const auto found = countries.find(code);
  return found == countries.end() ? nullptr : &found->second;
}

const International* ExportTables::international_of(const std::string& code) const {
  for (const International& one : international) {
    if (code.starts_with(one.begins)) return &one;
  }
  return nullptr;
}

CameoActor cameo_actor(const ExportTables& tables, const Actor& actor) {
  CameoActor cameo;
  const std::string code = actor.code ? *actor.code : actor.country.value_or("");
  const International* international = tables.international_of(code);
  if (international != nullptr && tables.country(code) == nullptr) {
    cameo.root = international->root;
    cameo.group = code.substr(international->root.size());
  } else {
    cameo.root = code;
  }
  if (actor.sector) {
    const auto sector = tables.sectors.find(*actor.sector);
    if (sector != tables.sectors.end()) cameo.role = sector->second.cameo;
  }
  return cameo;
}

std::string plover_country(const ExportTables& tables, const Actor& actor) {
  const std::string code = actor.country ? *actor.country : actor.code.value_or("");
  const ExportCountry* country = tables.country(code);
  if (country != nullptr) return country->plover;
  const International* international = actor.country ? nullptr : tables.international_of(code);
  return international != nullptr ? international->plover : code;
}

std::string plover_country(const ExportTables& tables, const Place& place) {
  const std::string code = place.country.value_or("");
  const ExportCountry* country = tables.country(code);
  return country != nullptr ? country->plover : code;
}

Result<std::shared_ptr<const ExportTables>> load_export_tables(const std::string& knowledge_folder) {
  auto tables = std::make_shared<ExportTables>();
  Loader loader(knowledge_folder);
  ENTENTE_CHECK_OK(load_countries(*tables, loader));
  ENTENTE_CHECK_OK(load_actors(*tables, loader));
  ENTENTE_CHECK_OK(load_codes(*tables, loader));
  ENTENTE_CHECK_OK(load_values(*tables, loader));
  if (!loader.problems.empty()) return loader.problems.to_error();
  tables->checksum = loader.checksum();
  return std::shared_ptr<const ExportTables>(std::move(tables));
}

}  // namespace entente
