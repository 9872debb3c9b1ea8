// entente export: what a ledger holds, in the formats that the field's tools read.
#ifndef ENTENTE_APPS_CLI_EXPORT_H_
#define ENTENTE_APPS_CLI_EXPORT_H_

#include <functional>
#include <string>

#include "commands.h"
#include "entente/export.h"

namespace entente::cli {

// Opens a ledger and hands its accounts of one kind to the exporter, in the order in which they are to be written; of
// events all, whatever their status. `as_coded`: without what reviewers said.
using FeedExporter =
    std::function<Status(const std::string& ledger, AccountKind kind, bool as_coded, Exporter& exporter)>;

[[nodiscard]] Run add_export(CLI::App& app, const FeedExporter& feed);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_EXPORT_H_
