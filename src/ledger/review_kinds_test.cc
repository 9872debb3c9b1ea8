// Reviews of statements with their disputes, of agreements and of relations.
#include "entente/questions.h"
#include "ledger/hashing.h"
#include "ledger/review_fixture.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ReviewKindsTest : public ReviewTest {};

// A dispute is between statements as they stand corrected, at once.
TEST_P(ReviewKindsTest, DisputesFollowTheStatements) {
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

// Disputes are joined once for all reviews of a sheet: the same as one by one.
TEST_P(ReviewKindsTest, ManyAtOnceAreTheSameAsOneByOne) {
  const auto tell = [&] {
    for (int i = 0; i < 6; ++i) {
      const std::string name = std::to_string(i);
      const Article told = article(name, "The corridor is open, said number " + name + " of them.", "Wire " + name);
      add(told, {finished(said(i % 2 == 0 ? "AZE" : "ARM", i % 2 == 0 ? "affirms" : "denies"), told,
                          "st_000000000000000" + name)});
    }
  };
  const std::vector<Review> reviews = {review("st_0000000000000001", Verdict::kCorrected, {{"speaker", "GEO"}}),
                                       review("st_0000000000000002", Verdict::kRejected),
                                       review("st_0000000000000003", Verdict::kCorrected, {{"issue", "the lake"}}),
                                       review("st_0000000000000004", Verdict::kCorrected, {{"stance", "doubts"}})};
  tell();
  ASSERT_TRUE(add_reviews(*ledger_, reviews));
  const std::string at_once = dump();
  SetUp();
  tell();
  for (const Review& each : reviews) ASSERT_TRUE(add_reviews(*ledger_, {each}));
  EXPECT_EQ(dump(), at_once);
}

TEST_P(ReviewKindsTest, AgreementsAndRelations) {
  tell_of_accord();
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

// A corrected date is what questions by date go by, whatever is joined later.
TEST_P(ReviewKindsTest, CorrectedDatesAreTheDaysOfTheRow) {
  tell_of_accord();
  const auto days = [&](const std::string& table) {
    return rows(
        "SELECT CAST(layer AS TEXT), CAST(day AS TEXT), CAST(last_day AS TEXT) FROM " + table + " ORDER BY layer", 3);
  };
  const std::string day = std::to_string(day_number("2026-03-12"));
  const std::string other = std::to_string(day_number("2019-05-01")), end = std::to_string(day_number("2025-02-28"));
  say("la_0000000000000001", Verdict::kCorrected, {{"date", "2019-05-01"}});
  EXPECT_THAT(days("agreement"), ElementsAre("1 " + other + " " + other, "2 " + day + " " + day));
  EXPECT_THAT(rows("SELECT CAST(day AS TEXT) FROM agreement_party WHERE agreement > 0", 1), ElementsAre(other, other));
  say("lr_0000000000000002", Verdict::kCorrected, {{"since", "2019-05-01"}});
  EXPECT_THAT(days("relation"), ElementsAre("1 " + other + " -1000000", "2 " + day + " -1000000"));
  say("lr_0000000000000002", Verdict::kCorrected, {{"until", "2025-02-01/2025-02-28"}});
  EXPECT_THAT(days("relation"), ElementsAre("1 " + other + " " + end, "2 " + day + " -1000000"));
  AgreementQuery agreements;
  agreements.since = "2019", agreements.until = "2020";
  RelationQuery relations;
  relations.since = relations.until = "2022";
  int found = 0;
  ASSERT_TRUE(each_agreement(*ledger_, agreements, [&](const AgreementThread& thread) {
    EXPECT_EQ(thread.steps.back().date->from, "2019-05-01");
    return ++found > 0;
  }));
  ASSERT_TRUE(each_relation(*ledger_, relations, [&](const RelationInterval& interval) {
    EXPECT_EQ(interval.from, "2019-05-01");
    EXPECT_EQ(interval.to, "2025-02-28");
    return ++found > 0;
  }));
  EXPECT_EQ(found, 2);
  // Joined anew and accepted, the days are those that were told.
  add(article("b", "Roads were closed on Friday, a newspaper wrote.", "Herald"), {});
  EXPECT_THAT(days("relation"), ElementsAre("1 " + other + " " + end, "2 " + day + " -1000000"));
  say("lr_0000000000000002", Verdict::kAccepted);
  say("la_0000000000000001", Verdict::kAccepted);
  EXPECT_THAT(days("relation"), ElementsAre("0 " + day + " -1000000"));
  EXPECT_THAT(days("agreement"), ElementsAre("0 " + day + " " + day));
}

INSTANTIATE_TEST_SUITE_P(Both, ReviewKindsTest, ::testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace entente
