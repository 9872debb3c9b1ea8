// What Entente stands on: libraries, and whether they are there in the form that is needed.
//
// Threads: may be called from any; asks the dynamic loader for optional libraries.
#ifndef ENTENTE_COMPONENTS_H_
#define ENTENTE_COMPONENTS_H_

#include <string>
#include <vector>

namespace entente {

struct Component {
  std::string name;     // "SQLite"
  std::string version;  // as the library says it; empty where it does not, or is not there
  std::string detail;   // what of it matters: "with full-text search (FTS5)"; may be empty
  enum class State { kOk, kMissing, kOptional } state = State::kOk;  // kOptional: not there, and not needed
};

[[nodiscard]] inline const char* component_state_name(Component::State state) {
  switch (state) {
    case Component::State::kOk: return "ok";
    case Component::State::kMissing: return "missing";
    case Component::State::kOptional: return "optional";
  }
  return "missing";
}

// In a fixed order: SQLite, libpq, zstd, ReadStat, DuckDB. DuckDB is looked for as the library that ENTENTE_DUCKDB
// names, else as libduckdb.so.
[[nodiscard]] std::vector<Component> components();

}  // namespace entente

#endif  // ENTENTE_COMPONENTS_H_
