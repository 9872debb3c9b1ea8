// From records to accounts, kind by kind: what is dirty is joined anew, a stretch of a block in a transaction.
#ifndef ENTENTE_LEDGER_JOIN_ALL_H_
#define ENTENTE_LEDGER_JOIN_ALL_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "ledger/account_rows.h"
#include "ledger/ledger_impl.h"
#include "ledger/members.h"

namespace entente {

// A block of one kind, and the days of it that are dirty.
struct DirtyStretch {
  std::int64_t block = 0;
  std::int64_t from = 0, to = 0;
};

// One account as the join has found it: indices into the members.
struct FoundAccount {
  std::uint32_t founder = 0;
  std::uint32_t best = 0;
  std::vector<std::uint32_t> members;
  std::optional<std::int64_t> day, last_day;  // as in AccountHead
};

// Writes those accounts that differ from what the tables hold, and erases those that are no more. `members` are the
// records that were looked at, also of articles that no longer count, which are in no account.
[[nodiscard]] Status put_accounts(Ledger::Impl& ledger, std::size_t kind, const std::vector<Member>& members,
                                  const std::vector<FoundAccount>& accounts);

// The same of those alone that a change in the stretch can have changed, with members less than a margin away: nearer
// to the edge of what was read the result is not whole.
[[nodiscard]] Status put_stretch(Ledger::Impl& ledger, std::size_t kind, const DirtyStretch& stretch,
                                 std::int64_t margin, const std::vector<Member>& members,
                                 std::vector<FoundAccount> accounts);

// Each joins one stretch; called inside of a transaction.
[[nodiscard]] Status join_event_stretch(Ledger::Impl& ledger, const DirtyStretch& stretch);
[[nodiscard]] Status join_statement_stretch(Ledger::Impl& ledger, const DirtyStretch& stretch);
[[nodiscard]] Status join_agreement_block(Ledger::Impl& ledger, const DirtyStretch& stretch);
[[nodiscard]] Status join_relation_block(Ledger::Impl& ledger, const DirtyStretch& stretch);
[[nodiscard]] Status join_dispute_block(Ledger::Impl& ledger, const DirtyStretch& stretch);

}  // namespace entente

#endif  // ENTENTE_LEDGER_JOIN_ALL_H_
