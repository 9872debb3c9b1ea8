#include "knowledge/knowledge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

namespace entente {
namespace {

using ::testing::HasSubstr;

constexpr const char* kHead = "# schema: sets 1\n# version: 1\n# source: own\n# licence: Apache-2.0\n";

TEST(Table, ReadsRowsWithTheirLines) {
  Problems problems;
  const Table table = parse_table(std::string(kHead) + "set\tlemmas\ntalks\ttalk, meeting\n", "sets.tsv", "sets 1",
                                  {"set", "lemmas"}, problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].line, 6);
  EXPECT_THAT(split_list(table.rows[0].cells[1], ','), ::testing::ElementsAre("talk", "meeting"));
}

TEST(Table, NamesEveryMistakeWithItsLine) {
  Problems problems;
  const Table table = parse_table("# schema: sets 2\n# version: 1\n# licence: x\nset\tlemmas\none\na\tb\tc\n",
                                  "sets.tsv", "sets 1", {"set", "lemmas"}, problems);
  EXPECT_TRUE(table.rows.empty());
  const Error error = problems.to_error();
  EXPECT_EQ(error.code, ErrorCode::kBadKnowledge);
  EXPECT_EQ(error.place, "sets.tsv:1");
  EXPECT_THAT(error.message, HasSubstr("expected '# schema: sets 1'"));
  EXPECT_THAT(error.message, HasSubstr("sets.tsv:5: expected 2 cells"));
  EXPECT_THAT(error.message, HasSubstr("sets.tsv:6: expected 2 cells"));
  EXPECT_THAT(error.message, HasSubstr("names no source"));
}

TEST(Table, RefusesOtherColumns) {
  Problems problems;
  const Table table =
      parse_table(std::string(kHead) + "set\twords\n", "sets.tsv", "sets 1", {"set", "lemmas"}, problems);
  EXPECT_TRUE(table.rows.empty());
  EXPECT_EQ(problems.to_error().place, "sets.tsv:5");
}

TEST(Knowledge, LoadsTheTables) {
  const auto knowledge = Knowledge::load(ENTENTE_SOURCE_DIR "/knowledge");
  ASSERT_TRUE(knowledge.has_value()) << knowledge.error().to_string();
  const Knowledge& k = **knowledge;
  EXPECT_GE(k.states.size(), 195U);
  EXPECT_GE(k.frames.size(), 40U);
  EXPECT_EQ(k.checksum.size(), 64U);
  EXPECT_EQ(k.types.size(), 16U);
  const auto& found = k.names.at(name_key("Ivory Coast"));
  EXPECT_EQ(k.states[static_cast<std::size_t>(found[0].index)].code, "CIV");
  EXPECT_TRUE(k.names.at("us")[0].exact_case);
}

// A table that changes the sentences changes the records: it must change the stamp, too.
TEST(Knowledge, ChecksumGoesOverEveryTable) {
  namespace fs = std::filesystem;
  const fs::path copy = fs::path(::testing::TempDir()) / ("entente_knowledge_" + std::to_string(::getpid()));
  fs::remove_all(copy);
  fs::copy(ENTENTE_SOURCE_DIR "/knowledge", copy, fs::copy_options::recursive);
  const auto before = Knowledge::load(copy.string());
  ASSERT_TRUE(before.has_value()) << before.error().to_string();
  for (const auto& entry : fs::recursive_directory_iterator(copy)) {
    if (entry.path().extension() != ".tsv") continue;
    std::ofstream(entry.path(), std::ios::app) << "\n";
    const auto after = Knowledge::load(copy.string());
    ASSERT_TRUE(after.has_value()) << after.error().to_string();
    EXPECT_NE((*after)->checksum, (*before)->checksum) << entry.path();
    fs::copy_file(fs::path(ENTENTE_SOURCE_DIR "/knowledge") / fs::relative(entry.path(), copy), entry.path(),
                  fs::copy_options::overwrite_existing);
  }
  fs::remove_all(copy);
}

TEST(Knowledge, SaysWhereAFrameIsWrong) {
  Knowledge knowledge;
  knowledge.types["ASSAULT"] = {"ASSAULT", 4, -9, "", ""};
  const std::string head =
      "# schema: frames 1\n# version: 1\n# source: own\n# licence: Apache-2.0\n"
      "name\tpos\tlemmas\twhere\ttype\tmode\tcameo\tcontexts\tactor\trecipient\tothers\tflags\tdescription\texample\n";
  std::map<std::string, std::string> files;
  for (const char* name : {"sets", "governors", "cues", "words", "forms"})
    files["lexicon/" + std::string(name) + ".tsv"] = "";
  files["lexicon/frames.tsv"] = head + "a\tverb\t@none\tobj=#thing\tASSAULT\tslap\t999\t\tsubj\tOBJ\t\tloud\td\te\n";
  Problems problems;
  load_lexicon_tables(knowledge, files, problems);
  const std::string message = problems.to_error().message;
  for (const char* expected :
       {"frames.tsv:6: expected a set", "expected #actor or #several", "expected a mode of ASSAULT",
        "expected a code of cameo.tsv", "expected a slot such as", "expected the flag"}) {
    EXPECT_THAT(message, HasSubstr(expected));
  }
}

bool on_calendar(const std::string& date) {
  const auto number = [&](std::size_t at, std::size_t size) { return std::stoi(date.substr(at, size)); };
  return std::chrono::year_month_day(std::chrono::year(number(0, 4)),
                                     std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                     std::chrono::day(static_cast<unsigned>(number(8, 2))))
      .ok();
}

// An office has one holder at a time; else a title alone would be read as the one that stands first in the table.
TEST(Offices, HaveOneHolderAtATimeAndDatesOfTheCalendar) {
  const auto knowledge = Knowledge::load(ENTENTE_SOURCE_DIR "/knowledge");
  ASSERT_TRUE(knowledge.has_value()) << knowledge.error().to_string();
  const auto& offices = (*knowledge)->offices;
  EXPECT_GE(offices.size(), 60U);
  for (std::size_t i = 0; i < offices.size(); ++i) {
    const OfficeHolder& a = offices[i];
    EXPECT_TRUE(on_calendar(a.from)) << a.holder << " from " << a.from;
    EXPECT_TRUE(a.to.empty() || on_calendar(a.to)) << a.holder << " to " << a.to;
    for (std::size_t j = i + 1; j < offices.size(); ++j) {
      const OfficeHolder& b = offices[j];
      if (a.state != b.state || a.office != b.office) continue;
      const bool apart = (!a.to.empty() && a.to <= b.from) || (!b.to.empty() && b.to <= a.from);
      EXPECT_TRUE(apart) << a.state << " " << a.office << ": " << a.holder << " and " << b.holder << " overlap";
    }
  }
}

TEST(NameKey, FoldsCaseSpacesAndApostrophes) {
  EXPECT_EQ(name_key("Côte d’Ivoire"), name_key("CÔTE D'IVOIRE"));
  EXPECT_EQ(name_key("New  Delhi"), "newdelhi");
}

}  // namespace
}  // namespace entente
