// entente statements, entente disputes: who said what, and where they differ.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "entente/formats.h"
#include "flags.h"
#include "ledger_flags.h"

namespace entente::cli {
namespace {

struct StatementFlags : ListFlags {
  StatementQuery query;
};

struct DisputeFlags : ListFlags {
  DisputeQuery query;
  bool changes = false;
};

}  // namespace

Run add_statements(CLI::App& app) {
  auto flags = std::make_shared<StatementFlags>();
  CLI::App& command = *app.add_subcommand("statements", "Statements of a ledger: who said what, on which issue");
  command.footer(
      "  entente statements ledger.db --issue corridor --speaker AZE\n"
      "  entente statements ledger.db --speaker Lavrov --stance denies,opposes\n"
      "  entente statements ledger.db --party ARM --format jsonl > statements.jsonl\n");
  StatementQuery& query = flags->query;
  add_list(command, *flags, query);
  add_values(command, "--issue", query.issues, "WORDS", "An issue's id, or words of its label");
  add_values(command, "--speaker", query.speakers, "WHO", "Who said it");
  add_values(command, "--stance", query.stances, "NAME",
             "affirms, denies, supports, opposes, doubts, demands, promises, neutral");
  return [flags] {
    return run_list<LedgerStatement, StatementQuery>(*flags, flags->query, "statement", AccountKind::kStatements,
                                                     each_statement,
                                                     [](const LedgerStatement& statement, const TableStyle& style) {
                                                       return write_account_entry(statement, style);
                                                     });
  };
}

Run add_disputes(CLI::App& app) {
  auto flags = std::make_shared<DisputeFlags>();
  CLI::App& command = *app.add_subcommand("disputes", "Disputes of a ledger: opposite stances on one issue");
  command.footer(
      "  entente disputes ledger.db --issue corridor\n"
      "  entente disputes ledger.db --party AZE --since 2024\n"
      "  entente disputes ledger.db --changes                who changed position\n");
  add_list(command, *flags, flags->query);
  add_values(command, "--issue", flags->query.issues, "WORDS", "An issue's id, or words of its label");
  command.add_flag("--changes", flags->changes, "Only where one speaker changed position");
  return [flags] {
    DisputeQuery query = flags->query;
    if (flags->changes) query.change_of_position = true;
    return run_list<LedgerDispute, DisputeQuery>(*flags, query, "dispute", AccountKind::kDisputes, each_dispute,
                                                 [](const LedgerDispute& dispute, const TableStyle& style) {
                                                   return write_account_entry(dispute, style) + "\n";
                                                 });
  };
}

}  // namespace entente::cli
