#include "store/database.h"

#include <utility>

#include "store/postgres/postgres_database.h"
#include "store/sqlite/sqlite_database.h"

namespace entente {

Result<std::optional<std::int64_t>> Database::find_integer(const std::string& sql, const Values& values) {
  std::optional<std::int64_t> found;
  ENTENTE_CHECK_OK(run(sql, values, [&](const Row& row) {
    if (!found && !row.is_null(0)) found = row.integer(0);
  }));
  return found;
}

Result<Transaction> Transaction::begin(Database& database) {
  ENTENTE_CHECK_OK(database.begin());
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (database_ != nullptr) database_->rollback();
}

Status Transaction::commit() {
  ENTENTE_CHECK_OK(database_->commit());
  database_ = nullptr;
  return Unit{};
}

Result<Snapshot> Snapshot::begin(Database& database) {
  if (database.in_snapshot_) return Snapshot(nullptr);
  ENTENTE_CHECK_OK(database.begin_read());
  database.in_snapshot_ = true;
  return Snapshot(&database);
}

Snapshot::Snapshot(Snapshot&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Snapshot::~Snapshot() {
  if (database_ == nullptr) return;
  database_->in_snapshot_ = false;
  database_->rollback();
}

bool is_postgres(const std::string& location) {
  return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

std::string shown_location(const std::string& location) {
  if (!is_postgres(location)) return location;
  const std::size_t host = location.find("://") + 3;
  const std::size_t end = location.find('/', host);
  const std::size_t at = location.rfind('@', end);
  if (at == std::string::npos || at < host) return location;
  const std::size_t colon = location.find(':', host);
  return colon < at ? location.substr(0, colon) + location.substr(at) : location;
}

Result<std::unique_ptr<Database>> open_database(const std::string& location, Access access) {
  return is_postgres(location) ? open_postgres(location, access) : open_sqlite(location, access);
}

}  // namespace entente
