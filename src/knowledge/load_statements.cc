// Who says what, and how they stand to it: tables under knowledge/statements.
#include <algorithm>
#include <array>

#include "knowledge/knowledge.h"

namespace entente {
namespace {

constexpr std::array<const char*, 8> kStances = {"affirms", "denies",  "supports", "opposes",
                                                 "doubts",  "demands", "promises", "neutral"};
constexpr std::array<const char*, 10> kContents = {
    "clause", "quote", "infinitive", "object_infinitive", "gerund", "of", "with", "for", "called", "as"};
constexpr std::array<const char*, 4> kPos = {"verb", "noun", "adjective", "phrase"};
constexpr std::array<const char*, 43> kWordKinds = {
    "negation",     "denying",   "demanding",  "urging",     "promising",       "doubting",   "supporting",
    "opposing",     "declining", "announcing", "one_of",     "of_no_state",     "answering",  "denial",
    "charging",     "charge",    "holding",    "from_place", "ending",          "telling",    "made_known",
    "making_known", "obtaining", "objecting",  "rejecting",  "rejecting_idiom", "naming",     "serving",
    "introducing",  "lacking",   "musing",     "granting",   "withholding",     "permitting", "provided",
    "binding",      "befalling", "decided",    "alarming",   "pointing",        "keeping",    "breaking",
    "starting"};

template <class List>
bool has(const List& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

void load_cues(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "statements/cues.tsv", "statement_cues 1",
                                  {"lemma", "pos", "stance", "content", "addressee"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    ReportingCue cue{c[0], ReportingCue::Pos::kVerb, c[2] == "content" ? "" : c[2], split_list(c[3], ','),
                     split_list(c[4], ',')};
    const auto pos = std::find(kPos.begin(), kPos.end(), c[1]);
    if (c[0].empty()) problems.add(table.file, row.line, "expected a lemma");
    if (pos == kPos.end())
      problems.add(table.file, row.line, "expected verb, noun, adjective or phrase, found '" + c[1] + "'");
    if (c[2] != "content" && !has(kStances, c[2]))
      problems.add(table.file, row.line, "expected a stance or content, found '" + c[2] + "'");
    if (cue.content.empty()) problems.add(table.file, row.line, "expected what holds the content, found nothing");
    for (const std::string& content : cue.content) {
      if (!has(kContents, content))
        problems.add(
            table.file, row.line,
            "expected clause, quote, infinitive, object_infinitive, gerund, of, with, for, called or as, found '" +
                content + "'");
    }
    if (pos != kPos.end()) cue.pos = static_cast<ReportingCue::Pos>(pos - kPos.begin());
    const bool lesser = std::all_of(cue.content.begin(), cue.content.end(),
                                    [](const std::string& content) { return content == "called" || content == "as"; });
    (lesser ? knowledge.lesser_cues : knowledge.cues)[c[0]].push_back(std::move(cue));
  }
}

void load_words(Knowledge& knowledge, const std::string& bytes, Problems& problems) {
  const Table table = parse_table(bytes, "statements/words.tsv", "statement_words 1", {"word", "kind"}, problems);
  for (const TableRow& row : table.rows) {
    const auto& c = row.cells;
    if (c[0].empty()) problems.add(table.file, row.line, "expected a word");
    if (!has(kWordKinds, c[1])) problems.add(table.file, row.line, "expected a kind of word, found '" + c[1] + "'");
    if (!knowledge.statement_words[c[1]].insert(c[0]).second)
      problems.add(table.file, row.line, "'" + c[0] + "' stands here a second time as " + c[1]);
  }
}

}  // namespace

void load_statement_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  load_cues(knowledge, files.at("statements/cues.tsv"), problems);
  load_words(knowledge, files.at("statements/words.tsv"), problems);
}

}  // namespace entente
