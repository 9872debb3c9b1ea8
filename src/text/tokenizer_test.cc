#include "text/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "base/text_index.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

const Tokenizer& tokenizer() {
  static const auto kLoaded = Tokenizer::load(ENTENTE_SOURCE_DIR "/knowledge");
  if (!kLoaded.has_value()) ADD_FAILURE() << kLoaded.error().to_string();
  return *kLoaded.value();
}

Document document(const std::string& text) {
  Article article;
  article.text = text;
  return tokenizer().tokenize(article);
}

// Tokens apart by spaces, words of a multiword token by '+'; one string a sentence.
std::vector<std::string> sentences(const std::string& text) {
  const Document cut = document(text);
  std::vector<std::string> out;
  for (const Sentence& sentence : cut.sentences) {
    std::string line;
    for (std::int32_t i = sentence.tokens.begin.value; i < sentence.tokens.end.value; ++i) {
      const Token& token = cut.tokens[static_cast<std::size_t>(i)];
      if (i > sentence.tokens.begin.value) line += token.multiword == 0 ? '+' : ' ';
      line += token.form;
    }
    out.push_back(line);
  }
  return out;
}

std::string tokens(const std::string& text) {
  std::string out;
  for (const std::string& sentence : sentences(text)) {
    if (!out.empty()) out += " / ";
    out += sentence;
  }
  return out;
}

TEST(Tokens, CutsClitics) {
  EXPECT_EQ(tokens("They don't, can't and won't say he'd've gone"),
            "They do+n't , ca+n't and wo+n't say he+'d+'ve gone");
  EXPECT_EQ(tokens("It’s Oslo’s offer, isn’t it"), "It+’s Oslo+’s offer , is+n’t it");
  EXPECT_EQ(tokens("We'll cannot gonna DON'T"), "We+'ll can+not gon+na DO+N'T");
  EXPECT_EQ(tokens("the ministers' view of James' plan and the 1930's"),
            "the ministers+' view of James+' plan and the 1930+'s");
  EXPECT_EQ(tokens("Mr O'Brien met Sha'lan at five o'clock"), "Mr O'Brien met Sha'lan at five o'clock");
}

TEST(Tokens, CutsCliticsAfterMarks) {
  EXPECT_EQ(tokens("the U.S.'s and Acme Inc.’s view"), "the U.S.+'s and Acme Inc.+’s view");
  EXPECT_EQ(tokens("the Alliance (AAA)'s view of \"Unity\"'s plan"),
            "the Alliance ( AAA ) 's view of \" Unity \" 's plan");
}

TEST(Tokens, TellsQuotesFromApostrophes) {
  EXPECT_EQ(tokens("He called it 'a deal', she 'the end'."), "He called it ' a deal ' , she ' the end ' .");
  EXPECT_EQ(tokens("the '90s and ’05, rock 'n' roll"), "the '90s and ’05 , rock 'n' roll");
  EXPECT_EQ(tokens("``Yes,'' he said"), "`` Yes , '' he said");
}

TEST(Tokens, CutsHyphensButForPrefixes) {
  EXPECT_EQ(tokens("a 7-page non-binding, co-signed U.N.-backed text"),
            "a 7 - page non-binding , co-signed U.N. - backed text");
  EXPECT_EQ(tokens("ex-president, pre-2015, UN-led, mid-March"), "ex-president , pre-2015 , UN - led , mid-March");
  EXPECT_EQ(tokens("talks -- or not – and—so"), "talks -- or not – and — so");
}

TEST(Tokens, KeepsNumbersAndCutsUnits) {
  EXPECT_EQ(tokens("$3.5m, €20bn, US$5 million and 5.5%"), "$ 3.5 m , € 20 bn , US$ 5 million and 5.5 %");
  EXPECT_EQ(tokens("1,250,000 of 13,14 at 10:30am, the 20th, 5km"),
            "1,250,000 of 13 , 14 at 10:30 am , the 20th , 5 km");
  EXPECT_EQ(tokens("2016-17 and 3-2 but 202-555-0143 and 555-0143"),
            "2016 - 17 and 3 - 2 but 202-555-0143 and 555-0143");
  EXPECT_EQ(tokens("9/11, 24/7 and/or .5 ° #3"), "9/11 , 24/7 and / or .5 ° # 3");
}

TEST(Tokens, KeepsAddressesAndTags) {
  EXPECT_EQ(tokens("See http://example.org/a-b?x=1, www.example.org/c."),
            "See http://example.org/a-b?x=1 , www.example.org/c .");
  EXPECT_EQ(tokens("write to press.office@mfa-example.org; mfa.gov.uk (example.com)"),
            "write to press.office@mfa-example.org ; mfa.gov.uk ( example.com )");
  EXPECT_EQ(tokens("#talks2024 by @un_office :-) ok"), "#talks2024 by @un_office :-) ok");
}

TEST(Tokens, KeepsAbbreviations) {
  EXPECT_EQ(tokens("Gen. J.P. Ruiz of the U.S. met Dr. Lee on Feb. 5 at 4 p.m. in St. Ives."),
            "Gen. J.P. Ruiz of the U.S. met Dr. Lee on Feb. 5 at 4 p.m. in St. Ives .");
  EXPECT_EQ(tokens("No. 5 on the list said no. 7 left, e.g. Lee etc. and A. B. Ruiz"),
            "No. 5 on the list said no. 7 left , e.g. Lee etc. and A. B. Ruiz");
  EXPECT_EQ(tokens("the case Ruiz v. Lee, pp. 4-5 and a.m."), "the case Ruiz v. Lee , pp. 4 - 5 and a.m.");
  EXPECT_EQ(tokens("GENEVA, FEB. 3 (AT&T)"), "GENEVA , FEB. 3 ( AT&T )");
}

TEST(Sentences, EndAtStops) {
  EXPECT_THAT(sentences("He said no. She left! Why? Nobody knows..."),
              ElementsAre("He said no .", "She left !", "Why ?", "Nobody knows ..."));
  EXPECT_THAT(sentences("They met in the U.S. The visit ended at 5 p.m. on Monday."),
              ElementsAre("They met in the U.S.", "The visit ended at 5 p.m. on Monday ."));
  EXPECT_THAT(sentences("U.S. President Ana Ruiz and Lee Jr. Spoke."),
              ElementsAre("U.S. President Ana Ruiz and Lee Jr. Spoke ."));
  EXPECT_THAT(sentences("It is over.Then they left."), ElementsAre("It is over .", "Then they left ."));
  EXPECT_THAT(sentences("He waited... and left. iPhones rang."),
              ElementsAre("He waited ... and left .", "iPhones rang ."));
}

TEST(Sentences, KeepQuotationsWithTheirSpeaker) {
  EXPECT_THAT(sentences("\"It is over,\" he said. \"Really?\" she asked. \"Yes.\" He left."),
              ElementsAre("\" It is over , \" he said .", "\" Really ? \" she asked .", "\" Yes . \"", "He left ."));
  EXPECT_THAT(sentences("“Who pays?” Foreign Minister Ana Ruiz asked. “Not us!” The talks ended."),
              ElementsAre("“ Who pays ? ” Foreign Minister Ana Ruiz asked .", "“ Not us ! ”", "The talks ended ."));
  EXPECT_THAT(sentences("(They agreed.) He left. [1] She stayed.[2][3] All slept."),
              ElementsAre("( They agreed . )", "He left . [ 1 ]", "She stayed . [ 2 ] [ 3 ]", "All slept ."));
  EXPECT_THAT(sentences("He wrote: 'No.' They read it."), ElementsAre("He wrote : ' No . '", "They read it ."));
}

TEST(Sentences, KeepListNumbersAndDatelines) {
  EXPECT_THAT(sentences("1. Borders are respected. 2. Trade goes on."),
              ElementsAre("1. Borders are respected .", "2. Trade goes on ."));
  EXPECT_THAT(sentences("TBILISI, Jan. 4 (Agency) - The talks began."),
              ElementsAre("TBILISI , Jan. 4 ( Agency ) - The talks began ."));
}

TEST(Paragraphs, BlankLinesAlwaysEndSentences) {
  const Document cut = document("Talks resume\n \r\nThe sides met\n\nand left.");
  ASSERT_EQ(cut.sentences.size(), 3U);
  for (const Sentence& sentence : cut.sentences) EXPECT_TRUE(sentence.starts_paragraph);
}

TEST(Paragraphs, JoinsWrappedLinesOnly) {
  EXPECT_THAT(
      sentences("Talks resume in the capital\n"
                "The foreign ministers of the two states met on Tuesday for the first time since\n"
                "the border was closed, officials said, and agreed to meet once more before the\n"
                "summit. No date was set."),
      ElementsAre(
          "Talks resume in the capital",
          "The foreign ministers of the two states met on Tuesday for the first time since the border was closed , "
          "officials said , and agreed to meet once more before the summit .",
          "No date was set ."));
  EXPECT_THAT(sentences("Ministers meet in Riga\nTrade tops the agenda\nBy Ana Ruiz"),
              ElementsAre("Ministers meet in Riga", "Trade tops the agenda", "By Ana Ruiz"));
}

TEST(Tokenizer, CoversEveryCodePointOnce) {
  const std::string text =
      " \u00a0Größe\u200b, 東京都\u3000!? \U0001F600\U0001F600 a\u0301 \x01\u2028\"'`~^|<>\\ don\u2019t\t$";
  const Document cut = document(text);
  const TextIndex index(text);
  std::vector<int> covered(static_cast<std::size_t>(index.code_point_count()), 0);
  for (const Token& token : cut.tokens) {
    EXPECT_EQ(token.form, index.slice(token.span));
    for (std::int32_t i = token.span.begin.value; i < token.span.end.value; ++i) ++covered[static_cast<std::size_t>(i)];
  }
  for (std::int32_t i = 0; i < index.code_point_count(); ++i) {
    const char32_t c = index.at({i});
    const bool space = c == ' ' || c == 0xA0 || c == 0x3000 || c == 0x2028 || c == '\t';
    EXPECT_EQ(covered[static_cast<std::size_t>(i)], space ? 0 : 1) << "code point " << i;
  }
  EXPECT_EQ(cut.article.text, text);
}

TEST(Tokenizer, MarksSpacesAndSpans) {
  const Document cut = document("Élan (won’t) end.");
  ASSERT_EQ(cut.tokens.size(), 7U);
  EXPECT_EQ(cut.tokens[2].span, CodePointSpan(6, 8));
  EXPECT_EQ(cut.tokens[3].span, CodePointSpan(8, 11));
  EXPECT_TRUE(cut.tokens[0].space_after);
  EXPECT_FALSE(cut.tokens[1].space_after);
  EXPECT_EQ(cut.tokens[2].multiword, 2);
  EXPECT_EQ(cut.tokens[3].multiword, 0);
  EXPECT_TRUE(cut.tokens[6].space_after) << "the text's end";
  EXPECT_EQ(cut.sentences.at(0).span, CodePointSpan(0, 17));
}

TEST(Tokenizer, CutsSentencesWithoutEnd) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += i == 349 ? "and; " : i % 300 == 299 ? "then, " : "on ";
  const Document cut = document(text);
  ASSERT_GT(cut.sentences.size(), 12U);
  for (const Sentence& sentence : cut.sentences) EXPECT_LE(sentence.tokens.size(), 400);
  EXPECT_EQ(cut.tokens[static_cast<std::size_t>(cut.sentences[0].tokens.end.value) - 1].form, ";");
  EXPECT_TRUE(cut.sentences[0].forced_end);
  EXPECT_FALSE(cut.sentences.back().forced_end);
  std::string clitics;
  for (int i = 0; i < 500; ++i) clitics += "can't ";
  for (const Sentence& sentence : document("so " + clitics).sentences) {
    EXPECT_NE(document("so " + clitics).tokens[static_cast<std::size_t>(sentence.tokens.begin.value)].multiword, 0);
    if (sentence.forced_end) break;
  }
}

TEST(Tokenizer, TakesEmptyAndBlankTexts) {
  EXPECT_TRUE(document("").sentences.empty());
  EXPECT_TRUE(document(" \n\t\r\n").tokens.empty());
}

// A chunk may be the whole text: no pattern may take time that grows with the square of its length.
TEST(Tokenizer, TakesLongChunksInLinearTime) {
  for (const std::string& pattern :
       {std::string(")"), std::string("a-"), std::string("1-"), std::string("aa.Aa."), std::string("a."),
        std::string("'"), std::string(":)"), std::string("a@("), std::string("non-"), std::string("1,"),
        std::string("a.com/)"), std::string("\"?"), std::string("$1")}) {
    std::string text;
    while (text.size() < 400000) text += pattern;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_FALSE(document(text).tokens.empty());
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    EXPECT_LT(seconds, 5) << pattern;
  }
}

}  // namespace
}  // namespace entente
