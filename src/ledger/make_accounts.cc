#include "ledger/make_accounts.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "ledger/agreement_steps.h"
#include "ledger/correct_values.h"
#include "ledger/corrections.h"
#include "ledger/members.h"
#include "ledger/question_days.h"
#include "ledger/relation_intervals.h"

namespace entente {
namespace {

std::optional<std::string> optional_day(std::int64_t day) {
  return day == kUnknownDay ? std::nullopt : std::optional<std::string>(iso_day(day));
}

// The day that a mention speaks of: as it is joined, so as stated, else on which it was published first.
struct ToldDays {
  std::int32_t published, first, last;
};
ToldDays told_days(const LoadedMention& told) {
  const std::int32_t published = join_day(told.copy_day);
  if (const auto* const relation = std::get_if<Relation>(&told.record)) {
    const RelationDays days = relation_days(*relation, published);
    return {published, days.first, days.last};
  }
  const auto* const statement = std::get_if<Statement>(&told.record);
  const MentionDate date = statement != nullptr ? mention_date(statement->date) : MentionDate{};
  const std::int32_t day = date.kind == DateClass::kStated ? date.from : published;
  return {published, day, day};
}

struct DisputeRow {
  bool found = false;
  LedgerDispute dispute;
  std::array<std::int64_t, 3> counts{};
  std::array<std::vector<std::int64_t>, 3> records;  // of disputes, and of each side's statements
};

Result<DisputeRow> dispute_row(Database& database, std::int64_t id) {
  DisputeRow read;
  ENTENTE_CHECK_OK(database.run(
      "SELECT verdict, change, issue, label, articles, sources, statements_a, statements_b FROM dispute WHERE id = ?",
      {id}, [&](const Row& row) {
        read.found = true;
        LedgerDispute& dispute = read.dispute;
        dispute.id = id_text(account_prefix(kDisputeKind), id);
        dispute.verdict = static_cast<Verdict>(std::clamp<std::int64_t>(row.integer(0), 0, 3));
        dispute.change_of_position = row.integer(1) != 0;
        if (!row.is_null(2) || !row.text(3).empty()) {
          dispute.issue = Issue{row.optional_text(2), std::string(row.text(3))};
        }
        dispute.articles = static_cast<int>(row.integer(4));
        dispute.sources = static_cast<int>(row.integer(5));
        read.counts = {0, row.integer(6), row.integer(7)};
      }));
  ENTENTE_CHECK_OK(database.run("SELECT side, record FROM dispute_record WHERE dispute = ? ORDER BY side, record", {id},
                                [&](const Row& row) {
                                  const std::int64_t side = std::clamp<std::int64_t>(row.integer(0), 0, 2);
                                  read.records.at(static_cast<std::size_t>(side)).push_back(row.integer(1));
                                }));
  return read;
}

Status correct(Ledger::Impl& ledger, std::vector<LoadedMention>& statements) {
  std::vector<Record> records;
  std::vector<std::int64_t> founders;
  for (LoadedMention& each : statements) {
    records.push_back(std::move(each.record));
    founders.push_back(each.account);
  }
  ENTENTE_CHECK_OK(apply_corrections(ledger, kStatementKind, founders, records));
  for (std::size_t i = 0; i < statements.size(); ++i) statements[i].record = std::move(records[i]);
  return Unit{};
}

// From the statements of one side, by day.
Position position_of(std::vector<LoadedMention>& statements) {
  const auto day = [](const LoadedMention& each) { return told_days(each).first; };
  std::stable_sort(statements.begin(), statements.end(), [&](const LoadedMention& a, const LoadedMention& b) {
    return std::pair(day(a) == kNoDay, day(a)) < std::pair(day(b) == kNoDay, day(b));
  });
  const auto& first = std::get<Statement>(statements.front().record);
  Position position;
  position.speaker = first.speaker;
  position.stance = first.stance;
  position.text = first.content.text;
  position.first_day = day_text(day(statements.front()));
  for (const LoadedMention& each : statements) {
    position.statements.push_back(each.mention);
    if (day(each) != kNoDay) position.last_day = day_text(day(each));
  }
  position.count = std::ssize(statements);
  return position;
}

// Of a dispute that one article tells: each side with its statement of the same article.
Status add_sides(Ledger::Impl& ledger, const LoadedMention& told, bool as_coded, LedgerDispute& dispute) {
  for (const DisputeSide& side : std::get<Dispute>(told.record).sides) {
    std::vector<LoadedMention> statements;
    if (side.statement) {
      ENTENTE_TRY(const std::optional<std::int64_t> key,
                  ledger.database().find_integer("SELECT key FROM record WHERE id = ? AND article = ? AND kind = 1",
                                                 {id_number(*side.statement), told.article}));
      if (key) {
        ENTENTE_TRY(statements, load_records(ledger, {*key}));
        if (!as_coded) ENTENTE_CHECK_OK(correct(ledger, statements));
      }
    }
    Position position;
    if (!statements.empty()) position = position_of(statements);
    position.speaker = side.speaker;
    position.stance = side.stance;
    dispute.positions.push_back(std::move(position));
  }
  return Unit{};
}

}  // namespace

AgreementThread agreement_thread(LoadedAccount& account) {
  AgreementThread thread{std::move(account.account), std::move(std::get<Agreement>(account.record)), {}};
  std::vector<AgreementTelling> tellings;
  const Agreement* coded = nullptr;  // the record whose fields it shows
  for (const LoadedMention& each : account.mentions) {
    const auto& told = std::get<Agreement>(each.record);
    if (each.key == account.best) coded = &told;
    tellings.push_back({told.status, told.date, join_day(each.copy_day), &each.mention});
  }
  if (thread.verdict == Verdict::kCorrected && coded != nullptr) {
    // What a reviewer said is said of that step, whoever tells it.
    const bool date = written(coded->date) != written(thread.agreement.date);
    for (AgreementTelling& telling : tellings) {
      if (telling.status != coded->status) continue;
      telling.status = thread.agreement.status;
      if (date) telling.date = thread.agreement.date;
    }
  }
  thread.steps = agreement_steps(std::move(tellings));
  return thread;
}

RelationInterval relation_interval(LoadedAccount& account) {
  RelationInterval interval{std::move(account.account), std::move(std::get<Relation>(account.record)), {}, {}, {}, {}};
  interval.from = optional_day(account.day);
  interval.to = optional_day(account.last_day);
  const auto order = [](const LoadedMention& each) {
    const ToldDays days = told_days(each);
    return std::tuple<bool, std::int32_t, std::int32_t, std::int32_t, const std::string&>(
        days.first == kNoDay, days.first, days.last, days.published, each.mention.record);
  };
  const auto first =
      std::min_element(account.mentions.begin(), account.mentions.end(),
                       [&](const LoadedMention& a, const LoadedMention& b) { return order(a) < order(b); });
  interval.first = first->mention;
  // It shows the fields of the mention that speaks of the latest day.
  const auto last = std::find_if(account.mentions.begin(), account.mentions.end(),
                                 [&](const LoadedMention& each) { return each.key == account.best; });
  interval.last = last == account.mentions.end() ? first->mention : last->mention;
  return interval;
}

Result<LedgerDispute> load_dispute(Ledger::Impl& ledger, std::int64_t id, bool as_coded,
                                   std::vector<LoadedMention>* records) {
  ENTENTE_TRY(DisputeRow row, dispute_row(ledger.database(), id));
  LedgerDispute& dispute = row.dispute;
  if (as_coded) dispute.verdict = Verdict::kNone;  // reviews are left aside
  if (!row.found) return Error{ErrorCode::kUsage, "the ledger holds no such dispute", id_text("ld_", id)};
  ENTENTE_TRY(std::vector<LoadedMention> told, load_records(ledger, row.records[0], kDisputeKind));
  std::int64_t stamp = told.empty() ? 0 : told.front().stamp;  // of the run that read one of its records
  for (std::size_t side = 1; side < row.records.size(); ++side) {
    if (row.records.at(side).empty()) continue;
    ENTENTE_TRY(std::vector<LoadedMention> statements, load_records(ledger, row.records.at(side), kStatementKind));
    if (!as_coded) ENTENTE_CHECK_OK(correct(ledger, statements));
    if (statements.empty()) continue;
    stamp = statements.front().stamp;
    dispute.positions.push_back(position_of(statements));
    dispute.positions.back().count = row.counts.at(side);
    for (const LoadedMention& each : statements) dispute.mentions.push_back(each.mention);
    if (records != nullptr) records->insert(records->end(), statements.begin(), statements.end());
  }
  if (dispute.positions.size() < 2 && !told.empty()) {
    dispute.positions.clear();
    ENTENTE_CHECK_OK(add_sides(ledger, told.front(), as_coded, dispute));
  }
  for (const LoadedMention& each : told) dispute.mentions.push_back(each.mention);
  if (records != nullptr) records->insert(records->end(), told.begin(), told.end());
  if (stamp != 0) {
    ENTENTE_TRY(dispute.stamp, load_stamp(ledger, stamp));
  }
  return dispute;
}

}  // namespace entente
