// What is behind a Ledger: for src/ledger alone.
#ifndef ENTENTE_LEDGER_LEDGER_IMPL_H_
#define ENTENTE_LEDGER_LEDGER_IMPL_H_

#include <memory>

#include "entente/ledger.h"
#include "ledger/tables.h"
#include "store/store.h"

namespace entente {

struct Ledger::Impl {
  std::unique_ptr<Store> store;
  JoinTables tables;  // empty where the ledger was opened without knowledge
  [[nodiscard]] Database& database() const { return store->database(); }
  [[nodiscard]] Result<std::vector<Addition>> add(const std::vector<const PutArticle*>& articles,
                                                  const EngineStamp& stamp) const;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_LEDGER_IMPL_H_
