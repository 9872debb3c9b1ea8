// What states are called once they were named, which are neighbours, and what their money is called.
#include <algorithm>

#include "knowledge/knowledge.h"

namespace entente {
namespace {

bool is_state(const Knowledge& knowledge, const std::string& code) {
  return std::any_of(knowledge.states.begin(), knowledge.states.end(),
                     [&](const State& state) { return state.code == code; });
}

// The codes of a cell, told where one is none.
std::vector<std::string> codes_in(const Knowledge& knowledge, const std::string& cell, const Table& table,
                                  const TableRow& row, Problems& problems) {
  std::vector<std::string> codes = split_list(cell, ';');
  for (const std::string& code : codes) {
    if (!is_state(knowledge, code))
      problems.add(table.file, row.line, "expected the code of a state, found '" + code + "'");
  }
  return codes;
}

void load_borders(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "actors/borders.tsv", "borders 1", {"state", "neighbours"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (!is_state(knowledge, c[0]))
      problems.add(table.file, row.line, "expected the code of a state, found '" + c[0] + "'");
    const std::vector<std::string> neighbours = codes_in(knowledge, c[1], table, row, problems);
    if (neighbours.empty()) problems.add(table.file, row.line, "expected at least one neighbour");
    for (const std::string& neighbour : neighbours) {
      if (neighbour <= c[0])
        problems.add(table.file, row.line,
                     "expected a pair under the code that comes first, found '" + neighbour + "'");
      knowledge.borders[c[0]].insert(neighbour);
      knowledge.borders[neighbour].insert(c[0]);
    }
  }
}

// Each is a title that points back, too; what the titles have already ("chancellor") stays what it is.
void load_epithets(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table =
      parse_table(bytes, "actors/epithets.tsv", "epithets 1", {"epithet", "states", "beside"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    Epithet epithet;
    epithet.states = codes_in(knowledge, c[1], table, row, problems);
    epithet.beside = codes_in(knowledge, c[2], table, row, problems);
    epithet.exact_case = c[0] != fold_case(c[0]);
    if (c[0].empty()) problems.add(table.file, row.line, "expected an epithet");
    if (epithet.states.empty()) problems.add(table.file, row.line, "expected at least one state");
    if (epithet.beside.size() > epithet.states.size())
      problems.add(table.file, row.line, "expected no more codes in beside than in states");
    const bool office = std::any_of(knowledge.titles.begin(), knowledge.titles.end(),
                                    [&](const Title& title) { return title.title == c[0]; });
    if (!office) knowledge.titles.push_back({c[0], "", c[0], "", TitleKind::kReferenceState, false});
    knowledge.epithets.emplace(c[0], std::move(epithet));
  }
}

void load_whose(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "actors/whose.tsv", "whose 1", {"what", "weight"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const std::optional<double> weight = parse_number(c[1]);
    if (c[0].empty()) problems.add(table.file, row.line, "expected what speaks for a state");
    if (!weight.has_value()) problems.add(table.file, row.line, "expected a weight, found '" + c[1] + "'");
    if (!knowledge.whose_weights.emplace(c[0], weight.value_or(0)).second)
      problems.add(table.file, row.line, "expected each weight once, found '" + c[0] + "' again");
  }
}

bool is_currency_code(const std::string& code) {
  return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void load_currencies(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table =
      parse_table(bytes, "lexicon/currencies.tsv", "currencies 1", {"words", "code", "states", "alone"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const Currency currency = {c[1], codes_in(knowledge, c[2], table, row, problems), c[3] == "yes"};
    if (!is_currency_code(c[1]))
      problems.add(table.file, row.line, "expected the code of a currency (USD), found '" + c[1] + "'");
    if (c[3] != "yes" && !c[3].empty())
      problems.add(table.file, row.line, "expected yes or nothing, found '" + c[3] + "'");
    if (currency.states.empty() && !currency.alone) problems.add(table.file, row.line, "expected at least one state");
    const std::vector<std::string> words = split_list(c[0], ';');
    if (words.empty()) problems.add(table.file, row.line, "expected what it is called");
    for (const std::string& word : words) {
      auto& of_word = knowledge.currencies[word];
      const bool taken = std::any_of(of_word.begin(), of_word.end(), [](const Currency& other) { return other.alone; });
      if (currency.alone && taken)
        problems.add(table.file, row.line, "'" + word + "' alone means a currency of another row already");
      of_word.push_back(currency);
    }
  }
}

}  // namespace

void load_reference_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  load_borders(knowledge, files.at("actors/borders.tsv"), problems);
  load_epithets(knowledge, files.at("actors/epithets.tsv"), problems);
  load_currencies(knowledge, files.at("lexicon/currencies.tsv"), problems);
  if (const auto whose = files.find("actors/whose.tsv"); whose != files.end())
    load_whose(knowledge, files.at("actors/whose.tsv"), problems);
}

}  // namespace entente
