#include <gmock/gmock.h>

#include "base/hash.h"
#include "intake/test_util.h"

namespace entente {
namespace {

TEST(Jsonl, ReadsTheFieldsOfTheContract) {
  const auto all = collect_bytes(
      R"({"id": "a-1", "text": "The ministers met.\nThey signed.", "title": "Talks", "published": "2024-03-05T10:00:00Z",)"
      R"( "publisher": "Courier", "url": "https://courier.example/1", "language": "en", "extra": {"deep": [1, null]}})");
  ASSERT_EQ(all.size(), 1U);
  ASSERT_TRUE(all[0].has_value()) << all[0].error().to_string();
  const Article& article = *all[0];
  EXPECT_EQ(article.id, "a-1");
  EXPECT_EQ(article.text, "The ministers met.\nThey signed.");
  EXPECT_EQ(article.title, "Talks");
  EXPECT_EQ(article.published, "2024-03-05T10:00:00Z");
  EXPECT_EQ(article.publisher, "Courier");
  EXPECT_EQ(article.url, "https://courier.example/1");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.source, "in:1");
}

TEST(Jsonl, ReadsOtherNames) {
  for (const char* text : {"body", "content", "event_text"}) {
    for (const char* date : {"date", "pub_date"}) {
      const auto all = collect_bytes(std::string("{\"") + text + "\": \"The ministers met.\", \"" + date +
                                     "\": \"5 March 2024\", \"headline\": \"Talks\", \"source\": \"Courier\"}");
      ASSERT_TRUE(all.at(0).has_value()) << all[0].error().to_string();
      EXPECT_EQ(all[0]->text, "The ministers met.");
      EXPECT_EQ(all[0]->published, "2024-03-05");
      EXPECT_EQ(all[0]->title, "Talks");
      EXPECT_EQ(all[0]->publisher, "Courier");
    }
  }
}

TEST(Jsonl, TheContractsOwnNameCountsBeforeOthersInAnyOrder) {
  const auto all = collect_bytes(
      "{\"body\": \"Other.\", \"text\": \"The ministers met.\", \"content\": \"Third.\"}\n"
      "{\"text\": \"The ministers met.\", \"body\": \"Other.\"}\n"
      "{\"text\": null, \"content\": \"Third.\", \"body\": \"The ministers met.\"}\n");
  ASSERT_EQ(all.size(), 3U);
  for (const auto& article : all) {
    ASSERT_TRUE(article.has_value());
    EXPECT_EQ(article->text, "The ministers met.");
  }
}

TEST(Jsonl, TakesNumbersAsIdsAndDates) {
  const auto all = collect_bytes(
      "{\"id\": 18446744073709551615, \"text\": \"They met.\", \"date\": 20240305}\n"
      "{\"id\": -7, \"text\": \"They met.\", \"date\": 1709632800}\n"
      "{\"id\": 1.5, \"text\": \"They met.\", \"date\": \"\"}\n");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0]->id, "18446744073709551615");
  EXPECT_EQ(all[0]->published, "2024-03-05");
  EXPECT_EQ(all[1]->id, "-7");
  EXPECT_EQ(all[1]->published, "2024-03-05T10:00:00Z");
  EXPECT_EQ(all[2]->id, "1.5");
  EXPECT_EQ(all[2]->published, std::nullopt);
}

TEST(Jsonl, GivesStableIdsWhereTheCallerHasNone) {
  const auto all = collect_bytes(
      "{\"text\": \"They met.\"}\n{\"text\": \"They met.\", \"url\": \"https://a.example/\"}\n{\"id\": \"\", \"text\": "
      "\"They met.\"}");
  EXPECT_EQ(all.at(0)->id, short_id("art", "They met."));
  EXPECT_EQ(all.at(1)->id, short_id("art", "https://a.example/"));
  EXPECT_EQ(all.at(2)->id, all[0]->id);
}

TEST(Jsonl, PassesOverBlankLinesMarkAndCarriageReturns) {
  const auto all = collect_bytes("\xEF\xBB\xBF{\"text\": \"They met.\"}\r\n\r\n  \n{\"text\": \"They left.\"}\r\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0]->text, "They met.");
  EXPECT_EQ(all[1]->source, "in:4");
}

TEST(Jsonl, LeavesTheTextAsTheCallerHasIt) {
  const auto all = collect_bytes("{\"text\": \"  They met.\\r\\nThey left.  \"}");
  EXPECT_EQ(all.at(0)->text, "  They met.\r\nThey left.  ");
}

TEST(Jsonl, WrongLinesAreErrorsAndTheNextOnesAreRead) {
  const auto all = collect_bytes(
      "{\"text\": 5}\n"
      "{\"title\": \"No text\"}\n"
      "{\"text\": \"\"}\n"
      "{\"text\": \"They met.\", \"published\": \"2024-02-30\"}\n"
      "{\"text\": \"They met.\", \"url\": [1]}\n"
      "{\"text\": \"They met.\n"
      "[1, 2]\n"
      "{\"text\": \"They\\u0000 met.\"}\n"
      "{\"text\": \"They met.\", \"id\": true}\n"
      "{\"text\": \"They met.\", \"published\": {}}\n"
      "{\"text\": \"They met.\"}\n");
  ASSERT_EQ(all.size(), 11U);
  expect_error(all[0], ErrorCode::kBadFormat, "in:1", "field \"text\": expected a string, found a number");
  expect_error(all[1], ErrorCode::kBadFormat, "in:2", "field \"text\" is missing");
  expect_error(all[2], ErrorCode::kEmpty, "in:3", "no text");
  expect_error(all[3], ErrorCode::kBadFormat, "in:4", "\"2024-02-30\" is no date");
  expect_error(all[4], ErrorCode::kBadFormat, "in:5", "field \"url\": expected a string, found an array");
  expect_error(all[5], ErrorCode::kBadFormat, "in:6", "broken JSON");
  expect_error(all[6], ErrorCode::kBadFormat, "in:7", "found an array");
  expect_error(all[7], ErrorCode::kBadEncoding, "in:8", "NUL");
  expect_error(all[8], ErrorCode::kBadFormat, "in:9", "field \"id\"");
  expect_error(all[9], ErrorCode::kBadFormat, "in:10", "field \"published\"");
  EXPECT_TRUE(all[10].has_value());
}

TEST(Jsonl, ALineOfTenMegabytesIsRefusedAndTheNextOneRead) {
  const std::string huge = "{\"text\": \"" + std::string(10U << 20U, 'x') + "\"}";
  const auto all = collect_bytes("{\"text\": \"They met.\"}\n" + huge + "\n{\"text\": \"They left.\"}\n" + huge);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_TRUE(all[0].has_value());
  expect_error(all[1], ErrorCode::kTooLarge, "in:2", "line longer than the limit");
  ASSERT_TRUE(all[2].has_value());
  EXPECT_EQ(all[2]->source, "in:3");
  expect_error(all[3], ErrorCode::kTooLarge, "in:4", "line longer than the limit");
}

TEST(Jsonl, TheLimitOfALineIsExact) {
  const std::string line = "{\"text\": \"They met.\"}";
  IntakeOptions options;
  options.max_line_bytes = line.size();
  EXPECT_TRUE(collect_bytes(line + "\r\n", options).at(0).has_value());
  options.max_line_bytes = line.size() - 1;
  expect_error(collect_bytes(line + "\n", options).at(0), ErrorCode::kTooLarge, "in:1", "limit of 20 bytes");
}

TEST(Jsonl, DeepNestingIsAnError) {
  const auto all =
      collect_bytes("{\"text\": \"They met.\", \"x\": " + std::string(100000, '[') + "}\n{\"text\": \"They left.\"}");
  ASSERT_EQ(all.size(), 2U);
  expect_error(all[0], ErrorCode::kTooLarge, "in:1", "nested too deep");
  EXPECT_TRUE(all[1].has_value());
}

TEST(Jsonl, EncodingsAreReadLineByLine) {
  const auto all = collect_bytes(
      "{\"text\": \"The caf\xC3\xA9 opened.\"}\n{\"text\": \"The minister\x92s caf\xE9 opened again.\"}\n"
      "{\"text\": \"They met \x81.\"}\n");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0]->text, "The caf\u00E9 opened.");
  EXPECT_EQ(all[1]->text, "The minister\u2019s caf\u00E9 opened again.");
  expect_error(all[2], ErrorCode::kBadEncoding, "in:3", "from byte 19 of the line");
}

TEST(Jsonl, ReadsUtf16) {
  const std::u16string text = u"\uFEFF{\"text\": \"They met \u2013 again.\"}\r\n{\"text\": 1}\n";
  std::string bytes;
  for (const char16_t unit : text) bytes += {static_cast<char>(unit & 0xFFU), static_cast<char>(unit >> 8U)};
  const auto all = collect_bytes(bytes);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0]->text, "They met \u2013 again.");
  expect_error(all[1], ErrorCode::kBadFormat, "in:2", "field \"text\"");
}

TEST(Json, ReadsADocumentThatIsAnArrayOrOneObject) {
  const auto several =
      collect_bytes("[\n  {\"text\": \"They met.\"},\n  {\"text\": 1},\n  {\"text\": \"They left.\"}\n]\n");
  ASSERT_EQ(several.size(), 3U);
  EXPECT_EQ(several[0]->source, "in: article 1");
  expect_error(several[1], ErrorCode::kBadFormat, "in: article 2", "field \"text\"");
  EXPECT_TRUE(several[2].has_value());
  const auto one = collect_bytes("{\n  \"text\": \"They met.\"\n}\n");
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0]->text, "They met.");
  expect_error(collect_bytes("[{\"text\": ").at(0), ErrorCode::kBadFormat, "in", "broken JSON");
}

TEST(Jsonl, StopsWhenTheVisitorWantsNoMore) {
  int seen = 0;
  read_bytes("{\"text\": \"a b\"}\n{\"text\": \"c d\"}\n", "in", {},
             [&](const Result<Article>&) { return ++seen < 1; });
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace entente
