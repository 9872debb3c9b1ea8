#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/formats.h"
#include "formats/conllu.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

std::string row(std::string_view id, std::string_view form, std::string_view head, std::string_view deprel,
                std::string_view misc = "_") {
  std::string line;
  for (const std::string_view column : {id, form, form, std::string_view("X"), std::string_view("XX"),
                                        std::string_view("_"), head, deprel, std::string_view("_"), misc}) {
    if (!line.empty()) line += '\t';
    line += column;
  }
  line += '\n';
  return line;
}

std::string range(std::string_view id, std::string_view form, std::string_view misc = "_") {
  return std::string(id) + "\t" + std::string(form) + "\t_\t_\t_\t_\t_\t_\t_\t" + std::string(misc) + "\n";
}

std::string sample() {
  return "# newdoc id = talks\n# newpar\n# text = Oslo won't host.\n" +
         row("1", "Oslo", "4", "nsubj", "Name=B-LOC|Source=B") + range("2-3", "won't") +
         row("2", "wo", "4", "aux", "Cue=B") + row("3", "n't", "4", "advmod", "Cue=I") +
         row("4", "host", "0", "root", "Content=B|SpaceAfter=No") + row("5", ".", "4", "punct") + "\n" +
         "# newpar id = p2\n" + row("1", "José", "0", "root", "Name=B-PER") +
         row("2", "Ruiz", "1", "flat", "Name=I-PER|SpaceAfter=No") + row("3", "!", "1", "punct", "SpaceAfter=No") +
         "\n" + row("1", "Later", "0", "root") + "\n# newdoc id = other\n" + row("1", "End", "0", "root") + "\n";
}

TEST(ConlluRead, RebuildsTextSpansAndTrees) {
  const auto read = read_conllu(sample(), "t.conllu");
  ASSERT_TRUE(read.has_value()) << read.error().to_string();
  ASSERT_EQ(read->size(), 2U);
  const ParsedDocument& parsed = read->front();
  EXPECT_EQ(parsed.document.article.id, "talks");
  EXPECT_EQ(parsed.document.article.text, "Oslo won't host.\n\nJosé Ruiz!Later");
  ASSERT_EQ(parsed.document.tokens.size(), 9U);
  EXPECT_EQ(parsed.document.tokens[1].span, CodePointSpan(5, 7));
  EXPECT_EQ(parsed.document.tokens[2].span, CodePointSpan(7, 10));
  EXPECT_EQ(parsed.document.tokens[1].multiword, 2);
  EXPECT_EQ(parsed.document.tokens[2].multiword, 0);
  EXPECT_FALSE(parsed.document.tokens[1].space_after);
  EXPECT_TRUE(parsed.document.tokens[2].space_after);
  EXPECT_EQ(parsed.document.tokens[5].span, CodePointSpan(18, 22)) << "é counts one";
  EXPECT_EQ(parsed.words[0].head, 3);
  EXPECT_EQ(parsed.words[3].head, -1);
  EXPECT_EQ(parsed.words[6].head, 5) << "heads index the document's tokens";
  ASSERT_EQ(parsed.document.sentences.size(), 3U);
  EXPECT_TRUE(parsed.document.sentences[1].starts_paragraph);
  EXPECT_FALSE(parsed.document.sentences[2].starts_paragraph);
  EXPECT_EQ(parsed.document.sentences[1].span, CodePointSpan(18, 28));
  EXPECT_EQ(read->at(1).document.article.text, "End");
}

TEST(ConlluRead, ReadsNamesAndAttribution) {
  const auto read = read_conllu(sample(), "t.conllu");
  ASSERT_TRUE(read.has_value()) << read.error().to_string();
  const ParsedDocument& parsed = read->front();
  ASSERT_EQ(parsed.names.size(), 2U);
  EXPECT_EQ(parsed.names[0].type, NameType::kPlace);
  EXPECT_EQ(parsed.names[1].tokens, TokenSpan(5, 7));
  ASSERT_EQ(parsed.attributions.size(), 3U);
  EXPECT_EQ(parsed.attributions[1].role, AttributionRole::kCue);
  EXPECT_EQ(parsed.attributions[1].tokens, TokenSpan(1, 3));
}

TEST(ConlluWrite, IsReadBackTheSame) {
  const auto first = read_conllu(sample(), "t.conllu");
  ASSERT_TRUE(first.has_value());
  const std::string written = write_conllu(first->front());
  EXPECT_THAT(written, HasSubstr("2-3\twon't\t_\t"));
  EXPECT_THAT(written, HasSubstr("# text = Oslo won't host.\n"));
  EXPECT_THAT(written, HasSubstr("Content=B|SpaceAfter=No\n"));
  const auto second = read_conllu(written, "u.conllu");
  ASSERT_TRUE(second.has_value()) << second.error().to_string();
  ASSERT_EQ(second->size(), 1U);
  EXPECT_EQ(second->front().document.article.text, first->front().document.article.text);
  EXPECT_EQ(second->front().attributions.size(), 3U);
  EXPECT_EQ(write_conllu(second->front()), written);
}

TEST(ConlluWrite, KeepsColumnsWholeWhateverTheText) {
  ParsedDocument parsed;
  parsed.document.article.id = "a\nb";
  parsed.document.article.text = "a\tb c";
  parsed.document.tokens = {{{0, 3}, "a\tb", true, 1}, {{4, 5}, "", true, 1}};
  parsed.document.sentences = {{{0, 2}, {0, 5}, true, false}};
  const auto read = read_conllu(write_conllu(parsed), "t.conllu");
  ASSERT_TRUE(read.has_value()) << read.error().to_string();
  EXPECT_EQ(read->front().document.tokens[0].form, "a b");
  EXPECT_EQ(read->front().words[0].deprel, "") << "not parsed: underscores";
}

TEST(ConlluRead, DropsEmptyNodesAndTakesWindowsLines) {
  const std::string bytes =
      "\xEF\xBB\xBF" + row("1", "a", "0", "root") + "1.1\tx\t_\t_\t_\t_\t_\t_\t1:dep\t_\n" + row("2", "b", "1", "dep");
  std::string windows;
  for (const char c : bytes) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const auto read = read_conllu(windows, "t.conllu");
  ASSERT_TRUE(read.has_value()) << read.error().to_string();
  EXPECT_EQ(read->front().document.tokens.size(), 2U);
}

TEST(ConlluRead, SharesOutAMultiwordThatItsWordsDoNotSpell) {
  const auto read =
      read_conllu(range("1-2", "du") + row("1", "de", "0", "root") + row("2", "le", "1", "det") + "\n", "t.conllu");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->front().document.article.text, "du");
  EXPECT_EQ(read->front().document.tokens[0].span, CodePointSpan(0, 1));
  EXPECT_EQ(read->front().document.tokens[1].span, CodePointSpan(1, 2));
}

TEST(ConlluRead, SaysWhichLineIsWrong) {
  const std::string good = row("1", "a", "0", "root");
  const struct {
    std::string bytes;
    std::string place, message;
  } cases[] = {
      {good + "2\tb\n", "t:2", "10 columns"},
      {good + row("3", "b", "1", "dep"), "t:2", "expected id 2"},
      {good + row("2", "b", "7", "dep") + "\n" + good, "t:2", "head 7"},
      {good + row("2", "b", "-1", "dep"), "t:2", "head"},
      {good + row("2", "b", "99999999999", "dep"), "t:2", "head"},
      {row("1", "a", "1", "root"), "t:1", "head"},
      {range("1-3", "ab") + good + "\n", "t:3", "ends before word 3"},
      {range("1-900", "ab") + good, "t:1", "at most"},
      {range("2-3", "ab") + good, "t:1", "next id"},
      {good + "5.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", "t:2", "empty node"},
      {row("1", "", "0", "root"), "t:1", "empty"},
      {"# note\n" + row("1", "a\xff", "0", "root"), "t:2", "UTF-8"},
      {row("1", "a", "0", "root", "Name=B-CAT"), "t:1", "Name=B-"},
      {row("1", "a", "0", "root", "Cue=yes"), "t:1", "Cue=B"},
      {"# newdoc\n\n", "t", "no sentence"},
      {"", "t", "no sentence"},
  };
  for (const auto& each : cases) {
    const auto read = read_conllu(each.bytes, "t");
    ASSERT_FALSE(read.has_value()) << each.bytes;
    EXPECT_EQ(read.error().place, each.place) << each.bytes;
    EXPECT_THAT(read.error().message, HasSubstr(each.message));
  }
}

TEST(ConlluRead, ToleratesCycles) {
  EXPECT_TRUE(read_conllu(row("1", "a", "2", "dep") + row("2", "b", "1", "dep"), "t").has_value());
}

TEST(ConlluMisc, FindsWholeKeysOnly) {
  EXPECT_EQ(conllu_misc("XName=1|Name=B-PER", "Name"), "B-PER");
  EXPECT_EQ(conllu_misc("_", "Name"), "");
}

}  // namespace
}  // namespace entente
