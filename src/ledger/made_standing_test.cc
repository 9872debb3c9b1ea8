// Every question for statements, agreements, relations and disputes answers what a plain filter over all of them does;
// and so does the list of what is to be reviewed, and search.
#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "ledger/made_ledger.h"

namespace entente {
namespace {

class MadeStandingTest : public ::testing::TestWithParam<const char*> {
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

// By id, or by words of the label.
bool is_on(const std::optional<Issue>& issue, const std::vector<std::string>& asked) {
  if (asked.empty()) return true;
  if (!issue) return false;
  std::string label = issue->label;
  for (char& c : label) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return std::any_of(asked.begin(), asked.end(), [&](const std::string& each) {
    if (issue->id == each) return true;
    std::istringstream words(each);
    for (std::string word; words >> word;) {
      if (label.find(word) == std::string::npos) return false;
    }
    return true;
  });
}

// The day by which they are ordered stands in the tables.
template <class Kind>
void expect_order(const std::vector<Kind>& accounts, const MadeView& view, bool by_last) {
  for (std::size_t i = 1; i < accounts.size(); ++i) {
    const auto day = [&](const Kind& each) {
      return by_last ? view.days.at(each.id).second : view.days.at(each.id).first;
    };
    const Kind& before = accounts[i - 1];
    EXPECT_TRUE(day(before) > day(accounts[i]) || (day(before) == day(accounts[i]) && before.id < accounts[i].id));
  }
}

TEST_P(MadeStandingTest, Statements) {
  Dice dice(31);
  std::size_t found = 0;
  for (const bool as_coded : {false, true})
    expect_order(made_->view(as_coded).statements, made_->view(as_coded), false);
  for (int i = 0; i < 150; ++i) {
    StatementQuery query;
    dice.add_common(query);
    query.speakers = dice.actors(3);
    query.issues = dice.some(3, {"corridor", "the border", "issue:roads", "lake", "posts", "nothing"});
    query.stances = dice.some(4, {"affirms", "denies", "supports", "opposes", "demands"});
    const MadeView& view = made_->view(query.as_coded);
    const auto expected = ids_where<LedgerStatement>(view.statements, [&](const LedgerStatement& each) {
      const Statement& statement = each.statement;
      std::vector<Actor> parties = listed(statement.speaker);
      parties.insert(parties.end(), statement.addressee.begin(), statement.addressee.end());
      parties.insert(parties.end(), statement.about.begin(), statement.about.end());
      return (query.speakers.empty() || any_is_meant(listed(statement.speaker), query.speakers)) &&
             (query.parties.empty() || any_is_meant(parties, query.parties)) && is_on(statement.issue, query.issues) &&
             is_in(query.stances, statement.stance) && is_sure(query, each, statement.confidence) &&
             is_when(query, view, each.id, false);
    });
    found += expected.size();
    expect_found<LedgerStatement>(ledger(), query, each_statement, expected, i);
  }
  EXPECT_GT(found, 500U);
}

TEST_P(MadeStandingTest, Agreements) {
  Dice dice(32);
  std::size_t found = 0, threads = 0;
  for (const bool as_coded : {false, true}) {
    const MadeView& view = made_->view(as_coded);
    expect_order(view.agreements, view, false);
    for (const AgreementThread& each : view.agreements) {
      ASSERT_FALSE(each.steps.empty());
      threads += each.steps.size() > 1 ? 1U : 0U;
      EXPECT_EQ(each.steps.back().status, each.agreement.status) << "it stands as its last step says";
      if (each.verdict != Verdict::kNone) continue;
      EXPECT_EQ(each.steps.back().mention.record, each.agreement.id) << "whose fields it shows";
      const auto& first = each.steps.front().date;
      const auto& [day, last_day] = view.days.at(each.id);
      if (first && !first->text.empty()) {
        EXPECT_EQ(*first->from, day_of_table(day));
      }
      EXPECT_TRUE(day <= last_day || last_day == kUnknownDay);
    }
  }
  EXPECT_GT(threads, 5U);
  for (int i = 0; i < 120; ++i) {
    AgreementQuery query;
    dice.add_common(query);
    query.forms = dice.some(3, {"accord", "treaty", "ceasefire", "memorandum"});
    query.statuses = dice.some(3, {"proposed", "signed", "ratified", "stalled", "violated"});
    const MadeView& view = made_->view(query.as_coded);
    const auto expected = ids_where<AgreementThread>(view.agreements, [&](const AgreementThread& each) {
      return (query.parties.empty() || any_is_meant(each.agreement.parties, query.parties)) &&
             is_in(query.forms, each.agreement.form) && is_in(query.statuses, each.agreement.status) &&
             is_sure(query, each, each.agreement.confidence) && is_when(query, view, each.id, true);
    });
    found += expected.size();
    expect_found<AgreementThread>(ledger(), query, each_agreement, expected, i);
  }
  EXPECT_GT(found, 300U);
}

TEST_P(MadeStandingTest, Relations) {
  Dice dice(33);
  std::size_t found = 0, open = 0;
  for (const bool as_coded : {false, true}) {
    const MadeView& view = made_->view(as_coded);
    expect_order(view.relations, view, false);
    for (const RelationInterval& each : view.relations) {
      EXPECT_EQ(each.last.record, each.relation.id);
      EXPECT_EQ(each.from.value_or(""), day_of_table(view.days.at(each.id).first));
      EXPECT_EQ(each.to.value_or(""), day_of_table(view.days.at(each.id).second));
      if (each.from && each.to) {
        EXPECT_LE(*each.from, *each.to) << each.id;
      }
    }
  }
  for (int i = 0; i < 120; ++i) {
    RelationQuery query;
    dice.add_common(query);
    query.types = dice.some(3, {"alliance", "rivalry", "partnership", "conflict", "war", "recognition"});
    const MadeView& view = made_->view(query.as_coded);
    const auto expected = ids_where<RelationInterval>(view.relations, [&](const RelationInterval& each) {
      std::vector<Actor> sides = listed(each.relation.a);
      if (each.relation.b) sides.push_back(*each.relation.b);
      const bool meant = (query.parties.empty() || any_is_meant(sides, query.parties)) &&
                         is_in(query.types, each.relation.type) && is_sure(query, each, each.relation.confidence) &&
                         is_when(query, view, each.id, true);
      open += meant && !query.since.empty() && !each.to && each.from && *each.from < query.since ? 1U : 0U;
      return meant;
    });
    found += expected.size();
    expect_found<RelationInterval>(ledger(), query, each_relation, expected, i);
  }
  EXPECT_GT(found, 300U);
  EXPECT_GT(open, 10U) << "of those that began before the asked days and have not ended";
}

TEST_P(MadeStandingTest, Disputes) {
  Dice dice(34);
  std::size_t found = 0, lone = 0;
  std::map<std::string, std::vector<Position>> as_reviewed;
  for (const LedgerDispute& each : made_->corrected.disputes) as_reviewed.emplace(each.id, each.positions);
  for (const bool as_coded : {false, true}) {
    const MadeView& view = made_->view(as_coded);
    expect_order(view.disputes, view, true);
    for (const LedgerDispute& each : view.disputes) {
      EXPECT_EQ(each.positions.size(), 2U);
      EXPECT_EQ(each.verdict, Verdict::kNone);
      lone += each.positions.front().statements.empty() ? 1U : 0U;
    }
  }
  EXPECT_GT(lone, 3U) << "of disputes that the article itself tells";
  for (int i = 0; i < 120; ++i) {
    DisputeQuery query;
    dice.add_common(query);
    query.min_confidence = 0;
    query.issues = dice.some(3, {"corridor", "the border", "lake"});
    if (dice.one_in(4)) query.change_of_position = dice.one_in(2);
    // In either view they are between speakers as reviewers left them, which is by what codes find them.
    if (query.as_coded && !query.parties.empty()) query.parties = {"AZE", "TUR"};
    const MadeView& view = made_->view(query.as_coded);
    const auto expected = ids_where<LedgerDispute>(view.disputes, [&](const LedgerDispute& each) {
      std::vector<Actor> speakers;
      for (const Position& position : as_reviewed.at(each.id)) {
        if (position.speaker) speakers.push_back(*position.speaker);
      }
      return (query.parties.empty() || any_is_meant(speakers, query.parties)) && is_on(each.issue, query.issues) &&
             each.sources >= query.min_sources &&
             (!query.change_of_position || each.change_of_position == *query.change_of_position) &&
             is_when(query, view, each.id, true);
    });
    found += expected.size();
    expect_found<LedgerDispute>(ledger(), query, each_dispute, expected, i);
  }
  EXPECT_GT(found, 200U);
}

TEST_P(MadeStandingTest, ADisputeIsShownByTheIdOfAnyRecordThatTellsIt) {
  int shown = 0;
  for (const LedgerDispute& dispute : made_->corrected.disputes) {
    for (const Mention& mention : dispute.mentions) {
      if (!mention.record.starts_with("di_")) continue;
      const auto found = show(ledger(), mention.record);
      ASSERT_TRUE(found) << found.error().to_string();
      EXPECT_EQ(std::get<LedgerDispute>(found->account).id, dispute.id);
      ++shown;
    }
  }
  EXPECT_GT(shown, 10);
}

TEST_P(MadeStandingTest, WhatIsToBeReviewed) {
  Dice dice(35);
  const MadeView& view = made_->corrected;
  std::size_t found = 0;
  for (int i = 0; i < 80; ++i) {
    ReviewQuery query;
    if (dice.one_in(2)) query.since = dice.day();
    if (dice.one_in(4)) query.max_confidence = 0.1 * dice.below(10);
    query.parties = dice.some(2, {"AZE", "ARM", "GEO"});
    query.kinds = {dice.one_in(2) ? "relation" : "event"};
    Query when;
    when.since = query.since;
    const auto meant = [&](const Account& each, const RecordCommon& record, const std::vector<Actor>& parties) {
      return each.verdict == Verdict::kNone && (query.parties.empty() || any_is_meant(parties, query.parties)) &&
             std::lround(record.confidence * 1000) <= std::lround(query.max_confidence * 1000);
    };
    const auto expected =
        query.kinds.front() == "event"
            ? ids_where<LedgerEvent>(view.events,
                                     [&](const LedgerEvent& each) {
                                       std::vector<Actor> parties = each.event.actor;
                                       parties.insert(parties.end(), each.event.recipient.begin(),
                                                      each.event.recipient.end());
                                       return meant(each, each.event, parties) && is_when(when, view, each.id, false);
                                     })
            : ids_where<RelationInterval>(view.relations, [&](const RelationInterval& each) {
                std::vector<Actor> sides = listed(each.relation.a);
                if (each.relation.b) sides.push_back(*each.relation.b);
                return meant(each, each.relation, sides) && is_when(when, view, each.id, true);
              });
    const auto ids = accounts_to_review(ledger(), query);
    ASSERT_TRUE(ids) << ids.error().to_string();
    EXPECT_EQ(*ids, expected) << "query " << i;
    found += expected.size();
    query.limit = 3;
    EXPECT_EQ(*accounts_to_review(ledger(), query),
              std::vector<std::string>(expected.begin(),
                                       expected.begin() + std::min<std::ptrdiff_t>(3, std::ssize(expected))));
  }
  EXPECT_GT(found, 500U);
}

TEST_P(MadeStandingTest, SearchFindsEachAccountOnceAndNoneThatWasRejected) {
  std::set<std::string> standing, expected;
  for (const LedgerStatement& each : made_->corrected.statements) {
    standing.insert(each.id);
    if (each.statement.content.text.find("roads") != std::string::npos) expected.insert(each.id);
  }
  ASSERT_GT(expected.size(), 20U);
  const auto hits = search(ledger(), "roads", 100000);
  ASSERT_TRUE(hits) << hits.error().to_string();
  std::set<std::string> found;
  for (const SearchHit& hit : *hits) {
    if (hit.kind != "statement") continue;
    EXPECT_TRUE(found.insert(hit.id).second) << hit.id;
    EXPECT_TRUE(standing.contains(hit.id)) << hit.id << " was rejected";
  }
  EXPECT_TRUE(std::includes(found.begin(), found.end(), expected.begin(), expected.end()));
  const auto first = search(ledger(), "roads", 10);
  ASSERT_TRUE(first) << first.error().to_string();
  ASSERT_EQ(first->size(), 10U);
  for (std::size_t i = 0; i < first->size(); ++i) EXPECT_EQ((*first)[i].id, (*hits)[i].id);
}

INSTANTIATE_TEST_SUITE_P(Both, MadeStandingTest, ::testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace entente
