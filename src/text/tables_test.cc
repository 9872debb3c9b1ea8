#include "text/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace entente {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

// A folder with the three tables, each as short as may be.
class TextTablesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::path(::testing::TempDir()) / ::testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::create_directories(folder_ / "text");
    write("abbreviations", "# schema: abbreviations 1\nform\tkind\nDr.\ttitle\n");
    write("tokens", "# schema: tokens 1\nkind\tform\nclitic\t's\nclitic\tn't\ncontraction\tcan not\n");
    write("sentences", "# schema: sentences 1\nkind\tform\nopener\tThe\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& table, const std::string& content) const {
    std::ofstream(folder_ / "text" / (table + ".tsv")) << content;
  }
  void expect_error(const std::string& place, const std::string& message) const {
    const auto loaded = TextTables::load(folder_.string());
    ASSERT_FALSE(loaded.has_value());
    EXPECT_EQ(loaded.error().code, ErrorCode::kBadKnowledge);
    EXPECT_THAT(loaded.error().place, EndsWith(place));
    EXPECT_THAT(loaded.error().message, HasSubstr(message));
  }

  std::filesystem::path folder_;
};

TEST_F(TextTablesTest, Loads) {
  const auto loaded = TextTables::load(folder_.string());
  ASSERT_TRUE(loaded.has_value()) << loaded.error().to_string();
  EXPECT_EQ(loaded->abbreviations.at("Dr"), AbbreviationKind::kTitle);
  EXPECT_EQ(loaded->contractions.at("cannot").front(), 3);
  EXPECT_EQ(loaded->clitics.front(), "n't") << "the longest first";
}

TEST_F(TextTablesTest, SaysWhichLineIsWrong) {
  write("tokens", "# schema: tokens 2\nkind\tform\n");
  expect_error("tokens.tsv:1", "# schema: tokens 1");
  write("tokens", "# schema: tokens 1\nform\tkind\n");
  expect_error("tokens.tsv:2", "kind, form");
  write("tokens", "# schema: tokens 1\nkind\tform\n\nverb\tgo\n");
  expect_error("tokens.tsv:4", "found verb");
  write("tokens", "# schema: tokens 1\nkind\tform\nunit\tkm\tmore\n");
  expect_error("tokens.tsv:3", "two columns");
  write("tokens", "# schema: tokens 1\nkind\tform\nunit\tkm\nunit\tkm\n");
  expect_error("tokens.tsv:4", "twice");
  write("tokens", "# schema: tokens 1\nkind\tform\ncontraction\tcannot\n");
  expect_error("tokens.tsv:3", "parts");
  write("tokens", "# schema: tokens 1\nkind\tform\nwhole\tfar-too-long\n");
  expect_error("tokens.tsv:3", "at most 8");
  write("tokens", "# schema: tokens 1\nkind\tform\nunit\t\n");
  expect_error("tokens.tsv:3", "empty");
}

TEST_F(TextTablesTest, ChecksAbbreviations) {
  write("abbreviations", "# schema: abbreviations 1\nform\tkind\nDr\ttitle\n");
  expect_error("abbreviations.tsv:3", "full stop");
  write("abbreviations", "# schema: abbreviations 1\nform\tkind\nDr.\tname\n");
  expect_error("abbreviations.tsv:3", "title, number or word");
  write("abbreviations", "# schema: abbreviations 1\n");
  expect_error("abbreviations.tsv:1", "no row");
  write("abbreviations", "# schema: abbreviations 1\nform\tkind\nDr\xff.\ttitle\n");
  expect_error("abbreviations.tsv:1", "UTF-8");
}

TEST_F(TextTablesTest, MissesAFile) {
  std::filesystem::remove(folder_ / "text" / "sentences.tsv");
  const auto loaded = TextTables::load(folder_.string());
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace entente
