// A ledger in one SQLite file: WAL, foreign keys, a wait of a minute for other writers.
#ifndef ENTENTE_STORE_SQLITE_SQLITE_DATABASE_H_
#define ENTENTE_STORE_SQLITE_SQLITE_DATABASE_H_

#include <memory>
#include <string>

#include "store/database.h"

namespace entente {

[[nodiscard]] Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, Access access);

}  // namespace entente

#endif  // ENTENTE_STORE_SQLITE_SQLITE_DATABASE_H_
