#include "entente/components.h"

#include <libpq-fe.h>
#include <readstat.h>
#include <sqlite3.h>
#include <zstd.h>

#include <memory>

#include "base/duckdb_api.h"

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
  const DuckLibrary library = find_duckdb();
  const std::string parquet = "Parquet: " + library.file;
  // What was named and cannot be used is a mistake; what was not named is left out.
  const State absent = library.named ? State::kMissing : State::kOptional;
  if (!library.absent.empty()) return {"DuckDB", "", parquet + " is not found", absent};
  if (library.api.library_version == nullptr) return {"DuckDB", "", parquet + " is not DuckDB", absent};
  const std::string version = library.api.library_version();
  if (library.lacking.empty()) return {"DuckDB", version, parquet, State::kOk};
  return {"DuckDB", version, parquet + " lacks " + library.lacking + "; 1.4 or later is needed", absent};
}

}  // namespace

std::vector<Component> components() { return {sqlite(), libpq(), zstd(), readstat(), duckdb()}; }

}  // namespace entente
