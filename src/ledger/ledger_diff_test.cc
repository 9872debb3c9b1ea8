// What differs between two ledgers is told with its cause; what does not is counted and told no more.
#include "entente/ledger_diff.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "entente/review.h"
#include "ledger/ledger_impl.h"
#include "store/database.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const EngineStamp kStamp{"1", "model", "tables", {{"cameo", "1.1b3"}}};

Actor state(const std::string& code) {
  Actor actor;
  actor.name = actor.text = code;
  actor.code = actor.country = code;
  actor.via = "name";
  return actor;
}

Article article(const std::string& id, const std::string& text = "The envoys met in the old palace, and met again.") {
  Article made;
  made.id = id;
  made.text = text;
  made.published = "2026-03-12";
  return made;
}

Event event(const Article& article, const std::string& id, const std::string& type, int from = 0) {
  Event made;
  made.id = id;
  made.article = article.id;
  made.type = type;
  made.status = "actual";
  made.actor = {state("AZE")}, made.recipient = {state("TUR")};
  made.confidence = 0.7;
  made.evidence = {{0, {from, from + 10}, article.text.substr(static_cast<std::size_t>(from), 10)}};
  made.why = {{"lexicon:" + type, "", std::nullopt}};
  return made;
}

// The second ledger is in PostgreSQL where there is one.
class DiffTest : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const bool postgres = std::string(GetParam()) == "postgres";
    if (postgres && std::getenv("ENTENTE_TEST_POSTGRES") == nullptr) {
      GTEST_SKIP() << "ENTENTE_TEST_POSTGRES names no database";
    }
    a_ = made(::testing::TempDir() + "diff_a.db", true);
    b_ = made(postgres ? std::getenv("ENTENTE_TEST_POSTGRES") : ::testing::TempDir() + "diff_b.db", false);
  }
  // `b` keeps no text: the words come from the other.
  static std::unique_ptr<Ledger> made(const std::string& location, bool keep_text) {
    if (is_postgres(location)) {
      const auto database = open_database(location, Access::kCreate);
      EXPECT_TRUE(database && (*database)->run_script("DROP SCHEMA IF EXISTS entente CASCADE"));
    } else {
      for (const char* const end : {"", "-wal", "-shm"}) std::filesystem::remove(location + end);
    }
    LedgerOptions options{LedgerOptions::Use::kCreate, ENTENTE_SOURCE_DIR "/knowledge", keep_text};
    auto opened = Ledger::open(location, options);
    EXPECT_TRUE(opened) << opened.error().to_string();
    return *std::move(opened);
  }
  static void add(Ledger& ledger, const Article& told, const std::vector<Record>& records,
                  const EngineStamp& stamp = kStamp) {
    ASSERT_TRUE(ledger.add(ledger.prepare(told, records), stamp));
    ASSERT_TRUE(ledger.join({}));
  }
  LedgerDiff diff() {
    changes_.clear();
    const auto found =
        diff_ledgers(*a_, *b_, {}, [&](const LedgerChange& change) { return changes_.push_back(change), true; });
    EXPECT_TRUE(found) << found.error().to_string();
    return found ? *found : LedgerDiff();
  }
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> lines;
    for (const LedgerChange& change : changes_) {
      std::string line = change.cause + " " + change.kind + " " + change.change + " " + change.article;
      for (const FieldDiff& field : change.fields) line += " " + field.field + ":" + field.a + ">" + field.b;
      lines.push_back(line);
    }
    return lines;
  }

  std::unique_ptr<Ledger> a_, b_;
  std::vector<LedgerChange> changes_;
};

TEST_P(DiffTest, TheSameIsToldAsTheSame) {
  for (Ledger* const ledger : {a_.get(), b_.get()}) {
    add(*ledger, article("x"), {event(article("x"), "ev_0000000000000001", "CONSULT")});
    add(*ledger, article("y"), {});
  }
  const LedgerDiff found = diff();
  EXPECT_THAT(told(), IsEmpty());
  EXPECT_EQ(found.articles, 2);
  ASSERT_EQ(found.unchanged.size(), 1U);
  EXPECT_EQ(found.unchanged.front().count, 1);
  EXPECT_THAT(found.rules, IsEmpty());
}

TEST_P(DiffTest, EnginesAreToldAsTheyWereStored) {
  const Article told = article("a");
  add(*a_, told, {event(told, "ev_0000000000000001", "CONSULT")});
  add(*b_, told, {event(told, "ev_0000000000000001", "CONSULT")},
      {"1", "model", "tables", {{"cameo", "1.1b3"}, {"quad", "phoenix"}}});
  const auto compared = diff_ledgers(*a_, *b_, {}, [](const LedgerChange&) { return true; });
  ASSERT_TRUE(compared) << compared.error().to_string();
  ASSERT_EQ(compared->engines_a.size(), 1U);
  EXPECT_EQ(compared->engines_a.front().conventions, kStamp.conventions);
  ASSERT_EQ(compared->engines_b.size(), 1U);
  EXPECT_EQ(compared->engines_b.front().conventions.at("quad"), "phoenix");
}

TEST_P(DiffTest, ArticlesThatOneLacksOrThatReadOtherwise) {
  add(*a_, article("a"), {});
  add(*a_, article("b"), {event(article("b"), "ev_0000000000000001", "CONSULT")});
  add(*b_, article("b", "The envoys did not meet, as was told before."), {});
  add(*b_, article("c"), {});
  const LedgerDiff found = diff();
  EXPECT_THAT(told(),
              ElementsAre("article article gone a", "article article changed b text:>", "article article added c"));
  EXPECT_EQ(found.articles, 0);
}

TEST_P(DiffTest, WhatTheStampsTellIsTheCause) {
  const EngineStamp other{"1", "model", "other tables", kStamp.conventions};
  const Article told_of = article("x");
  Event changed = event(told_of, "ev_0000000000000001", "AGREE");
  changed.recipient = {state("RUS")};
  add(*a_, told_of,
      {event(told_of, "ev_0000000000000001", "CONSULT"), event(told_of, "ev_0000000000000002", "AID", 12)});
  add(*b_, told_of, {changed, event(told_of, "ev_0000000000000003", "PROTEST", 30)}, other);
  const LedgerDiff found = diff();
  EXPECT_THAT(told(), ElementsAre("knowledge event changed x type:CONSULT>AGREE recipient:TUR (TUR)>RUS (RUS)",
                                  "knowledge event gone x", "knowledge event added x"));
  EXPECT_EQ(changes_.front().rule_a, "lexicon:CONSULT");
  EXPECT_EQ(changes_.front().rule_b, "lexicon:AGREE");
  EXPECT_EQ(changes_.front().words, "The envoys");
  ASSERT_EQ(found.rules.size(), 3U);
  EXPECT_EQ(found.engines_b.front().knowledge, "other tables");
  EXPECT_EQ(found.counts.size(), 3U);
}

// Another span gives another id: what shares words is the same record.
TEST_P(DiffTest, RecordsAreMatchedByTheirWords) {
  const EngineStamp other{"2", "other model", "tables", kStamp.conventions};
  const Article told_of = article("x");
  add(*a_, told_of, {event(told_of, "ev_0000000000000001", "CONSULT", 4)});
  add(*b_, told_of, {event(told_of, "ev_0000000000000009", "CONSULT", 6)}, other);
  diff();
  EXPECT_THAT(told(), ElementsAre("engine+model event changed x evidence:4-14>6-16"));
}

TEST_P(DiffTest, ASmallDifferenceInConfidenceIsNone) {
  const Article told_of = article("x");
  Event surer = event(told_of, "ev_0000000000000001", "CONSULT");
  surer.confidence = 0.74;
  add(*a_, told_of, {event(told_of, "ev_0000000000000001", "CONSULT")});
  add(*b_, told_of, {surer});
  diff();
  EXPECT_THAT(told(), IsEmpty());
  const auto strict =
      diff_ledgers(*a_, *b_, {0.01}, [&](const LedgerChange& change) { return changes_.push_back(change), true; });
  ASSERT_TRUE(strict);
  EXPECT_THAT(told(), ElementsAre("unexplained event changed x confidence:70%>74%"));
}

TEST_P(DiffTest, ReviewsAreACauseOfTheirOwn) {
  const Article told_of = article("x");
  for (Ledger* const ledger : {a_.get(), b_.get()}) {
    add(*ledger, told_of, {event(told_of, "ev_0000000000000001", "CONSULT")});
  }
  const auto say = [](Ledger& ledger, Verdict verdict, std::vector<Correction> corrections) {
    ASSERT_TRUE(add_reviews(
        ledger, {{"le_0000000000000001", verdict, std::move(corrections), "Ada", "", "2026-03-20T10:00:00Z"}}));
  };
  say(*a_, Verdict::kRejected, {});
  say(*b_, Verdict::kCorrected, {{"type", "AID"}});
  diff();
  EXPECT_THAT(told(), ElementsAre("review event changed x type:>AID verdict:rejected>corrected"));
}

// The same records, joined otherwise.
TEST_P(DiffTest, JoiningIsACauseOfItsOwn) {
  const Article first = article("x"), second = article("y");
  for (Ledger* const ledger : {a_.get(), b_.get()}) {
    add(*ledger, first, {event(first, "ev_0000000000000001", "CONSULT")});
    add(*ledger, second, {event(second, "ev_0000000000000002", "CONSULT")});
  }
  diff();
  EXPECT_THAT(told(), IsEmpty());
  ASSERT_TRUE(b_->impl().database().run("UPDATE record SET account = key"));
  diff();
  EXPECT_THAT(told(), ElementsAre("joining event split y"));
  std::swap(a_, b_);
  diff();
  EXPECT_THAT(told(), ElementsAre("joining event merged y"));
}

// That one of two tellings is coded otherwise moves it to another account; that is no cause beside the other.
TEST_P(DiffTest, WhatFollowsFromAChangeIsNotToldTwice) {
  const Article first = article("x"), second = article("y");
  for (Ledger* const ledger : {a_.get(), b_.get()}) {
    add(*ledger, first, {event(first, "ev_0000000000000001", ledger == a_.get() ? "CONSULT" : "ASSAULT")});
    add(*ledger, second, {event(second, "ev_0000000000000002", "CONSULT")});
  }
  diff();
  EXPECT_THAT(told(), ElementsAre("unexplained event changed x type:CONSULT>ASSAULT"));
}

INSTANTIATE_TEST_SUITE_P(Both, DiffTest, ::testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace entente
