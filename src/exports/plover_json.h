// PLOVER's JSON: one event a line (openeventdata/PLOVER, PLOVER_MANUAL.tex).
#ifndef ENTENTE_EXPORTS_PLOVER_JSON_H_
#define ENTENTE_EXPORTS_PLOVER_JSON_H_

#include <string>
#include <vector>

#include "exports/event_row.h"

namespace entente {

[[nodiscard]] std::string write_plover_json(const EventRow& row);

// Its keys, for the codebook: those that the writer may use, in its order. "actor[].code" is a key of a list's object.
[[nodiscard]] const std::vector<ColumnText>& plover_keys();

}  // namespace entente

#endif  // ENTENTE_EXPORTS_PLOVER_JSON_H_
