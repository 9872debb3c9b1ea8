// Accounts in full, from their keys: fields, mentions, and what reviewers corrected.
#ifndef ENTENTE_LEDGER_LOAD_ACCOUNTS_H_
#define ENTENTE_LEDGER_LOAD_ACCOUNTS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "entente/ledger_rows.h"
#include "entente/record.h"
#include "entente/result.h"
#include "ledger/ledger_impl.h"
#include "store/store.h"

namespace entente {

// One record as it was read in one article.
struct LoadedMention {
  Mention mention;
  Record record;
  std::int64_t key = 0;                 // of the record
  std::int64_t account = 0;             // key of the founding record
  std::int64_t article = 0;             // key of the article
  std::int64_t copy_day = kUnknownDay;  // the first on which the article or one of its copies was published
  std::int64_t stamp = 0;
  std::int64_t number = 0;  // the record's id
};

struct LoadedAccount {
  std::int64_t key = 0;  // as in the kind's table: negative for what holds only as coded
  Account account;
  Record record;          // of its fullest mention, with what reviewers corrected
  std::int64_t best = 0;  // key of that mention's record
  std::int64_t day = 0, last_day = 0;
  std::vector<LoadedMention> mentions;  // as in `account`
};

struct LoadOptions {
  bool as_coded = false;
  bool words_of_all = false;  // else the words of mentions other than the fullest are empty
};

// In the order of `keys`. `kind`: of events, statements, agreements or relations.
[[nodiscard]] Result<std::vector<LoadedAccount>> load_accounts(Ledger::Impl& ledger, std::size_t kind,
                                                               const std::vector<std::int64_t>& keys,
                                                               const LoadOptions& options);

// The fields alone, without words: what it takes to look whether an account is meant. In the order of `keys`; of those
// that are gone an empty one.
[[nodiscard]] Result<std::vector<Record>> load_fields(Ledger::Impl& ledger, std::size_t kind,
                                                      const std::vector<std::int64_t>& keys, bool as_coded);

// Records by their keys, with their words; those that are not there are left out. By publication, then article.
// `kind`: that all must have.
[[nodiscard]] Result<std::vector<LoadedMention>> load_records(Ledger::Impl& ledger,
                                                              const std::vector<std::int64_t>& keys,
                                                              std::optional<std::size_t> kind = std::nullopt);

[[nodiscard]] Result<EngineStamp> load_stamp(Ledger::Impl& ledger, std::int64_t key);
// Null where the ledger holds none.
[[nodiscard]] Result<std::optional<std::string>> load_text(Ledger::Impl& ledger, std::int64_t article);

}  // namespace entente

#endif  // ENTENTE_LEDGER_LOAD_ACCOUNTS_H_
