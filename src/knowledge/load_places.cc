// The gazetteer: tables under knowledge/places.
#include <unicode/uloc.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "knowledge/knowledge.h"

namespace entente {
namespace {

// GeoNames writes alpha-2; ICU knows the alpha-3 of it. Empty where there is none.
std::string alpha3(const std::string& country) {
  if (country.size() != 2) return country;
  if (country == "XK") return "XKX";
  return uloc_getISO3Country(("_" + country).c_str());
}

std::optional<double> degrees(const std::string& cell, double most, const Table& table, const TableRow& row,
                              Problems& problems) {
  if (cell.empty()) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !(value >= -most && value <= most)) {
    problems.add(table.file, row.line, "expected degrees or nothing, found '" + cell + "'");
    return std::nullopt;
  }
  return value;
}

}  // namespace

void load_place_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  static const std::set<std::string> kKinds = {"town", "region", "area", "water", "island", "site"};
  static const std::string kFolder = "places/";
  std::unordered_map<std::string, std::string> codes;
  for (auto at = files.lower_bound(kFolder); at != files.end() && at->first.starts_with(kFolder); ++at) {
    const Table table = parse_table(
        at->second, at->first, "places 1",
        {"name", "other_names", "kind", "region", "country", "population", "latitude", "longitude"}, problems);
    knowledge.places.reserve(knowledge.places.size() + table.rows.size());
    for (const TableRow& row : table.rows) {
      const auto& c = row.cells;
      if (c[0].empty()) problems.add(table.file, row.line, "expected a name");
      if (!kKinds.contains(c[2])) problems.add(table.file, row.line, "expected a kind of place, found '" + c[2] + "'");
      auto code = codes.find(c[4]);
      if (code == codes.end()) code = codes.emplace(c[4], alpha3(c[4])).first;
      const bool capitals = std::all_of(code->second.begin(), code->second.end(),
                                        [](char letter) { return letter >= 'A' && letter <= 'Z'; });
      if (!c[4].empty() && (code->second.size() != 3 || !capitals))
        problems.add(table.file, row.line, "expected an ISO 3166-1 code or nothing, found '" + c[4] + "'");
      std::int64_t population = 0;
      const auto [end, error] = std::from_chars(c[5].data(), c[5].data() + c[5].size(), population);
      if (!c[5].empty() && (error != std::errc() || end != c[5].data() + c[5].size() || population < 0))
        problems.add(table.file, row.line, "expected how many live there or nothing, found '" + c[5] + "'");
      knowledge.places.push_back({c[0], split_list(c[1], ';'), c[2], c[3], code->second, population,
                                  degrees(c[6], 90, table, row, problems), degrees(c[7], 180, table, row, problems)});
    }
  }
}

}  // namespace entente
