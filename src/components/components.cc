#include "entente/components.h"

#include <dlfcn.h>
#include <libpq-fe.h>
#include <readstat.h>
#include <sqlite3.h>
#include <zstd.h>

#include <cstdlib>
#include <memory>

namespace entente {
namespace {

using State = Component::State;

Component sqlite() {
  const bool search = sqlite3_compileoption_used("ENABLE_FTS5") != 0;
  const bool threads = sqlite3_threadsafe() != 0;
  if (!search) return {"SQLite", sqlite3_libversion(), "without full-text search (FTS5)", State::kMissing};
  if (!threads) return {"SQLite", sqlite3_libversion(), "built for one thread only", State::kMissing};
  return {"SQLite", sqlite3_libversion(), "with full-text search (FTS5)", State::kOk};
}

Component libpq() {
  const int version = PQlibVersion();  // 150013 is 15.13
  return {"libpq", std::to_string(version / 10000) + "." + std::to_string(version % 10000), "for PostgreSQL",
          State::kOk};
}

Component zstd() { return {"zstd", ZSTD_versionString(), "compression", State::kOk}; }

// ReadStat does not say its version; that it answers says that it is there.
Component readstat() {
  const std::unique_ptr<readstat_writer_t, decltype(&readstat_writer_free)> writer(readstat_writer_init(),
                                                                                   &readstat_writer_free);
  if (writer == nullptr) return {"ReadStat", "", "cannot be started", State::kMissing};
  return {"ReadStat", "", "Stata files", State::kOk};
}

Component duckdb() {
  const char* named = std::getenv("ENTENTE_DUCKDB");
  const bool is_named = named != nullptr && *named != '\0';
  const std::string path = is_named ? named : "libduckdb.so";
  const std::unique_ptr<void, int (*)(void*)> library(dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL), &dlclose);
  // What was named and does not open is a mistake; what was not named is left out.
  const State absent = is_named ? State::kMissing : State::kOptional;
  if (library == nullptr) return {"DuckDB", "", "Parquet: " + path + " is not found", absent};
  using Version = const char* (*)();
  const auto version = reinterpret_cast<Version>(dlsym(library.get(), "duckdb_library_version"));
  if (version == nullptr) return {"DuckDB", "", "Parquet: " + path + " is not DuckDB", absent};
  return {"DuckDB", version(), "Parquet: " + path, State::kOk};
}

}  // namespace

std::vector<Component> components() { return {sqlite(), libpq(), zstd(), readstat(), duckdb()}; }

}  // namespace entente
