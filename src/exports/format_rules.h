// What each format is: its columns, what it needs of an event, what its tools expect, what it cannot hold.
#ifndef ENTENTE_EXPORTS_FORMAT_RULES_H_
#define ENTENTE_EXPORTS_FORMAT_RULES_H_

#include <set>
#include <string>
#include <vector>

#include "entente/export.h"
#include "exports/event_row.h"
#include "exports/row_sink.h"

namespace entente {

struct FormatRules {
  const char* title;  // "ICEWS, yearly event files"
  bool dyads;         // a row is a source and a target
  bool alone;         // ... or one of them
  bool marks_status;  // it can say that an event is not actual
  bool needs_code;    // a CAMEO code
  bool needs_day;
  TextStyle style;
  ExportConventions usual;        // unset: as recorded, or not held
  std::vector<std::string> lost;  // names of losses (exports/losses.h)
};
[[nodiscard]] const FormatRules& rules_of(ExportFormat format);
[[nodiscard]] bool holds_cameo(ExportFormat format);  // and so a Goldstein value
[[nodiscard]] bool holds_quad(ExportFormat format);
[[nodiscard]] bool holds_score(ExportFormat format);                             // PLOVER's
[[nodiscard]] EventColumns columns_of(ExportFormat format);                      // of events; none for JSON
[[nodiscard]] std::vector<ColumnText> columns_of(const ExportOptions& options);  // of its kind; none for JSON
[[nodiscard]] const std::string& name_of(ExportFormat format);
[[nodiscard]] const std::string& name_of(AccountKind kind);

// The options with what is not set filled in; kUsage where they do not fit each other.
[[nodiscard]] Result<ExportOptions> settle(const ExportOptions& options);

}  // namespace entente

#endif  // ENTENTE_EXPORTS_FORMAT_RULES_H_
