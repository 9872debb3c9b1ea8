// What reviewers say lies over what was coded: in every table, in both views, and in whatever account comes of it.
#include "entente/review.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "ledger/ledger_impl.h"
#include "store/body.h"
#include "store/database.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const EngineStamp kStamp{"0", "model", "tables", {{"cameo", "1.1b3"}}};

Actor state(const std::string& code) {
  Actor actor;
  actor.name = actor.text = code;
  actor.code = actor.country = code;
  actor.sector = "GOV";
  actor.type = "state";
  actor.via = "name";
  return actor;
}

Article article(const std::string& id, const std::string& text, const std::string& publisher) {
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

Event met() {
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

Statement said(const std::string& speaker, const std::string& stance) {
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
    std::string location = ::testing::TempDir() + "review_test.db";
    if (std::string(GetParam()) == "sqlite") {
      for (const char* const end : {"", "-wal", "-shm"}) std::filesystem::remove(location + end);
    } else {
      location = std::getenv("ENTENTE_TEST_POSTGRES");
      const auto database = open_database(location, Access::kCreate);
      ASSERT_TRUE(database && (*database)->run_script("DROP SCHEMA IF EXISTS entente CASCADE"));
    }
    LedgerOptions options;
    options.use = LedgerOptions::Use::kCreate;
    options.knowledge_path = ENTENTE_SOURCE_DIR "/knowledge";
    auto opened = Ledger::open(location, options);
    ASSERT_TRUE(opened) << opened.error().to_string();
    ledger_ = *std::move(opened);
  }

  void add(const Article& told, const std::vector<Record>& records) {
    const auto added = ledger_->add(ledger_->prepare(told, records), kStamp);
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
  void retell() {
    const Article second = article("b", "A visitor of state was received with honours in the old palace.", "Herald");
    Event again = met();
    add(second, {finished(again, second, "ev_0000000000000000")});
  }

  std::unique_ptr<Ledger> ledger_;
};

TEST_P(ReviewTest, AcceptedStaysAsItIsInBothViews) {
  tell_of_meeting();
  say("le_0000000000000001", Verdict::kAccepted);
  EXPECT_THAT(events(), ElementsAre("0 1 CONSULT 1 1"));
  EXPECT_THAT(dyads(), ElementsAre("AZE TUR 0 CONSULT"));
  EXPECT_THAT(coverage(), ElementsAre("0 1"));
  EXPECT_THAT(to_review(), IsEmpty());
}

TEST_P(ReviewTest, CorrectedStandsBesideWhatWasCoded) {
  tell_of_meeting();
  say("le_0000000000000001", Verdict::kCorrected,
      {{"recipient", "RUS:GOV"}, {"quad", "2"}, {"type", "AID"}, {"date", "2026-03-10"}});
  EXPECT_THAT(events(), ElementsAre("2 2 CONSULT 1 1", "1 2 AID 2 1"));
  EXPECT_THAT(dyads(), ElementsAre("AZE RUS 1 AID", "AZE TUR 2 CONSULT"));
  EXPECT_THAT(parties(), ElementsAre("AZE 1", "AZE 1", "RUS 2", "TUR 2"));
  EXPECT_THAT(coverage(), ElementsAre("1 1", "2 1"));
  const auto item = review_item(*ledger_, "ev_0000000000000001");
  ASSERT_TRUE(item) << item.error().to_string();
  EXPECT_EQ(item->verdict, Verdict::kCorrected);
  EXPECT_EQ(field_value(item->record, "recipient"), "RUS:GOV");
  EXPECT_EQ(field_value(item->record, "goldstein"), "") << "it was that of the old type";
  EXPECT_EQ(field_value(item->record, "date"), "2026-03-10");
  EXPECT_EQ(std::get<Event>(item->record).evidence.front().text, "The president met hi");
}

TEST_P(ReviewTest, RejectedIsLeftAsCodedAlone) {
  tell_of_meeting();
  say("le_0000000000000001", Verdict::kRejected);
  EXPECT_THAT(events(), ElementsAre("2 3 CONSULT 1 1"));
  EXPECT_THAT(dyads(), ElementsAre("AZE TUR 2 CONSULT"));
  EXPECT_THAT(coverage(), ElementsAre("2 1"));
}

TEST_P(ReviewTest, TheLastWordCounts) {
  tell_of_meeting();
  say("le_0000000000000001", Verdict::kRejected);
  say("le_0000000000000001", Verdict::kCorrected, {{"status", "future"}});
  say("le_0000000000000001", Verdict::kCorrected, {{"recipient", "RUS"}});
  EXPECT_THAT(rows("SELECT status FROM event WHERE layer = 1", 1), ElementsAre("future")) << "field by field";
  EXPECT_THAT(dyads(), ElementsAre("AZE RUS 1 CONSULT", "AZE TUR 2 CONSULT"));
  say("le_0000000000000001", Verdict::kAccepted);
  EXPECT_THAT(events(), ElementsAre("0 1 CONSULT 1 1"));
  EXPECT_THAT(dyads(), ElementsAre("AZE TUR 0 CONSULT"));
  EXPECT_THAT(parties(), ElementsAre("AZE 1", "TUR 2"));
  EXPECT_THAT(coverage(), ElementsAre("0 1"));
}

// The retelling becomes the founder; what was said of the first telling is said of both.
TEST_P(ReviewTest, SurvivesALaterRetelling) {
  tell_of_meeting();
  say("le_0000000000000001", Verdict::kCorrected, {{"recipient", "RUS:GOV"}});
  retell();
  EXPECT_THAT(events(), ElementsAre("2 2 CONSULT 1 2", "1 2 CONSULT 1 2"));
  EXPECT_THAT(dyads(), ElementsAre("AZE RUS 1 CONSULT", "AZE TUR 2 CONSULT"));
  EXPECT_THAT(coverage(), ElementsAre("1 1", "2 1"));
  say("ev_0000000000000000", Verdict::kRejected);
  EXPECT_THAT(events(), ElementsAre("2 3 CONSULT 1 2"));
}

// Whether the word comes before the retelling or behind it.
TEST_P(ReviewTest, TheSameRowsWheneverItIsSaid) {
  tell_of_meeting();
  say("ev_0000000000000001", Verdict::kCorrected, {{"actor", "GEO"}});
  retell();
  const std::string before = dump();
  SetUp();
  tell_of_meeting();
  retell();
  say("ev_0000000000000001", Verdict::kCorrected, {{"actor", "GEO"}});
  const auto accounts = [](const std::string& lines) {
    const std::size_t from = lines.find("\nevent\t");
    return lines.substr(from, lines.find("\nreview\t") - from);
  };
  EXPECT_EQ(accounts(dump()), accounts(before));
}

TEST_P(ReviewTest, WhatCannotBeSaidIsRefusedAndNothingIsWritten) {
  tell_of_meeting();
  const std::string before = dump();
  EXPECT_THAT(refusal("le_00000000000000ff", Verdict::kAccepted), HasSubstr("no account"));
  EXPECT_THAT(refusal("nonsense", Verdict::kAccepted), HasSubstr("expected an id as le_"));
  EXPECT_THAT(refusal("le_0000000000000001", Verdict::kNone), HasSubstr("accepted, corrected, rejected"));
  EXPECT_THAT(refusal("le_0000000000000001", Verdict::kCorrected), HasSubstr("expected a field"));
  EXPECT_THAT(refusal("le_0000000000000001", Verdict::kRejected, {{"type", "AID"}}), HasSubstr("no other values"));
  const auto correction = [&](const std::string& field, const std::string& value) {
    return refusal("le_0000000000000001", Verdict::kCorrected, {{field, value}});
  };
  EXPECT_THAT(correction("colour", "red"), HasSubstr("expected type, mode, cameo"));
  EXPECT_THAT(correction("type", "DANCE"), HasSubstr("expected ACCUSE, AGREE, AID"));
  EXPECT_THAT(correction("status", "Actual"), HasSubstr("expected actual, future"));
  EXPECT_THAT(correction("quad", "5"), HasSubstr("expected 1, 2, 3, 4"));
  EXPECT_THAT(correction("goldstein", "nan"), HasSubstr("from -10 to 10"));
  EXPECT_THAT(correction("goldstein", "11"), HasSubstr("from -10 to 10"));
  EXPECT_THAT(correction("cameo", "4x"), HasSubstr("digits"));
  EXPECT_THAT(correction("actor", "Azerbaijan"), HasSubstr("AZE:GOV, TUR"));
  EXPECT_THAT(correction("date", "2026-02-30"), HasSubstr("a day"));
  EXPECT_THAT(correction("date", "2026-03-02/2026-03-01"), HasSubstr("a day"));
  EXPECT_THAT(correction("date", "2026-03-02T10:00"), HasSubstr("a day"));
  // The second of two is wrong: the first is not written either.
  const Status both = add_reviews(*ledger_, {review("le_0000000000000001", Verdict::kAccepted),
                                             review("le_0000000000000001", Verdict::kCorrected, {{"type", "DANCE"}})});
  EXPECT_FALSE(both);
  EXPECT_EQ(dump(), before);
}

// A dispute is between statements as they stand corrected, at once.
TEST_P(ReviewTest, DisputesFollowTheStatements) {
  const Article first = article("a", "The corridor is open, the minister in Baku told reporters.", "Northern Wire");
  const Article second = article("b", "The corridor is open: no such thing, said a spokesman in Yerevan.", "Herald");
  add(first, {finished(said("AZE", "affirms"), first, "st_0000000000000001")});
  add(second, {finished(said("ARM", "denies"), second, "st_0000000000000002")});
  const auto disputes = [&] { return rows("SELECT speaker_a, speaker_b, CAST(verdict AS TEXT) FROM dispute", 3); };
  ASSERT_EQ(disputes().size(), 1U);
  say("ls_0000000000000002", Verdict::kCorrected, {{"stance", "affirms"}});
  EXPECT_THAT(disputes(), IsEmpty());
  say("ls_0000000000000002", Verdict::kCorrected, {{"stance", "denies"}, {"speaker", "GEO"}});
  ASSERT_EQ(disputes().size(), 1U);
  EXPECT_THAT(disputes().front(), HasSubstr("GEO"));
  say("ls_0000000000000001", Verdict::kRejected);
  EXPECT_THAT(disputes(), IsEmpty());
  say("ls_0000000000000001", Verdict::kAccepted);
  ASSERT_EQ(disputes().size(), 1U);

  std::string id;
  ASSERT_TRUE(ledger_->impl().database().run("SELECT id FROM dispute", {},
                                             [&](const Row& row) { id = id_text("ld_", row.integer(0)); }));
  EXPECT_THAT(refusal(id, Verdict::kCorrected, {{"issue", "x"}}), HasSubstr("a dispute has no fields"));
  say(id, Verdict::kRejected);
  EXPECT_THAT(disputes(), ElementsAre(HasSubstr(" 3")));
  EXPECT_THAT(rows("SELECT CAST(count(*) AS TEXT) FROM dirty", 1), ElementsAre("0"));
}

TEST_P(ReviewTest, AgreementsAndRelations) {
  const Article told = article("a", "The two states signed an accord on roads, and are allies.", "Northern Wire");
  Agreement agreement;
  agreement.form = "accord", agreement.status = "signed";
  agreement.parties = {state("AZE"), state("TUR")};
  Relation relation;
  relation.type = "alliance";
  relation.a = state("AZE"), relation.b = state("TUR");
  add(told, {finished(agreement, told, "ag_0000000000000001"), finished(relation, told, "re_0000000000000002")});
  EXPECT_THAT(to_review(), ElementsAre("la_0000000000000001", "lr_0000000000000002"));
  say("la_0000000000000001", Verdict::kCorrected, {{"parties", "AZE, GEO"}, {"form", "treaty"}});
  EXPECT_THAT(rows("SELECT CAST(layer AS TEXT), form FROM agreement ORDER BY layer", 2),
              ElementsAre("1 treaty", "2 accord"));
  EXPECT_THAT(rows("SELECT code FROM agreement_party ORDER BY code", 1), ElementsAre("AZE", "AZE", "GEO", "TUR"));
  say("lr_0000000000000002", Verdict::kCorrected, {{"type", "rivalry"}, {"b", "IRN"}, {"trend", "deepening"}});
  EXPECT_THAT(rows("SELECT CAST(layer AS TEXT), type, a, b, trend FROM relation ORDER BY layer", 5),
              ElementsAre("1 rivalry AZE IRN deepening", "2 alliance AZE TUR -"));
  say("lr_0000000000000002", Verdict::kRejected);
  EXPECT_THAT(rows("SELECT CAST(layer AS TEXT), type FROM relation", 2), ElementsAre("2 alliance"));
}

TEST_P(ReviewTest, AllThatWasSaidIsKeptAndCounted) {
  tell_of_meeting();
  say("le_0000000000000001", Verdict::kCorrected, {{"type", "AID"}, {"quad", "2"}, {"mode", ""}});
  say("le_0000000000000001", Verdict::kRejected);
  std::vector<PastReview> past;
  ASSERT_TRUE(each_review(*ledger_, [&](const PastReview& each) { return past.push_back(each), true; }));
  ASSERT_EQ(past.size(), 2U);
  EXPECT_EQ(past[0].id, "le_0000000000000001");
  EXPECT_EQ(past[0].record, "ev_0000000000000001");
  EXPECT_EQ(past[0].kind, "event");
  EXPECT_EQ(past[0].corrections.size(), 3U);
  EXPECT_EQ(past[1].verdict, Verdict::kRejected);
  EXPECT_EQ(past[1].note, "looked it up");
  EXPECT_TRUE(past[1].current);
  const auto tallies = review_tallies(*ledger_);
  ASSERT_TRUE(tallies) << tallies.error().to_string();
  ASSERT_EQ(tallies->size(), 1U);
  EXPECT_EQ(tallies->front().type, "CONSULT") << "as it was coded";
  EXPECT_EQ(tallies->front().rejected, 1);
  EXPECT_EQ(tallies->front().corrected, 0);
}

TEST_P(ReviewTest, FindsWhatIsToBeReviewed) {
  const Article told = article("a", "Ministers met. Others met as well, and others still.", "Northern Wire");
  std::vector<Record> records;
  for (int i = 1; i <= 4; ++i) {
    Event event = finished(met(), told, "ev_000000000000000" + std::to_string(i));
    event.actor = {state(i % 2 == 0 ? "AZE" : "ARM")};
    event.recipient = {state("R" + std::to_string(i) + "S")};
    event.date = DateInterval{"2026-03-0" + std::to_string(i), "2026-03-0" + std::to_string(i), "that day", "day"};
    event.confidence = 0.2 * i;
    records.push_back(event);
  }
  add(told, records);
  EXPECT_THAT(to_review(),
              ElementsAre("le_0000000000000004", "le_0000000000000003", "le_0000000000000002", "le_0000000000000001"));
  ReviewQuery query;
  query.parties = {"AZE"};
  EXPECT_THAT(to_review(query), ElementsAre("le_0000000000000004", "le_0000000000000002"));
  query.max_confidence = 0.4;
  EXPECT_THAT(to_review(query), ElementsAre("le_0000000000000002"));
  query = {};
  query.since = "2026-03-02", query.until = "2026-03-03";
  EXPECT_THAT(to_review(query), ElementsAre("le_0000000000000003", "le_0000000000000002"));
  query = {};
  query.types = {"AGREE"};
  EXPECT_THAT(to_review(query), IsEmpty());
  query = {};
  query.sample = 2;
  const std::vector<std::string> sample = to_review(query);
  EXPECT_EQ(sample.size(), 2U);
  EXPECT_EQ(to_review(query), sample);
  say("le_0000000000000004", Verdict::kRejected);
  EXPECT_EQ(to_review().size(), 3U);
  query = {};
  query.reviewed_too = true;
  EXPECT_EQ(to_review(query).size(), 4U);
  query.since = "tomorrow";
  EXPECT_FALSE(accounts_to_review(*ledger_, query));
}

INSTANTIATE_TEST_SUITE_P(Both, ReviewTest, ::testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace entente
