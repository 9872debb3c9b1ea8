// What the joins of events may depend on: the set of mentions a few days around, nothing else.
#include <gtest/gtest.h>

#include <chrono>

#include "ledger/event_joins.h"
#include "ledger/random_mentions.h"
#include "ledger/test_ledger.h"

namespace entente {
namespace {

std::vector<EventMention> random_mentions(std::uint32_t seed, std::size_t count, const RandomShape& shape) {
  std::mt19937 random(seed);
  std::vector<EventMention> mentions;
  for (std::size_t i = 0; i < count; ++i) mentions.push_back(random_mention(random, shape));
  return mentions;
}

std::size_t joined_count(const std::vector<std::uint32_t>& founders) {
  std::size_t joined = 0;
  for (std::uint32_t i = 0; i < founders.size(); ++i) joined += founders[i] != i ? 1U : 0U;
  return joined;
}

TEST(JoinEventsProperty, TheOrderOfMentionsDoesNotMatter) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto founders = joined_in_any_order(random_mentions(seed, 800, {}), join_events);
    EXPECT_GT(joined_count(founders), 80U) << "too few join for the test to mean anything";
  }
}

TEST(JoinEventsProperty, OnlyMentionsNearbyMatter) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    RandomShape shape;
    shape.undated_in_ten = seed % 3 == 0 ? 8 : 4;
    shape.codes = 2 + seed % 4;
    shape.wordings = 2;
    const auto all = random_mentions(seed, 1500, shape);
    const auto founders = join_events(all);
    const std::int32_t from = 18010 + static_cast<std::int32_t>(seed % 30);
    const std::int32_t to = from + static_cast<std::int32_t>(seed % 4);
    std::vector<EventMention> near;
    std::vector<std::uint32_t> index;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      const std::int32_t day = anchor_day(all[i]);
      if (day == kNoDay || day < from - kMarginDays || day > to + kMarginDays) continue;
      near.push_back(all[i]);
      index.push_back(i);
    }
    const auto again = join_events(near);
    for (std::uint32_t i = 0; i < near.size(); ++i) {
      const std::int32_t day = anchor_day(near[i]);
      if (day < from || day > to) continue;
      EXPECT_EQ(near[again[i]].record, all[founders[index[i]]].record) << "seed " << seed << ", day " << day - from;
    }
  }
}

TEST(JoinEventsProperty, MentionsWithoutADayAreJoinedAmongThemselves) {
  auto all = random_mentions(3, 400, {});
  for (std::size_t i = 0; i < all.size(); i += 2) {
    all[i].date = {};
    all[i].published_day = kNoDay;
  }
  const auto founders = join_events(all);
  std::vector<EventMention> dayless;
  std::vector<std::uint32_t> index;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (anchor_day(all[i]) != kNoDay) continue;
    dayless.push_back(all[i]);
    index.push_back(i);
  }
  const auto again = join_events(dayless);
  EXPECT_GT(joined_count(again), 5U);
  for (std::uint32_t i = 0; i < dayless.size(); ++i)
    EXPECT_EQ(dayless[again[i]].record, all[founders[index[i]]].record);
}

TEST(JoinEventsProperty, EachFounderFoundsItselfAndIsTheFirstPublished) {
  const auto mentions = random_mentions(5, 2000, {});
  const auto founders = join_events(mentions);
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const EventMention& founder = mentions[founders[i]];
    EXPECT_EQ(founders[founders[i]], founders[i]);
    if (founder.published_day == kNoDay) {
      EXPECT_EQ(mentions[i].published_day, kNoDay);
    } else if (mentions[i].published_day != kNoDay) {
      EXPECT_LE(founder.published_day, mentions[i].published_day);
    }
  }
}

TEST(JoinEventsProperty, TenThousandOnOneDayAreSoonJoined) {
  RandomShape shape;
  shape.days = 1;
  shape.codes = 200;
  shape.wordings = 4000;
  const auto mentions = random_mentions(9, 10000, shape);
  const auto start = std::chrono::steady_clock::now();
  const auto founders = join_events(mentions);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  EXPECT_GT(joined_count(founders), 100U);
  EXPECT_LT(seconds.count(), 30) << "all pairs are compared";
}

}  // namespace
}  // namespace entente
