// The tables under knowledge/agreements: which nouns are instruments, and what happens to them.
#include <algorithm>

#include "knowledge/frame_cells.h"
#include "knowledge/knowledge.h"

namespace entente {
namespace {

using Kind = InstrumentNoun::Kind;
using Doer = InstrumentStep::Doer;

const std::set<std::string> kForms = {"treaty",     "declaration", "ceasefire", "memorandum",
                                      "communique", "contract",    "accord"};
const std::set<std::string> kStatuses = {"proposed", "agreed",  "signed",   "ratified",
                                         "in_force", "stalled", "violated", "ended"};

LemmaSet lemmas_of(std::string_view cell) {
  const auto list = split_list(cell, ',');
  return LemmaSet(std::set<std::string>(list.begin(), list.end()));
}

void load_instruments(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  static const std::map<std::string, Kind> kKinds = {{"solid", Kind::kSolid},
                                                     {"loose", Kind::kLoose},
                                                     {"paper", Kind::kPaper},
                                                     {"part", Kind::kPart},
                                                     {"matter", Kind::kMatter}};
  static const std::string kFile = "agreements/instruments.tsv";
  const Table table =
      parse_table(bytes, kFile, "instruments 1", {"noun", "modifiers", "form", "kind", "example"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const auto kind = kKinds.find(c[3]);
    if (c[0].empty()) problems.add(kFile, row.line, "expected a noun");
    if (kind == kKinds.end()) {
      problems.add(kFile, row.line, "expected solid, loose, paper, part or matter, found '" + c[3] + "'");
      continue;
    }
    const bool names_none = kind->second == Kind::kPaper || kind->second == Kind::kPart;
    if (!kForms.contains(c[2]) && !(names_none && c[2].empty()))
      problems.add(kFile, row.line, "expected a form of agreement, found '" + c[2] + "'");
    if (!names_none && c[4].empty()) problems.add(kFile, row.line, "expected an example");
    knowledge.lemmas.insert(c[0]);
    knowledge.instruments[c[0]].push_back({kind->second, c[2], lemmas_of(c[1]), c[4]});
  }
}

bool is_step_slot(const Knowledge& knowledge, const std::string& slot) {
  static const std::set<std::string> kOwn = {"subj", "obj",  "iobj",  "comp", "prt",
                                             "head", "case", "above", "adj",  "deed"};
  return kOwn.contains(slot) || knowledge.in_set("grammar_preposition", slot.substr(0, slot.find('_')));
}

std::vector<std::string> parse_slots(const Knowledge& knowledge, const std::string& cell, const TableRow& row,
                                     const Table& table, Problems& problems) {
  std::vector<std::string> slots = split_list(cell, ',');
  if (slots.empty()) problems.add(table.file, row.line, "expected a slot");
  for (const std::string& slot : slots) {
    if (!is_step_slot(knowledge, slot))
      problems.add(
          table.file, row.line,
          "expected subj, obj, iobj, comp, prt, head, case, above, adj, deed or a preposition, found '" + slot + "'");
  }
  return slots;
}

// "Wrote off a treaty" before "wrote a treaty": the row that asks for more is tried first.
void order_steps(Knowledge& knowledge) {
  const auto asks = [&](std::int32_t row) {  // for words; "with" alone asks for none
    const auto& where = knowledge.steps[static_cast<std::size_t>(row)].where;
    return std::count_if(where.begin(), where.end(), [](const auto& condition) { return !condition.second.empty(); });
  };
  for (auto& [word, rows] : knowledge.steps_of) {
    std::stable_sort(rows.begin(), rows.end(), [&](std::int32_t a, std::int32_t b) { return asks(a) > asks(b); });
  }
}

void load_steps(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  static const std::map<std::string, Doer> kDoers = {{"all", Doer::kAll},       {"parties", Doer::kParties},
                                                     {"party", Doer::kParty},   {"bound", Doer::kBound},
                                                     {"broker", Doer::kBroker}, {"none", Doer::kNone}};
  static const std::map<std::string, Frame::Pos> kPos = {
      {"verb", Frame::Pos::kVerb}, {"noun", Frame::Pos::kNoun}, {"adj", Frame::Pos::kAdjective}};
  static const std::string kFile = "agreements/steps.tsv";
  const Table table =
      parse_table(bytes, kFile, "steps 1", {"words", "pos", "slot", "where", "status", "doer", "example"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    const auto doer = kDoers.find(c[5]);
    const auto pos = kPos.find(c[1]);
    const auto words = split_list(c[0], ',');
    if (words.empty()) problems.add(kFile, row.line, "expected words");
    if (pos == kPos.end()) problems.add(kFile, row.line, "expected verb, noun or adj, found '" + c[1] + "'");
    if (!c[4].empty() && !kStatuses.contains(c[4]))
      problems.add(kFile, row.line, "expected a status of agreements or nothing, found '" + c[4] + "'");
    if (doer == kDoers.end())
      problems.add(kFile, row.line, "expected all, parties, party, bound, broker or none, found '" + c[5] + "'");
    if (c[6].empty()) problems.add(kFile, row.line, "expected an example");
    InstrumentStep step;
    step.example = c[6];
    step.slots = parse_slots(knowledge, c[2], row, table, problems);
    for (const std::string& part : split_list(c[3], ';')) {
      const std::size_t equals = part.find('=');
      const bool any = equals == std::string::npos;
      step.where.emplace_back(
          parse_slots(knowledge, part.substr(0, equals), row, table, problems),
          any ? LemmaSet() : parse_lemmas(knowledge, part.substr(equals + 1), {kFile, row.line, problems}));
      if (!any && step.where.back().second.empty())
        problems.add(kFile, row.line, "expected lemmas after '=' in '" + part + "'");
    }
    if (doer == kDoers.end() || pos == kPos.end()) continue;
    step.doer = doer->second;
    step.pos = pos->second;
    step.status = c[4];
    step.place = kFile + ":" + std::to_string(row.line);
    for (const std::string& word : words) {
      knowledge.steps_of[word].push_back(static_cast<std::int32_t>(knowledge.steps.size()));
      knowledge.lemmas.insert(word);
    }
    knowledge.steps.push_back(std::move(step));
  }
  order_steps(knowledge);
}

}  // namespace

void load_agreement_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  load_instruments(knowledge, files.at("agreements/instruments.tsv"), problems);
  load_steps(knowledge, files.at("agreements/steps.tsv"), problems);
}

}  // namespace entente
