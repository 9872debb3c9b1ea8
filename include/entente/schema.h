// The JSON Schemas (2020-12) of all that goes in and comes out as JSON.
//
// Lifetime: the names live as long as the program. Threads: pure functions.
// Source: schema/entente.schema.json, which the library carries; docs/formats/records.md.
#ifndef ENTENTE_SCHEMA_H_
#define ENTENTE_SCHEMA_H_

#include <string>
#include <string_view>
#include <vector>

#include "entente/result.h"

namespace entente {

// "record" (any of the five), the five kinds, "article", "ledger" (an account), and what a command writes as a line:
// "parse", "dyad", "search", "review", "diff", "plover", "sidecar", "unknown", "eval", "progress", "component".
[[nodiscard]] const std::vector<std::string>& schema_names();

// The schema of one of them, with the definitions that it needs and no others; ends with a newline. kUsage for a name
// that is not among schema_names().
[[nodiscard]] Result<std::string> json_schema(std::string_view name);

}  // namespace entente

#endif  // ENTENTE_SCHEMA_H_
