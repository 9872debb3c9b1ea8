#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "entente/eval.h"
#include "eval/assignment.h"
#include "eval/gold_compare.h"
#include "eval/gold_match.h"
#include "eval/spans.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

// 100 code points; what stands in them does not matter to the rules.
const std::string kText = std::string(48, 'a') + ". " + std::string(49, 'B') + ".";

Actor actor(const std::string& code, const std::string& sector = "GOV") {
  Actor made;
  made.name = code;
  made.code = code;
  made.sector = sector;
  made.type = "state";
  return made;
}

Event event(const std::string& type, const std::string& from, const std::string& to, CodePointSpan span) {
  Event made;
  made.id = "e";
  made.type = type;
  made.status = "actual";
  made.actor = {actor(from)};
  made.recipient = {actor(to)};
  made.evidence = {{0, span, ""}};
  made.confidence = 1;
  return made;
}

Statement statement(const std::string& id, const std::string& speaker, CodePointSpan content) {
  Statement made;
  made.id = id;
  made.speaker = actor(speaker);
  made.content = {"x", content};
  made.cue = {"said", "say", {content.end, {content.end.value + 4}}};
  made.stance = "affirms";
  made.manner = "indirect";
  made.evidence = {{0, content, ""}};
  made.confidence = 1;
  return made;
}

Agreement agreement(const std::string& form, const std::string& a, const std::string& b, CodePointSpan span) {
  Agreement made;
  made.id = "a";
  made.form = form;
  made.status = "signed";
  made.parties = {actor(a), actor(b)};
  made.evidence = {{0, span, ""}};
  made.confidence = 1;
  return made;
}

Relation relation(const std::string& type, const std::string& a, const std::string& b, bool directed) {
  Relation made;
  made.id = "r";
  made.type = type;
  made.a = actor(a);
  made.b = actor(b);
  made.directed = directed;
  made.evidence = {{0, {0, 20}, ""}};
  made.confidence = 1;
  return made;
}

Dispute dispute(const std::vector<DisputeSide>& sides, CodePointSpan span) {
  Dispute made;
  made.id = "d";
  made.sides = sides;
  made.evidence = {{0, span, ""}};
  made.confidence = 1;
  return made;
}

GoldReport report(std::vector<Record> gold, std::vector<Record> system) {
  const Result<GoldReport> made = evaluate_gold({{"one", kText, std::move(gold), std::move(system)}});
  EXPECT_TRUE(made.has_value());
  return made.has_value() ? *made : GoldReport{};
}

Score score(const GoldReport& of, const std::string& kind, const std::string& group, const std::string& metric) {
  for (const GoldScore& each : of.scores) {
    if (each.kind == kind && each.group == group && each.score.metric == metric) return each.score;
  }
  ADD_FAILURE() << "no " << kind << " " << group << " " << metric;
  return {};
}

void expect(const GoldReport& of, const std::string& kind, const std::string& group, const std::string& metric,
            std::int64_t gold, std::int64_t system, std::int64_t correct) {
  const Score found = score(of, kind, group, metric);
  EXPECT_EQ(found.gold, gold) << metric;
  EXPECT_EQ(found.system, system) << metric;
  EXPECT_EQ(found.correct, correct) << metric;
}

std::vector<std::string> causes(const GoldReport& of) {
  std::vector<std::string> found;
  for (const GoldMistake& mistake : of.mistakes) found.push_back(mistake.kind + ": " + mistake.cause);
  return found;
}

TEST(Gold, TheSameRecordsAreAllRight) {
  Event arrest = event("COERCE", "KAZ", "KGZ", {0, 20});
  arrest.mode = "arrest";
  arrest.contexts = {"legal", "military"};
  arrest.attributed_to = "s1";
  arrest.magnitude.arrested = 3;
  Agreement pact = agreement("treaty", "KAZ", "KGZ", {0, 20});
  pact.provisions = {{"transit", "binding", {actor("KAZ")}, {actor("KGZ")}, {"x", {5, 15}}, {{"y", {15, 18}}}}};
  const std::vector<Record> all = {
      arrest,
      statement("s1", "KAZ", {0, 20}),
      statement("s2", "KGZ", {50, 70}),
      pact,
      relation("alliance", "KAZ", "KGZ", false),
      dispute({{actor("KAZ"), "affirms", "s1"}, {actor("KGZ"), "affirms", "s2"}}, {0, 70})};
  const GoldReport found = report(all, all);
  ASSERT_FALSE(found.scores.empty());
  for (const GoldScore& each : found.scores) {
    EXPECT_EQ(each.score.gold, each.score.correct) << each.kind << " " << each.score.metric;
    EXPECT_EQ(each.score.system, each.score.correct) << each.kind << " " << each.score.metric;
  }
  expect(found, "event", "field", "contexts", 2, 2, 2);
  expect(found, "provision", "field", "conditions", 1, 1, 1);
  EXPECT_THAT(found.mistakes, ::testing::IsEmpty());
}

TEST(Gold, EvidenceThatIsShiftedIsFoundWhileItSharesACodePoint) {
  const Event gold = event("ACCUSE", "KAZ", "KGZ", {0, 20});
  expect(report({gold}, {event("ACCUSE", "KAZ", "KGZ", {19, 40})}), "event", "records", "events", 1, 1, 1);
  expect(report({gold}, {event("ACCUSE", "KAZ", "KGZ", {20, 40})}), "event", "records", "events", 1, 1, 0);
}

TEST(Gold, TwoEventsInOneSentenceAreToldApartByTheirActors) {
  const std::vector<Record> gold = {event("ACCUSE", "KAZ", "KGZ", {0, 40}), event("ACCUSE", "UZB", "KGZ", {0, 40})};
  const std::vector<Record> system = {event("ACCUSE", "UZB", "KGZ", {0, 40}), event("ACCUSE", "KAZ", "KGZ", {0, 40})};
  EXPECT_THAT(match_records(gold, system).events, ElementsAre(Pair(0, 1), Pair(1, 0)));
  expect(report(gold, system), "event", "field", "actor", 2, 2, 2);
}

TEST(Gold, TheNumberOfPairsComesBeforeTheirLikeness) {
  // The first of the system's events is most like gold's first, but only it can stand for gold's second.
  const std::vector<Record> gold = {event("ACCUSE", "KAZ", "KGZ", {0, 30}), event("ACCUSE", "UZB", "RUS", {30, 40})};
  const std::vector<Record> system = {event("ACCUSE", "KAZ", "KGZ", {0, 35}), event("ACCUSE", "TJK", "TKM", {0, 5})};
  EXPECT_THAT(match_records(gold, system).events, ElementsAre(Pair(0, 1), Pair(1, 0)));
}

TEST(Gold, WhatIsMissedAddedAndCalledOtherwiseIsListed) {
  const std::vector<Record> gold = {event("ACCUSE", "KAZ", "KGZ", {0, 20}), event("AID", "KAZ", "KGZ", {50, 60}),
                                    event("PROTEST", "KAZ", "KGZ", {70, 80})};
  Event wrong = event("ACCUSE", "UZB", "KGZ", {0, 20});
  wrong.status = "future";
  const std::vector<Record> system = {wrong, event("SUPPORT", "KAZ", "KGZ", {50, 60}),
                                      event("ASSAULT", "KAZ", "KGZ", {90, 99})};
  const GoldReport found = report(gold, system);
  // Found: ACCUSE. AID is called SUPPORT, PROTEST is missed, ASSAULT is extra.
  expect(found, "event", "records", "events", 3, 3, 1);
  expect(found, "event", "records", "events, strict", 3, 3, 0);
  expect(found, "event", "records", "events, any type", 3, 3, 2);
  expect(found, "event", "type", "ACCUSE", 1, 1, 1);
  expect(found, "event", "type", "AID", 1, 0, 0);
  expect(found, "event", "type", "SUPPORT", 0, 1, 0);
  EXPECT_THAT(causes(found), ElementsAre("event: extra", "event: missed", "event: other type", "event: wrong actor",
                                         "event: wrong status"));
  EXPECT_EQ(found.mistakes[0].sentence, std::string(49, 'B') + ".");
  EXPECT_EQ(found.mistakes[3].sentence, std::string(48, 'a') + ".");
  ASSERT_EQ(found.confusions.size(), 4U);  // - ASSAULT, ACCUSE ACCUSE, AID SUPPORT, PROTEST -
  EXPECT_EQ(found.confusions[2].gold + found.confusions[2].system, "AIDSUPPORT");
  EXPECT_THAT(causes(report({}, {system[2]})), ElementsAre("event: extra, in an article without records"));
}

TEST(Gold, OfAJointActAndAnotherAllPartiesAreCompared) {
  Event joint = event("CONSULT", "KAZ", "KGZ", {0, 20});
  joint.actor = {actor("KAZ"), actor("KGZ")};
  joint.recipient.clear();
  joint.reciprocal = true;
  const GoldReport found = report({joint}, {event("CONSULT", "KGZ", "KAZ", {0, 20})});
  expect(found, "event", "field", "actor", 1, 1, 1);
  expect(found, "event", "field", "recipient codes", 1, 1, 1);
  expect(found, "event", "field", "reciprocal", 1, 1, 0);
  expect(found, "event", "field", "who", 1, 1, 0);
  expect(found, "event", "records", "events, strict", 1, 1, 1);
}

TEST(Gold, AStatementIsFoundByHalfOfEachContent) {
  const Statement gold = statement("s", "KAZ", {0, 20});
  // 10 of 20 and 10 of 20; 9 of 20; 20 of 41.
  expect(report({gold}, {statement("t", "UZB", {10, 30})}), "statement", "records", "statements", 1, 1, 1);
  expect(report({gold}, {statement("t", "UZB", {11, 31})}), "statement", "records", "statements", 1, 1, 0);
  expect(report({gold}, {statement("t", "UZB", {0, 41})}), "statement", "records", "statements", 1, 1, 0);
  const GoldReport other = report({gold}, {statement("t", "UZB", {0, 20})});
  expect(other, "statement", "records", "statements, speaker right", 1, 1, 0);
  EXPECT_THAT(causes(other), ElementsAre("statement: wrong speaker"));
}

TEST(Gold, AnAttributedEventPointsToTheStatementThatIsFound) {
  Event gold = event("ACCUSE", "KAZ", "KGZ", {0, 20});
  gold.attributed_to = "s";
  Event system = gold;
  system.attributed_to = "t";
  const std::vector<Record> golds = {gold, statement("s", "KAZ", {0, 20})};
  expect(report(golds, {system, statement("t", "KAZ", {0, 20})}), "event", "field", "attributed", 1, 1, 1);
  expect(report(golds, {system, statement("t", "KAZ", {50, 60})}), "event", "field", "attributed", 1, 1, 0);
}

TEST(Gold, AgreementsByPartiesAndForm) {
  const Agreement gold = agreement("treaty", "KAZ", "KGZ", {0, 20});
  const GoldReport other = report({gold}, {agreement("accord", "KGZ", "KAZ", {50, 60})});
  expect(other, "agreement", "records", "agreements", 1, 1, 0);
  expect(other, "agreement", "records", "agreements, any form", 1, 1, 1);
  EXPECT_THAT(causes(other), ElementsAre("agreement: other form or parties"));
  expect(report({gold}, {agreement("treaty", "KGZ", "KAZ", {50, 60})}), "agreement", "records", "agreements", 1, 1, 1);
}

TEST(Gold, RelationsOfTwoDirectionsDiffer) {
  const auto found = [](bool gold, bool system) {
    return score(report({relation("dependence", "KAZ", "KGZ", gold)}, {relation("dependence", "KGZ", "KAZ", system)}),
                 "relation", "records", "relations")
        .correct;
  };
  EXPECT_EQ(found(true, true), 0);
  EXPECT_EQ(found(false, false), 1);
  EXPECT_EQ(found(true, false), 1);
}

TEST(Gold, ADisputeNeedsAllItsSides) {
  const std::vector<DisputeSide> sides = {{actor("KAZ"), "affirms", "s"}, {std::nullopt, "denies", std::nullopt}};
  const auto found = [&](CodePointSpan narrated) {
    Dispute gold = dispute(sides, {50, 60});
    gold.evidence.push_back({0, {0, 20}, ""});
    Dispute system = dispute(sides, narrated);
    system.evidence.push_back({0, {0, 20}, ""});
    const Statement said = statement("s", "KAZ", {0, 20});
    return score(report({said, gold}, {said, system}), "dispute", "records", "disputes").correct;
  };
  EXPECT_EQ(found({55, 70}), 1);
  EXPECT_EQ(found({60, 70}), 0);
  EXPECT_EQ(found({0, 20}), 0);  // the statement's own words are not the article's
}

TEST(Gold, ConfidenceIsComparedWithTheShareThatIsRight) {
  // 0.3 right, 0.35 wrong: |1 - 0.65|; 1.0 right: 0; 0.9 wrong in the same bin: |1 - 1.9|; (0.35 + 0.9) / 4.
  const auto sure = [](double confidence, std::int32_t begin, const char* status) {
    Event made = event("ACCUSE", "KAZ", "KGZ", {begin, begin + 10});
    made.confidence = confidence;
    made.status = status;
    return made;
  };
  const GoldReport found =
      report({sure(1, 0, "actual"), sure(1, 20, "actual"), sure(1, 40, "actual"), sure(1, 60, "actual")},
             {sure(0.3, 0, "actual"), sure(0.35, 20, "future"), sure(1, 40, "actual"), sure(0.9, 60, "negated")});
  ASSERT_EQ(found.calibrations.size(), 2U);
  EXPECT_EQ(found.calibrations[1].kind, "all");
  for (const Calibration& each : found.calibrations) {
    EXPECT_EQ(each.bins[3].count, 2);
    EXPECT_EQ(each.bins[3].right, 1);
    EXPECT_EQ(each.bins[9].count, 2);
    EXPECT_NEAR(each.expected_error(), 0.3125, 1e-12);
  }
}

TEST(Gold, TooManyRecordsAreRefused) {
  const std::vector<Record> many(1001, event("ACCUSE", "KAZ", "KGZ", {0, 20}));
  const auto found = evaluate_gold({{"one", kText, many, {}}});
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, ErrorCode::kTooLarge);
}

TEST(GoldAssignment, BeatsTakingTheBestFirst) {
  // Best first takes 10 and is left with 1; the best sum is 9 + 9.
  const std::vector<std::vector<std::int64_t>> weights = {{10, 9}, {9, 1}};
  EXPECT_THAT(assign(2, 2, [&](std::size_t i, std::size_t j) { return weights[i][j]; }),
              ElementsAre(Pair(0, 1), Pair(1, 0)));
}

TEST(GoldAssignment, IsTheBestOfAllOrders) {
  std::uint32_t state = 7;
  for (int round = 0; round < 200; ++round) {
    std::array<std::array<std::int64_t, 5>, 5> weights{};
    const auto rows = static_cast<std::size_t>(round % 5 + 1);
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::int64_t& weight : weights[i]) {
        state = state * 1664525U + 1013904223U;
        weight = (state >> 24U) % 3U == 0 ? 0 : static_cast<std::int64_t>((state >> 16U) % 50U);
      }
    }
    std::int64_t best = 0;
    std::array<std::size_t, 5> order{};
    std::iota(order.begin(), order.end(), 0U);
    do {
      std::int64_t sum = 0;
      for (std::size_t i = 0; i < 5; ++i) sum += weights[i][order[i]];
      best = std::max(best, sum);
    } while (std::next_permutation(order.begin(), order.end()));
    std::int64_t upright = 0;
    for (const auto& [i, j] : assign(rows, 5, [&](std::size_t i, std::size_t j) { return weights[i][j]; })) {
      upright += weights[i][j];
    }
    std::int64_t turned = 0;
    for (const auto& [j, i] : assign(5, rows, [&](std::size_t j, std::size_t i) { return weights[i][j]; })) {
      turned += weights[i][j];
    }
    EXPECT_EQ(upright, best);
    EXPECT_EQ(turned, best);
  }
}

TEST(GoldCompare, IssuesByIdElseByHalfOfTheWords) {
  const auto same = [](const Issue& a, const Issue& b) { return same_issue(a, b); };
  EXPECT_TRUE(same({"water", "x"}, {"water", "y"}));
  EXPECT_FALSE(same({"water", "x"}, {"gas", "x"}));
  EXPECT_TRUE(same({"water", "Water from the rivers"}, {std::nullopt, "the river"}));
  EXPECT_FALSE(same({std::nullopt, "the gas of Turkmenistan"}, {std::nullopt, "the water of Tajikistan"}));
  EXPECT_FALSE(same_issue(Issue{"water", "x"}, std::nullopt));
}

TEST(GoldCompare, SpansShareCodePointsOnce) {
  const Spans a = merged({{10, 20}, {0, 5}, {15, 25}, {7, 7}});
  EXPECT_EQ(size_of(a), 20);                                              // 0 to 5, 10 to 25
  EXPECT_EQ(shared(a, merged({{3, 12}, {24, 30}})), 5);                   // 3 to 5, 10 to 12, 24 to 25
  EXPECT_EQ(size_of(without(a, merged({{2, 3}, {0, 1}, {12, 40}}))), 5);  // 1 to 2, 3 to 5, 10 to 12
}

TEST(GoldQuotations, MustStandInTheText) {
  Event quoting = event("ACCUSE", "KAZ", "KGZ", {0, 4});
  quoting.evidence[0].text = "Œuvr";
  EXPECT_TRUE(check_quotations("Œuvres", quoting).has_value());
  quoting.evidence[0].text = "uvre";
  EXPECT_FALSE(check_quotations("Œuvres", quoting).has_value());
  quoting.evidence[0].span = {3, 7};
  EXPECT_FALSE(check_quotations("Œuvres", quoting).has_value());
}

}  // namespace
}  // namespace entente
