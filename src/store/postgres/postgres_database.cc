#include "store/postgres/postgres_database.h"

#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

namespace entente {
namespace {

// A writer that waits longer than SQLite's would is told so.
constexpr const char* kSettings = "SET search_path = entente; SET client_encoding = 'UTF8'; SET lock_timeout = '60s';";
// Any number will do, as long as all writers of ledgers take the same.
constexpr const char* kWriterLock = "SELECT pg_advisory_xact_lock(hashtext('entente'), hashtext(current_schema()))";
// Within one transaction, as a script is: of those that make the schema at once, the later find it made.
constexpr const char* kMakeSchema =
    "SELECT pg_advisory_xact_lock(hashtext('entente'), 0); CREATE SCHEMA IF NOT EXISTS entente";

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

std::string trimmed(std::string message) {
  while (!message.empty() && (message.back() == '\n' || message.back() == ' ')) message.pop_back();
  if (const std::size_t line = message.find('\n'); line != std::string::npos) message.resize(line);
  for (const std::string_view prefix : {"ERROR:  ", "FATAL:  "}) {
    if (message.starts_with(prefix)) message.erase(0, prefix.size());
  }
  return message;
}

// SQLSTATE classes: https://www.postgresql.org/docs/15/errcodes-appendix.html
ErrorCode code_of(std::string_view state) {
  if (state == "53100") return ErrorCode::kCannotWrite;  // disk_full
  const std::string_view group = state.substr(0, 2);
  if (state.empty() || group == "08" || group == "57" || group == "53" || group == "40" || group == "55") {
    return ErrorCode::kUnavailable;
  }
  if (state == "25006" || state == "42501") return ErrorCode::kUnavailable;  // read-only, no privilege
  if (state == "3D000" || group == "28") return ErrorCode::kNotFound;        // no such database, no such user
  return ErrorCode::kInternal;
}

std::int64_t number_of(std::string_view text) {
  if (text == "t") return 1;
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int digit_of(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

// "\x0a1b": how the server writes bytes as text.
std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 2; at + 1 < hex.size(); at += 2) {
    bytes.push_back(static_cast<char>(digit_of(hex[at]) * 16 + digit_of(hex[at + 1])));
  }
  return bytes;
}

class PostgresRow : public Row {
 public:
  explicit PostgresRow(const PGresult* answer) : answer_(answer) {}
  [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(answer_, 0, column) != 0; }
  [[nodiscard]] std::int64_t integer(int column) const override { return number_of(text(column)); }
  [[nodiscard]] std::string_view text(int column) const override {
    return {PQgetvalue(answer_, 0, column), static_cast<std::size_t>(PQgetlength(answer_, 0, column))};
  }
  [[nodiscard]] std::string_view bytes(int column) const override {
    return decoded_.insert_or_assign(column, bytes_of(text(column))).first->second;
  }

 private:
  const PGresult* answer_;
  mutable std::unordered_map<int, std::string> decoded_;
};

// ? to $1, $2, ...: there is no ? in our SQL but for a value.
std::string numbered(const std::string& sql) {
  std::string out;
  int count = 0;
  for (const char c : sql) {
    if (c == '?') {
      out += "$" + std::to_string(++count);
    } else {
      out.push_back(c);
    }
  }
  return out;
}

struct Parameters {
  std::vector<std::string> held;
  std::vector<const char*> values;
  std::vector<int> lengths;
  std::vector<int> formats;  // 1: as bytes

  explicit Parameters(const Values& from) {
    held.reserve(from.size());
    for (const Value& value : from) add(value);
  }
  void add(const Value& value) {
    bool bytes = false;
    if (std::holds_alternative<std::nullptr_t>(value)) {
      values.push_back(nullptr), lengths.push_back(0), formats.push_back(0);
      return;
    }
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      held.push_back(std::to_string(*integer));
    } else if (const auto* real = std::get_if<double>(&value)) {
      std::array<char, 32> digits{};
      held.emplace_back(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), *real).ptr);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      held.push_back(*text);
      std::erase(held.back(), '\0');  // which the server's text cannot hold
    } else {
      held.push_back(std::get<Bytes>(value).bytes);
      bytes = true;
    }
    values.push_back(held.back().data());
    lengths.push_back(static_cast<int>(held.back().size()));
    formats.push_back(bytes ? 1 : 0);
  }
};

class PostgresDatabase : public Database {
 public:
  PostgresDatabase(const std::string& location, Access access)
      : location_(location), access_(access), connection_(nullptr, &PQfinish) {}

  Status connect() {
    prepared_.clear();
    connection_.reset(PQconnectdb(location_.c_str()));
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
      const std::string message = trimmed(PQerrorMessage(connection_.get()));
      const bool missing = message.find("does not exist") != std::string::npos;
      return Error{missing ? ErrorCode::kNotFound : ErrorCode::kUnavailable, message, shown_location(location_)};
    }
    PQsetNoticeProcessor(
        connection_.get(), [](void*, const char*) {}, nullptr);
    Status set = run_script(kSettings);
    if (set && access_ == Access::kCreate) set = make_schema();
    if (set && access_ == Access::kRead) set = run_script("SET default_transaction_read_only = on");
    if (!set) connection_.reset();  // half set up it would be taken for whole
    return set;
  }

  Status run(const std::string& sql, const Values& values, const RowVisitor& each) override {
    if (!in_transaction_) ENTENTE_CHECK_OK(revive());
    ENTENTE_TRY(const std::string name, prepare(sql));
    const Parameters parameters(values);
    if (PQsendQueryPrepared(connection_.get(), name.c_str(), static_cast<int>(values.size()), parameters.values.data(),
                            parameters.lengths.data(), parameters.formats.data(), 0) == 0) {
      return broken();
    }
    PQsetSingleRowMode(connection_.get());  // an answer of any length in bounded memory
    std::optional<Error> failure;
    while (const Answer answer{PQgetResult(connection_.get()), &PQclear}) {
      const ExecStatusType status = PQresultStatus(answer.get());
      if (status == PGRES_SINGLE_TUPLE) {
        if (!failure) each(PostgresRow(answer.get()));
      } else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && !failure) {
        failure = told(answer.get());
      }
    }
    if (failure) return *std::move(failure);
    return Unit{};
  }

  Status run_script(const std::string& sql) override {
    const Answer answer{PQexec(connection_.get(), sql.c_str()), &PQclear};
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) return Unit{};
    return told(answer.get());
  }

  Status begin() override { return begin_as("BEGIN", kWriterLock); }
  Status begin_read() override { return begin_as("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ""); }
  Status commit() override {
    in_transaction_ = false;
    const Answer answer{PQexec(connection_.get(), "COMMIT"), &PQclear};
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return told(answer.get());
    // So the server answers where a statement of the transaction had failed.
    if (std::string_view(PQcmdStatus(answer.get())) == "COMMIT") return Unit{};
    return Error{ErrorCode::kInternal, "the server undid what was to be committed", shown_location(location_)};
  }
  void rollback() override {
    in_transaction_ = false;
    static_cast<void>(run_script("ROLLBACK"));
  }
  Status compact() override { return run_script("ANALYZE"); }  // the server packs by itself
  [[nodiscard]] Dialect dialect() const override { return Dialect::kPostgres; }

 private:
  // A server that went away may have come back.
  Status revive() { return PQstatus(connection_.get()) == CONNECTION_OK ? Status(Unit{}) : connect(); }

  // Who may write to a schema that is there may yet not be allowed to make one.
  Status make_schema() {
    ENTENTE_TRY(const std::string name, prepare("SELECT 1 FROM pg_namespace WHERE nspname = 'entente'"));
    const Answer answer{PQexecPrepared(connection_.get(), name.c_str(), 0, nullptr, nullptr, nullptr, 0), &PQclear};
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK) return told(answer.get());
    if (PQntuples(answer.get()) > 0) return Unit{};
    return run_script(kMakeSchema);
  }

  Status begin_as(const std::string& how, const std::string& lock) {
    ENTENTE_CHECK_OK(revive());
    ENTENTE_CHECK_OK(run_script(how));
    in_transaction_ = true;
    Status locked = lock.empty() ? Status(Unit{}) : run_script(lock);
    if (!locked) rollback();
    return locked;
  }

  Result<std::string> prepare(const std::string& sql) {
    const auto found = prepared_.find(sql);
    if (found != prepared_.end()) return found->second;
    std::string name = "q" + std::to_string(prepared_.size());
    const Answer answer{PQprepare(connection_.get(), name.c_str(), numbered(sql).c_str(), 0, nullptr), &PQclear};
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return told(answer.get());
    prepared_.emplace(sql, name);
    return name;
  }

  [[nodiscard]] Error broken() const {
    return {ErrorCode::kUnavailable, trimmed(PQerrorMessage(connection_.get())), shown_location(location_)};
  }
  [[nodiscard]] Error told(const PGresult* answer) const {
    const char* const state = answer == nullptr ? nullptr : PQresultErrorField(answer, PG_DIAG_SQLSTATE);
    if (state == nullptr) return broken();
    if (std::string_view(state) == "55P03") {  // lock_not_available
      return {ErrorCode::kUnavailable, "locked by another process; try again later", shown_location(location_)};
    }
    return {code_of(state), trimmed(PQresultErrorMessage(answer)), shown_location(location_)};
  }

  std::string location_;
  Access access_;
  std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
  bool in_transaction_ = false;                            // what is left of one is not run on another connection
  std::unordered_map<std::string, std::string> prepared_;  // SQL to the name of its statement
};

}  // namespace

Result<std::unique_ptr<Database>> open_postgres(const std::string& location, Access access) {
  auto database = std::make_unique<PostgresDatabase>(location, access);
  ENTENTE_CHECK_OK(database->connect());
  if (access != Access::kCreate) {
    ENTENTE_TRY(const std::optional<std::int64_t> there,
                database->find_integer("SELECT count(*) FROM pg_namespace WHERE nspname = 'entente'", {}));
    if (there.value_or(0) == 0) {
      return Error{ErrorCode::kBadLedger, "this database holds no ledger", shown_location(location)};
    }
  }
  return std::unique_ptr<Database>(std::move(database));
}

}  // namespace entente
