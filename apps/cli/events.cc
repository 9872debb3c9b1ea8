// entente events: who did what to whom, as the ledger has it.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "entente/formats.h"
#include "flags.h"
#include "ledger_flags.h"

namespace entente::cli {
namespace {

struct EventFlags : ListFlags {
  EventQuery query;
};

ExitCode run_events(const EventFlags& flags) {
  return run_list<LedgerEvent, EventQuery>(
      flags, flags.query, "event", AccountKind::kEvents, each_event,
      [](const LedgerEvent& event, const TableStyle& style) { return write_account_entry(event, style); });
}

}  // namespace

Run add_events(CLI::App& app) {
  auto flags = std::make_shared<EventFlags>();
  CLI::App& command = *app.add_subcommand("events", "Events of a ledger: who did what to whom, and who tells it");
  command.footer(
      "  entente events ledger.db --actor AZE --recipient RUS --type CONSULT\n"
      "  entente events ledger.db --party ARM:MIL --quad 4 --min-sources 2\n"
      "  entente events ledger.db --party Aliyev --format jsonl > events.jsonl\n");
  EventQuery& query = flags->query;
  add_list(command, *flags, query);
  add_values(command, "--actor", query.actors, "WHO", "Who did it");
  add_values(command, "--recipient", query.recipients, "WHO", "To whom; a joint act has its parties on both sides");
  add_values(command, "--type", query.types, "TYPE", "PLOVER types (CONSULT) or CAMEO codes (04, 042)");
  add_values(command, "--status", query.statuses, "NAME",
             "actual, historical, future, hypothetical, negated; else the first two");
  take_values(*command.add_option("--quad", query.quads, "1 and 2 words and deeds of cooperation, 3 and 4 of conflict")
                   ->check(whole_number(1, 4)),
              "N");
  add_values(command, "--country", query.countries, "CODE", "Where it happened");
  return [flags] { return run_events(*flags); };
}

}  // namespace entente::cli
