// The tables under knowledge/provisions. Their language: docs/formats/knowledge.md.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

#include "knowledge/knowledge.h"

namespace entente {
namespace {

constexpr std::int32_t kMostWeight = 10000;
constexpr double kWeightOfOne = 20;

const std::set<std::string>& obligations() {
  static const std::set<std::string> kObligations = {"binding", "intent", "possibility", "principle"};
  return kObligations;
}

// Its place in provision_type_names(); -1: no type.
std::ptrdiff_t type_index(const std::string& type) {
  const auto& types = provision_type_names();
  const auto found = std::find(types.begin(), types.end(), type);
  return found == types.end() ? -1 : found - types.begin();
}

struct Place {
  const Table& table;
  const TableRow& row;
  Problems& problems;
  void expect(bool holds, const std::string& message) const {
    if (!holds) problems.add(table.file, row.line, message);
  }
};

ProvisionWords parse_words(const ProvisionTables& tables, const std::string& cell, const Place& place) {
  ProvisionWords words;
  for (const std::string& part : split_list(cell, ',')) {
    if (part.front() != '@') {
      place.expect(part.find(' ') == std::string::npos && part.front() != '_' && part.back() != '_',
                   "expected words apart by commas, two of them joined as in hand_over, found '" + part + "'");
      words.insert(part);
      continue;
    }
    const auto set = tables.sets.find(part.substr(1));
    place.expect(set != tables.sets.end(), "expected a set of sets.tsv, found '" + part + "'");
    if (set != tables.sets.end()) words.insert(set->second.begin(), set->second.end());
  }
  place.expect(!words.empty(), "expected words");
  return words;
}

void load_sets(ProvisionTables& tables, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "provisions/sets.tsv", "provision_sets 1", {"set", "words"}, problems);
  for (const TableRow& row : table.rows) {
    const Place place{table, row, problems};
    place.expect(!row.cells[0].empty(), "expected the set's name");
    const bool added = tables.sets.emplace(row.cells[0], parse_words(tables, row.cells[1], place)).second;
    place.expect(added, "the set '" + row.cells[0] + "' stands here a second time");
  }
}

ClauseTest parse_test(const ProvisionTables& tables, std::string text, const Place& place) {
  using Part = ClauseTest::Part;
  static const std::map<std::string, Part> kParts = {{"word", Part::kWord},       {"verb", Part::kVerb},
                                                     {"noun", Part::kNoun},       {"object", Part::kObject},
                                                     {"subject", Part::kSubject}, {"form", Part::kForm}};
  ClauseTest test;
  if (text.front() == '!') {
    test.absent = true;
    text.erase(0, 1);
  }
  const std::size_t equals = text.find('=');
  const auto part = kParts.find(text.substr(0, equals));
  place.expect(part != kParts.end() && equals != std::string::npos,
               "expected word, verb, noun, object, subject or form, '=' and words, found '" + text + "'");
  if (part == kParts.end() || equals == std::string::npos) return test;
  test.part = part->second;
  test.words = parse_words(tables, text.substr(equals + 1), place);
  return test;
}

void load_rules(ProvisionTables& tables, const std::string& bytes, Problems& problems) {
  const Table table =
      parse_table(bytes, "provisions/types.tsv", "provision_types 1", {"type", "where", "example"}, problems);
  for (const TableRow& row : table.rows) {
    const Place place{table, row, problems};
    ProvisionRule rule;
    rule.type = row.cells[0];
    rule.example = row.cells[2];
    rule.place = table.file + ":" + std::to_string(row.line);
    place.expect(type_index(rule.type) >= 0, "expected a type of provision, found '" + rule.type + "'");
    place.expect(!rule.example.empty(), "expected an example");
    for (const std::string& test : split_list(row.cells[1], ';')) rule.where.push_back(parse_test(tables, test, place));
    place.expect(!rule.where.empty(), "expected conditions");
    tables.rules.push_back(std::move(rule));
  }
}

// A column a type; an empty cell is nothing.
void load_weights(ProvisionTables& tables, const std::string& bytes, Problems& problems) {
  std::vector<std::string_view> columns = {"word"};
  columns.insert(columns.end(), provision_type_names().begin(), provision_type_names().end());
  const Table table = parse_table(bytes, "provisions/weights.tsv", "provision_weights 1", columns, problems);
  for (const TableRow& row : table.rows) {
    const Place place{table, row, problems};
    std::vector<std::int32_t> weights(provision_type_names().size());
    place.expect(!row.cells[0].empty(), "expected a word");
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const std::string& cell = row.cells[i + 1];
      if (cell.empty()) continue;
      const auto [at, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weights[i]);
      const bool whole = error == std::errc() && at == cell.data() + cell.size();
      place.expect(whole && std::abs(weights[i]) <= kMostWeight, "expected a whole number, found '" + cell + "'");
    }
    const bool added = tables.weights.words.emplace(row.cells[0], std::move(weights)).second;
    place.expect(added, "the word '" + row.cells[0] + "' stands here a second time");
  }
}

void load_obligations(ProvisionTables& tables, const std::string& bytes, Problems& problems) {
  using Standing = ObligationWord::Standing;
  static const std::set<std::string> kKinds = {"modal", "verb", "text", "state", "basis"};
  static const std::map<std::string, Standing> kStandings = {
      {"weak", Standing::kWeak}, {"medium", Standing::kMedium}, {"strong", Standing::kStrong}};
  const Table table = parse_table(bytes, "provisions/obligations.tsv", "provision_obligations 1",
                                  {"word", "kind", "obligation", "standing", "example"}, problems);
  for (const TableRow& row : table.rows) {
    const Place place{table, row, problems};
    const auto& c = row.cells;
    const auto standing = kStandings.find(c[3]);
    place.expect(!c[0].empty(), "expected a word");
    place.expect(kKinds.contains(c[1]), "expected modal, verb, text, state or basis, found '" + c[1] + "'");
    place.expect(obligations().contains(c[2]),
                 "expected binding, intent, possibility or principle, found '" + c[2] + "'");
    place.expect(standing != kStandings.end(), "expected weak, medium or strong, found '" + c[3] + "'");
    place.expect(!c[4].empty(), "expected an example");
    if (standing == kStandings.end()) continue;
    const bool added = tables.obligations[c[1]].emplace(c[0], ObligationWord{c[2], standing->second, c[4]}).second;
    place.expect(added, "the " + c[1] + " '" + c[0] + "' stands here a second time");
  }
}

void load_words(ProvisionTables& tables, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "provisions/words.tsv", "provision_words 1", {"kind", "words"}, problems);
  for (const TableRow& row : table.rows) {
    const Place place{table, row, problems};
    place.expect(provision_word_kinds().contains(row.cells[0]),
                 "expected a kind of word that docs/formats/knowledge.md names, found '" + row.cells[0] + "'");
    ProvisionWords words = parse_words(tables, row.cells[1], place);
    const bool added = tables.words.emplace(row.cells[0], std::move(words)).second;
    place.expect(added, "the kind '" + row.cells[0] + "' stands here a second time");
  }
}

void load_mapping(ProvisionTables& tables, const std::string& bytes, Problems& problems) {
  static const std::set<std::string> kAtop = {"", "defence", "offence", "neutrality", "nonaggression", "consultation"};
  static const std::set<std::string> kCow = {"", "I", "II", "III"};
  const Table table = parse_table(bytes, "provisions/mapping.tsv", "provision_mapping 1",
                                  {"type", "obligation", "atop", "cow"}, problems);
  for (const TableRow& row : table.rows) {
    const Place place{table, row, problems};
    const auto& c = row.cells;
    place.expect(type_index(c[0]) >= 0, "expected a type of provision, found '" + c[0] + "'");
    place.expect(obligations().contains(c[1]),
                 "expected binding, intent, possibility or principle, found '" + c[1] + "'");
    place.expect(kAtop.contains(c[2]),
                 "expected defence, offence, neutrality, nonaggression, consultation or nothing, found '" + c[2] + "'");
    place.expect(kCow.contains(c[3]), "expected I, II, III or nothing, found '" + c[3] + "'");
    const bool added = tables.duties.emplace(std::pair(c[0], c[1]), AllianceDuty{c[2], c[3]}).second;
    place.expect(added, "'" + c[0] + "' and '" + c[1] + "' stand here a second time");
  }
}

}  // namespace

const std::vector<std::string>& provision_type_names() {
  static const std::vector<std::string> kTypes = {"aid",
                                                  "border",
                                                  "ceasefire",
                                                  "consultation",
                                                  "defence",
                                                  "mediation",
                                                  "military_aid",
                                                  "military_cooperation",
                                                  "monitoring",
                                                  "neutrality",
                                                  "non_aggression",
                                                  "other",
                                                  "prisoner_exchange",
                                                  "recognition",
                                                  "territorial_integrity",
                                                  "trade",
                                                  "transit",
                                                  "withdrawal"};
  return kTypes;
}

std::vector<double> ProvisionWeights::sums(const std::set<std::string>& of_clause) const {
  std::vector<double> sums(provision_type_names().size());
  double known = 0;
  for (const std::string& word : of_clause) {
    const auto row = words.find(word);
    if (row == words.end() || word == "*") continue;
    ++known;
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += row->second[i];
  }
  if (known == 0) return {};
  const auto always = words.find("*");
  for (std::size_t i = 0; i < sums.size(); ++i) {
    sums[i] /= std::sqrt(known);  // as they were learned
    if (always != words.end()) sums[i] += always->second[i];
    sums[i] /= kWeightOfOne;
  }
  return sums;
}

const std::set<std::string>& provision_word_kinds() {
  static const std::set<std::string> kKinds = {
      "no_clause",  "onlooker",       "recorded",  "act",           "portion",     "document",   "opening",
      "pronoun",    "telling",        "step",      "speech_person", "clause_mark", "time",       "limit",
      "limit_noun", "place",          "time_noun", "front",         "frequency",   "all",        "party",
      "shared",     "permitted",      "receiving", "always",        "plain",       "validity",   "applied",
      "still",      "text_fares",     "duty_to",   "wishing",       "unnamed",     "listing",    "as_long",
      "scope",      "open_door",      "group",     "contrast",      "text_step",   "course",     "firm",
      "handled",    "granted",        "causing",   "laying_down",   "in_return",   "duty_state", "for_its_part",
      "uncertain",  "principle_noun", "passing",   "trouble",       "attribution", "informed"};
  return kKinds;
}

const ObligationWord* ProvisionTables::obligation(const std::string& kind, const std::string& word) const {
  const auto of_kind = obligations.find(kind);
  if (of_kind == obligations.end()) return nullptr;
  const auto found = of_kind->second.find(word);
  return found == of_kind->second.end() ? nullptr : &found->second;
}

bool ProvisionTables::is(const std::string& kind, const std::string& word) const {
  const auto found = words.find(kind);
  return found != words.end() && found->second.contains(word);
}

AllianceDuty ProvisionTables::duty(const std::string& type, const std::string& obligation) const {
  const auto found = duties.find({type, obligation});
  return found == duties.end() ? AllianceDuty{} : found->second;
}

void load_provision_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  ProvisionTables& tables = knowledge.provisions;
  load_sets(tables, files.at("provisions/sets.tsv"), problems);
  load_rules(tables, files.at("provisions/types.tsv"), problems);
  load_obligations(tables, files.at("provisions/obligations.tsv"), problems);
  load_words(tables, files.at("provisions/words.tsv"), problems);
  load_weights(tables, files.at("provisions/weights.tsv"), problems);
  load_mapping(tables, files.at("provisions/mapping.tsv"), problems);
  // So that the parser's lemmas are mended to them.
  for (const auto& [kind, words] : tables.obligations) {
    for (const auto& [word, obligation] : words) knowledge.lemmas.insert(word);
  }
}

}  // namespace entente
