// Every question for events answers what a plain filter over all events does: windows of days, pages, ties, both views.
#include <gmock/gmock.h>

#include <set>

#include "ledger/made_ledger.h"

namespace entente {
namespace {

class MadeEventsTest : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (std::string(GetParam()) == "postgres" && std::getenv("ENTENTE_TEST_POSTGRES") == nullptr) {
      GTEST_SKIP() << "ENTENTE_TEST_POSTGRES names no database";
    }
    made_ = &made_ledger(GetParam());
  }
  [[nodiscard]] Ledger& ledger() const { return *made_->ledger; }

  MadeLedger* made_ = nullptr;
};

bool is_done(const std::string& status) { return status == "actual" || status == "historical"; }

std::vector<Actor> both(const std::vector<Actor>& a, const std::vector<Actor>& b) {
  std::vector<Actor> all = a;
  all.insert(all.end(), b.begin(), b.end());
  return all;
}
// A joint act's parties are on both sides.
std::vector<Actor> recipients_of(const Event& event) {
  return event.reciprocal ? both(event.recipient, event.actor) : event.recipient;
}

bool is_of_type(const Event& event, const std::string& type) {
  const bool cameo = std::isdigit(static_cast<unsigned char>(type.front())) != 0;
  return cameo ? event.cameo.value_or("").starts_with(type) : event.type == type;
}

bool is_meant(const EventQuery& query, const LedgerEvent& account) {
  const Event& event = account.event;
  const bool type = query.types.empty() || std::any_of(query.types.begin(), query.types.end(),
                                                       [&](const auto& each) { return is_of_type(event, each); });
  const bool status = query.statuses.empty() ? is_done(event.status) : is_in(query.statuses, event.status);
  const bool quad =
      query.quads.empty() || (event.quad && std::count(query.quads.begin(), query.quads.end(), *event.quad) > 0);
  const bool where =
      query.countries.empty() || (event.place && event.place->country && is_in(query.countries, *event.place->country));
  return type && status && quad && where && (query.actors.empty() || any_is_meant(event.actor, query.actors)) &&
         (query.recipients.empty() || any_is_meant(recipients_of(event), query.recipients)) &&
         (query.parties.empty() || any_is_meant(both(event.actor, event.recipient), query.parties)) &&
         is_sure(query, account, event.confidence);
}

TEST_P(MadeEventsTest, AllOfThemAreThereNewestFirst) {
  for (const bool as_coded : {false, true}) {
    const MadeView& view = made_->view(as_coded);
    EXPECT_GT(view.events.size(), 200U);
    const auto count =
        ledger().impl().database().find_integer(as_coded ? "SELECT count(*) FROM event WHERE layer IN (0, 2)"
                                                         : "SELECT count(*) FROM event WHERE layer IN (0, 1)",
                                                {});
    EXPECT_EQ(**count, std::ssize(view.events));
    int ties = 0;
    for (std::size_t i = 1; i < view.events.size(); ++i) {
      const LedgerEvent& before = view.events[i - 1];
      const LedgerEvent& each = view.events[i];
      const std::int64_t later = view.days.at(before.id).first;
      const std::int64_t day = view.days.at(each.id).first;
      EXPECT_TRUE(later > day || (later == day && before.id < each.id)) << before.id << " " << each.id;
      ties += later == day ? 1 : 0;
    }
    EXPECT_GT(ties, 50);
    EXPECT_EQ(view.days.at(view.events.back().id).first, kUnknownDay) << "undated ones come last";
    for (const LedgerEvent& each : view.events) {
      const std::int64_t day = view.days.at(each.id).first;
      if (each.event.date && day != kUnknownDay) {
        EXPECT_EQ(day_of_table(day), *each.event.date->from) << each.id;
      }
      EXPECT_NE(each.verdict, Verdict::kRejected);
    }
  }
  EXPECT_GT(made_->coded.events.size(), made_->corrected.events.size()) << "some were rejected";
}

TEST_P(MadeEventsTest, AnyQuestionFindsWhatAPlainFilterDoes) {
  Dice dice(21);
  std::set<std::size_t> sizes;
  for (int i = 0; i < 250; ++i) {
    EventQuery query;
    dice.add_common(query);
    query.actors = dice.actors(3);
    query.recipients = dice.actors(4);
    query.types = dice.some(4, {"CONSULT", "AGREE", "ACCUSE", "ASSAULT", "AID", "04", "042", "19", "195"});
    query.statuses = dice.some(4, {"actual", "future", "historical", "negated", "hypothetical"});
    if (dice.one_in(6)) query.quads = {1 + dice.below(4), 2};
    query.countries = dice.some(6, {"AZE", "ARM", "TUR"});
    const MadeView& view = made_->view(query.as_coded);
    const auto expected = ids_where<LedgerEvent>(view.events, [&](const LedgerEvent& each) {
      return is_meant(query, each) && is_when(query, view, each.id, false);
    });
    sizes.insert(expected.size());
    expect_found<LedgerEvent>(ledger(), query, each_event, expected, i);
  }
  EXPECT_GT(*sizes.rbegin(), 64U) << "no query had more than a page";
  EXPECT_GT(sizes.size(), 20U);
}

struct Counted {
  std::array<std::int64_t, 4> quads{};
  std::int64_t events = 0, with_goldstein = 0, with_score = 0;
  double goldstein = 0, score = 0;
};
void count(const Event& event, Counted& side) {
  ++side.events;
  if (event.quad) ++side.quads.at(static_cast<std::size_t>(*event.quad - 1));
  if (event.goldstein) ++side.with_goldstein, side.goldstein += std::round(*event.goldstein * 10) / 10;
  if (event.score) ++side.with_score, side.score += std::round(*event.score * 10) / 10;
}
void expect_side(const DyadSide& side, const Counted& counted) {
  EXPECT_EQ(side.events, counted.events);
  EXPECT_EQ(side.quads, counted.quads);
  EXPECT_EQ(side.with_goldstein, counted.with_goldstein);
  EXPECT_NEAR(side.goldstein_sum, counted.goldstein, 1e-6);
  EXPECT_EQ(side.with_score, counted.with_score);
  EXPECT_NEAR(side.score_sum, counted.score, 1e-6);
}

TEST_P(MadeEventsTest, ADyadCountsWhatAPlainFilterDoes) {
  using By = DyadQuery::By;
  const std::vector<std::string> codes = {"AZE", "ARM", "TUR", "RUS", "GEO"};
  Dice dice(22);
  std::int64_t gaps = 0, shared = 0;
  for (int i = 0; i < 60; ++i) {
    DyadQuery query;
    query.actor = codes[static_cast<std::size_t>(dice.below(5))];
    query.recipient = query.actor == "AZE" ? "ARM" : "AZE";
    query.by = std::array<By, 3>{By::kDay, By::kMonth, By::kYear}.at(static_cast<std::size_t>(dice.below(3)));
    const std::size_t prefix = query.by == By::kDay ? 10 : query.by == By::kMonth ? 7 : 4;
    if (dice.one_in(3)) query.since = "2027-02-15", query.until = "2028-11";
    query.types = dice.some(3, {"CONSULT", "AGREE", "ACCUSE", "ASSAULT", "AID"});
    query.statuses = dice.some(3, {"actual", "future", "historical", "negated"});
    query.as_coded = dice.one_in(2);
    const bool done = std::all_of(query.statuses.begin(), query.statuses.end(), is_done);
    const MadeView& view = made_->view(query.as_coded);
    struct Period {
      Counted forth, back;
      std::int64_t events = 0, all = 0;
    };
    std::map<std::string, Period> periods;
    for (const LedgerEvent& each : view.events) {
      const std::string day = day_of_table(view.days.at(each.id).first);
      const Event& event = each.event;
      if (day.empty() || !is_since(day, query.since) || !is_until(day, query.until)) continue;
      Period& period = periods[day.substr(0, prefix)];
      period.all += is_done(event.status) ? 1 : 0;
      if (!is_in(query.types, event.type)) continue;
      if (query.statuses.empty() ? !is_done(event.status) : !is_in(query.statuses, event.status)) continue;
      const auto told = [&](const std::string& a, const std::string& b) {
        return any_is_meant(event.actor, {a}) && any_is_meant(recipients_of(event), {b});
      };
      const bool forth = told(query.actor, query.recipient), back = told(query.recipient, query.actor);
      if (forth) count(event, period.forth);
      if (back) count(event, period.back);
      period.events += forth || back ? 1 : 0;
    }
    const auto rows = dyad(ledger(), query);
    ASSERT_TRUE(rows) << rows.error().to_string();
    std::int64_t seen = 0, expected = 0;
    for (const auto& [from, period] : periods) expected += period.events;
    for (const DyadRow& row : *rows) {
      SCOPED_TRACE("query " + std::to_string(i) + " " + row.from);
      const Period period = periods[row.from.substr(0, prefix)];
      expect_side(row.forth, period.forth);
      expect_side(row.back, period.back);
      EXPECT_EQ(row.events, period.events);
      EXPECT_EQ(row.ledger_events, done ? std::optional<std::int64_t>(period.all) : std::nullopt);
      EXPECT_EQ(row.covered, period.all > 0 || period.events > 0);
      gaps += row.covered ? 0 : 1;
      shared += row.events;
      seen += row.events;
    }
    EXPECT_EQ(seen, expected) << "query " << i;
  }
  EXPECT_GT(gaps, 0);
  EXPECT_GT(shared, 100);
}

INSTANTIATE_TEST_SUITE_P(Both, MadeEventsTest, ::testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace entente
