// The tables under knowledge/relations: docs/formats/relations.md.
#include <algorithm>
#include <utility>

#include "knowledge/frame_cells.h"
#include "knowledge/knowledge.h"

namespace entente {
namespace {

const SlotNames& relation_slots() {
  static const SlotNames kNames = [] {
    SlotNames names = clause_slots();
    for (const char* name :
         {"holder", "haver", "quality", "prefix", "case", "self", "before", "pair", "relative", "affected"})
      names.emplace_back(name);
    return names;
  }();
  return kNames;
}

bool is_trend(const std::string& word) {
  return word.empty() || word == "deepening" || word == "weakening" || word == "steady";
}

void load_types(RelationTables& relations, const std::string& bytes, Problems& problems) {
  using Tone = RelationType::Tone;
  static const std::map<std::string, Tone> kTones = {
      {"friendly", Tone::kFriendly}, {"hostile", Tone::kHostile}, {"other", Tone::kOther}};
  const Table table =
      parse_table(bytes, "relations/types.tsv", "relation_types 1", {"type", "tone", "directed"}, problems);
  for (const TableRow& row : table.rows) {
    const auto tone = kTones.find(row.cells[1]);
    if (row.cells[0].empty()) problems.add(table.file, row.line, "expected a type");
    if (tone == kTones.end())
      problems.add(table.file, row.line, "expected the tone friendly, hostile or other, found '" + row.cells[1] + "'");
    if (!row.cells[2].empty() && row.cells[2] != "yes")
      problems.add(table.file, row.line, "expected yes or nothing, found '" + row.cells[2] + "'");
    RelationType type;
    if (tone != kTones.end()) type.tone = tone->second;
    type.directed = row.cells[2] == "yes";
    if (!relations.types.emplace(row.cells[0], type).second)
      problems.add(table.file, row.line, "the type '" + row.cells[0] + "' stands here a second time");
  }
}

void parse_flags(const std::string& cell, RelationFrame& frame, const TablePlace& place) {
  const std::map<std::string, bool*> flags = {
      {"starts", &frame.starts},   {"ends", &frame.ends},         {"lasting", &frame.lasting},
      {"neutral", &frame.neutral}, {"negated", &frame.negated},   {"positive", &frame.positive},
      {"alone", &frame.alone},     {"habitual", &frame.habitual}, {"present", &frame.present}};
  for (const std::string& flag : split_list(cell, ';')) {
    const auto known = flags.find(flag);
    if (known == flags.end()) {
      place.add(
          "expected the flag starts, ends, lasting, neutral, negated, positive, alone, habitual or present, found '" +
          flag + "'");
    } else {
      *known->second = true;
    }
  }
}

RelationFrame parse_frame(const Knowledge& knowledge, const std::vector<std::string>& c, const TablePlace& place) {
  static const std::map<std::string, Frame::Pos> kPos = {
      {"verb", Frame::Pos::kVerb}, {"noun", Frame::Pos::kNoun}, {"adj", Frame::Pos::kAdjective}};
  RelationFrame frame;
  frame.name = c[0];
  frame.place = place.file + ":" + std::to_string(place.line);
  if (frame.name.empty()) place.add("expected a name");
  const auto pos = kPos.find(c[1]);
  if (pos == kPos.end()) {
    place.add("expected verb, noun or adj, found '" + c[1] + "'");
  } else {
    frame.pos = pos->second;
  }
  const LemmaSet lemmas = parse_lemmas(knowledge, c[2], place);
  frame.lemmas.assign(lemmas.begin(), lemmas.end());
  if (lemmas.empty()) place.add("expected lemmas");
  for (const std::string& condition : split_list(c[3], ';'))
    frame.where.push_back(parse_condition(knowledge, condition, place, relation_slots()));
  frame.type = c[4];
  if (!knowledge.relations.types.contains(frame.type))
    place.add("expected a type of relations/types.tsv, found '" + frame.type + "'");
  frame.a = parse_paths(knowledge, c[5], place, relation_slots());
  frame.b = parse_paths(knowledge, c[6], place, relation_slots());
  if (frame.a.empty()) place.add("expected a slot for the first side");
  frame.trend = c[7];
  if (!is_trend(c[7])) place.add("expected deepening, weakening, steady or nothing, found '" + c[7] + "'");
  parse_flags(c[8], frame, place);
  frame.example = c[9];
  if (frame.example.empty()) place.add("expected an example");
  return frame;
}

void load_frames(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  static const std::string kFolder = "relations/frames/";
  std::map<std::string, std::string> names;
  RelationTables& relations = knowledge.relations;
  for (auto at = files.lower_bound(kFolder); at != files.end() && at->first.starts_with(kFolder); ++at) {
    const Table table =
        parse_table(at->second, at->first, "relation_frames 1",
                    {"name", "pos", "lemmas", "where", "type", "a", "b", "trend", "flags", "example"}, problems);
    for (const TableRow& row : table.rows) {
      const TablePlace place{table.file, row.line, problems};
      RelationFrame frame = parse_frame(knowledge, row.cells, place);
      const auto [first, fresh] = names.emplace(frame.name, frame.place);
      if (!fresh) place.add("the frame '" + frame.name + "' stands already in " + first->second);
      const auto index = static_cast<std::int32_t>(relations.frames.size());
      for (const std::string& lemma : frame.lemmas) relations.by_lemma[{frame.pos, lemma}].push_back(index);
      knowledge.lemmas.insert(frame.lemmas.begin(), frame.lemmas.end());
      relations.frames.push_back(std::move(frame));
    }
  }
}

void load_trends(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  static const std::map<std::string, TrendWord::Pos> kPos = {
      {"", TrendWord::Pos::kAny}, {"verb", TrendWord::Pos::kVerb}, {"adj", TrendWord::Pos::kAdjective}};
  RelationTables& relations = knowledge.relations;
  const Table table = parse_table(bytes, "relations/trends.tsv", "relation_trends 1",
                                  {"words", "pos", "with", "friendly", "hostile", "other", "weak"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const auto words = split_list(c[0], ',');
    if (words.empty()) problems.add(table.file, row.line, "expected words");
    for (const std::size_t column : {3U, 4U, 5U}) {
      if (!is_trend(c[column]))
        problems.add(table.file, row.line,
                     "expected deepening, weakening, steady or nothing, found '" + c[column] + "'");
    }
    if (!c[6].empty() && c[6] != "yes")
      problems.add(table.file, row.line, "expected yes or nothing, found '" + c[6] + "'");
    const auto pos = kPos.find(c[1]);
    if (pos == kPos.end()) problems.add(table.file, row.line, "expected verb, adj or nothing, found '" + c[1] + "'");
    auto with = split_list(c[2], ',');
    if (with.empty()) with.emplace_back();
    knowledge.lemmas.insert(words.begin(), words.end());
    for (const std::string& word : words) {
      for (const std::string& second : with)
        relations.trends[word].push_back(
            {pos == kPos.end() ? TrendWord::Pos::kAny : pos->second, second, c[3], c[4], c[5], c[6] == "yes"});
    }
  }
}

void load_times(RelationTables& relations, const std::string& bytes, Problems& problems) {
  static const std::set<std::string> kKinds = {"since", "from", "to", "until", "at", "for", "between", "filler"};
  const Table table = parse_table(bytes, "relations/times.tsv", "relation_times 1", {"word", "kind"}, problems);
  for (const TableRow& row : table.rows) {
    if (!kKinds.contains(row.cells[1])) {
      problems.add(table.file, row.line,
                   "expected since, from, to, until, at, for, between or filler, found '" + row.cells[1] + "'");
    }
    if (!relations.times.emplace(row.cells[0], row.cells[1]).second)
      problems.add(table.file, row.line, "the word '" + row.cells[0] + "' stands here a second time");
  }
}

void load_combining(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "relations/combining.tsv", "relation_combining 1", {"word", "code"}, problems);
  for (const TableRow& row : table.rows) {
    if (row.cells[0].empty()) problems.add(table.file, row.line, "expected a word");
    const bool known = std::any_of(knowledge.states.begin(), knowledge.states.end(),
                                   [&](const State& state) { return state.code == row.cells[1]; });
    if (!known) problems.add(table.file, row.line, "expected the code of a state, found '" + row.cells[1] + "'");
    if (!knowledge.relations.combining.emplace(row.cells[0], row.cells[1]).second)
      problems.add(table.file, row.line, "the word '" + row.cells[0] + "' stands here a second time");
  }
}

}  // namespace

void load_relation_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  load_types(knowledge.relations, files.at("relations/types.tsv"), problems);
  load_frames(knowledge, files, problems);
  load_trends(knowledge, files.at("relations/trends.tsv"), problems);
  load_times(knowledge.relations, files.at("relations/times.tsv"), problems);
  load_combining(knowledge, files.at("relations/combining.tsv"), problems);
}

}  // namespace entente
