#include "syntax/wordpiece.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace entente {
namespace {

using testing::ElementsAre;

const std::vector<std::string>& entries() {
  static const std::vector<std::string> kEntries = {
      "[UNK]", "[CLS]",  "sign",   "##ed", "##ing", "un",     "##sign", ".",      "u", "s",    "zelens", "##ky",
      "'",     "\u4e2d", "\u56fd", "##s",  "co",    "##cote", "-",      "\u2014", "c", "##te", "\u00df", "\u03c3"};
  return kEntries;
}

const std::string& vocabulary() {
  static const std::string kText = [] {
    std::string text;
    for (const std::string& entry : entries()) text += entry + "\n";
    return text;
  }();
  return kText;
}

std::vector<std::string> cut(const std::string& word, int most = 8) {
  const Result<WordPiece> wordpiece = WordPiece::load(vocabulary(), static_cast<int>(entries().size()), most, "f");
  EXPECT_TRUE(wordpiece);
  std::vector<std::int32_t> ids;
  wordpiece->cut(word, ids);
  std::vector<std::string> out;
  for (const std::int32_t id : ids) out.push_back(entries()[static_cast<std::size_t>(id)]);
  return out;
}

TEST(WordPiece, TakesTheLongestMatchFromTheLeft) {
  EXPECT_THAT(cut("sign"), ElementsAre("sign"));
  EXPECT_THAT(cut("unsigned"), ElementsAre("un", "##sign", "##ed"));
  EXPECT_THAT(cut("Signing"), ElementsAre("sign", "##ing"));
  EXPECT_THAT(cut("Zelensky"), ElementsAre("zelens", "##ky"));
}

TEST(WordPiece, AWordWithoutCoverIsUnknownInWhole) {
  EXPECT_THAT(cut("signxed"), ElementsAre("[UNK]"));
  EXPECT_THAT(cut("ed"), ElementsAre("[UNK]")) << "##ed does not begin a word";
  EXPECT_THAT(cut("sign.q"), ElementsAre("sign", ".", "[UNK]"));
}

TEST(WordPiece, PunctuationAndCjkStandAlone) {
  EXPECT_THAT(cut("U.S."), ElementsAre("u", ".", "s", "."));
  EXPECT_THAT(cut("'s"), ElementsAre("'", "s"));
  EXPECT_THAT(cut("sign\u2014un"), ElementsAre("sign", "\u2014", "un"));
  EXPECT_THAT(cut("\u4e2d\u56fdsign"), ElementsAre("\u4e2d", "\u56fd", "sign"));
}

TEST(WordPiece, DropsAccentsCaseAndControlCharacters) {
  EXPECT_THAT(cut("c\u00f4te"), ElementsAre("co", "##te")) << "one code point";
  EXPECT_THAT(cut("co\u0302te"), ElementsAre("co", "##te")) << "letter and combining mark";
  EXPECT_THAT(cut("S\u0130GN"), ElementsAre("sign")) << "the dot above is a mark of its own once decomposed";
  EXPECT_THAT(cut("\u00df"), ElementsAre("\u00df"));
  EXPECT_THAT(cut("\u03a3"), ElementsAre("\u03c3"));
  EXPECT_THAT(cut("si\u200bgn"), ElementsAre("sign"));
  EXPECT_THAT(cut("si\x02gn\x7f"), ElementsAre("sign"));
}

TEST(WordPiece, NeverGivesNothing) {
  EXPECT_THAT(cut(""), ElementsAre("[UNK]"));
  EXPECT_THAT(cut("\x01"), ElementsAre("[UNK]"));
  EXPECT_THAT(cut(" \t"), ElementsAre("[UNK]"));
  EXPECT_THAT(cut("\xff\xfe"), ElementsAre("[UNK]")) << "not UTF-8";
}

TEST(WordPiece, KeepsTheFirstSubwords) {
  EXPECT_THAT(cut("unsigned", 2), ElementsAre("un", "##sign"));
  EXPECT_THAT(cut("...", 2), ElementsAre(".", "."));
  EXPECT_THAT(cut("unsignedq", 2), ElementsAre("[UNK]")) << "the part that is not kept still decides";
}

TEST(WordPiece, AHundredCodePointsAreTheMost) {
  const std::string many(99, 's');
  EXPECT_EQ(cut("s" + many).size(), 8U);
  EXPECT_THAT(cut("ss" + many), ElementsAre("[UNK]"));
  EXPECT_THAT(cut("ss" + many + "."), ElementsAre("[UNK]", "."));
}

TEST(WordPiece, RefusesVocabulariesThatDoNotFit) {
  const auto message = [](const std::string& text, int size) {
    const Result<WordPiece> wordpiece = WordPiece::load(text, size, 8, "f");
    return wordpiece ? "no error" : wordpiece.error().to_string();
  };
  EXPECT_EQ(message("[UNK]\n[CLS]\na", 3), "no error");
  EXPECT_EQ(message("[UNK]\n[CLS]\na\n", 4),
            "f: vocabulary line 4: vocabulary: fewer entries than the embeddings have rows");
  EXPECT_EQ(message("[UNK]\n[CLS]\na\n", 2),
            "f: vocabulary line 3: vocabulary: more entries than the embeddings have rows");
  EXPECT_EQ(message("[UNK]\n[CLS]\n\na\n", 4), "f: vocabulary line 3: vocabulary: an entry is empty or too long");
  EXPECT_EQ(message("[UNK]\n[CLS]\na\na\n", 4), "f: vocabulary line 4: vocabulary: an entry stands in it twice");
  EXPECT_EQ(message("[UNK]\n[CLS]\n\xff\n", 3), "f: vocabulary line 3: vocabulary: an entry is not UTF-8");
  EXPECT_EQ(message("[UNK]\na\n", 2), "f: vocabulary line 3: vocabulary: [CLS] or [UNK] is missing");
}

}  // namespace
}  // namespace entente
