#include <gmock/gmock.h>

#include <sstream>

#include "entente/formats.h"
#include "formats/record_labels.h"
#include "formats/styled_text.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Actor actor(const std::string& name, const std::string& code, const std::string& sector) {
  Actor made;
  made.name = name;
  made.text = name;
  made.code = code;
  made.sector = sector;
  return made;
}

template <class Kind>
Kind record(const std::string& id, const std::string& evidence, CodePointSpan span = {0, 10}) {
  Kind made;
  made.id = id;
  made.evidence = {{0, span, evidence}};
  made.confidence = 0.824;
  return made;
}

std::optional<DateInterval> on(const std::string& date) { return DateInterval{date, date, "on Thursday", "day"}; }

Agreement accord() {
  Agreement made = record<Agreement>("ag", "the accord that the two signed");
  made.title = "Northport Accord";
  made.form = "accord";
  made.status = "in_force";
  made.date = on("2024-02-22");
  made.place = Place{"Northport", "NOR", {}, {}, "Northport"};
  made.parties = {actor("Norland", "NOR", "GOV"), actor("Sudmark", "SUD", "GOV")};
  made.brokers = {actor("Ostland", "OST", "GOV")};
  made.provisions.resize(3);
  made.provisions[0] = {"military_aid",    "binding",          {made.parties[0]},
                        {made.parties[1]}, {"send ships", {}}, {{"if attacked", {}}}};
  made.provisions[1] = {"trade", "intent", made.parties, made.parties, {"open the harbours to each other", {}}, {}};
  made.provisions[2] = {"monitoring", "possibility", made.parties, {actor("Ostland", "OST", "GOV")}, {"may", {}}, {}};
  return made;
}

Event talks() {
  Event made = record<Event>("ev", "the two leaders held\ntalks in the old palace above the harbour for four hours");
  made.type = "CONSULT";
  made.mode = "third-party";
  made.quad = 1;
  made.actor = {actor("Ada Berg", "NOR", "GOV"), actor("Ian Holt", "SUD", "GOV")};
  made.reciprocal = true;
  made.date = on("2024-02-22");
  made.place = Place{"Northport", "NOR", {}, {}, "Northport"};
  made.status = "actual";
  return made;
}

Event raid() {
  Event made = record<Event>("raid", "twelve were killed");
  made.type = "ASSAULT";
  made.quad = 4;
  made.recipient = {actor("Sudmark", "SUD", "CVL")};
  made.status = "negated";
  made.date = DateInterval{"2024-02-19", std::nullopt, "", "open"};
  made.magnitude.killed = 12;
  made.others = {{"mediator", actor("Ostland", "OST", "GOV")}};
  made.attributed_to = "st";
  return made;
}

Statement denial() {
  Statement made = record<Statement>("st", "“We never left the table”, she told reporters", {20, 60});
  made.speaker = actor("Ada Berg", "NOR", "GOV");
  made.addressee = {actor("reporters", "", "")};
  made.content = {"“We never left the table”", {20, 44}};
  made.stance = "denies";
  made.manner = "direct";
  made.issue = Issue{"border", "the border"};
  made.about = {actor("Sudmark", "SUD", "")};
  return made;
}

Dispute dispute() {
  Dispute made = record<Dispute>("di", "They left on Monday", {70, 90});
  made.evidence.push_back({0, {20, 60}, "“We never left the table”, she told reporters"});
  made.issue = Issue{"border", "the border"};
  made.sides = {{std::nullopt, "affirms", std::nullopt}, {actor("Ada Berg", "NOR", "GOV"), "denies", "st"}};
  return made;
}

Relation rivalry() {
  Relation made = record<Relation>("re", "rivals since 1994");
  made.a = actor("Norland", "NOR", "");
  made.b = actor("Sudmark", "SUD", "");
  made.type = "rivalry";
  made.since = DateInterval{"1994-01-01", "1994-12-31", "1994", "year"};
  made.trend = "deepening";
  return made;
}

std::vector<Record> records() { return {talks(), accord(), raid(), denial(), dispute(), rivalry()}; }

Article article() {
  Article made;
  made.id = "a-1";
  made.title = "Leaders meet in Northport";
  made.publisher = "Northern Wire";
  made.published = "2024-02-22";
  return made;
}

constexpr const char* kAll =
    R"(Leaders meet in Northport
Northern Wire · 2024-02-22 · 1 agreement · 2 events · 1 statement · 1 dispute ·
1 relation

Agreements ─────────────────────────────────────────────────────────────────────
 [2]  2024-02-22  Northport Accord
 82%              accord         Norland (NOR GOV) ⇄ Sudmark (SUD GOV)
                  in force       Northport (NOR) · brokered by Ostland (OST GOV)
                  “the accord that the two signed”

                  binding        military aid · Norland → Sudmark
                                 “send ships”
                                 condition: “if attacked”
                  intent         trade · mutual
                                 “open the harbours to each other”
                  possibility    monitoring · all parties → Ostland (OST GOV)
                                 “may”

What was done ──────────────────────────────────────────────────────────────────
 [1]  2024-02-22  CONSULT        Ada Berg (NOR GOV) ⇄ Ian Holt (SUD GOV)
 82%              third-party    Northport (NOR)
                  “the two leaders held talks in the old palace above the
                  harbour for four hours”

 [3]  2024-02-19– ASSAULT        (not named) → Sudmark (SUD CVL)
 82%              negated        killed 12 · mediator Ostland (OST GOV) ·
                                 reported by Ada Berg [4]
                  “twelve were killed”

Who said what ──────────────────────────────────────────────────────────────────
 [4]              denies         Ada Berg (NOR GOV), to reporters
 82%              direct         on the border · about Sudmark (SUD)
                  “We never left the table”

Where they differ ──────────────────────────────────────────────────────────────
 [5]              the border
 82%              affirms        the article itself
                                 “They left on Monday”
                  denies         Ada Berg (NOR GOV) [4]
                                 “We never left the table”

How they stand ─────────────────────────────────────────────────────────────────
 [6]  since 1994  rivalry        Norland (NOR) ⇄ Sudmark (SUD)
 82%              deepening
                  “rivals since 1994”

)";

void expect_to_fit(const std::string& table, int width) {
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(display_width(line), width) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

TEST(RecordTable, GroupsWhatWasReadAsAnAnalystReadsIt) {
  EXPECT_EQ(write_record_table(article(), records(), {false, 80}), kAll);
}

TEST(RecordTable, WrapsEveryColumnInANarrowTerminal) {
  EXPECT_EQ(write_record_table(article(), {talks()}, {false, 20}),
            "Leaders meet in Northport\n"
            "Northern Wire · 2024-02-22 · 1 event\n"
            "\n"
            "What was done ──────────────────────────────────────────────\n"
            " [1]  2024-02-22  CONSULT        Ada Berg (NOR GOV) ⇄ Ian\n"
            " 82%              third-party    Holt (SUD GOV)\n"
            "                                 Northport (NOR)\n"
            "                  “the two leaders held talks in the old\n"
            "                  palace above the harbour for four hours”\n"
            "\n");
}

TEST(RecordTable, FitsTheTerminal) {
  std::vector<Record> many;
  Agreement treaty = accord();
  treaty.provisions.resize(50, treaty.provisions[0]);
  many.emplace_back(treaty);
  Event wide = talks();
  wide.actor[0].name = "東京都知事東京都知事東京都知事東京都知事東京都知事東京都知事東京都知事東京都知事";
  wide.actor[1].name = "Jose\xCC\x81 " + std::string(150, 'x');
  wide.mode = "a-mode-that-no-table-has-and-that-is-long";
  for (int i = 0; i < 200; ++i) many.emplace_back(wide);
  for (Record& record : records()) many.push_back(record);
  for (const int width : {60, 80, 100, 140}) {
    const std::string table = write_record_table(article(), many, {false, width});
    expect_to_fit(table, width);
    EXPECT_THAT(table, HasSubstr("\n  [1]  2024-02-22  Northport Accord\n"));
    EXPECT_THAT(table, HasSubstr("\n[201]  2024-02-22  CONSULT"));
  }
}

TEST(RecordTable, ColoursOnlyWhenAsked) {
  EXPECT_THAT(write_record_table(article(), records(), {false, 100}), Not(HasSubstr("\x1b")));
  std::string coloured = write_record_table(article(), records(), {true, 80});
  EXPECT_THAT(coloured, HasSubstr("\x1b[1;31mASSAULT\x1b[0m"));
  for (std::size_t at = 0; (at = coloured.find('\x1b')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  EXPECT_EQ(coloured, kAll);  // colour moves nothing
}

TEST(RecordTable, LongWordsOfTheArticleAreCut) {
  Statement speech = denial();
  speech.content.text = "we ";
  for (int i = 0; i < 90; ++i) speech.content.text += "shall never surrender ";
  const std::string table = write_record_table(article(), {speech}, {false, 80});
  expect_to_fit(table, 80);
  EXPECT_THAT(table, HasSubstr("…”\n"));
}

TEST(RecordTable, WordsThatSaySeveralThingsAreShownOnce) {
  const std::string table = write_record_table(article(), {talks(), talks(), raid(), talks(), denial()}, {false, 80});
  EXPECT_THAT(table, HasSubstr("\n [2]  2024-02-22  CONSULT        Ada Berg (NOR GOV) ⇄ Ian Holt (SUD GOV)\n"
                               " 82%              third-party    Northport (NOR)\n"
                               "                  the words of [1]\n\n [3] "));
  EXPECT_THAT(table, Not(HasSubstr("the words of [3]")));
  EXPECT_EQ(table.find("the words of", table.find(" [3] ")), std::string::npos);
}

TEST(RecordTable, WhatIsNotKnownIsLeftOut) {
  const std::vector<Record> bare = {Event{}, Statement{}, Agreement{}, Relation{}, Dispute{}};
  const std::string table = write_record_table(article(), bare, {false, 80});
  expect_to_fit(table, 80);
  EXPECT_THAT(table, HasSubstr("[5]\n"));
}

TEST(RecordTable, SaysWhereThereIsNothing) {
  Article bare;
  bare.id = "key-7";
  EXPECT_EQ(write_record_table(bare, {}, {false, 100}), "key-7\nno date · no records\n\n");
  bare.source = "news/may.txt";
  EXPECT_EQ(write_record_table(bare, {}, {false, 100}), "news/may.txt\nno date · no records\n\n");
  bare.title = "Nothing new";
  EXPECT_EQ(write_record_table(bare, {}, {false, 100}), "Nothing new\nno date · no records · news/may.txt\n\n");
}

TEST(RecordTable, TextCannotSteerTheTerminal) {
  Article hostile = article();
  hostile.title = "Up\x1b[2Jdate \xE2\x80\xAEnow";  // clear screen; right-to-left override
  EXPECT_THAT(write_record_table(hostile, {}, {false, 100}), HasSubstr("Up[2Jdate now\n"));
  const std::string evil = "a\x1b[2J\xC2\x9B\nb";
  Event event = talks();
  event.mode = event.type = event.status = event.place->name = event.actor[0].name = event.evidence[0].text = evil;
  event.others = {{evil, event.actor[0]}};
  Statement statement = denial();
  statement.manner = statement.stance = statement.issue->label = statement.content.text = evil;
  Agreement agreement = accord();
  agreement.form = agreement.status = evil;
  agreement.title = evil;
  agreement.provisions[0] = {evil, evil, {event.actor[0]}, {}, {evil, {}}, {{evil, {}}}};
  Relation relation = rivalry();
  relation.type = evil;
  relation.trend = relation.since->from = relation.since->to = evil;
  Dispute sides = dispute();
  sides.issue->label = sides.sides[0].stance = sides.evidence[0].text = evil;
  const std::string table = write_record_table(hostile, {event, statement, agreement, relation, sides}, {false, 80});
  EXPECT_THAT(table, Not(HasSubstr("\x1b")));
  EXPECT_THAT(table, Not(HasSubstr("\xC2\x9B")));
  expect_to_fit(table, 80);
}

TEST(StyledText, LinesKeepTheColoursOfTheirWords) {
  StyledText text("one two", kBold);
  text.part(" · ", "three four", kCyan).part(" · ", "", kRed);
  const std::vector<StyledLine> lines = text.lines(9, 2);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(rendered(lines[0], true), "\x1b[1mone two\x1b[0m\x1b[2m ·\x1b[0m");
  EXPECT_EQ(rendered(lines[1], true), "\x1b[36mthree…\x1b[0m");
  EXPECT_EQ(rendered(lines[1], false), "three…");
}

TEST(TerminalText, CountsColumns) {
  EXPECT_EQ(display_width("Norland"), 7);
  EXPECT_EQ(display_width("東京"), 4);
  EXPECT_EQ(display_width("e\xCC\x81"), 1);  // e and a combining acute
}

TEST(TerminalText, WrapsAtSpacesAndCutsWhatIsTooLong) {
  EXPECT_THAT(wrap("one two three", 7, 9), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("abcdefgh ij", 5, 9), ElementsAre("abcde", "fgh", "ij"));
  EXPECT_THAT(wrap("東京大阪", 5, 9), ElementsAre("東京", "大阪"));
  EXPECT_THAT(wrap("one two three four", 7, 2), ElementsAre("one two", "three…"));
  EXPECT_THAT(wrap("aaaa bbbb", 4, 1), ElementsAre("aaa…"));
  EXPECT_THAT(wrap("", 5, 2), ElementsAre());
  EXPECT_THAT(wrap("東", 1, 2), ElementsAre("東"));
}

TEST(RecordLabels, NumbersAreReadInThousands) {
  Magnitude magnitude;
  magnitude.killed = 999;
  magnitude.crowd = 1200;
  magnitude.amount = 300000000.5;
  magnitude.currency = "USD";
  EXPECT_EQ(magnitude_label(magnitude), "killed 999, crowd 1,200, 300,000,000.5 USD");
}

}  // namespace
}  // namespace entente
