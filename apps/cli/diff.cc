// entente diff: what changed between two ledgers, by cause.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "entente/formats.h"
#include "entente/ledger_diff.h"
#include "flags.h"
#include "ledger_flags.h"
#include "terminal.h"

namespace entente::cli {
namespace {

struct DiffFlags {
  std::string a, b;
  DiffOptions options;
  bool all = false;
  std::string format;
  std::string color = "auto";
};

ExitCode run(const DiffFlags& flags) {
  const Result<std::unique_ptr<Ledger>> a = Ledger::open(flags.a, {});
  if (!a) return fail(a.error());
  const Result<std::unique_ptr<Ledger>> b = Ledger::open(flags.b, {});
  if (!b) return fail(b.error());
  const bool table = format_of(flags.format) == "table";
  const TableStyle style = table_style(flags.color);
  Written written = Written::kAll;
  bool any = false;
  const Result<LedgerDiff> diff = diff_ledgers(**a, **b, flags.options, [&](const LedgerChange& change) {
    if (!flags.all) return true;
    any = true;
    written = write_stdout(table ? write_change(change, style) : write_change_json(change));
    return written == Written::kAll;
  });
  if (!diff) return fail(diff.error());
  if (written == Written::kReaderGone) return kDone;
  if (written == Written::kFailed) {
    complain("standard output: " + last_system_error());
    return kInternal;
  }
  if (!table) return put(write_ledger_diff_json(*diff), kDone);
  return put((any ? "\n" : "") + write_ledger_diff(*diff, style), kDone);
}

}  // namespace

Run add_diff(CLI::App& app) {
  auto flags = std::make_shared<DiffFlags>();
  CLI::App& command = *app.add_subcommand("diff", "What changed between two ledgers, by cause");
  command.footer(
      "  entente diff before.db after.db              how many, by cause and rule\n"
      "  entente diff --all before.db after.db        and every change\n"
      "Causes: other articles, another engine, model or knowledge, reviews, joining.\n");
  add_location(command, "LEDGER_A", flags->a);
  command.add_option("LEDGER_B", flags->b, "What it is compared with")->required()->type_name("");
  command.add_flag("--all", flags->all, "Every change, before the summary");
  command
      .add_option("--tolerance", flags->options.tolerance,
                  "A confidence that differs by no more is the same; else 0.05")
      ->check(share())
      ->type_name("NUMBER");
  add_choice(command, "--format", flags->format, {"table", "jsonl"},
             "table or jsonl; a table on a terminal, else JSONL");
  add_choice(command, "--color", flags->color, {"auto", "always", "never"},
             "auto, always or never; auto heeds NO_COLOR");
  return [flags] { return run(*flags); };
}

}  // namespace entente::cli
