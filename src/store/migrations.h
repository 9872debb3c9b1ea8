// How the tables of a ledger come to be: numbered steps, each run once, in order.
#ifndef ENTENTE_STORE_MIGRATIONS_H_
#define ENTENTE_STORE_MIGRATIONS_H_

#include <string>

#include "store/database.h"

namespace entente {

[[nodiscard]] std::int64_t newest_version();

// 0 where there are no tables yet. Fails on a ledger of a later version than this program knows.
[[nodiscard]] Result<std::int64_t> ledger_version(Database& database, const std::string& location);

// Up to the newest version, each step in a transaction of its own.
[[nodiscard]] Status migrate(Database& database, const std::string& location);

}  // namespace entente

#endif  // ENTENTE_STORE_MIGRATIONS_H_
