// From a ledger to an exporter.
#ifndef ENTENTE_APPS_CLI_EXPORT_FEED_H_
#define ENTENTE_APPS_CLI_EXPORT_FEED_H_

#include <string>

#include "entente/export.h"

namespace entente::cli {

// All accounts of one kind, newest first; of events those of every status.
[[nodiscard]] Status feed_exporter(const std::string& location, AccountKind kind, bool as_coded, Exporter& exporter);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_EXPORT_FEED_H_
