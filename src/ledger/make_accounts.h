// Loaded accounts as the public rows.
#ifndef ENTENTE_LEDGER_MAKE_ACCOUNTS_H_
#define ENTENTE_LEDGER_MAKE_ACCOUNTS_H_

#include "ledger/load_accounts.h"

namespace entente {

[[nodiscard]] AgreementThread agreement_thread(LoadedAccount& account);
[[nodiscard]] RelationInterval relation_interval(LoadedAccount& account);
// By the number of its id. kUsage where there is none.
[[nodiscard]] Result<LedgerDispute> load_dispute(Ledger::Impl& ledger, std::int64_t id, bool as_coded,
                                                 std::vector<LoadedMention>* records = nullptr);

}  // namespace entente

#endif  // ENTENTE_LEDGER_MAKE_ACCOUNTS_H_
