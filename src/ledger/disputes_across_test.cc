#include "ledger/disputes_across.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/test_ledger.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

struct Said {
  std::string article;
  std::string day;
  Actor speaker;
  std::string stance;
};

const Issue kDam = {"gerd", "Grand Ethiopian Renaissance Dam"};
const Issue kStrike = {std::nullopt, "the strike on the market"};

std::string statement_id(const std::string& article) { return record_id("s", article); }

std::vector<StatementMention> said(const std::vector<Said>& list, const Issue& issue) {
  std::vector<StatementMention> mentions;
  for (const Said& one : list) {
    Statement statement;
    statement.id = statement_id(one.article);
    statement.speaker = one.speaker;
    statement.stance = one.stance;
    statement.issue = issue;
    mentions.push_back(statement_mention(statement, context_of(one.article, one.day), join_tables()));
  }
  return mentions;
}

DisputeMention told(const std::string& article, const Issue& issue, const Said& a, const Said& b) {
  Dispute dispute;
  dispute.id = record_id("d", article);
  dispute.issue = issue;
  dispute.sides = {{a.speaker, a.stance, statement_id(a.article)}, {b.speaker, b.stance, statement_id(b.article)}};
  return dispute_mention(dispute, context_of(article, a.day), join_tables());
}

TEST(JoinDisputes, OppositePositionsOfOtherSpeakersAreOneDispute) {
  const auto statements = said({{"x", "2021-03-01", state("EGY"), "opposes"},
                                {"y", "2021-04-01", person("Abiy Ahmed", "ETH"), "promises"},
                                {"z", "2021-05-01", state("EGY"), "opposes"},
                                {"u", "2021-06-01", state("ETH"), "supports"},
                                {"v", "2021-06-01", state("SDN"), "neutral"}},
                               kDam);
  const auto joined = join_disputes(statements, {});
  ASSERT_EQ(joined.disputes.size(), 1U);
  const JoinedDispute& dispute = joined.disputes[0];
  EXPECT_FALSE(dispute.change_of_position);
  EXPECT_THAT(dispute.sides[0].statements, ElementsAre(0, 2));
  EXPECT_THAT(dispute.sides[1].statements, ElementsAre(1, 3));
  EXPECT_EQ(dispute.sides[0].first_day, day_number("2021-03-01"));
  EXPECT_EQ(dispute.sides[0].last_day, day_number("2021-05-01"));
}

TEST(JoinDisputes, OneSpeakerAtTwoTimesHasChangedItsPosition) {
  const auto joined = join_disputes(
      said({{"x", "2021-03-01", state("SDN"), "supports"}, {"y", "2021-08-01", person("Mariam", "SDN"), "opposes"}},
           kDam),
      {});
  ASSERT_EQ(joined.disputes.size(), 1U);
  EXPECT_TRUE(joined.disputes[0].change_of_position);
  EXPECT_TRUE(
      join_disputes(
          said({{"x", "2021-03-01", state("SDN"), "supports"}, {"y", "2021-03-01", state("SDN"), "opposes"}}, kDam), {})
          .disputes.empty())
      << "on one day it is no change";
}

TEST(JoinDisputes, StancesOfOtherKindsAreNoDispute) {
  const auto affirmed =
      said({{"x", "2021-03-01", state("EGY"), "affirms"}, {"y", "2021-03-01", state("ETH"), "opposes"}}, kDam);
  EXPECT_TRUE(join_disputes(affirmed, {}).disputes.empty()) << "that it stands can be true while one is against it";
}

TEST(JoinDisputes, ALabelMeansOneMatterForAFewDays) {
  Said claim = {"x", "2021-03-01", state("SAU"), "affirms"};
  const auto near = said({claim, {"y", "2021-03-09", state("SAU", "Riyadh"), "denies"}}, kStrike);
  EXPECT_EQ(join_disputes(near, {}).disputes.size(), 1U);
  const auto far = said({claim, {"y", "2021-06-09", state("SAU", "Riyadh"), "denies"}}, kStrike);
  EXPECT_TRUE(join_disputes(far, {}).disputes.empty());
  const auto others = said({claim, {"y", "2021-03-02", state("UKR"), "denies"}}, kStrike);
  EXPECT_TRUE(join_disputes(others, {}).disputes.empty()) << "nothing says that both mean one strike";
}

TEST(JoinDisputes, WhatAnArticleTellsIsOfTheSameAccount) {
  const std::vector<Said> list = {{"x", "2021-03-01", state("EGY"), "opposes"},
                                  {"y", "2021-04-01", state("ETH"), "supports"},
                                  {"z", "2021-05-01", state("EGY"), "opposes"}};
  const auto joined = join_disputes(said(list, kDam), {told("w", kDam, list[2], list[1])});
  ASSERT_EQ(joined.disputes.size(), 1U);
  EXPECT_THAT(joined.disputes[0].disputes, ElementsAre(0));
}

TEST(JoinDisputes, WhatNoStatementsMakeStandsByItself) {
  const Said a = {"x", "2021-03-01", state("EGY"), "affirms"};
  const Said b = {"y", "2021-03-01", state("ETH"), "affirms"};
  const DisputeMention dispute = told("w", kDam, a, b);
  const auto joined = join_disputes(said({a, b}, kDam), {dispute, told("v", kDam, b, a)});
  ASSERT_EQ(joined.disputes.size(), 1U);
  EXPECT_EQ(joined.disputes[0].disputes.size(), 2U);
  EXPECT_THAT(joined.disputes[0].sides[0].statements.size(), 1U);
  DisputeMention unnamed = dispute;
  unnamed.sides[0].speaker_key = 0;
  DisputeMention other = unnamed;
  ++other.record;
  EXPECT_EQ(join_disputes({}, {unnamed, other}).disputes.size(), 2U);
}

TEST(JoinDisputes, TheKeyStaysWhenMoreComesIn) {
  std::vector<Said> list = {{"x", "2021-03-01", state("EGY"), "opposes"},
                            {"y", "2021-04-01", state("ETH"), "supports"}};
  const std::uint64_t key = join_disputes(said(list, kDam), {}).disputes.at(0).key;
  list.push_back({"z", "2021-05-01", state("EGY"), "opposes"});
  list.push_back({"u", "2021-06-01", state("SDN"), "opposes"});
  const auto joined = join_disputes(said(list, kDam), {});
  ASSERT_EQ(joined.disputes.size(), 2U);
  EXPECT_TRUE(joined.disputes[0].key == key || joined.disputes[1].key == key);
}

using Summary =
    std::vector<std::pair<std::uint64_t, std::pair<std::vector<std::uint64_t>, std::vector<std::uint64_t>>>>;

Summary summary(const std::vector<StatementMention>& statements) {
  Summary result;
  for (const JoinedDispute& dispute : join_disputes(statements, {}).disputes) {
    std::array<std::vector<std::uint64_t>, 2> sides;
    for (std::size_t i = 0; i < 2; ++i) {
      for (const std::uint32_t s : dispute.sides[i].statements) sides[i].push_back(statements[s].record);
    }
    result.push_back({dispute.key, {sides[0], sides[1]}});
  }
  return result;
}

TEST(JoinDisputes, TheOrderOfStatementsDoesNotMatterAndManyAreBounded) {
  const char* const stances[] = {"affirms", "denies", "supports", "opposes", "doubts", "neutral"};
  for (const Issue& issue : {kDam, kStrike}) {
    std::mt19937 random(4);
    std::vector<Said> list;
    for (int i = 0; i < 3000; ++i) {
      list.push_back({"article " + std::to_string(i), day_text(18000 + static_cast<std::int32_t>(random() % 900)),
                      state("C" + std::to_string(random() % 150)), stances[random() % 6]});
    }
    auto statements = said(list, issue);
    const Summary first = summary(statements);
    EXPECT_FALSE(first.empty());
    EXPECT_EQ(join_disputes(statements, {}).speakers_left_out, 150 - kMostSpeakers);
    std::shuffle(statements.begin(), statements.end(), random);
    EXPECT_EQ(summary(statements), first);
  }
}

}  // namespace
}  // namespace entente
