#include <gmock/gmock.h>

#include <sstream>

#include "entente/formats.h"
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

std::vector<Record> records() {
  Event talks;
  talks.type = "CONSULT";
  talks.mode = "talks";
  talks.quad = 1;
  talks.actor = {actor("Ada Berg", "NOR", "GOV"), actor("Ian Holt", "SUD", "GOV")};
  talks.reciprocal = true;
  talks.date = DateInterval{"2024-02-22", "2024-02-22", "on Thursday", "day"};
  talks.place = Place{"Northport", "NOR", {}, {}, "Northport"};
  talks.status = "actual";
  talks.evidence = {{0, {0, 10}, "the two leaders held\ntalks in the old palace above the harbour for four hours"}};
  talks.why = {{"lexicon:hold_talks", "", {}}};
  talks.confidence = 0.824;
  Event raid;
  raid.type = "ASSAULT";
  raid.quad = 4;
  raid.recipient = {actor("Sudmark", "SUD", "CIV")};
  raid.status = "hypothetical";
  raid.magnitude.killed = 12;
  raid.others = {{"mediator", actor("Ostland", "OST", "GOV")}};
  Statement denial;
  denial.speaker = actor("Ada Berg", "NOR", "GOV");
  denial.addressee = {actor("reporters", "", "")};
  denial.cue = {"denied", "deny", {0, 6}};
  denial.content = {"“We never left the table”", {0, 4}};
  denial.stance = "denies";
  denial.manner = "direct";
  denial.issue = Issue{"border", "the border"};
  denial.about = {actor("Sudmark", "SUD", "")};
  return {talks, raid, denial};
}

Article article() {
  Article made;
  made.id = "a-1";
  made.title = "Leaders meet in Northport";
  made.publisher = "Northern Wire";
  made.published = "2024-02-22";
  return made;
}

TEST(RecordTable, ShowsWhatWasReadAndFromWhichWords) {
  EXPECT_EQ(write_record_table(article(), records(), {false, 100}),
            "Leaders meet in Northport\n"
            "Northern Wire · 2024-02-22 · 2 events · 1 statement\n"
            "\n"
            "  2024-02-22   Ada Berg (NOR GOV) ⇄ Ian Holt (SUD GOV)        CONSULT talks         actual\n"
            "                                                                                    Northport (NOR)\n"
            "               “the two leaders held talks in the old palace above the harbour for four hours”\n"
            "               [lexicon:hold_talks 82%]\n"
            "\n"
            "  no date      (not named) → Sudmark (SUD CIV)                ASSAULT               hypothetical\n"
            "               mediator Ostland (OST GOV) · killed 12 [0%]\n"
            "\n"
            "  no date      Ada Berg (NOR GOV), to reporters               says, denies          direct\n"
            "               “We never left the table”  by “denied” · about Sudmark (SUD) · on the border  [0%]\n"
            "\n");
}

TEST(RecordTable, WrapsEveryColumnInANarrowTerminal) {
  std::vector<Record> one = {records().front()};
  EXPECT_EQ(write_record_table(article(), one, {false, 60}),
            "Leaders meet in Northport\n"
            "Northern Wire · 2024-02-22 · 1 event\n"
            "\n"
            "  2024-02-22   Ada Berg          CONSULT talks   actual\n"
            "               (NOR GOV) ⇄ Ian                   Northport\n"
            "               Holt (SUD GOV)                    (NOR)\n"
            "               “the two leaders held talks in the old palace\n"
            "               above the harbour for four hours”\n"
            "               [lexicon:hold_talks 82%]\n"
            "\n");
}

TEST(RecordTable, FitsTheTerminal) {
  for (const int width : {60, 80, 100, 120}) {
    std::istringstream lines(write_record_table(article(), records(), {false, width}));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(display_width(line), width) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
    }
  }
}

TEST(RecordTable, ColoursOnlyWhenAsked) {
  EXPECT_THAT(write_record_table(article(), records(), {false, 100}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(write_record_table(article(), records(), {true, 100}), HasSubstr("\x1b[1;31mASSAULT\x1b[0m"));
}

TEST(RecordTable, SaysWhereThereIsNothing) {
  Article bare;
  bare.id = "key-7";
  EXPECT_EQ(write_record_table(bare, {}, {false, 100}), "key-7\nno date · no records\n\n");
  bare.source = "news/may.txt";
  EXPECT_EQ(write_record_table(bare, {}, {false, 100}), "news/may.txt\nno date · no records\n\n");
}

TEST(RecordTable, TextCannotSteerTheTerminal) {
  Article hostile = article();
  hostile.title = "Up\x1b[2Jdate \xE2\x80\xAEnow";  // clear screen; right-to-left override
  const std::string table = write_record_table(hostile, {}, {false, 100});
  EXPECT_THAT(table, HasSubstr("Up[2Jdate now\n"));
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

}  // namespace
}  // namespace entente
