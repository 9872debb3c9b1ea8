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
using ::testing::StartsWith;

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
  first.records = {0};
  made.records = {event};
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
  EXPECT_THAT(text, HasSubstr("  [1] RETREAT               Ada Berg (NOR GOV) · actual · no date [lexicon:leave"));
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

// A statement, the event that it reports, and one of each other kind.
std::vector<Record> all_kinds() {
  Actor he = minister();
  Event event;
  event.id = "ev";
  event.type = "RETREAT";
  event.mode = "withdraw";
  event.cameo = "087";
  event.quad = 2;
  event.goldstein = 9;
  event.contexts = {"military", "human_rights"};
  event.status = "negated";
  event.actor = {he, minister()};
  event.place = Place{"Oslo", "NOR", 59.91, 10.75, "the capital"};
  event.date = DateInterval{"2024-02-22", "2024-02-22", "on Thursday", "day"};
  event.attributed_to = "st";
  event.evidence = {{0, {4, 17}, "minister left"}, {1, {23, 27}, "Rain"}};
  event.confidence = 0.72;
  event.why = {{"lexicon:leave", "leave: Somebody leaves.", std::nullopt}, {"model:RETREAT", "left", 0.83}};
  Statement statement;
  statement.id = "st";
  statement.speaker = he;
  statement.cue = {"said", "say", {0, 4}};
  statement.content = {"home", {18, 22}};
  statement.stance = "denies";
  statement.evidence = {{0, {18, 22}, "home"}};
  Agreement agreement;
  agreement.title = "Oslo Accord";
  agreement.form = "accord";
  agreement.parties = {he};
  agreement.provisions = {{"military_aid", "binding", {he}, {he}, {"send ships", {}}, {{"if attacked", {}}}}};
  Relation relation;
  relation.a = he;
  relation.type = "recognition";
  relation.directed = relation.negated = true;
  relation.since = DateInterval{"1994-01-01", "1994-12-31", "1994", "year"};
  Dispute dispute;
  dispute.id = "di";
  dispute.issue = Issue{std::nullopt, "who left"};
  dispute.sides = {{std::nullopt, "affirms", std::nullopt}, {he, "denies", "st"}};
  dispute.evidence = {{1, {23, 27}, "Rain"}, {0, {18, 22}, "home"}};
  return {event, statement, agreement, relation, dispute};
}

std::string record_text(std::size_t number, const std::vector<Record>& records, TableStyle style = {false, 80}) {
  ParsedDocument made = parsed();
  made.document.sentences[0].span = {0, 22};
  made.document.sentences[1].span = {23, 27};
  Explanation told = explanation();
  told.records = records;
  return write_record_explanation(made, told, number, style);
}

TEST(RecordExplanation, AnEventInFull) {
  EXPECT_THAT(record_text(1, all_kinds()), StartsWith(R"(test
no date

Record 1 of 5: event
  type          RETREAT, mode withdraw
  codes         CAMEO 087 · material cooperation · Goldstein 9
  contexts      military, human rights
  status        negated
  actor         Ada Berg (NOR GOV)
                “The minister” · code NOR · sector GOV · Foreign Minister · by
                title
                Ada Berg (NOR GOV)
                “The minister” · code NOR · sector GOV · Foreign Minister · by
                title
  date          2024-02-22 · “on Thursday” · to the day
  place         Oslo (NOR) · 59.91, 10.75 · “the capital”

 Evidence
  Sentence 1
    The minister left home
        ^^^^^^^^^^^^^
  Sentence 2
    Rain
    ^^^^

 Why
  lexicon:leave             leave: Somebody leaves.
  model:RETREAT             left · the model gives it 83%
  confidence                72%

 Other records
  reported in   [2] denies · Ada Berg (NOR GOV) · no date
                “home”

Sentence 1
   1   ╭─The )"));
  EXPECT_THAT(record_text(1, all_kinds()), HasSubstr("\nSentence 2\n   1 Rain"));
}

TEST(RecordExplanation, AStatementWithWhatItReportsAndTheDisputeItStandsIn) {
  const std::string text = record_text(2, all_kinds());
  EXPECT_THAT(text,
              HasSubstr("Record 2 of 5: statement\n  stance        denies\n  speaker       Ada Berg (NOR GOV)\n"));
  EXPECT_THAT(text, HasSubstr("  cue           “said”, from say\n  words         “home”\n"));
  EXPECT_THAT(text, HasSubstr("  reports       [1] RETREAT withdraw · Ada Berg"));
  EXPECT_THAT(text, HasSubstr("  a side of     [5] dispute · the article itself affirms, Ada Berg"));
  EXPECT_THAT(text, Not(HasSubstr("\nSentence 2\n")));
}

TEST(RecordExplanation, TheOtherKinds) {
  const std::string agreement = record_text(3, all_kinds());
  EXPECT_THAT(agreement, HasSubstr("  title         Oslo Accord\n  form          accord\n  party         Ada Berg"));
  EXPECT_THAT(agreement, HasSubstr(" Provisions\n  binding       military aid\n"
                                   "                Ada Berg → Ada Berg\n"
                                   "                “send ships”\n                condition: “if attacked”\n"));
  EXPECT_THAT(agreement, HasSubstr(" Evidence  none\n"));
  EXPECT_THAT(agreement, HasSubstr(" Other records  none\n"));
  const std::string relation = record_text(4, all_kinds());
  EXPECT_THAT(relation, HasSubstr("  type          no recognition\n  direction     from the first to the second\n"));
  EXPECT_THAT(relation, HasSubstr("  since         1994 · “1994” · to the year\n"));
  const std::string dispute = record_text(5, all_kinds());
  EXPECT_THAT(dispute, HasSubstr("  issue         who left\n\n Sides\n  affirms       the article itself\n"
                                 "                “Rain”\n  denies        Ada Berg (NOR GOV)\n"));
  EXPECT_THAT(dispute, HasSubstr("  denies        [2] denies · Ada Berg (NOR GOV)"));
}

TEST(RecordExplanation, FitsEightyColumnsMarksInColourAndHasNothingForOtherNumbers) {
  std::vector<Record> records = all_kinds();
  for (std::size_t number = 1; number <= records.size(); ++number) {
    std::istringstream lines(record_text(number, records, {false, 200}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 80) << line;
  }
  EXPECT_THAT(record_text(1, records, {true, 80}), HasSubstr("    The \x1b[1;4mminister left\x1b[0m home\n"));
  EXPECT_EQ(record_text(0, records), "");
  EXPECT_EQ(record_text(6, records), "");
}

TEST(RecordExplanation, NothingInAnArticleSteersTheTerminal) {
  std::vector<Record> records = all_kinds();
  auto& event = std::get<Event>(records[0]);
  const std::string evil = "a\x1b[2J";
  event.type = event.status = event.actor[0].name = event.actor[0].text = event.actor[0].via = evil;
  event.cameo = event.mode = event.actor[0].role = event.date->text = event.place->text = event.why[0].rule = evil;
  event.evidence.push_back({0, {-5, 4000}, evil});
  ParsedDocument made = parsed();
  made.document.article.text[2] = '\x1b';
  made.document.sentences[0].span = {0, 4000};
  Explanation told = explanation();
  told.records = records;
  EXPECT_THAT(write_record_explanation(made, told, 1, {false, 80}), Not(HasSubstr("\x1b")));
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
