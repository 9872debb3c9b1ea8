// Which published variant of a code, value or class is written, whatever the records hold.
#ifndef ENTENTE_EXPORTS_CONVENTIONS_H_
#define ENTENTE_EXPORTS_CONVENTIONS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/export.h"
#include "exports/tables.h"

namespace entente {

// kUsage: there is none of this name, and which there are.
[[nodiscard]] Error no_such(const char* what, std::string_view name, const std::vector<std::string>& names);

// What an event is by the conventions of an export.
struct CodedEvent {
  std::optional<std::string> cameo;
  std::string label;  // of the code
  std::optional<double> goldstein;
  std::optional<int> quad;
  bool wider = false;  // the code takes in more than the record's: the numbering has none of the same meaning
};

// kUsage where a name is none of those that entente/export.h lists.
[[nodiscard]] Status check_conventions(const ExportConventions& conventions);

// kUsage where the record's numbering cannot be turned into the one asked for.
[[nodiscard]] Result<CodedEvent> code_event(const Event& event, const EngineStamp& stamp,
                                            const ExportConventions& conventions, const ExportTables& tables);

}  // namespace entente

#endif  // ENTENTE_EXPORTS_CONVENTIONS_H_
