#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "entente/formats.h"
#include "formats/terminal_text.h"
#include "formats/tree_text.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// "The minister left home", and a second sentence of one word.
ParsedDocument parsed() {
  ParsedDocument made;
  made.document.article.id = "test";
  const char* const forms[] = {"The", "minister", "left", "home", "Rain"};
  const int heads[] = {1, 2, -1, 2, -1};
  const char* const deprels[] = {"det", "nsubj", "root", "obj", "root"};
  std::int32_t at = 0;
  for (std::size_t i = 0; i < 5; ++i) {
    Token token;
    token.form = forms[i];
    token.span = {at, at + static_cast<std::int32_t>(token.form.size())};
    at = token.span.end.value + 1;
    made.document.article.text += token.form + " ";
    made.document.tokens.push_back(token);
    Word word;
    word.upos = "NOUN";
    word.xpos = "NN";
    word.lemma = token.form;
    word.head = heads[i];
    word.deprel = deprels[i];
    made.words.push_back(word);
  }
  Sentence first;
  first.tokens = {0, 4};
  Sentence second;
  second.tokens = {4, 5};
  made.document.sentences = {first, second};
  return made;
}

Actor minister() {
  Actor actor;
  actor.name = "Ada Berg";
  actor.text = "The minister";
  actor.code = "NOR";
  actor.sector = "GOV";
  actor.role = "Foreign Minister";
  actor.via = "title";
  return actor;
}

ExplainedFrame frame(const std::string& name, const std::string& failed, std::vector<TokenOffset> found) {
  ExplainedFrame made;
  made.name = name;
  made.type = "CONSULT";
  made.failed = failed;
  made.found = std::move(found);
  return made;
}

Explanation explanation() {
  Explanation made;
  made.sentences.resize(2);
  made.sentences[1].sentence = 1;
  ExplainedSentence& first = made.sentences[0];
  first.mentions = {{TokenOffset{1}, "person", minister(), 0.8}};
  first.types = {{TokenOffset{2}, "CONSULT", 0.83}};
  ExplainedWord word;
  word.word = TokenOffset{2};
  ExplainedFrame won;
  won.outcome = ExplainedFrame::Outcome::kWon;
  won.name = "leave";
  won.type = "RETREAT";
  won.met = {"obj", "!with=#actor"};
  word.frames = {frame("meet", "obj=@talks", {TokenOffset{3}}), frame("meet_at", "obj=door", {TokenOffset{3}}), won};
  word.slots = {{"actor", {minister()}, {{"subj", {TokenOffset{1}}}, {"by", {}}}}, {"recipient", {}, {}}};
  word.fate = ExplainedWord::Fate::kAbsorbed;
  word.by = TokenOffset{1};
  first.words = {word};
  Event event;
  event.type = "RETREAT";
  event.quad = 2;
  event.actor = {minister()};
  event.status = "actual";
  event.confidence = 0.72;
  event.why = {{"lexicon:leave", "", std::nullopt}};
  first.records = {event};
  return made;
}

TEST(TreeText, DrawsBranchesInTheOrderOfTheText) {
  EXPECT_THAT(tree_branches(parsed(), {0, 4}), ElementsAre("  ╭─", "╭─", "", "╰─"));
}

TEST(TreeText, EndsOnHeadsThatMakeNoTree) {
  ParsedDocument made = parsed();
  made.words[0].head = 1;
  made.words[1].head = 0;
  made.words[2].head = 4;  // of another sentence
  made.words[3].head = 3;
  EXPECT_EQ(tree_branches(made, {0, 4}).size(), 4U);
  made.words.resize(2);
  EXPECT_EQ(tree_branches(made, {0, 4}).size(), 4U);
}

TEST(ExplainText, TellsTreeMentionsFramesAndRecords) {
  const std::string text = write_explanation(parsed(), explanation(), {false, 80});
  EXPECT_THAT(text, HasSubstr("\nSentence 1\n   1   ╭─The "));
  EXPECT_THAT(text, HasSubstr("   3 left                    NOUN  NN   left           root         CONSULT 83%\n"));
  EXPECT_THAT(text, HasSubstr("“The minister”"));
  EXPECT_THAT(text, HasSubstr("Ada Berg (NOR GOV) · person · Foreign Minister · by"));
  EXPECT_THAT(text, HasSubstr("  “left” (3)\n    ✓ RETREAT · leave wins: obj; !with=#actor\n"
                              "    ✗ obj: “home”, which is not for: meet (@talks), meet_at (door)\n"
                              "      actor      Ada Berg (NOR GOV) · from subj “minister”, by\n"
                              "      recipient  nobody\n"
                              "    ⇒  no event of its own: part of what “minister” (2) tells\n"));
  EXPECT_THAT(text, HasSubstr("  RETREAT                   Ada Berg (NOR GOV) · actual · no date [lexicon:leave"));
  EXPECT_THAT(text, HasSubstr("\nSentence 2\n   1 Rain"));
  EXPECT_THAT(text, HasSubstr(" Records  none\n"));
}

TEST(ExplainText, FitsEightyColumnsAndColoursOnlyWhereAsked) {
  Explanation made = explanation();
  for (int i = 0; i < 200; ++i) {
    made.sentences[0].words[0].frames.push_back(
        frame("a_frame_with_quite_a_long_name", "obj=@talks", {TokenOffset{3}}));
  }
  const std::string plain = write_explanation(parsed(), made, {false, 200});
  EXPECT_THAT(plain, Not(HasSubstr("\x1b")));
  std::istringstream lines(plain);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 80) << line;
  EXPECT_THAT(write_explanation(parsed(), made, {true, 80}), HasSubstr("\x1b[1mleft"));
}

TEST(ExplainText, NothingInAnArticleSteersTheTerminal) {
  ParsedDocument made = parsed();
  made.document.tokens[3].form = "home\x1b[2J";
  made.words[3].lemma = "\x1b[2J";
  Explanation told = explanation();
  told.sentences[0].mentions[0].actor.text = "The\x1b[2J minister";
  EXPECT_THAT(write_explanation(made, told, {false, 80}), Not(HasSubstr("\x1b")));
}

TEST(ActorTables, UnknownActorsAsJsonAndTable) {
  const UnknownActor actor = {"Orlo Vantik", NameType::kPerson, 4, "PER", std::nullopt, "General Orlo\nVantik"};
  EXPECT_EQ(write_unknown_json(actor),
            "{\"name\":\"Orlo Vantik\",\"type\":\"person\",\"count\":4,\"country\":\"PER\",\"sector\":null,"
            "\"phrase\":\"General Orlo\\nVantik\"}\n");
  EXPECT_EQ(write_unknown_table({actor}, {false, 80}),
            " times  name              country  sector   as written\n"
            "     4  Orlo Vantik  PER  PER      -        General Orlo Vantik\n");
}

TEST(ActorTables, ASheetShowsTheLatestOfEachOffice) {
  ActorSheet sheet;
  sheet.code = "PER";
  sheet.kind = "state";
  sheet.names = {{"Peru", {"Republic of Peru"}, {"Peruvian"}, {}, {"Lima"}, {}, "", ""}};
  for (const char* from : {"2025", "2020", "2015", "2010", "2005"})
    sheet.terms.push_back({"President", from, from, ""});
  sheet.member_of = {{"IGOUNO", "United Nations", "1945", ""}, {"IGOX", "Old Pact", "1950", "1960"}};
  const std::string text = write_actor_sheet(sheet, {false, 80});
  EXPECT_THAT(text, HasSubstr("PER  Peru · state\n  names        Republic of Peru\n"));
  EXPECT_THAT(text, HasSubstr("  President\n               2025, since 2025\n"));
  EXPECT_THAT(text, HasSubstr("2015, since 2015; 2 before\n"));
  EXPECT_THAT(text, Not(HasSubstr("2010")));
  EXPECT_THAT(text, HasSubstr("  member of    United Nations (IGOUNO)\n  formerly     Old Pact (IGOX)\n"));
}

}  // namespace
}  // namespace entente
