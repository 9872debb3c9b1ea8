#include "intake/plain_text.h"

#include <gtest/gtest.h>

#include "intake/test_util.h"

namespace entente {
namespace {

Article read_one(const std::string& bytes) {
  auto all = collect_bytes(bytes);
  EXPECT_EQ(all.size(), 1U);
  EXPECT_TRUE(all.at(0).has_value()) << all[0].error().to_string();
  return all[0] ? *all[0] : Article();
}

TEST(PlainText, IsTheTextWithUnixLineEnds) {
  const Article article = read_one(std::string("\r\n") + kEnglish + "\r\n\r\nSecond paragraph.\r\n");
  EXPECT_EQ(article.text, std::string(kEnglish) + "\n\nSecond paragraph.");
  EXPECT_EQ(article.source, "in");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.title, std::nullopt);
}

TEST(PlainText, ReadsAHead) {
  const Article article = read_one(std::string("Title: Border opens\nDate: 5 March 2024\nSource: Courier\n"
                                               "URL: https://courier.example/1\nAuthor: L. Moor\n\n") +
                                   kEnglish);
  EXPECT_EQ(article.title, "Border opens");
  EXPECT_EQ(article.published, "2024-03-05");
  EXPECT_EQ(article.publisher, "Courier");
  EXPECT_EQ(article.url, "https://courier.example/1");
  EXPECT_EQ(article.text, kEnglish);
}

TEST(PlainText, AnImpossibleDateInTheHeadHasItsLine) {
  const auto all = collect_bytes(std::string("Title: Border opens\nDate: 31 June 2024\n\n") + kEnglish);
  expect_error(all.at(0), ErrorCode::kBadFormat, "in:2", "31 June 2024");
}

TEST(PlainText, LinesThatOnlyLookLikeAHeadStayText) {
  const std::string text = std::string("Source: nobody knows\nThe minister: we shall see\n\n") + kEnglish;
  EXPECT_EQ(read_one(text).text, text);
}

TEST(PlainText, TakesAShortFirstLineAsTitle) {
  const Article article = read_one(std::string("Ministers agree on border\n\n") + kEnglish);
  EXPECT_EQ(article.title, "Ministers agree on border");
  EXPECT_EQ(article.text, kEnglish);
}

TEST(PlainText, TakesNoSentenceAndNoDatelineAsTitle) {
  for (const char* line : {"The ministers agreed on the border.", "MOSCOW, Feb 22 (Agency) -", "He said:", "Moscow",
                           "\u201CWe shall see.\u201D"}) {
    const std::string text = std::string(line) + "\n\n" + kEnglish;
    const Article article = read_one(text);
    EXPECT_EQ(article.title, std::nullopt) << line;
    EXPECT_EQ(article.text, text);
  }
}

TEST(PlainText, TheDatelineDatesTheArticleWhenNothingElseDoes) {
  const std::string body = "BAKU, April 1, 2024 (Agency) - The ministers met in the capital and signed an accord.";
  const Article dated = read_one(body);
  EXPECT_EQ(dated.published, "2024-04-01");
  ASSERT_TRUE(dated.dateline.has_value());
  EXPECT_EQ(dated.dateline->place, "BAKU");
  EXPECT_EQ(dated.text, body);
  EXPECT_EQ(read_one("Date: 2024-04-02\n\n" + body).published, "2024-04-02");
  const Article no_year = read_one("BAKU, April 1 (Agency) - The ministers met in the capital and signed an accord.");
  EXPECT_EQ(no_year.published, std::nullopt);
  EXPECT_EQ(no_year.dateline->date_text, "April 1");
}

TEST(PlainText, IsNotTakenForJsonOrHtml) {
  for (const std::string start :
       {"{{NPOV}} is a mark. ", "[Updated] ", "<A> and <B> are classes. ", "{ see below } "}) {
    EXPECT_EQ(read_one(start + kEnglish).text, start + kEnglish);
  }
}

}  // namespace
}  // namespace entente
