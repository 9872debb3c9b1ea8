// The tables in which accounts are found: written when records are joined, erased before they are joined anew.
//
// Row keys: that of the founding record; the row of an account as it was coded, where a reviewer said otherwise, has
// the negative key. Layers: 0 in both views, 1 corrected, 2 as coded (docs/formats/ledger.md).
#ifndef ENTENTE_LEDGER_ACCOUNT_ROWS_H_
#define ENTENTE_LEDGER_ACCOUNT_ROWS_H_

#include <cstdint>
#include <vector>

#include "entente/record.h"
#include "ledger/ledger_impl.h"
#include "ledger/members.h"

namespace entente {

struct AccountHead {
  std::size_t kind = 0;
  std::int64_t founder = 0;  // key of a record
  std::int64_t best = 0;     // key of the record whose fields it shows
  Tellers tellers;
  std::int64_t told = kUnknownDay;  // the first day on which it was told
  // Of what it is about, where that is known from all mentions together: of an agreement's steps, a relation's
  // interval.
  std::optional<std::int64_t> day, last_day;
  std::vector<std::int64_t> record_ids;  // of its mentions
};

// Whether AccountHead::day and last_day are set; else the day follows from the record.
[[nodiscard]] bool has_own_days(std::size_t kind);

// `record` is that of `best`, as it was coded.
[[nodiscard]] Status write_account(Ledger::Impl& ledger, const AccountHead& head, const Record& record);
[[nodiscard]] Status erase_account(Ledger::Impl& ledger, std::size_t kind, std::int64_t founder);
// Writes its rows anew, after a review. `write` changes what they depend on.
[[nodiscard]] Status rewrite_account(Ledger::Impl& ledger, std::size_t kind, std::int64_t founder,
                                     const std::function<Status()>& write);

// The code by which an actor is found: its country, else its code; empty where it has neither.
[[nodiscard]] std::string party_code(const Actor& actor);

}  // namespace entente

#endif  // ENTENTE_LEDGER_ACCOUNT_ROWS_H_
