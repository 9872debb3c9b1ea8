// What reviewers say lies over what was coded: in every table, in both views, and in whatever account comes of it.
#include "ledger/review_fixture.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

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
  for (const char* const code : {"4x", "4", "00", "21", "99", "999", "04211"}) {
    EXPECT_THAT(correction("cameo", code), HasSubstr("from 01 to 20")) << code;
  }
  EXPECT_THAT(correction("actor", "AZE:GVO"), HasSubstr("no sector GVO; expected AGR, BUS"));
  EXPECT_THAT(correction("recipient", "TUR, AZE:XYZ"), HasSubstr("no sector XYZ"));
  EXPECT_THAT(correction("actor", "AZE\xFF"), HasSubstr("UTF-8"));
  Review unreadable = review("le_0000000000000001", Verdict::kAccepted);
  unreadable.reviewer = "Ada\xC3";
  EXPECT_THAT(add_reviews(*ledger_, {unreadable}).error().message, HasSubstr("UTF-8"));
  unreadable.reviewer = "Ada", unreadable.note = "\xFFseen";
  EXPECT_THAT(add_reviews(*ledger_, {unreadable}).error().message, HasSubstr("UTF-8"));
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
  query.limit = 1;
  EXPECT_THAT(to_review(query), ElementsAre("le_0000000000000004"));
  query.parties = {"AZ\xFF"};
  EXPECT_FALSE(accounts_to_review(*ledger_, query));
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
