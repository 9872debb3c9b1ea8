// Articles that no newspaper prints: no crash, in bounded time, and nothing invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bad_article.h"

namespace entente {
namespace {

using ::testing::IsEmpty;

struct Odd {
  const char* name;
  std::string text;
};

// Texts that tell no event between parties that can be named.
std::vector<Odd> silent_texts() {
  return {
      {"one word", "Ceasefire"},
      {"one name", "Peru"},
      {"one mark", "."},
      {"one quotation mark", "\""},
      {"marks", times(1000, "?! ")},
      {"ten thousand articles", times(10000, "the ")},
      {"a name again and again", times(2000, "Peru ")},
      {"one long word", std::string(100000, 'a')},
      {"a long word of marks", std::string(50000, '-')},
      {"brackets", times(800, "(") + "word" + times(800, ")")},
      {"mixed brackets", times(400, "([{") + times(400, "}])")},
      {"brackets never closed", times(2000, "(")},
      {"emoji", times(300, "\U0001F600\U0001F680 \U0001F1F5\U0001F1EA ")},
      {"joined emoji", times(300, "\U0001F468\u200D\U0001F469\u200D\U0001F467")},
      {"three scripts",
       "\u041F\u0440\u0435\u0437\u0438\u0434\u0435\u043D\u0442 \u043F\u0440\u0438\u0431\u044B\u043B. "
       "\u5927\u7D71\u9818\u304C\u5230\u7740\u3057\u305F\u3002 "
       "\u0648\u0635\u0644 \u0627\u0644\u0631\u0626\u064A\u0633."},
      {"marks above marks", "a" + times(5000, "\u0301")},
      {"control characters", "\x01\x02\x03 \x1b[31m \x7f\x0b\x0c \u0085\u2028\u2029 \u200B\uFEFF"},
      {"a nul", std::string("a\0b", 3)},
      {"right to left", "\u202E\u202D\u2066\u2069 text \u202C"},
      {"only space between", "a" + std::string(20000, ' ') + "b"},
      {"lines", times(4000, "x\n")},
      {"numbers", times(800, "1,000,000.50 ")},
      {"dates alone", times(500, "Monday 11 March 2026, ")},
  };
}

TEST_F(BadArticle, TextThatTellsNothingHasNoEvents) {
  for (const Odd& odd : silent_texts()) {
    SCOPED_TRACE(odd.name);
    const auto found = events(code(odd.text));
    EXPECT_THAT(found, IsEmpty()) << write_record_json(found.empty() ? Record() : Record(found[0]), engine_->stamp());
  }
}

TEST_F(BadArticle, AThousandNamesAreRead) {
  std::string list = "Delegates of ";
  const std::vector<std::string> states = {"Peru", "Chile", "Ghana", "Togo", "Kenya", "Fiji", "Mali", "Oman"};
  for (std::size_t i = 0; i < 1000; ++i) list += states[i % states.size()] + (i == 998 ? " and " : ", ");
  EXPECT_THAT(events(code(list + "are on this list.")), IsEmpty());
  for (const Event& event : events(code(list + "signed a treaty on Monday.")))
    EXPECT_LE(event.actor.size() + event.recipient.size(), 1010U);
}

TEST_F(BadArticle, PartiesJoinedByTheHundred) {
  std::string subject = "Peru";
  for (int i = 0; i < 300; ++i) subject += i % 2 == 0 ? " and Chile" : " and Ghana";
  for (const Event& event : events(code(subject + " condemned Kenya."))) EXPECT_LE(event.actor.size(), 301U);
  code("Peru condemned " + subject + ".");
  code(subject + " condemned " + subject + ".");
  std::string verbs = "Peru condemned Chile";
  for (int i = 0; i < 300; ++i) verbs += " and praised Ghana";
  code(verbs + ".");
}

// Four times the text takes some four times as long; a walk over all that was told, for every "both sides", takes
// twelve.
TEST_F(BadArticle, PairsByTheThousand) {
  const std::string told =
      "Peru met Chile. Both sides agreed and they signed a treaty. The two presidents praised the two armies. ";
  const auto seconds_for = [&](int repeats) {
    const double start = seconds();
    code(times(repeats, told));
    return seconds() - start;
  };
  const double some = seconds_for(150);
  EXPECT_LE(seconds_for(600), 8 * some);  // four times the text; by the square it would be sixteen times
}

// Trees in which words hang from one another, or clauses that hold nothing.
TEST_F(BadArticle, PhrasesInsideThemselves) {
  for (const char* text :
       {"The truce was signed by the rebels, their allies.", "The parties, their governments, concluded the pact.",
        "The accord was signed by two men, their countries' ministers.",
        "Talks between the two brothers, their nations' presidents, led to a treaty signed in Lima.",
        "Peru and Chile signed a treaty on Monday. The treaty binds both states to, and to an end of raids.",
        "Peru and Chile signed a treaty on Monday. The treaty obliges both states to an end of raids and to.",
        "In Peru the man Sunday met in Lima signed the treaty with Peru.",
        "Which the rebels Sunday sent to Chile attacked the town.", "that the Monday proposed obliges refugees",
        "Renewed Turkish air strikes on Kurdish camps were reported on Monday."}) {
    SCOPED_TRACE(text);
    code(text);
  }
}

TEST_F(BadArticle, LongAndNestedSentences) {
  std::string words;
  for (int i = 0; i < 200; ++i) words += "which said that the minister of Peru condemned Chile over trade ";
  code("Ghana, " + words + "and left.");  // 2,000 words
  code(times(500, "Peru said that ") + "Chile had attacked Ghana.");
  code(times(400, "the son of ") + "Peru attacked Chile.");
  code(times(300, "Peru (which borders ") + "Chile" + times(300, ")") + " condemned Ghana.");
  code(times(300, "He said she said they said "));
  code("Peru " + times(600, "not ") + "attacked Chile.");
}

TEST_F(BadArticle, QuotesThatAreNeverClosed) {
  for (const char* quote : {"\"", "\u201C", "'", "\u00AB", "\u2018"}) {
    const std::string mark = quote;
    SCOPED_TRACE(mark);
    code(mark + "Peru attacked Chile, the minister said. " + times(100, "Ghana praised Togo on Monday. "));
    code(times(600, mark));
    code(times(200, "Peru said: " + mark));
    code("Peru said " + times(150, mark + "Chile said ") + "no.");
  }
}

TEST_F(BadArticle, ControlCharactersBetweenWords) {
  for (const std::string& mark : {std::string("\x01"), std::string("\0", 1), std::string("\x0b"), std::string("\u2028"),
                                  std::string("\u200B"), std::string("\u00AD"), std::string("\uFEFF")}) {
    code("Peru" + mark + " condemned" + mark + " Chile on" + mark + " Monday." + mark + " \U0001F600 Ghana left.");
  }
}

// Years of four digits at the ends of the calendar, and what is no date: "Monday" is then open, or in those years.
TEST_F(BadArticle, DatesAtTheEndsOfTheCalendar) {
  const std::string text =
      "Peru condemned Chile on Monday. Ghana attacked Togo last week. Kenya will visit Fiji next year.";
  for (const char* published : {"9999-12-31", "9999", "0000-01-01", "0000", "0001-01-01", "2026-02-30", "2026-13",
                                "soon", "-2026-01-01", "99999-01-01", "2026-03-11T25:61:00Z"}) {
    SCOPED_TRACE(published);
    const auto records = code(article_of(text, published));
    EXPECT_FALSE(events(records).empty());
    for (const Event& event : events(records)) {
      if (!event.date.has_value()) continue;
      for (const auto& end : {event.date->from, event.date->to}) {
        if (end.has_value()) {
          EXPECT_THAT(*end, ::testing::MatchesRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
        }
      }
      if (event.date->from.has_value() && event.date->to.has_value()) {
        EXPECT_LE(*event.date->from, *event.date->to);
      }
    }
  }
}

TEST_F(BadArticle, WithoutADateNoneIsMadeUp) {
  const auto records =
      code(article_of("Peru condemned Chile. Ghana attacked Togo on Monday. Kenya visited Fiji on 3 May.", ""));
  EXPECT_FALSE(events(records).empty());
  for (const Event& event : events(records)) {
    EXPECT_FALSE(event.published.has_value());
    if (!event.date.has_value()) continue;
    EXPECT_FALSE(event.date->from.has_value() || event.date->to.has_value()) << event.date->text;
    EXPECT_EQ(event.date->precision, "open");
  }
}

TEST_F(BadArticle, WhatIsNoArticleIsRefused) {
  for (const auto& [text, expected] : {std::pair<std::string, ErrorCode>("", ErrorCode::kEmpty),
                                       {" \n\t\r\n", ErrorCode::kEmpty},
                                       {"Peru \xff", ErrorCode::kBadEncoding},
                                       {"\xed\xa0\x80", ErrorCode::kBadEncoding},
                                       {times(1 << 19, "the "), ErrorCode::kTooLarge},
                                       {times((1 << 20) + 1, "."), ErrorCode::kTooLarge},
                                       {times(400000, "? "), ErrorCode::kTooLarge}}) {
    const auto records = engine_->code(article_of(text));
    ASSERT_FALSE(records.has_value()) << text.substr(0, 20);
    EXPECT_EQ(records.error().code, expected) << records.error().to_string();
  }
  Article other = article_of("Le Chili a attaqu\u00E9.");
  other.language = "fr";
  EXPECT_EQ(engine_->code(other).error().code, ErrorCode::kOtherLanguage);
}

// What the caller says of a dateline may be wrong; a place that the text does not hold is not one to look for there.
TEST_F(BadArticle, DatelinesThatDoNotFit) {
  const std::string text = "LIMA, March 3 (Agency) - Peru condemned Chile on Monday. Ghana attacked Togo.";
  for (const CodePointSpan span : {CodePointSpan{0, 25}, CodePointSpan{0, 0}, CodePointSpan{0, 9999},
                                   CodePointSpan{-5, -1}, CodePointSpan{20, 3}, CodePointSpan{40, 50}}) {
    Article article = article_of(text);
    Dateline dateline;
    dateline.span = span;
    dateline.place_span = span;
    dateline.place = "LIMA";
    article.dateline = dateline;
    EXPECT_FALSE(events(code(article)).empty()) << span.begin.value;
  }
}

std::vector<std::string> mixed_texts() {
  return {"Peru condemned Chile on Monday. It recalled its ambassador.",
          "\"Ghana will attack, the minister said. He left.",
          times(300, "the "),
          "The president met his counterpart. They signed a treaty.",
          "\U0001F600 (((Kenya))) praised Fiji and Mali and Oman.",
          "It denied the claim. The two sides agreed to a truce.",
          "Togo"};
}

TEST_F(BadArticle, WhatCameBeforeChangesNothing) {
  const auto texts = mixed_texts();
  std::vector<std::string> first;
  for (const std::string& text : texts) first.push_back(bytes(code(text)));
  EXPECT_FALSE(first[0].empty());
  for (std::size_t i = texts.size(); i-- > 0;) {
    for (std::size_t k = 0; k < texts.size(); ++k) {
      code(texts[k]);
      ASSERT_EQ(bytes(code(texts[i])), first[i]) << k << ", then " << i;
    }
  }
}

TEST_F(BadArticle, ThreadsChangeNothing) {
  const auto texts = mixed_texts();
  const auto all = [&](std::size_t begin) {
    std::vector<std::string> found(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::size_t text = (begin + i) % texts.size();
      const auto records = engine_->code(article_of(texts[text]));
      if (records.has_value()) found[text] = bytes(*records);
    }
    return found;
  };
  const auto expected = all(0);
  std::vector<std::vector<std::string>> found(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int again = 0; again < 3; ++again) found[i] = all(2 * i);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& result : found) EXPECT_EQ(result, expected);
}

}  // namespace
}  // namespace entente
