// The tables under knowledge/lexicon. The language of slots and conditions: docs/formats/lexicon.md.
#include <algorithm>
#include <charconv>

#include "knowledge/frame_cells.h"
#include "knowledge/knowledge.h"

namespace entente {
namespace {

void parse_flags(const std::string& cell, Frame& frame, const TablePlace& place) {
  for (const std::string& flag : split_list(cell, ';')) {
    if (flag == "joint") {
      frame.joint = true;
    } else if (flag == "joint-if-many") {
      frame.joint_if_many = true;
    } else if (flag == "absorb") {
      frame.absorb = true;
    } else if (flag == "effect") {
      frame.effect = true;
    } else {
      place.add("expected the flag joint, joint-if-many, absorb or effect, found '" + flag + "'");
    }
  }
}

void check_codes(const Knowledge& knowledge, const Frame& frame, const TablePlace& place) {
  if (!knowledge.types.contains(frame.type))
    place.add("expected a type of plover_types.tsv, found '" + frame.type + "'");
  for (const std::string& context : frame.contexts) {
    if (!knowledge.contexts.empty() && !knowledge.contexts.contains(context))
      place.add("expected a context of plover_contexts.tsv, found '" + context + "'");
  }
  if (!frame.mode.empty() && !knowledge.modes.contains({frame.type, frame.mode})) {
    place.add("expected a mode of " + frame.type + ", found '" + frame.mode + "'");
  }
  if (!frame.cameo.empty() && !knowledge.cameo.contains(frame.cameo)) {
    place.add("expected a code of cameo.tsv, found '" + frame.cameo + "'");
  }
}

Frame::Pos parse_pos(const std::string& cell, const TablePlace& place) {
  if (cell == "noun") return Frame::Pos::kNoun;
  if (cell == "adj") return Frame::Pos::kAdjective;
  if (cell != "verb") place.add("expected verb, noun or adj, found '" + cell + "'");
  return Frame::Pos::kVerb;
}

Frame parse_frame(const Knowledge& knowledge, const std::vector<std::string>& c, const TablePlace& place) {
  Frame frame;
  frame.name = c[0];
  if (frame.name.empty()) place.add("expected a name");
  frame.place = place.file + ":" + std::to_string(place.line);
  frame.pos = parse_pos(c[1], place);
  frame.open = c[2] == "*";
  if (!frame.open) {
    const LemmaSet lemmas = parse_lemmas(knowledge, c[2], place);
    frame.lemmas.assign(lemmas.begin(), lemmas.end());
    if (lemmas.empty()) place.add("expected lemmas, or * for words that only the model takes for the type");
  }
  for (const std::string& condition : split_list(c[3], ';'))
    frame.where.push_back(parse_condition(knowledge, condition, place));
  frame.type = c[4];
  frame.mode = c[5];
  frame.cameo = c[6];
  frame.contexts = split_list(c[7], ',');
  frame.actor = parse_paths(knowledge, c[8], place);
  frame.recipient = parse_paths(knowledge, c[9], place);
  for (const std::string& other : split_list(c[10], ';')) {
    const std::size_t equals = other.find('=');
    if (equals == std::string::npos) {
      place.add("expected role=slot, found '" + other + "'");
      continue;
    }
    for (SlotPath& path : parse_paths(knowledge, other.substr(equals + 1), place))
      frame.others.emplace_back(other.substr(0, equals), std::move(path));
  }
  parse_flags(c[11], frame, place);
  frame.description = c[12];
  frame.example = c[13];
  if (frame.actor.empty()) place.add("expected a slot for the actor");
  if (frame.description.empty() || frame.example.empty()) place.add("expected a description and an example");
  check_codes(knowledge, frame, place);
  return frame;
}

constexpr std::size_t kMaxNested = 32;  // sets within sets

struct RawSet {
  std::string file;
  std::int32_t line = 0;
  std::vector<std::string> lemmas;
};

// "@other" stands for the lemmas of another set; a set that holds itself, over however many others, is a mistake.
void resolve_set(Knowledge& knowledge, const std::map<std::string, RawSet>& raw, const std::string& name,
                 std::vector<std::string>& open, Problems& problems) {
  if (knowledge.sets.contains(name)) return;
  const RawSet& set = raw.at(name);
  if (open.size() >= kMaxNested) {
    problems.add(set.file, set.line, "sets within sets, more than " + std::to_string(kMaxNested) + " deep");
    return;
  }
  std::set<std::string> lemmas;
  open.push_back(name);
  for (const std::string& lemma : set.lemmas) {
    if (lemma.front() != '@') {
      lemmas.insert(lemma);
      continue;
    }
    const std::string other = lemma.substr(1);
    if (!raw.contains(other)) {
      problems.add(set.file, set.line, "expected a set of knowledge/lexicon/sets, found '" + lemma + "'");
    } else if (std::find(open.begin(), open.end(), other) != open.end()) {
      std::string message = "the set '";
      message.append(name).append("' holds itself through '").append(lemma).append("'");
      problems.add(set.file, set.line, message);
    } else {
      resolve_set(knowledge, raw, other, open, problems);
      lemmas.insert(knowledge.sets[other].begin(), knowledge.sets[other].end());
    }
  }
  open.pop_back();
  knowledge.sets[name] = LemmaSet(std::move(lemmas));
}

void load_sets(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  static const std::string kFolder = "lexicon/sets/";
  std::map<std::string, RawSet> raw;
  for (auto at = files.lower_bound(kFolder); at != files.end() && at->first.starts_with(kFolder); ++at) {
    const Table table = parse_table(at->second, at->first, "sets 1", {"set", "lemmas"}, problems);
    for (const TableRow& row : table.rows) {
      const auto lemmas = split_list(row.cells[1], ',');
      if (lemmas.empty()) problems.add(table.file, row.line, "expected lemmas");
      if (!raw.emplace(row.cells[0], RawSet{table.file, row.line, lemmas}).second)
        problems.add(table.file, row.line, "the set '" + row.cells[0] + "' stands here a second time");
    }
  }
  std::vector<std::string> open;
  for (const auto& [name, set] : raw) resolve_set(knowledge, raw, name, open, problems);
}

void load_frames(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  static const std::string kFolder = "lexicon/frames/";
  std::map<std::string, std::string> names;
  for (auto at = files.lower_bound(kFolder); at != files.end() && at->first.starts_with(kFolder); ++at) {
    const Table table = parse_table(at->second, at->first, "frames 1",
                                    {"name", "pos", "lemmas", "where", "type", "mode", "cameo", "contexts", "actor",
                                     "recipient", "others", "flags", "description", "example"},
                                    problems);
    for (const TableRow& row : table.rows) {
      const TablePlace place{table.file, row.line, problems};
      Frame frame = parse_frame(knowledge, row.cells, place);
      const auto [first, fresh] = names.emplace(frame.name, frame.place);
      if (!fresh) place.add("the frame '" + frame.name + "' stands already in " + first->second);
      const auto index = static_cast<std::int32_t>(knowledge.frames.size());
      auto& by_lemma = frame.pos == Frame::Pos::kNoun        ? knowledge.noun_frames
                       : frame.pos == Frame::Pos::kAdjective ? knowledge.adjective_frames
                                                             : knowledge.verb_frames;
      for (const std::string& lemma : frame.lemmas) by_lemma[lemma].push_back(index);
      if (frame.open && !knowledge.open_frames.emplace(std::pair(frame.pos, frame.type), index).second)
        place.add("a second frame of any word (*) for " + frame.type);
      knowledge.frames.push_back(std::move(frame));
    }
  }
}

void load_idioms(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table =
      parse_table(bytes, "lexicon/idioms.tsv", "idioms 1", {"pos", "lemmas", "where", "types", "example"}, problems);
  for (const TableRow& row : table.rows) {
    const TablePlace place{table.file, row.line, problems};
    const auto& c = row.cells;
    Idiom idiom;
    idiom.pos = parse_pos(c[0], place);
    idiom.place = table.file + ":" + std::to_string(row.line);
    const bool any = c[1] == "*";
    const LemmaSet lemmas = any ? LemmaSet() : parse_lemmas(knowledge, c[1], place);
    idiom.lemmas.assign(lemmas.begin(), lemmas.end());
    if (!any && lemmas.empty()) place.add("expected lemmas, or * for words that only the model takes for an act");
    for (const std::string& condition : split_list(c[2], ';'))
      idiom.where.push_back(parse_condition(knowledge, condition, place));
    idiom.types = split_list(c[3], ',');
    for (const std::string& type : idiom.types) {
      if (!knowledge.types.contains(type)) place.add("expected a type of plover_types.tsv, found '" + type + "'");
    }
    if (any && (idiom.types.empty() || idiom.where.empty())) place.add("expected conditions and types beside *");
    idiom.example = c[4];
    if (idiom.example.empty()) place.add("expected an example");
    const auto index = static_cast<std::int32_t>(knowledge.idioms.size());
    for (const std::string& lemma : idiom.lemmas) knowledge.idioms_of[{idiom.pos, lemma}].push_back(index);
    if (any) knowledge.idioms_of[{idiom.pos, "*"}].push_back(index);
    knowledge.idioms.push_back(std::move(idiom));
  }
}

void load_governors(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table =
      parse_table(bytes, "lexicon/governors.tsv", "governors 1", {"lemma", "status", "example"}, problems);
  for (const TableRow& row : table.rows) {
    const std::string& status = row.cells[1];
    if (status != "negated" && status != "future" && status != "hypothetical") {
      problems.add(table.file, row.line, "expected negated, future or hypothetical, found '" + status + "'");
    }
    knowledge.governors.emplace(row.cells[0], status);
  }
}

void load_forms(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "lexicon/forms.tsv", "forms 1", {"form", "lemma"}, problems);
  for (const TableRow& row : table.rows) {
    if (row.cells[1].empty()) problems.add(table.file, row.line, "expected a lemma");
    if (!knowledge.forms.emplace(row.cells[0], row.cells[1]).second)
      problems.add(table.file, row.line, "the form '" + row.cells[0] + "' stands here a second time");
  }
}

void load_words(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  static const std::set<std::string> kKinds = {"weekday", "month",  "relative_day", "unit",       "direction", "ago",
                                               "since",   "number", "article",      "multiplier", "told"};
  const Table table = parse_table(bytes, "lexicon/words.tsv", "words 1", {"word", "kind", "value"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(c[2].data(), c[2].data() + c[2].size(), value);
    if (error != std::errc() || end != c[2].data() + c[2].size())
      problems.add(table.file, row.line, "expected a whole number, found '" + c[2] + "'");
    if (!kKinds.contains(c[1])) problems.add(table.file, row.line, "expected a kind of word, found '" + c[1] + "'");
    knowledge.words.emplace(c[0], WordValue{c[1], value});
  }
}

}  // namespace

void load_lexicon_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  load_sets(knowledge, files, problems);
  load_frames(knowledge, files, problems);
  load_governors(knowledge, files.at("lexicon/governors.tsv"), problems);
  if (const auto idioms = files.find("lexicon/idioms.tsv"); idioms != files.end())
    load_idioms(knowledge, idioms->second, problems);
  load_words(knowledge, files.at("lexicon/words.tsv"), problems);
  for (const auto& [set, lemmas] : knowledge.sets) knowledge.lemmas.insert(lemmas.begin(), lemmas.end());
  std::set<const std::set<std::string>*> seen;  // sets are shared: each once
  for (const auto& [set, lemmas] : knowledge.sets) seen.insert(&lemmas.words());
  for (const Frame& frame : knowledge.frames) {
    knowledge.lemmas.insert(frame.lemmas.begin(), frame.lemmas.end());
    for (const Condition& condition : frame.where) {
      if (!seen.insert(&condition.lemmas.words()).second) continue;
      knowledge.lemmas.insert(condition.lemmas.begin(), condition.lemmas.end());
    }
  }
  for (const Idiom& idiom : knowledge.idioms) knowledge.lemmas.insert(idiom.lemmas.begin(), idiom.lemmas.end());
  for (const auto& [lemma, status] : knowledge.governors) knowledge.lemmas.insert(lemma);
  for (const auto& [lemma, cues] : knowledge.cues) knowledge.lemmas.insert(lemma);
  load_forms(knowledge, files.at("lexicon/forms.tsv"), problems);
}

}  // namespace entente
