#include "store/sqlite/sqlite_database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>
#include <unordered_map>

namespace entente {
namespace {

constexpr int kWaitMs = 60000;
constexpr int kPauseMs = 10;
// The pages that a transaction of some articles dirties fit in; more would only make memory follow the ledger's size.
constexpr const char* kPragmas = "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;";
constexpr int kApplicationId = 0x456E7431;  // "Ent1": tells a ledger from other SQLite files

Error locked_away(const std::string& path) {
  return {ErrorCode::kUnavailable, "may not be written to, nor may the files beside it that end in -wal and -shm",
          path};
}

Error told(const SQLite::Exception& failure, const std::string& path) {
  switch (failure.getErrorCode()) {
    case SQLITE_NOTADB: return {ErrorCode::kBadLedger, "not a ledger: no SQLite file", path};
    case SQLITE_CORRUPT: return {ErrorCode::kBadLedger, "the file is damaged", path};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::kUnavailable, "locked by another process; try again later", path};
    case SQLITE_READONLY: return locked_away(path);
    case SQLITE_CANTOPEN: {
      std::error_code error;
      if (std::filesystem::exists(path, error)) return locked_away(path);
      return {ErrorCode::kNotFound, "cannot be opened: is its folder there, and may it be written to?", path};
    }
    case SQLITE_FULL: return {ErrorCode::kCannotWrite, "the disk is full; what was stored before is kept", path};
    case SQLITE_IOERR: return {ErrorCode::kCannotWrite, "the disk failed to read or write", path};
    default: return {ErrorCode::kInternal, failure.what(), path};
  }
}

class SqliteRow : public Row {
 public:
  explicit SqliteRow(SQLite::Statement& statement) : statement_(statement) {}
  [[nodiscard]] bool is_null(int column) const override { return statement_.getColumn(column).isNull(); }
  [[nodiscard]] std::int64_t integer(int column) const override { return statement_.getColumn(column).getInt64(); }
  [[nodiscard]] std::string_view text(int column) const override {
    const SQLite::Column value = statement_.getColumn(column);
    const char* const characters = value.getText();
    return {characters, static_cast<std::size_t>(value.getBytes())};
  }
  [[nodiscard]] std::string_view bytes(int column) const override {
    const SQLite::Column value = statement_.getColumn(column);
    const void* const begin = value.getBlob();
    return begin == nullptr
               ? std::string_view()
               : std::string_view(static_cast<const char*>(begin), static_cast<std::size_t>(value.getBytes()));
  }

 private:
  SQLite::Statement& statement_;
};

void bind(SQLite::Statement& statement, int at, const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    statement.bind(at, *integer);
  } else if (const auto* real = std::get_if<double>(&value)) {
    statement.bind(at, *real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bindNoCopy(at, *text);
  } else if (const auto* blob = std::get_if<Bytes>(&value)) {
    statement.bindNoCopy(at, blob->bytes.data(), static_cast<int>(blob->bytes.size()));
  } else {
    statement.bind(at);
  }
}

class SqliteDatabase : public Database {
 public:
  SqliteDatabase(const std::string& name, int flags, const std::string& path)
      : database_(name, flags, kWaitMs), path_(path) {}

  Status run(const std::string& sql, const Values& values, const RowVisitor& each) override {
    try {
      SQLite::Statement& statement = prepared(sql);
      int at = 0;
      for (const Value& value : values) bind(statement, ++at, value);
      const SqliteRow row(statement);
      while (statement.executeStep()) each(row);
      statement.reset();  // a statement left in the middle holds its lock
      return Unit{};
    } catch (const SQLite::Exception& failure) {
      statements_.erase(sql);
      return told(failure, path_);
    }
  }

  Status run_script(const std::string& sql) override {
    try {
      database_.exec(sql);
      return Unit{};
    } catch (const SQLite::Exception& failure) {
      return told(failure, path_);
    }
  }

  Status begin() override { return run_script("BEGIN IMMEDIATE"); }
  Status begin_read() override { return run_script("BEGIN"); }
  Status commit() override { return run_script("COMMIT"); }
  void rollback() override {
    statements_.clear();
    if (database_.getHandle() == nullptr || sqlite3_get_autocommit(database_.getHandle()) != 0) return;
    static_cast<void>(run_script("ROLLBACK"));
  }
  Status compact() override {
    statements_.clear();
    // In a file, and with a cache that is soon full: the copy that VACUUM makes is as large as the ledger.
    ENTENTE_CHECK_OK(run_script("PRAGMA temp_store = FILE; PRAGMA cache_size = -2048; PRAGMA shrink_memory; VACUUM"));
    ENTENTE_CHECK_OK(run_script("PRAGMA wal_checkpoint(TRUNCATE)"));
    return run_script(kPragmas);
  }
  [[nodiscard]] Dialect dialect() const override { return Dialect::kSqlite; }

  // Of two processes that make the same ledger at once SQLite refuses one without a wait: it would be for a lock that
  // neither gives up, since turning a file into one with a log beside it takes a lock that was shared before. Whoever
  // is refused asks again, and finds it done.
  Status make_ledger() {
    const std::string script =
        "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA application_id = " + std::to_string(kApplicationId);
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(kWaitMs);
    while (true) {
      Status made = run_script(script);
      const bool busy = sqlite3_errcode(database_.getHandle()) == SQLITE_BUSY;
      if (made || !busy || std::chrono::steady_clock::now() >= end) return made;
      std::this_thread::sleep_for(std::chrono::milliseconds(kPauseMs));
    }
  }

  [[nodiscard]] Result<bool> is_ledger() {
    ENTENTE_TRY(const std::optional<std::int64_t> id, find_integer("PRAGMA application_id", {}));
    return id.value_or(0) == kApplicationId;
  }
  [[nodiscard]] Result<bool> is_empty() {
    ENTENTE_TRY(const std::optional<std::int64_t> count, find_integer("SELECT count(*) FROM sqlite_master", {}));
    return count.value_or(0) == 0;
  }

 private:
  SQLite::Statement& prepared(const std::string& sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) {
      found->second->reset();
      found->second->clearBindings();
      return *found->second;
    }
    return *statements_.emplace(sql, std::make_unique<SQLite::Statement>(database_, sql)).first->second;
  }

  SQLite::Database database_;
  std::string path_;
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> statements_;
};

// SQLite makes what is not there, and takes an empty file for a new ledger: told apart before. The file is not opened
// for it: the system drops all locks that a process has on a file as soon as the process closes it once, those of
// another connection too, and whoever reads the ledger then takes itself for the last and throws the log away.
Status check_path(const std::string& path, Access access) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    if (access == Access::kCreate && status.type() == std::filesystem::file_type::not_found) return Unit{};
    return Error{ErrorCode::kNotFound, std::strerror(error ? error.value() : ENOENT), path};
  }
  if (std::filesystem::is_directory(status)) return Error{ErrorCode::kNotFound, "a folder, not a ledger", path};
  if (::access(path.c_str(), R_OK) != 0) return Error{ErrorCode::kNotFound, std::strerror(errno), path};
  if (access != Access::kCreate && std::filesystem::file_size(path, error) == 0)
    return Error{ErrorCode::kBadLedger, "not a ledger: the file is empty", path};
  return Unit{};
}

// A path as a URI of SQLite has it: https://www.sqlite.org/uri.html
std::string unchanging(const std::string& path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    if (c != '%' && c != '?' && c != '#') {
      uri.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
  }
  return uri + "?immutable=1";
}

bool has_bytes(const std::string& path) {
  std::error_code error;
  return std::filesystem::file_size(path, error) > 0 && !error;
}

// `name`: the path, or a URI of it.
Result<std::unique_ptr<Database>> open_as(const std::string& name, int mode, const std::string& path, Access access) {
  try {
    auto database = std::make_unique<SqliteDatabase>(name, mode, path);
    ENTENTE_CHECK_OK(database->run_script(kPragmas));
    ENTENTE_TRY(const bool empty, database->is_empty());
    if (empty && access == Access::kCreate) {
      ENTENTE_CHECK_OK(database->make_ledger());
    } else {
      ENTENTE_TRY(const bool ledger, database->is_ledger());
      if (!ledger) return Error{ErrorCode::kBadLedger, "an SQLite file, but not a ledger", path};
    }
    if (access != Access::kRead) ENTENTE_CHECK_OK(database->run_script("PRAGMA synchronous = NORMAL"));
    return std::unique_ptr<Database>(std::move(database));
  } catch (const SQLite::Exception& failure) {
    return told(failure, path);
  }
}

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, Access access) {
  ENTENTE_CHECK_OK(check_path(path, access));
  if (access == Access::kCreate) return open_as(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, path, access);
  if (access == Access::kWrite) return open_as(path, SQLite::OPEN_READWRITE, path, access);
  auto database = open_as(path, SQLite::OPEN_READONLY, path, access);
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (database || ::access(folder.empty() ? "." : folder.c_str(), W_OK) == 0 || has_bytes(path + "-wal"))
    return database;
  // Even readers write a file beside the ledger. In a folder where they may not, and where no writer has left anything,
  // the ledger is read as what does not change.
  auto archived = open_as(unchanging(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI, path, access);
  return archived ? std::move(archived) : std::move(database);
}

}  // namespace entente
