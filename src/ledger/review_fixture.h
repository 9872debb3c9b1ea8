// A ledger that is reviewed, and short ways to ask what its tables hold: for the tests of reviews.
#ifndef ENTENTE_LEDGER_REVIEW_FIXTURE_H_
#define ENTENTE_LEDGER_REVIEW_FIXTURE_H_

#include <gmock/gmock.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "entente/review.h"
#include "ledger/ledger_impl.h"
#include "ledger/test_ledger.h"
#include "ledger/test_location.h"
#include "store/body.h"

namespace entente {

inline const EngineStamp kReviewStamp{"0", "model", "tables", {{"cameo", "1.1b3"}}};

inline Article article(const std::string& id, const std::string& text, const std::string& publisher) {
  Article made;
  made.id = id;
  made.text = text;
  made.published = "2026-03-12";
  made.publisher = publisher;
  return made;
}

template <class Kind>
Kind finished(Kind record, const Article& article, const std::string& id) {
  record.id = id;
  record.article = article.id;
  record.published = article.published;
  record.confidence = 0.7;
  record.evidence = {{0, {0, 20}, article.text.substr(0, 20)}};
  record.why = {{"lexicon:meet", "", std::nullopt}};
  return record;
}

inline Event met() {
  Event event;
  event.type = "CONSULT";
  event.cameo = "042";
  event.quad = 1;
  event.goldstein = 1.9;
  event.score = 3;
  event.status = "actual";
  event.actor = {state("AZE")}, event.recipient = {state("TUR")};
  event.date = DateInterval{"2026-03-11", "2026-03-11", "on Wednesday", "day"};
  return event;
}

inline Statement said(const std::string& speaker, const std::string& stance) {
  Statement statement;
  statement.speaker = state(speaker);
  statement.stance = stance;
  statement.issue = Issue{std::nullopt, "the corridor"};
  statement.about = {state("TUR")};  // an issue without an id is one among those that share a country
  statement.content = {"The corridor is open", {0, 20}};
  return statement;
}

class ReviewTest : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (std::string(GetParam()) == "postgres" && std::getenv("ENTENTE_TEST_POSTGRES") == nullptr) {
      GTEST_SKIP() << "ENTENTE_TEST_POSTGRES names no database";
    }
    ledger_ = created_ledger(empty_location(GetParam(), "review_test"));
  }

  void add(const Article& told, const std::vector<Record>& records) {
    const auto added = ledger_->add(ledger_->prepare(told, records), kReviewStamp);
    ASSERT_TRUE(added) << added.error().to_string();
    const Status joined = ledger_->join({});
    ASSERT_TRUE(joined) << joined.error().to_string();
  }
  static Review review(const std::string& id, Verdict verdict, std::vector<Correction> corrections = {}) {
    return {id, verdict, std::move(corrections), "Ada", "looked it up", "2026-03-20T10:00:00Z"};
  }
  void say(const std::string& id, Verdict verdict, std::vector<Correction> corrections = {}) {
    const Status added = add_reviews(*ledger_, {review(id, verdict, std::move(corrections))});
    ASSERT_TRUE(added) << added.error().to_string();
  }
  std::string refusal(const std::string& id, Verdict verdict, std::vector<Correction> corrections = {}) {
    const Status added = add_reviews(*ledger_, {review(id, verdict, std::move(corrections))});
    EXPECT_FALSE(added);
    if (!added) {
      EXPECT_EQ(added.error().code, ErrorCode::kUsage);
    }
    return added ? "" : added.error().message;
  }
  std::vector<std::string> rows(const std::string& sql, int columns) {
    std::vector<std::string> found;
    const Status read = ledger_->impl().database().run(sql, {}, [&](const Row& row) {
      std::string line;
      for (int i = 0; i < columns; ++i) {
        line += (i == 0 ? "" : " ") + (row.is_null(i) ? std::string("-") : std::string(row.text(i)));
      }
      found.push_back(line);
    });
    EXPECT_TRUE(read) << read.error().to_string();
    return found;
  }
  std::vector<std::string> events() {
    return rows(
        "SELECT CAST(layer AS TEXT), CAST(verdict AS TEXT), type, CAST(quad AS TEXT), CAST(mentions AS TEXT) FROM "
        "event ORDER BY key",
        5);
  }
  std::vector<std::string> dyads() {
    return rows("SELECT actor, recipient, CAST(layer AS TEXT), type FROM dyad ORDER BY actor, recipient, layer", 4);
  }
  std::vector<std::string> parties() {
    return rows("SELECT code, CAST(side AS TEXT) FROM party ORDER BY code, side, event", 2);
  }
  std::vector<std::string> coverage() {
    return rows("SELECT CAST(layer AS TEXT), CAST(events AS TEXT) FROM coverage ORDER BY day, layer", 2);
  }
  std::string dump() {
    std::string lines;
    const Status dumped = ledger_->dump([&](const std::string& line) { return lines += line, true; });
    EXPECT_TRUE(dumped) << dumped.error().to_string();
    return lines;
  }
  std::vector<std::string> to_review(const ReviewQuery& query = {}) {
    const auto ids = accounts_to_review(*ledger_, query);
    EXPECT_TRUE(ids) << ids.error().to_string();
    return ids ? *ids : std::vector<std::string>();
  }

  // The same meeting in two newspapers, and another one.
  void tell_of_meeting() {
    const Article first = article("a", "The president met his guest from Ankara on Wednesday.", "Northern Wire");
    add(first, {finished(met(), first, "ev_0000000000000001")});
  }
  void tell_of_accord() {
    const Article told = article("a", "The two states signed an accord on roads, and are allies.", "Northern Wire");
    Agreement agreement;
    agreement.form = "accord", agreement.status = "signed";
    agreement.parties = {state("AZE"), state("TUR")};
    Relation relation;
    relation.type = "alliance";
    relation.a = state("AZE"), relation.b = state("TUR");
    add(told, {finished(agreement, told, "ag_0000000000000001"), finished(relation, told, "re_0000000000000002")});
  }
  void retell() {
    const Article second = article("b", "A visitor of state was received with honours in the old palace.", "Herald");
    Event again = met();
    add(second, {finished(again, second, "ev_0000000000000000")});
  }

  std::unique_ptr<Ledger> ledger_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_REVIEW_FIXTURE_H_
