// The tables under knowledge/ontology.
#include "knowledge/knowledge.h"

namespace entente {
namespace {

void load_cameo(std::map<std::string, CameoCode>& codes, const std::string& file, const std::string& bytes,
                Problems& problems) {
  const Table table = parse_table(bytes, file, "cameo 1", {"code", "root", "label", "goldstein"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const auto goldstein = parse_number(c[3]);
    if (!goldstein.has_value()) problems.add(table.file, row.line, "expected a number, found '" + c[3] + "'");
    if (c[0].size() < 2 || c[0].substr(0, 2) != c[1])
      problems.add(table.file, row.line, "expected a code that starts with its root, found '" + c[0] + "'");
    codes[c[0]] = {c[0], c[2], goldstein.value_or(0)};
  }
}

void load_types(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(
      bytes, "ontology/plover_types.tsv", "plover_types 1",
      {"type", "quad", "score", "future_type", "future_cameo", "refused_type", "refused_mode", "refused_cameo"},
      problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const auto quad = parse_number(c[1]);
    const auto score = parse_number(c[2]);
    if (!quad.has_value() || *quad < 1 || *quad > 4)
      problems.add(table.file, row.line, "expected a quad class from 1 to 4, found '" + c[1] + "'");
    if (!score.has_value()) problems.add(table.file, row.line, "expected a number, found '" + c[2] + "'");
    for (const std::string& code : {c[4], c[7]}) {
      if (!code.empty() && !knowledge.cameo.contains(code))
        problems.add(table.file, row.line, "expected a code of cameo.tsv, found '" + code + "'");
    }
    knowledge.types[c[0]] = {c[0], static_cast<int>(quad.value_or(0)), score.value_or(0), c[3], c[4], c[5], c[6], c[7]};
  }
  for (const TableRow& row : table.rows) {
    for (const std::string& type : {row.cells[3], row.cells[5]}) {
      if (!type.empty() && !knowledge.types.contains(type))
        problems.add(table.file, row.line, "expected a type of this table, found '" + type + "'");
    }
  }
}

void load_modes(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table =
      parse_table(bytes, "ontology/plover_modes.tsv", "plover_modes 1", {"type", "mode", "score"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const auto score = parse_number(c[2]);
    if (!knowledge.types.contains(c[0]))
      problems.add(table.file, row.line, "expected a type of plover_types.tsv, found '" + c[0] + "'");
    if (!c[2].empty() && !score.has_value())
      problems.add(table.file, row.line, "expected a number or nothing, found '" + c[2] + "'");
    knowledge.modes[{c[0], c[1]}] = score;
  }
  for (const auto& [name, type] : knowledge.types) {
    if (!type.refused_mode.empty() && !knowledge.modes.contains({type.refused_type, type.refused_mode}))
      problems.add(table.file, 1,
                   "expected the mode '" + type.refused_mode + "' that " + name + " becomes when refused");
  }
}

void load_conventions(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "ontology/conventions.tsv", "conventions 1", {"what", "convention"}, problems);
  for (const TableRow& row : table.rows) {
    if (row.cells[0].empty() || row.cells[1].empty())
      problems.add(table.file, row.line, "expected what is agreed and how, such as cameo and 1.1b3");
    knowledge.conventions[row.cells[0]] = row.cells[1];
  }
}

void load_contexts(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "ontology/plover_contexts.tsv", "plover_contexts 1", {"context"}, problems);
  for (const TableRow& row : table.rows) {
    if (!knowledge.contexts.insert(row.cells[0]).second)
      problems.add(table.file, row.line, "the context '" + row.cells[0] + "' stands here a second time");
  }
}

void load_sectors(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table =
      parse_table(bytes, "ontology/plover_sectors.tsv", "plover_sectors 1", {"sector", "kind", "label"}, problems);
  for (const TableRow& row : table.rows) {
    const std::string& kind = row.cells[1];
    if (kind != "primary" && kind != "secondary")
      problems.add(table.file, row.line, "expected primary or secondary, found '" + kind + "'");
    knowledge.sectors[row.cells[0]] = kind == "primary";
  }
}

void load_confidence(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  static const std::set<std::string> kKinds = {"event", "statement", "agreement", "relation", "dispute"};
  const Table table =
      parse_table(bytes, "ontology/confidence.tsv", "confidence 1", {"kind", "slope", "intercept"}, problems);
  for (const TableRow& row : table.rows) {
    const auto slope = parse_number(row.cells[1]);
    const auto intercept = parse_number(row.cells[2]);
    if (!kKinds.contains(row.cells[0]))
      problems.add(table.file, row.line, "expected a kind of record, found '" + row.cells[0] + "'");
    if (!slope.has_value() || !intercept.has_value() || slope.value_or(0) <= 0)
      problems.add(table.file, row.line, "expected a slope above 0 and an intercept");
    knowledge.confidence[row.cells[0]] = {slope.value_or(1), intercept.value_or(0)};
  }
}

}  // namespace

void load_ontology_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  load_cameo(knowledge.cameo, "ontology/cameo.tsv", files.at("ontology/cameo.tsv"), problems);
  load_cameo(knowledge.cameo_2007, "ontology/cameo_2007.tsv", files.at("ontology/cameo_2007.tsv"), problems);
  load_conventions(knowledge, files.at("ontology/conventions.tsv"), problems);
  load_contexts(knowledge, files.at("ontology/plover_contexts.tsv"), problems);
  load_sectors(knowledge, files.at("ontology/plover_sectors.tsv"), problems);
  load_types(knowledge, files.at("ontology/plover_types.tsv"), problems);
  load_modes(knowledge, files.at("ontology/plover_modes.tsv"), problems);
  load_confidence(knowledge, files.at("ontology/confidence.tsv"), problems);
}

}  // namespace entente
