#include "ledger/join_all.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

// Long enough that the days around a stretch, which are read with it, weigh little; its records fit in memory.
constexpr std::int64_t kMostDays = 60;
constexpr std::int64_t kMostRecords = 5000;

using JoinStretch = Status (*)(Ledger::Impl&, const DirtyStretch&);

struct Step {
  std::size_t kind;
  bool by_day;  // else a block is joined as a whole
  JoinStretch join;
};
// Disputes last: they are between statements that have been joined.
constexpr std::array<Step, 5> kSteps = {{{kEventKind, true, join_event_stretch},
                                         {kStatementKind, true, join_statement_stretch},
                                         {kAgreementKind, false, join_agreement_block},
                                         {kRelationKind, false, join_relation_block},
                                         {kDisputeKind, false, join_dispute_block}}};

Result<std::optional<DirtyStretch>> first_dirty(Database& database, std::size_t kind) {
  std::optional<DirtyStretch> stretch;
  ENTENTE_CHECK_OK(database.run("SELECT block, day FROM dirty WHERE kind = ? ORDER BY block, day LIMIT 1",
                                {static_cast<std::int64_t>(kind)}, [&](const Row& row) {
                                  stretch = DirtyStretch{row.integer(0), row.integer(1), row.integer(1)};
                                }));
  return stretch;
}

// As many of the days that follow as may be joined together.
Status extend(Database& database, std::size_t kind, DirtyStretch& stretch) {
  if (stretch.from == kUnknownDay) return Unit{};
  std::int64_t records = 0;
  bool full = false;
  return database.run(
      "SELECT d.day, (SELECT count(*) FROM record r WHERE r.kind = d.kind AND r.block = d.block AND r.day = d.day) "
      "FROM dirty d WHERE d.kind = ? AND d.block = ? AND d.day BETWEEN ? AND ? ORDER BY d.day",
      {static_cast<std::int64_t>(kind), stretch.block, stretch.from, stretch.from + kMostDays}, [&](const Row& row) {
        records += row.integer(1);
        full = full || (records > kMostRecords && row.integer(0) > stretch.from);
        if (!full) stretch.to = row.integer(0);
      });
}

// How many dirty days of a block it was; 0 where there was none.
Result<std::int64_t> join_one(Ledger::Impl& ledger, const Step& step) {
  Database& database = ledger.database();
  ENTENTE_TRY(Transaction transaction, Transaction::begin(database));
  ENTENTE_TRY(std::optional<DirtyStretch> stretch, first_dirty(database, step.kind));
  if (!stretch) return 0;
  if (step.by_day) ENTENTE_CHECK_OK(extend(database, step.kind, *stretch));
  ENTENTE_CHECK_OK(step.join(ledger, *stretch));
  const Values days = {static_cast<std::int64_t>(step.kind), stretch->block, stretch->from, stretch->to};
  ENTENTE_TRY(
      const std::optional<std::int64_t> count,
      database.find_integer("SELECT count(*) FROM dirty WHERE kind = ? AND block = ? AND day BETWEEN ? AND ?", days));
  ENTENTE_CHECK_OK(database.run("DELETE FROM dirty WHERE kind = ? AND block = ? AND day BETWEEN ? AND ?", days));
  ENTENTE_CHECK_OK(transaction.commit());
  return count.value_or(0);
}

}  // namespace

Status Ledger::join(const std::function<bool(const JoinProgress&)>& progress) {
  JoinProgress at;
  ENTENTE_TRY(at.all, waiting());
  for (const Step& step : kSteps) {
    for (;;) {
      if (progress && !progress(at)) return Unit{};
      ENTENTE_TRY(const std::int64_t joined, join_one(*impl_, step));
      if (joined == 0) break;
      at.done += joined;
      at.all = std::max(at.all, at.done);  // joined statements make issues dirty
    }
  }
  return Unit{};
}

}  // namespace entente
