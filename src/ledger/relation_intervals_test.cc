#include "ledger/relation_intervals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/test_ledger.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

struct Told {
  std::string article;
  std::string published;
  bool negated = false;
  std::optional<DateInterval> since = std::nullopt, until = std::nullopt;
  std::string trend = {};
};

DateInterval year(const std::string& number) { return {number + "-01-01", number + "-12-31", "in " + number, "year"}; }

std::vector<RelationMention> mentions_of(const std::vector<Told>& told) {
  std::vector<RelationMention> mentions;
  for (const Told& one : told) {
    Relation relation;
    relation.id = record_id("r", one.article);
    relation.a = state("CHN");
    relation.b = state("RUS");
    relation.type = "alliance";
    relation.negated = one.negated;
    relation.since = one.since;
    relation.until = one.until;
    if (!one.trend.empty()) relation.trend = one.trend;
    mentions.push_back(relation_mention(relation, context_of(one.article, one.published), join_tables()));
  }
  return mentions;
}

std::vector<std::uint32_t> founders_of(const std::vector<RelationMention>& mentions) {
  std::vector<std::uint32_t> founders(mentions.size());
  for (const JoinedRelation& interval : join_relations(mentions)) {
    for (const std::uint32_t i : interval.mentions) founders[i] = interval.founder;
  }
  return founders;
}

std::vector<JoinedRelation> join(const std::vector<Told>& told) {
  const auto mentions = mentions_of(told);
  joined_in_any_order(mentions, founders_of);
  return join_relations(mentions);
}

TEST(JoinRelations, MentionsMakeAnIntervalFromFirstToLast) {
  const auto intervals = join({{"x", "2010-05-01", false, std::nullopt, std::nullopt, "deepening"},
                               {"y", "2012-05-01"},
                               {"z", "2014-05-01", false, year("2001"), std::nullopt, "weakening"}});
  ASSERT_EQ(intervals.size(), 1U);
  EXPECT_THAT(intervals[0].mentions, ElementsAre(0, 1, 2));
  EXPECT_EQ(intervals[0].from, day_number("2001-01-01"));
  EXPECT_EQ(intervals[0].to, kNoDay);
  EXPECT_EQ(intervals[0].first, 2U);
  EXPECT_EQ(intervals[0].last, 2U);
  EXPECT_EQ(intervals[0].trend, Trend::kWeakening);
  EXPECT_EQ(intervals[0].founder, 0U);
}

TEST(JoinRelations, ANegationEndsItAndALaterMentionBeginsAnew) {
  const auto intervals = join({{"x", "2010-05-01"},
                               {"y", "2012-05-01", true},
                               {"z", "2012-05-02", true},
                               {"u", "2016-05-01", false, year("2001")}});
  ASSERT_EQ(intervals.size(), 2U);
  EXPECT_THAT(intervals[0].mentions, ElementsAre(0, 1, 2));
  EXPECT_EQ(intervals[0].to, day_number("2012-05-01"));
  EXPECT_EQ(intervals[1].from, day_number("2012-05-01")) << "it cannot be older than the end of the one before";
  EXPECT_EQ(intervals[1].to, kNoDay);
}

TEST(JoinRelations, WhatIsToldOfThePastStandsThere) {
  const auto intervals = join({{"x", "2010-05-01"}, {"y", "2015-05-01", false, year("1950"), year("1961")}});
  ASSERT_EQ(intervals.size(), 2U);
  EXPECT_EQ(intervals[0].from, day_number("1950-01-01"));
  EXPECT_EQ(intervals[0].to, day_number("1961-12-31"));
  EXPECT_EQ(intervals[1].from, day_number("2010-05-01"));
}

TEST(JoinRelations, WhatNeverHeldIsAnIntervalOfItsOwn) {
  const auto intervals = join({{"x", "2010-05-01", true}, {"y", "2011-05-01", true}, {"z", "2012-05-01"}});
  ASSERT_EQ(intervals.size(), 2U);
  EXPECT_TRUE(intervals[0].negated);
  EXPECT_THAT(intervals[0].mentions, ElementsAre(0, 1));
  EXPECT_FALSE(intervals[1].negated);
}

TEST(JoinRelations, WithoutAnyDayItStandsAllTheSame) {
  const auto intervals = join({{"x", ""}, {"y", "", true}});
  ASSERT_EQ(intervals.size(), 1U);
  EXPECT_EQ(intervals[0].from, kNoDay);
  EXPECT_EQ(intervals[0].mentions.size(), 2U);
}

TEST(JoinRelations, TheBlockHasADirectionWhereTheRelationHas) {
  Relation relation;
  relation.type = "dependence";
  relation.a = state("BLR");
  relation.b = person("Vladimir Putin", "RUS");
  Relation swapped = relation;
  std::swap(swapped.a, swapped.b);
  EXPECT_EQ(relation_block(relation, join_tables()), relation_block(swapped, join_tables()));
  relation.directed = swapped.directed = true;
  EXPECT_NE(relation_block(relation, join_tables()), relation_block(swapped, join_tables()));
}

TEST(JoinRelations, TheOrderOfMentionsDoesNotMatter) {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    std::mt19937 random(seed);
    std::vector<Told> told;
    for (int i = 0; i < 120; ++i) {
      told.push_back({"article " + std::to_string(i), day_text(14000 + static_cast<std::int32_t>(random() % 3000)),
                      random() % 6 == 0});
      if (random() % 4 == 0) told.back().since = year(std::to_string(1990 + random() % 25));
      if (random() % 6 == 0) told.back().until = year(std::to_string(2000 + random() % 20));
      if (random() % 9 == 0) told.back().published.clear();
    }
    joined_in_any_order(mentions_of(told), founders_of);
  }
}

}  // namespace
}  // namespace entente
