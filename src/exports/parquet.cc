// Parquet by DuckDB: rows into a table in memory, then COPY.
#include "base/duckdb_api.h"
#include "exports/row_sink.h"

namespace entente {
namespace {

const char* sql_type(CellType type) {
  switch (type) {
    case CellType::kInteger:
    case CellType::kLabelled: return "BIGINT";
    case CellType::kNumber: return "DOUBLE";
    case CellType::kText:
    case CellType::kClass:
    case CellType::kDay: return "VARCHAR";
  }
  return "VARCHAR";
}

std::string in_quotes(const std::string& text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    if (c == quote) out.push_back(quote);
    out.push_back(c);
  }
  out.push_back(quote);
  return out;
}

class ParquetSink : public RowSink {
 public:
  ParquetSink(const DuckApi& api, std::string path, std::vector<ColumnText> columns)
      : api_(api), path_(std::move(path)), columns_(std::move(columns)) {}

  ~ParquetSink() override {
    if (appender_ != nullptr) api_.appender_destroy(&appender_);
    if (connection_ != nullptr) api_.disconnect(&connection_);
    if (database_ != nullptr) api_.close(&database_);
  }
  ParquetSink(const ParquetSink&) = delete;
  ParquetSink& operator=(const ParquetSink&) = delete;

  Status open() {
    if (api_.open(nullptr, &database_) != 0 || api_.connect(database_, &connection_) != 0)
      return Error{ErrorCode::kInternal, "DuckDB could not open a table in memory", path_};
    // Nothing is fetched, and one thread writes, so that the same rows are the same bytes.
    ENTENTE_CHECK_OK(run("SET autoinstall_known_extensions = false"));
    ENTENTE_CHECK_OK(run("SET threads = 1"));
    std::string columns;
    for (const ColumnText& column : columns_)
      columns += (columns.empty() ? "" : ", ") + in_quotes(column.name, '"') + " " + sql_type(column.type);
    ENTENTE_CHECK_OK(run("CREATE TABLE accounts (" + columns + ")"));
    return appended(api_.appender_create(connection_, nullptr, "accounts", &appender_));
  }

  Status row(const std::vector<Cell>& cells) override {
    for (const Cell& cell : cells) ENTENTE_CHECK_OK(appended(append(cell)));
    return appended(api_.appender_end_row(appender_));
  }

  Status finish() override {
    ENTENTE_CHECK_OK(appended(api_.appender_flush(appender_)));
    std::string columns;
    for (const ColumnText& column : columns_) {
      const std::string name = in_quotes(column.name, '"');
      columns += columns.empty() ? "" : ", ";
      if (column.type == CellType::kDay) {
        columns.append("TRY_CAST(").append(name).append(" AS DATE) AS ");
      }
      columns += name;
    }
    return run("COPY (SELECT " + columns + " FROM accounts) TO " + in_quotes(path_, '\'') +
                   " (FORMAT parquet, COMPRESSION zstd)",
               ErrorCode::kCannotWrite);
  }

 private:
  int append(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      const std::string clean = clean_text(*text);
      return api_.append_varchar_length(appender_, clean.data(), clean.size());
    }
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return api_.append_int64(appender_, *whole);
    if (const auto* number = std::get_if<double>(&cell)) return api_.append_double(appender_, *number);
    return api_.append_null(appender_);
  }

  Status appended(int state) {
    if (state == 0) return Unit();
    const char* reason = appender_ != nullptr ? api_.appender_error(appender_) : nullptr;
    return Error{ErrorCode::kInternal, std::string("DuckDB: ") + (reason != nullptr ? reason : "no row could be added"),
                 path_};
  }

  Status run(const std::string& sql, ErrorCode failure = ErrorCode::kInternal) {
    DuckResult result{};
    const int state = api_.query(connection_, sql.c_str(), &result);
    const char* reason = state != 0 ? api_.result_error(&result) : nullptr;
    const std::string message = std::string("DuckDB: ") + (reason != nullptr ? reason : "the query failed");
    api_.destroy_result(&result);
    if (state != 0) return Error{failure, message, path_};
    return Unit();
  }

  const DuckApi& api_;
  std::string path_;
  std::vector<ColumnText> columns_;
  DuckDatabase database_ = nullptr;
  DuckConnection connection_ = nullptr;
  DuckAppender appender_ = nullptr;
};

}  // namespace

Result<std::unique_ptr<RowSink>> make_parquet_sink(const std::string& path, const std::vector<ColumnText>& columns) {
  ENTENTE_TRY(const DuckApi* api, duckdb_api());
  auto sink = std::make_unique<ParquetSink>(*api, path, columns);
  ENTENTE_CHECK_OK(sink->open());
  return std::unique_ptr<RowSink>(std::move(sink));
}

}  // namespace entente
