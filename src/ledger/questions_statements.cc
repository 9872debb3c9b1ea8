// Statements by who made them, on what, and which way.
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include "ledger/question_lists.h"

namespace entente {
namespace {

constexpr std::size_t kMostBlocks = 500;

struct StatementTerms {
  ActorTerms speakers, parties;
  // The tables know a speaker's country and name, and no other party.
  [[nodiscard]] bool ask_more() const { return speakers.ask_sectors() || !parties.empty(); }
};

Result<StatementTerms> terms_of(const StatementQuery& query) {
  ENTENTE_CHECK_OK(check_common(query));
  ENTENTE_CHECK_OK(check_values("stance", kStatementKind, "stance", query.stances));
  StatementTerms terms;
  ENTENTE_TRY(terms.speakers, ActorTerms::parse(query.speakers));
  ENTENTE_TRY(terms.parties, ActorTerms::parse(query.parties));
  return terms;
}

// Few labels stand in many rows: each is looked at once.
std::function<bool(const Row&)> keep_issues(const StatementQuery& query, int column) {
  const auto issues = std::make_shared<IssueTerms>(query.issues);
  if (issues->empty()) return {};
  const auto known = std::make_shared<std::unordered_map<std::string, bool>>();
  return [issues, known, column](const Row& row) {
    if (row.is_null(column + 1)) return false;
    const std::string id(row.is_null(column) ? std::string_view() : row.text(column));
    const std::string label(row.text(column + 1));
    const auto [at, fresh] = known->try_emplace(id + "\n" + label, false);
    if (fresh) at->second = issues->meets(id, label);
    return at->second;
  };
}

// The blocks of the issues that are meant, unless there are more than are worth looking up one by one.
Status find_issues(Database& database, const StatementQuery& query, ListPlan& plan) {
  const IssueTerms issues(query.issues);
  if (issues.empty()) return Unit{};
  std::set<std::int64_t> blocks;
  ENTENTE_CHECK_OK(database.run("SELECT block, label, id FROM issue", {}, [&](const Row& row) {
    if (issues.meets(row.text(2), row.text(1))) blocks.insert(row.integer(0));
  }));
  if (blocks.size() > kMostBlocks) return Unit{};
  plan.in_windows = false;
  if (blocks.empty()) blocks.insert(0);  // which no issue has
  plan.filter.any_of("s.issue_block", std::vector<std::int64_t>(blocks.begin(), blocks.end()));
  return Unit{};
}

Result<ListPlan> plan_of(Database& database, const StatementQuery& query, const StatementTerms& terms) {
  ListPlan plan;
  plan.table = "statement";
  plan.in_windows = true;
  add_common(plan.filter, "s", query);
  plan.filter.any_of("s.stance", query.stances);
  if (terms.speakers.all_have_codes()) plan.filter.any_of("s.speaker", terms.speakers.codes());
  ENTENTE_CHECK_OK(find_issues(database, query, plan));
  plan.columns = ", s.issue, s.label, s.speaker, s.speaker_name";
  const auto issues = keep_issues(query, 3);
  const bool names = !terms.speakers.empty() && !terms.speakers.all_have_codes() && !terms.speakers.ask_sectors();
  if (!issues && !names) return plan;
  plan.keep = [issues, names, speakers = terms.speakers](const Row& row) {
    if (issues && !issues(row)) return false;
    if (!names) return true;
    return speakers.meets(row.is_null(5) ? std::string_view() : row.text(5),
                          row.is_null(6) ? std::string_view() : row.text(6));
  };
  return plan;
}

bool meets(const Statement& statement, const StatementTerms& terms) {
  const bool speaker = terms.speakers.empty() || (statement.speaker && terms.speakers.meets(*statement.speaker));
  const bool party = terms.parties.empty() || (statement.speaker && terms.parties.meets(*statement.speaker)) ||
                     terms.parties.meets_any(statement.addressee) || terms.parties.meets_any(statement.about);
  return speaker && party;
}

}  // namespace

Status each_statement(Ledger& ledger, const StatementQuery& query, const Visitor<LedgerStatement>& each) {
  ENTENTE_TRY(const StatementTerms terms, terms_of(query));
  ENTENTE_TRY(const DayRange range, day_range(query.since, query.until));
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  const Visitor<LedgerStatement> visit = up_to(query.limit, each);
  ENTENTE_TRY(const ListPlan plan, plan_of(ledger.impl().database(), query, terms));
  return each_loaded(ledger, kStatementKind, plan, range, {query.as_coded, false}, [&](LoadedAccount& account) {
    auto& statement = std::get<Statement>(account.record);
    if (terms.ask_more() && !meets(statement, terms)) return true;
    return visit(LedgerStatement{std::move(account.account), std::move(statement)});
  });
}

Result<std::optional<std::int64_t>> count_of(Ledger& ledger, const StatementQuery& query, std::int64_t most) {
  ENTENTE_TRY(const StatementTerms terms, terms_of(query));
  ENTENTE_TRY(const DayRange range, day_range(query.since, query.until));
  if (terms.ask_more()) return std::optional<std::int64_t>();
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  ENTENTE_TRY(const ListPlan plan, plan_of(ledger.impl().database(), query, terms));
  ENTENTE_TRY(const std::int64_t count, count_keys(ledger.impl().database(), plan, range, most));
  return std::optional<std::int64_t>(count);
}

}  // namespace entente
