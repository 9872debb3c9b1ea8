// The few functions of DuckDB's C API that Parquet files need, loaded when they are asked for.
//
// Source: duckdb.h of DuckDB 1.4.4, whose C API is stable within version 1.
#ifndef ENTENTE_BASE_DUCKDB_API_H_
#define ENTENTE_BASE_DUCKDB_API_H_

#include <cstdint>
#include <memory>
#include <string>

#include "entente/result.h"

namespace entente {

using DuckDatabase = void*;
using DuckConnection = void*;
using DuckAppender = void*;

// duckdb_result: its fields are deprecated, but its size is part of the interface.
struct DuckResult {
  std::uint64_t columns, rows, changed;
  void* data;
  char* error;
  void* internal;
};

struct DuckApi {
  const char* (*library_version)();
  int (*open)(const char* path, DuckDatabase* database);
  void (*close)(DuckDatabase* database);
  int (*connect)(DuckDatabase database, DuckConnection* connection);
  void (*disconnect)(DuckConnection* connection);
  int (*query)(DuckConnection connection, const char* sql, DuckResult* result);
  const char* (*result_error)(DuckResult* result);
  void (*destroy_result)(DuckResult* result);
  int (*appender_create)(DuckConnection connection, const char* schema, const char* table, DuckAppender* appender);
  const char* (*appender_error)(DuckAppender appender);
  int (*appender_flush)(DuckAppender appender);
  int (*appender_destroy)(DuckAppender* appender);
  int (*appender_end_row)(DuckAppender appender);
  int (*append_null)(DuckAppender appender);
  int (*append_int64)(DuckAppender appender, std::int64_t value);
  int (*append_double)(DuckAppender appender, double value);
  int (*append_varchar_length)(DuckAppender appender, const char* text, std::uint64_t size);
};

struct DuckLibrary {
  std::string file;     // that ENTENTE_DUCKDB names, else libduckdb.so, which is looked for as the loader does
  bool named = false;   // by ENTENTE_DUCKDB
  std::string absent;   // why it could not be loaded; empty where it could
  std::string lacking;  // functions that it has not, with commas; empty where it has all
  DuckApi api{};        // complete where both are empty
};
[[nodiscard]] DuckLibrary find_duckdb();  // what is loaded stays so

// The same once a process. kNotFound where there is none, or where it lacks a function.
[[nodiscard]] Result<const DuckApi*> duckdb_api();

}  // namespace entente

#endif  // ENTENTE_BASE_DUCKDB_API_H_
