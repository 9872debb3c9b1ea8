// Questions to a small ledger, the same on SQLite and, where ENTENTE_TEST_POSTGRES names a database, on PostgreSQL.
#include "entente/questions.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "ledger/test_location.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

Actor actor(const std::string& name, const std::string& country, const std::string& sector) {
  Actor out;
  out.name = name;
  out.text = name;
  out.code = out.country = country;
  out.sector = sector;
  return out;
}

DateInterval day(const std::string& iso) { return {iso, iso, iso, "day"}; }

// With the words `words` of the article's text as evidence.
void set_common(RecordCommon& record, const std::string& id, const Article& article, const std::string& words) {
  record.id = id;
  record.article = article.id;
  record.published = article.published;
  record.confidence = 0.8;
  const auto begin = static_cast<std::int32_t>(article.text.find(words));
  record.evidence = {{0, {begin, begin + static_cast<std::int32_t>(words.size())}, words}};
}

Article article(const std::string& id, const std::string& published, const std::string& text) {
  Article out;
  out.id = id;
  out.published = published;
  out.publisher = "Wire " + id;
  out.title = "Title of " + id;
  out.text = text;
  return out;
}

class QuestionsTest : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (std::string(GetParam()) == "postgres" && std::getenv("ENTENTE_TEST_POSTGRES") == nullptr) {
      GTEST_SKIP() << "ENTENTE_TEST_POSTGRES names no database";
    }
    location_ = empty_location(GetParam(), "questions_test");
    fill();
    auto opened = Ledger::open(location_, LedgerOptions{});
    ASSERT_TRUE(opened) << opened.error().to_string();
    ledger_ = *std::move(opened);
  }

  void fill() {
    const std::unique_ptr<Ledger> ledger = created_ledger(location_);
    const auto add = [&](const Article& article, const std::vector<Record>& records) {
      ASSERT_TRUE(ledger->add(ledger->prepare(article, records), {"1.0", "model", "tables", {{"cameo", "1.1b3"}}}));
    };
    const Article talks = article("talks", "2022-03-12", "Ilham Aliyev met Vladimir Putin in Moscow. He was calm.");
    add(talks, {meeting(talks), statement(talks, "st_0000000000000001", "affirms", "He was calm")});
    const Article attack = article("attack", "2022-05-02", "Troops shelled a village. There was no calm at all.");
    add(attack, {shelling(attack), statement(attack, "st_0000000000000002", "denies", "There was no calm at all"),
                 treaty(attack)});
    // One statement in many copies, and another one in words that are much the same.
    for (int i = 0; i < 30; ++i) {
      const std::string name = "copy " + std::to_string(i);
      const Article copy = article(name, "2022-06-01", "The ambassador said that the harbour harbour would open.");
      Statement told = statement(copy, "st_00000000000001" + std::to_string(10 + i), "affirms", "harbour harbour");
      told.issue.reset();
      add(copy, {told});
    }
    const Article other = article("other", "2023-01-05", "A minister from elsewhere wished to see the harbour closed.");
    Statement wish = statement(other, "st_0000000000000200", "demands", "the harbour closed");
    wish.issue.reset(), wish.speaker = actor("A minister", "TUR", "GOV");
    Event visit = meeting(other);
    set_common(visit, "ev_0000000000000200", other, "A minister from elsewhere");
    visit.actor = {actor("A minister", "TUR", "GOV")}, visit.recipient = {actor("A minister", "IRN", "GOV")};
    visit.reciprocal = false, visit.status = "future", visit.date = day("2023-02-01");
    add(other, {wish, visit});
    ASSERT_TRUE(ledger->join([](const JoinProgress&) { return true; }));
  }

  static Event meeting(const Article& article) {
    Event event;
    set_common(event, "ev_0000000000000001", article, "Ilham Aliyev met Vladimir Putin in Moscow");
    event.type = "CONSULT";
    event.cameo = "042";
    event.quad = 1;
    event.goldstein = 1.9;
    event.score = 2.0;
    event.actor = {actor("Ilham Aliyev", "AZE", "GOV"), actor("Vladimir Putin", "RUS", "GOV")};
    event.reciprocal = true;
    event.date = day("2022-03-11");
    event.place = Place{"Moscow", "RUS", {}, {}, "Moscow"};
    event.status = "actual";
    return event;
  }
  static Event shelling(const Article& article) {
    Event event;
    set_common(event, "ev_0000000000000002", article, "Troops shelled a village");
    event.type = "ASSAULT";
    event.cameo = "194";
    event.quad = 4;
    event.goldstein = -10;
    event.actor = {actor("troops", "RUS", "MIL")};
    event.recipient = {actor("a village", "AZE", "CVL")};
    event.date = day("2022-05-01");
    event.status = "actual";
    return event;
  }
  static Statement statement(const Article& article, const std::string& id, const std::string& stance,
                             const std::string& words) {
    Statement out;
    set_common(out, id, article, words);
    out.speaker = actor("Sergey Lavrov", "RUS", "GOV");
    out.content = {words, out.evidence.front().span};
    out.issue = Issue{std::nullopt, "the calm at the border"};
    out.stance = stance;
    out.manner = "indirect";
    return out;
  }
  static Agreement treaty(const Article& article) {
    Agreement out;
    set_common(out, "ag_0000000000000001", article, "Troops shelled");
    out.form = "treaty";
    out.status = "violated";
    out.parties = {actor("Russia", "RUS", "GOV"), actor("Azerbaijan", "AZE", "GOV")};
    return out;
  }

  std::vector<std::string> events(const EventQuery& query) {
    std::vector<std::string> types;
    const Status done = each_event(*ledger_, query, [&](const LedgerEvent& event) {
      types.push_back(event.event.type);
      EXPECT_THAT(event.id, StartsWith("le_"));
      EXPECT_FALSE(event.event.evidence.front().text.empty());
      return true;
    });
    EXPECT_TRUE(done) << done.error().to_string();
    const auto count = count_of(*ledger_, query, 0);
    EXPECT_TRUE(count) << count.error().to_string();
    if (count && *count && query.limit == 0) {
      EXPECT_EQ(**count, std::ssize(types));
    }
    return types;
  }
  static EventQuery query(const std::vector<std::string>& actors, const std::vector<std::string>& recipients = {},
                          const std::vector<std::string>& parties = {}) {
    EventQuery out;
    out.actors = actors;
    out.recipients = recipients;
    out.parties = parties;
    return out;
  }

  std::string location_;
  std::unique_ptr<Ledger> ledger_;
};

TEST_P(QuestionsTest, EventsAreFoundByWhoAndNewestFirst) {
  EXPECT_THAT(events({}), ElementsAre("ASSAULT", "CONSULT"));
  EXPECT_THAT(events(query({"AZE"})), ElementsAre("CONSULT"));
  EXPECT_THAT(events(query({"RUS"})), ElementsAre("ASSAULT", "CONSULT"));
  EXPECT_THAT(events(query({"AZE"}, {"RUS"})), ElementsAre("CONSULT")) << "a joint act has its parties on both sides";
  EXPECT_THAT(events(query({}, {}, {"AZE", "ARM"})), ElementsAre("ASSAULT", "CONSULT"));
  EXPECT_THAT(events(query({}, {}, {"RUS:MIL"})), ElementsAre("ASSAULT"));
  EXPECT_THAT(events(query({}, {}, {"aliyev"})), ElementsAre("CONSULT"));
  EXPECT_THAT(events(query({"RUS"}, {}, {"ARM"})), IsEmpty());
}

TEST_P(QuestionsTest, EventsAreFoundByWhatAndWhen) {
  EventQuery asked;
  asked.types = {"194"};
  EXPECT_THAT(events(asked), ElementsAre("ASSAULT"));
  asked.types = {"04", "ASSAULT"};
  EXPECT_THAT(events(asked), ElementsAre("ASSAULT", "CONSULT"));
  asked.until = "2022-03";
  EXPECT_THAT(events(asked), ElementsAre("CONSULT"));
  asked.countries = {"AZE"};
  EXPECT_THAT(events(asked), IsEmpty());
  EventQuery first;
  first.limit = 1;
  EXPECT_THAT(events(first), ElementsAre("ASSAULT"));
  EventQuery never = query({"AZE"}, {"RUS"});
  never.statuses = {"negated"};
  EXPECT_THAT(events(never), IsEmpty());
}

TEST_P(QuestionsTest, WhatCannotBeMeantIsTold) {
  const auto code_of = [&](const EventQuery& asked) {
    const Status done = each_event(*ledger_, asked, [](const LedgerEvent&) { return true; });
    return done ? ErrorCode::kInternal : done.error().code;
  };
  EventQuery asked;
  asked.since = "2022-13";
  EXPECT_EQ(code_of(asked), ErrorCode::kUsage);
  asked = {};
  asked.statuses = {"done"};
  EXPECT_EQ(code_of(asked), ErrorCode::kUsage);
  asked = {};
  asked.types = {"talks"};
  EXPECT_EQ(code_of(asked), ErrorCode::kUsage);
  asked = query({"AZE:"});
  EXPECT_EQ(code_of(asked), ErrorCode::kUsage);
}

TEST_P(QuestionsTest, ADyadHasGapsWhereNothingIsCovered) {
  DyadQuery asked;
  asked.actor = "RUS";
  asked.recipient = "AZE";
  const auto rows = dyad(*ledger_, asked);
  ASSERT_TRUE(rows) << rows.error().to_string();
  ASSERT_EQ(rows->size(), 3U);
  const DyadRow& march = rows->front();
  EXPECT_EQ(march.from, "2022-03-01");
  EXPECT_EQ(march.forth.quads.front(), 1);
  EXPECT_EQ(march.back.quads.front(), 1);
  EXPECT_EQ(march.events, 1) << "a joint act once";
  EXPECT_DOUBLE_EQ(march.forth.goldstein_sum, 1.9);
  EXPECT_FALSE((*rows)[1].covered);
  const DyadRow& may = rows->back();
  EXPECT_TRUE(may.covered);
  EXPECT_EQ(may.ledger_events, 1);
  EXPECT_EQ(may.forth.quads.back(), 1);
  EXPECT_EQ(may.back.events, 0);
  EXPECT_EQ(may.forth.with_score, 0);
}

// Coverage counts what happened: a share of that would be none.
TEST_P(QuestionsTest, ADyadOfWhatDidNotHappenHasNoShare) {
  DyadQuery asked;
  asked.actor = "TUR", asked.recipient = "IRN";
  asked.statuses = {"future"};
  const auto rows = dyad(*ledger_, asked);
  ASSERT_TRUE(rows) << rows.error().to_string();
  ASSERT_EQ(rows->size(), 1U);
  EXPECT_EQ(rows->front().events, 1);
  EXPECT_TRUE(rows->front().covered) << "the event itself is there, though nothing happened in that month";
  EXPECT_FALSE(rows->front().ledger_events);
}

TEST_P(QuestionsTest, StatementsAndTheirDispute) {
  StatementQuery asked;
  asked.issues = {"border calm"};
  asked.speakers = {"lavrov"};
  asked.stances = {"denies"};
  std::vector<std::string> words;
  ASSERT_TRUE(each_statement(*ledger_, asked, [&](const LedgerStatement& statement) {
    words.push_back(statement.statement.content.text);
    return true;
  }));
  EXPECT_THAT(words, ElementsAre("There was no calm at all"));
  EXPECT_EQ(**count_of(*ledger_, asked, 0), 1);
}

TEST_P(QuestionsTest, AgreementsHaveTheirSteps) {
  AgreementQuery asked;
  asked.parties = {"AZE"};
  asked.statuses = {"violated"};
  int found = 0;
  ASSERT_TRUE(each_agreement(*ledger_, asked, [&](const AgreementThread& thread) {
    ++found;
    EXPECT_EQ(thread.steps.size(), 1U);
    EXPECT_EQ(thread.steps.front().status, "violated");
    return true;
  }));
  EXPECT_EQ(found, 1);
}

TEST_P(QuestionsTest, WordsAreFoundInStatementsAndArticles) {
  const auto hits = search(*ledger_, "calm", 10);
  ASSERT_TRUE(hits) << hits.error().to_string();
  ASSERT_EQ(hits->size(), 4U);
  EXPECT_EQ(hits->front().kind, "statement");
  EXPECT_THAT(hits->front().snippet, HasSubstr("\x02"
                                               "calm"));
  const auto phrase = search(*ledger_, "\"shelled a village\"", 10);
  ASSERT_TRUE(phrase) << phrase.error().to_string();
  ASSERT_EQ(phrase->size(), 1U);
  EXPECT_EQ(phrase->front().id, "attack");
  EXPECT_FALSE(search(*ledger_, "\" ? \"", 10));
}

// Thirty copies of one statement are one hit, and leave room for the other.
TEST_P(QuestionsTest, CopiesDoNotFillTheList) {
  for (const std::int64_t limit : {std::int64_t{2}, std::int64_t{5}, INT64_MAX}) {
    const auto hits = search(*ledger_, "harbour", limit);
    ASSERT_TRUE(hits) << hits.error().to_string();
    std::vector<std::string> statements;
    for (const SearchHit& hit : *hits) {
      if (hit.kind == "statement") statements.push_back(hit.id);
    }
    if (limit == 2) {
      EXPECT_EQ(hits->size(), 2U);
    } else {
      EXPECT_THAT(statements, ElementsAre("ls_0000000000000110", "ls_0000000000000200"));
    }
  }
  EXPECT_EQ(search(*ledger_, "har\xFF", 5).error().code, ErrorCode::kUsage);
}

TEST_P(QuestionsTest, AnAccountIsShownByItsIdAndByThatOfARecord) {
  std::string account;
  ASSERT_TRUE(each_event(*ledger_, query({"AZE"}), [&](const LedgerEvent& event) {
    account = event.id;
    return true;
  }));
  for (const std::string& id : {account, std::string("ev_0000000000000001")}) {
    const auto shown = show(*ledger_, id);
    ASSERT_TRUE(shown) << shown.error().to_string();
    EXPECT_EQ(std::get<LedgerEvent>(shown->account).id, account);
    ASSERT_EQ(shown->sources.size(), 1U);
    EXPECT_EQ(shown->sources.front().stamp->conventions.at("cameo"), "1.1b3");
    EXPECT_THAT(*shown->sources.front().text, StartsWith("Ilham"));
  }
  EXPECT_EQ(show(*ledger_, "le_0000000000000abc").error().code, ErrorCode::kUsage);
  EXPECT_EQ(show(*ledger_, "nonsense").error().code, ErrorCode::kUsage);
}

INSTANTIATE_TEST_SUITE_P(Both, QuestionsTest, ::testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace entente
