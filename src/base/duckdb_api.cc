#include "base/duckdb_api.h"

#include <dlfcn.h>

#include <cstdlib>
#include <type_traits>

namespace entente {
namespace {

Result<DuckApi> load() {
  const DuckLibrary library = find_duckdb();
  if (!library.absent.empty()) {
    return Error{ErrorCode::kNotFound,
                 "Parquet is written by DuckDB, which could not be loaded (" + library.absent +
                     "): install libduckdb.so 1.4.4, from duckdb.org or the npm package "
                     "@duckdb/node-bindings-linux-x64, and set ENTENTE_DUCKDB to its path",
                 library.file};
  }
  if (!library.lacking.empty()) {
    return Error{ErrorCode::kNotFound, "expected DuckDB 1.4 or later; this library lacks " + library.lacking,
                 library.file};
  }
  return library.api;
}

}  // namespace

DuckLibrary find_duckdb() {
  DuckLibrary found;
  const char* named = std::getenv("ENTENTE_DUCKDB");
  found.named = named != nullptr && *named != '\0';
  found.file = found.named ? named : "libduckdb.so";
  void* library = dlopen(found.file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    const char* reason = dlerror();
    found.absent = reason != nullptr ? reason : "the loader does not say why";
    return found;
  }
  const auto find = [&](const char* name, auto& function) {
    void* address = dlsym(library, name);
    if (address == nullptr) found.lacking += std::string(found.lacking.empty() ? "" : ", ") + name;
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(address);
  };
  DuckApi& api = found.api;
  find("duckdb_library_version", api.library_version);
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
  return found;
}

Result<const DuckApi*> duckdb_api() {
  static const Result<DuckApi> kApi = load();
  if (!kApi) return kApi.error();
  return &kApi.value();
}

}  // namespace entente
