// A database that holds a ledger: SQLite in a file, or PostgreSQL behind a URL. What is asked of it is written once.
//
// SQL is the part that both understand, with ? for values. Errors: kBadLedger where it is no ledger, kUnavailable where
// it is locked, gone or may not be written to, kCannotWrite where the disk is full; the place is the ledger. Threads:
// one at a time.
#ifndef ENTENTE_STORE_DATABASE_H_
#define ENTENTE_STORE_DATABASE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "entente/result.h"

namespace entente {

struct Bytes {
  std::string bytes;
};
using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string, Bytes>;
using Values = std::vector<Value>;

[[nodiscard]] inline Value value_of(const std::optional<std::string>& text) {
  return text ? Value(*text) : Value(nullptr);
}

// A row of an answer; columns count from 0. Views live until the next row.
class Row {
 public:
  virtual ~Row() = default;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
  [[nodiscard]] virtual std::string_view bytes(int column) const = 0;

  [[nodiscard]] std::optional<std::string> optional_text(int column) const {
    return is_null(column) ? std::nullopt : std::optional<std::string>(text(column));
  }
};
// Asks nothing else of the same database.
using RowVisitor = std::function<void(const Row&)>;

enum class Dialect { kSqlite, kPostgres };

class Database {
 public:
  virtual ~Database() = default;
  // One statement; `each` sees the rows of its answer.
  [[nodiscard]] virtual Status run(const std::string& sql, const Values& values, const RowVisitor& each) = 0;
  [[nodiscard]] virtual Status run_script(const std::string& sql) = 0;  // several statements, without values
  // From begin() to commit() nobody else writes. rollback() never fails: what cannot be undone is gone already.
  [[nodiscard]] virtual Status begin() = 0;
  // Until commit() or rollback() all statements see the tables as they are at the first of them. Others may write.
  [[nodiscard]] virtual Status begin_read() = 0;
  [[nodiscard]] virtual Status commit() = 0;
  virtual void rollback() = 0;
  // Packs the tables, and lets the server see how they are now. Outside of transactions.
  [[nodiscard]] virtual Status compact() = 0;
  [[nodiscard]] virtual Dialect dialect() const = 0;

  [[nodiscard]] Status run(const std::string& sql, const Values& values = {}) {
    return run(sql, values, [](const Row&) {});
  }
  // The first column of the first row, if there is one.
  [[nodiscard]] Result<std::optional<std::int64_t>> find_integer(const std::string& sql, const Values& values);

 private:
  friend class Snapshot;
  bool in_snapshot_ = false;
};

// Rolls back at the end of its scope, unless commit() was called.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(Database& database);
  ~Transaction();
  Transaction(Transaction&& other) noexcept;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  [[nodiscard]] Status commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

// What is asked while it lives sees one state of the tables, whatever others write. Not inside of a Transaction; a
// question that asks another one takes its Snapshot.
class Snapshot {
 public:
  [[nodiscard]] static Result<Snapshot> begin(Database& database);
  ~Snapshot();
  Snapshot(Snapshot&& other) noexcept;
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  Snapshot& operator=(Snapshot&&) = delete;

 private:
  explicit Snapshot(Database* database) : database_(database) {}
  Database* database_;  // null: of another Snapshot
};

enum class Access { kRead, kWrite, kCreate };  // kCreate: and make it where it is not there

// A path, or "postgresql://user@host:port/name" ("postgres://").
[[nodiscard]] bool is_postgres(const std::string& location);
// Without the password that a URL may hold.
[[nodiscard]] std::string shown_location(const std::string& location);
[[nodiscard]] Result<std::unique_ptr<Database>> open_database(const std::string& location, Access access);

}  // namespace entente

#endif  // ENTENTE_STORE_DATABASE_H_
