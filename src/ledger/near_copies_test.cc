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

bool are_copies(std::string_view a, std::string_view b) {
  const auto bands_a = copy_bands(a);
  const auto bands_b = copy_bands(b);
  return std::any_of(bands_a.begin(), bands_a.end(), [&](std::uint64_t band) {
    return std::find(bands_b.begin(), bands_b.end(), band) != bands_b.end();
  });
}

TEST(NearCopies, CaseAndPunctuationDoNotMatter) {
  EXPECT_EQ(copy_bands("The two sides, he said, have SIGNED the “Árpád” accord."),
            copy_bands("the two sides he said have signed the Árpád accord"));
  EXPECT_EQ(folded_words("Côte d’Ivoire's talks—today"),
            (std::vector<std::string>{"côte", "divoires", "talks", "today"}));
}

TEST(NearCopies, ACutArticleIsACopyOfTheWhole) {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    const std::string whole = sentences(seed, 30);
    const std::string cut = sentences(seed, 10);
    ASSERT_TRUE(whole.starts_with(cut));
    EXPECT_TRUE(are_copies(whole, "LONDON (Agency) - " + cut)) << seed;
  }
}

TEST(NearCopies, AFewReplacedSentencesLeaveACopy) {
  int found = 0;
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    const std::string other_lead = sentences(seed + 2000, 2);
    found += are_copies(sentences(seed, 20) + sentences(seed + 100, 2), other_lead + sentences(seed, 20)) ? 1 : 0;
  }
  EXPECT_GE(found, 80);
}

TEST(NearCopies, OtherArticlesAreNone) {
  const std::string boilerplate = "This is breaking news and will be updated as more comes in, the agency says. ";
  int found = 0;
  for (std::uint32_t seed = 1; seed <= 1000; ++seed) {
    found += are_copies(boilerplate + sentences(seed, 20), boilerplate + sentences(seed + 1000, 20)) ? 1 : 0;
  }
  EXPECT_LE(found, 10);
}

TEST(NearCopies, NothingIsNoCopyOfNothing) { EXPECT_TRUE(copy_bands(" - ").empty()); }

TEST(NearCopies, BytesThatAreNoUtf8AreReadUpToThem) {
  EXPECT_EQ(copy_bands("they met \xff again"), copy_bands("they met"));
}

// Bands are stored: other values would make a ledger compare apples with pears.
TEST(NearCopies, TheBandsAreTheSameEverywhere) {
  EXPECT_EQ(copy_bands("Russia and Turkey held talks on Monday").size(), 8U);
  EXPECT_EQ(copy_bands("Russia and Turkey held talks on Monday").front(), 16510299681194852479U);
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
