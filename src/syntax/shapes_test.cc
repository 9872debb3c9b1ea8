#include "syntax/shapes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace entente {
namespace {

TEST(WordCase, NamesEachKind) {
  EXPECT_EQ(word_case("treaty"), WordCase::kLower);
  EXPECT_EQ(word_case("\u4e2d\u56fd"), WordCase::kLower) << "letters without case";
  EXPECT_EQ(word_case("Baku"), WordCase::kTitle);
  EXPECT_EQ(word_case("\u00c9tat"), WordCase::kTitle);
  EXPECT_EQ(word_case("O'clock"), WordCase::kTitle);
  EXPECT_EQ(word_case("NATO"), WordCase::kUpper);
  EXPECT_EQ(word_case("U.S."), WordCase::kUpper);
  EXPECT_EQ(word_case("McDonald"), WordCase::kMixed);
  EXPECT_EQ(word_case("eU"), WordCase::kMixed);
  EXPECT_EQ(word_case("I"), WordCase::kInitial);
  EXPECT_EQ(word_case("A."), WordCase::kInitial);
  EXPECT_EQ(word_case("1,200"), WordCase::kDigits);
  EXPECT_EQ(word_case("\u0663"), WordCase::kDigits) << "Arabic three";
  EXPECT_EQ(word_case("\u00b2"), WordCase::kDigits) << "superscript two";
  EXPECT_EQ(word_case("7th"), WordCase::kDigitsAndLetters);
  EXPECT_EQ(word_case("--"), WordCase::kOther);
  EXPECT_EQ(word_case("\u00bd"), WordCase::kOther) << "one half is a number but no digit";
  EXPECT_EQ(word_case(""), WordCase::kOther);
}

std::vector<int> shapes(ShapeReader& reader, const std::vector<std::string>& forms) {
  reader.start_sentence();
  std::vector<int> ids;
  for (const std::string& form : forms) ids.push_back(reader.next(form));
  return ids;
}

TEST(ShapeReader, MarksTheSentencesFirstWord) {
  ShapeReader reader;
  EXPECT_EQ(shapes(reader, {"(", "The", "Hague", ")"}), (std::vector<int>{7 + 8, 1 + 8, 1, 7}));
}

TEST(ShapeReader, QuotationsRunOverSentencesAndEndWithTheParagraph) {
  ShapeReader reader;
  EXPECT_EQ(shapes(reader, {"he", "said", "\u201c", "no"}), (std::vector<int>{8, 0, 7 + 16, 16}));
  EXPECT_EQ(shapes(reader, {"never", "\u201d", "again"}), (std::vector<int>{8 + 16, 7 + 16, 0}));
  EXPECT_EQ(shapes(reader, {"\"", "we", "agree", "\"", "he", "said"}),
            (std::vector<int>{7 + 8 + 16, 8 + 16, 16, 7 + 16, 0, 0}));
  EXPECT_EQ(shapes(reader, {"``", "open"}), (std::vector<int>{7 + 8 + 16, 8 + 16}));
  reader.start_paragraph();
  EXPECT_EQ(shapes(reader, {"closed"}), (std::vector<int>{8}));
  EXPECT_EQ(shapes(reader, {"''", "turns", "''"}), (std::vector<int>{7 + 8 + 16, 8 + 16, 7 + 16}));
  EXPECT_EQ(shapes(reader, {"\u00bb", "stray"}), (std::vector<int>{7 + 8 + 16, 8}))
      << "a closing mark counts as inside";
}

}  // namespace
}  // namespace entente
