#include "ledger/near_copies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/test_ledger.h"

namespace entente {
namespace {

// Some sentences that no two seeds share.
std::string sentences(std::uint32_t seed, int count) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < count; ++i) {
    for (int word = 0; word < 14; ++word) text += "w" + std::to_string(random() % 5000) + (word == 13 ? ".\n" : " ");
  }
  return text;
}

bool share_a_band(const ArticleSignature& a, const ArticleSignature& b) {
  const auto bands_a = bands(a);
  const auto bands_b = bands(b);
  return std::any_of(bands_a.begin(), bands_a.end(), [&](std::uint64_t band) {
    return std::find(bands_b.begin(), bands_b.end(), band) != bands_b.end();
  });
}

TEST(NearCopies, CaseAndPunctuationDoNotMatter) {
  EXPECT_EQ(article_signature("The two sides, he said, have SIGNED the “Árpád” accord."),
            article_signature("the two sides he said have signed the Árpád accord"));
  EXPECT_EQ(folded_words("Côte d’Ivoire's talks—today"),
            (std::vector<std::string>{"côte", "divoires", "talks", "today"}));
}

TEST(NearCopies, ACutArticleIsACopyOfTheWhole) {
  int found = 0;
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    const std::string whole = sentences(seed, 30);
    const std::string cut = sentences(seed, 15);
    ASSERT_TRUE(whole.starts_with(cut));
    const auto a = article_signature(whole);
    const auto b = article_signature("LONDON (Agency) - " + cut);
    EXPECT_TRUE(are_near_copies(a, b)) << similarity(a, b);
    found += share_a_band(a, b) ? 1 : 0;
  }
  EXPECT_GE(found, 44);  // bands find nine in ten of those that share half
}

TEST(NearCopies, AFewReplacedSentencesLeaveACopy) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto a = article_signature(sentences(seed, 20) + sentences(seed + 100, 5));
    const auto b = article_signature(sentences(seed, 20) + sentences(seed + 200, 5));
    EXPECT_TRUE(are_near_copies(a, b)) << similarity(a, b);
    EXPECT_TRUE(share_a_band(a, b));
  }
}

TEST(NearCopies, OtherArticlesAreNone) {
  const std::string boilerplate = "This is breaking news and will be updated as more comes in, the agency says. ";
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    const auto a = article_signature(boilerplate + sentences(seed, 20));
    const auto b = article_signature(boilerplate + sentences(seed + 1000, 20));
    EXPECT_FALSE(are_near_copies(a, b)) << similarity(a, b);
  }
}

TEST(NearCopies, ShortTextsMustAgreeInFull) {
  const auto a = article_signature("Russia and Turkey held talks on Monday in Ankara, officials said");
  const auto b = article_signature("Russia and Turkey held talks on Monday in Moscow, sources said");
  EXPECT_TRUE(are_near_copies(a, a));
  EXPECT_FALSE(are_near_copies(a, b));
  EXPECT_TRUE(are_near_copies(article_signature("No."), article_signature("no")));
}

TEST(NearCopies, NothingIsNoCopyOfNothing) {
  EXPECT_FALSE(are_near_copies(article_signature(""), article_signature(" - ")));
  EXPECT_TRUE(bands(article_signature("")).empty());
}

TEST(NearCopies, BytesThatAreNoUtf8AreReadUpToThem) {
  EXPECT_EQ(article_signature("they met \xff again"), article_signature("they met"));
}

// The signature is stored: another value would make a ledger compare apples with pears.
TEST(NearCopies, TheSignatureIsTheSameEverywhere) {
  const auto signature = article_signature("Russia and Turkey held talks on Monday");
  EXPECT_EQ(signature.shingles, 3U);
  EXPECT_THAT(std::vector<std::uint16_t>(signature.least.begin(), signature.least.begin() + 4),
              ::testing::ElementsAre(58227, 13545, 50587, 6275));
  EXPECT_EQ(hash64("Russia"), 9912122081312784778U);
}

TEST(Wording, ContentWordsAreStemsWithoutStopWords) {
  EXPECT_EQ(content_words("They have signed an agreement; others sign agreements, he said on Monday.", join_tables()),
            (std::vector<std::string>{"agre", "other", "sign"}));
}

TEST(Wording, NearWordsAreNear) {
  const auto wording = [](const char* text) { return wording_of(content_words(text, join_tables())); };
  const Wording told = wording("shells struck a crowded market, killing nine traders");
  EXPECT_EQ(similarity(told, wording("Nine traders were killed by shells that struck the crowded market")), 1);
  EXPECT_GT(similarity(told, wording("shelling killed traders at a market")), 0.2);
  EXPECT_LT(similarity(told, wording("ministers signed a gas contract in the capital")), 0.15);
  EXPECT_EQ(similarity(wording("of the"), wording("of the")), 0);
  EXPECT_TRUE(wording("they said so").empty());
}

}  // namespace
}  // namespace entente
