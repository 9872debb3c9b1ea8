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
  EXPECT_EQ(*Knowledge::checksum_of(ENTENTE_SOURCE_DIR "/knowledge"), k.checksum);
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
  const auto before = Knowledge::checksum_of(copy.string());
  ASSERT_TRUE(before.has_value()) << before.error().to_string();
  for (const auto& entry : fs::recursive_directory_iterator(copy)) {
    if (entry.path().extension() != ".tsv") continue;
    std::ofstream(entry.path(), std::ios::app) << "\n";
    const auto after = Knowledge::checksum_of(copy.string());
    ASSERT_TRUE(after.has_value()) << after.error().to_string();
    // The tables of exports and ledgers change what is made of the records, not the records.
    const fs::path folder = entry.path().parent_path().filename();
    EXPECT_EQ(*after == *before, folder == "exports" || folder == "ledger") << entry.path();
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
  TableFiles files;
  for (const char* name : {"governors", "words", "forms"}) files["lexicon/" + std::string(name) + ".tsv"] = "";
  files["lexicon/sets/loop.tsv"] =
      "# schema: sets 1\n# version: 1\n# source: own\n# licence: Apache-2.0\nset\tlemmas\none\t@two\ntwo\tword, @one\n";
  files["lexicon/frames/a.tsv"] = head + "a\tverb\t@none\tobj=#thing\tASSAULT\tslap\t999\t\tsubj\tOBJ\t\tloud\td\te\n";
  Problems problems;
  load_lexicon_tables(knowledge, files, problems);
  const std::string message = problems.to_error().message;
  for (const char* expected :
       {"the set 'two' holds itself", "frames/a.tsv:6: expected a set", "expected #actor or #several",
        "expected a mode of ASSAULT", "expected a code of cameo.tsv", "expected a slot (", "expected the flag"}) {
    EXPECT_THAT(message, HasSubstr(expected));
  }
}

// The tables of offices are many; tools/check_actors.py finds overlaps. Here: that they are read, and that dates count.
TEST(Offices, AreReadFromAllFilesOfTheFolder) {
  const auto knowledge = Knowledge::load(ENTENTE_SOURCE_DIR "/knowledge");
  ASSERT_TRUE(knowledge.has_value()) << knowledge.error().to_string();
  EXPECT_GE((*knowledge)->offices.size(), 3000U);
  EXPECT_FALSE((*knowledge)->holders.at("FRA\tPresident").empty());
  EXPECT_EQ((*knowledge)->gender_of.at("Angela Merkel"), 'f');
}

TEST(Offices, RefusesDatesThatNoCalendarHas) {
  TableFiles files;
  const std::string head = "# version: 1\n# source: own\n# licence: Apache-2.0\n";
  files["actors/states.tsv"] =
      "# schema: states 2\n" + head +
      "code\tname\tofficial\tother_names\tadjectives\tpeople\tcapitals\tseats\tsector\trecognition\tfrom\tto\n"
      "PER\tPeru\tPeru\t\t\t\t\t\tGOV\tmember\t\t\n";
  files["actors/titles.tsv"] =
      "# schema: titles 1\n" + head + "title\tplural\trole\tsector\tkind\tdomestic\nking\t\tKing\tGOV\toffice\t\n";
  files["actors/organisations.tsv"] = "# schema: organisations 1\n" + head + "code\tname\tother_names\tkind\tsector\n";
  files["actors/members.tsv"] = "# schema: members 1\n" + head + "organisation\tstate\tfrom\tto\n";
  files["actors/offices/x.tsv"] = "# schema: offices 1\n" + head +
                                  "state\toffice\tholder\tother_names\tgender\tfrom\tto\n"
                                  "PER\tKing\tA\t\tm\t2001-02-29\t\n"
                                  "PER\tKing\tB\t\tm\t2001-05\t2001-03\n"
                                  "PER\tKing\tC\t\tm\t2001\t2001-03\n";
  Knowledge knowledge;
  Problems problems;
  load_actor_tables(knowledge, files, problems);
  const std::string message = problems.to_error().message;
  EXPECT_THAT(problems.to_error().place, HasSubstr("x.tsv:6"));
  EXPECT_THAT(message, HasSubstr("found '2001-02-29'"));
  EXPECT_THAT(message, HasSubstr("x.tsv:7: ends before it starts"));
  EXPECT_THAT(message, ::testing::Not(HasSubstr("x.tsv:8")));
}

TEST(NameKey, FoldsCaseSpacesAndApostrophes) {
  EXPECT_EQ(name_key("Côte d’Ivoire"), name_key("CÔTE D'IVOIRE"));
  EXPECT_EQ(name_key("New  Delhi"), "newdelhi");
}

}  // namespace
}  // namespace entente
