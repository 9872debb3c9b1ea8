// entente dyad: two states over time.
#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <utility>

#include "commands.h"
#include "entente/formats.h"
#include "flags.h"
#include "ledger_flags.h"

namespace entente::cli {
namespace {

struct DyadFlags : LedgerFlags {
  DyadQuery query;
  std::string by = "month";
};

constexpr std::array<std::pair<const char*, DyadQuery::By>, 5> kUnits = {{{"day", DyadQuery::By::kDay},
                                                                          {"week", DyadQuery::By::kWeek},
                                                                          {"month", DyadQuery::By::kMonth},
                                                                          {"quarter", DyadQuery::By::kQuarter},
                                                                          {"year", DyadQuery::By::kYear}}};

ExitCode run_dyad(DyadFlags flags) {
  for (const auto& [name, unit] : kUnits) {
    if (flags.by == name) flags.query.by = unit;
  }
  const Result<std::unique_ptr<Ledger>> ledger = open_ledger(flags);
  if (!ledger) return fail(ledger.error());
  const Result<std::vector<DyadRow>> rows = dyad(**ledger, flags.query);
  if (!rows) return fail(rows.error());
  if (rows->empty()) tell_unknown_codes({flags.query.actor, flags.query.recipient});
  const std::string format = format_of(flags.format);
  if (format == "csv") return put(write_dyad_csv(flags.query, *rows), kDone);
  if (format == "jsonl") return put(write_dyad_json(flags.query, *rows), kDone);
  if (rows->empty())
    return put("no events between " + flags.query.actor + " and " + flags.query.recipient + "\n", kDone);
  return put(write_dyad_table(flags.query, *rows, table_style(flags.color)), kDone);
}

}  // namespace

Run add_dyad(CLI::App& app) {
  auto flags = std::make_shared<DyadFlags>();
  CLI::App& command = *app.add_subcommand("dyad", "What two states did to each other, counted by time");
  command.footer(
      "  entente dyad ledger.db RUS AZE --by month\n"
      "  entente dyad ledger.db ARM AZE --since 2020 --until 2023 --by quarter\n"
      "  entente dyad ledger.db USA CHN --type SANCTION --format csv > dyad.csv\n");
  add_ledger(command, *flags, {"table", "jsonl", "csv"});
  DyadQuery& query = flags->query;
  command.add_option("ACTOR", query.actor, "Code of a state or organisation")->required()->type_name("");
  command.add_option("RECIPIENT", query.recipient, "Code of the other")->required()->type_name("");
  add_choice(command, "--by", flags->by, {"day", "week", "month", "quarter", "year"},
             "day, week, month, quarter or year; else month");
  command.add_option("--since", query.since, "From this day on: 2022-03-11, 2022-03 or 2022")->type_name("DATE");
  command.add_option("--until", query.until, "Up to this day, included")->type_name("DATE");
  add_values(command, "--type", query.types, "TYPE", "PLOVER types, such as CONSULT");
  add_values(command, "--status", query.statuses, "NAME",
             "actual, historical, future, hypothetical, negated; else the first two");
  command.add_flag("--as-coded", query.as_coded, "Without what reviewers corrected or rejected");
  return [flags] { return run_dyad(*flags); };
}

}  // namespace entente::cli
