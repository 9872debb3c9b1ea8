#include "exports/duckdb_api.h"

#include <dlfcn.h>

#include <cstdlib>

namespace entente {
namespace {

Result<DuckApi> load() {
  const char* named = std::getenv("ENTENTE_DUCKDB");
  const std::string file = named != nullptr && *named != '\0' ? named : "libduckdb.so";
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    const char* reason = dlerror();
    return Error{ErrorCode::kNotFound,
                 "Parquet is written by DuckDB, which could not be loaded (" +
                     std::string(reason != nullptr ? reason : "") +
                     "): install libduckdb.so 1.4.4, from duckdb.org or the npm package "
                     "@duckdb/node-bindings-linux-x64, and set ENTENTE_DUCKDB to its path",
                 file};
  }
  std::string missing;
  auto find = [&](const char* name, auto& function) {
    void* address = dlsym(library, name);
    if (address == nullptr) missing += std::string(missing.empty() ? "" : ", ") + name;
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(address);
  };
  DuckApi api{};
  find("duckdb_open", api.open);
  find("duckdb_close", api.close);
  find("duckdb_connect", api.connect);
  find("duckdb_disconnect", api.disconnect);
  find("duckdb_query", api.query);
  find("duckdb_result_error", api.result_error);
  find("duckdb_destroy_result", api.destroy_result);
  find("duckdb_appender_create", api.appender_create);
  find("duckdb_appender_error", api.appender_error);
  find("duckdb_appender_flush", api.appender_flush);
  find("duckdb_appender_destroy", api.appender_destroy);
  find("duckdb_appender_end_row", api.appender_end_row);
  find("duckdb_append_null", api.append_null);
  find("duckdb_append_int64", api.append_int64);
  find("duckdb_append_double", api.append_double);
  find("duckdb_append_varchar_length", api.append_varchar_length);
  if (!missing.empty())
    return Error{ErrorCode::kNotFound, "expected DuckDB 1.4 or later; this library lacks " + missing, file};
  return api;
}

}  // namespace

Result<const DuckApi*> duckdb_api() {
  static const Result<DuckApi> kApi = load();
  if (!kApi) return kApi.error();
  return &kApi.value();
}

}  // namespace entente
