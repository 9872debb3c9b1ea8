// A ledger in a PostgreSQL database, for a group. The tables stand in a schema of their own, `entente`.
//
// A connection that was lost is opened again at the next begin(); what was not committed is to be done again.
#ifndef ENTENTE_STORE_POSTGRES_POSTGRES_DATABASE_H_
#define ENTENTE_STORE_POSTGRES_POSTGRES_DATABASE_H_

#include <memory>
#include <string>

#include "store/database.h"

namespace entente {

[[nodiscard]] Result<std::unique_ptr<Database>> open_postgres(const std::string& location, Access access);

}  // namespace entente

#endif  // ENTENTE_STORE_POSTGRES_POSTGRES_DATABASE_H_
