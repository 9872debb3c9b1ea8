// entente agreements, entente relations: what binds them, and how they stand.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "entente/formats.h"
#include "flags.h"
#include "ledger_flags.h"

namespace entente::cli {
namespace {

struct AgreementFlags : ListFlags {
  AgreementQuery query;
  bool provisions = false;
};

struct RelationFlags : ListFlags {
  RelationQuery query;
};

}  // namespace

Run add_agreements(CLI::App& app) {
  auto flags = std::make_shared<AgreementFlags>();
  CLI::App& command = *app.add_subcommand("agreements", "Agreements of a ledger, and what became of them");
  command.footer(
      "  entente agreements ledger.db --party ARM --provisions\n"
      "  entente agreements ledger.db --status stalled,violated --since 2020\n"
      "  entente agreements ledger.db --form ceasefire --min-sources 2\n");
  AgreementQuery& query = flags->query;
  add_list(command, *flags, query);
  add_values(command, "--form", query.forms, "NAME",
             "treaty, declaration, ceasefire, memorandum, communique, contract, accord");
  add_values(command, "--status", query.statuses, "NAME",
             "proposed, agreed, signed, ratified, in_force, stalled, violated, ended");
  command.add_flag("--provisions", flags->provisions, "Show each provision, how far it binds, and its words");
  return [flags] {
    const ShowProvisions provisions = flags->provisions ? ShowProvisions::kAll : ShowProvisions::kNumber;
    return run_list<AgreementThread, AgreementQuery>(
        *flags, flags->query, "agreement", AccountKind::kAgreements, each_agreement,
        [provisions](const AgreementThread& thread, const TableStyle& style) {
          return write_account_entry(thread, provisions, style) + (provisions == ShowProvisions::kAll ? "\n" : "");
        });
  };
}

Run add_relations(CLI::App& app) {
  auto flags = std::make_shared<RelationFlags>();
  CLI::App& command =
      *app.add_subcommand("relations", "Relations of a ledger: how two stand to each other, and how long");
  command.footer(
      "  entente relations ledger.db --party ARM\n"
      "  entente relations ledger.db --type alliance,partnership --min-sources 2\n");
  add_list(command, *flags, flags->query);
  add_values(command, "--type", flags->query.types, "NAME",
             "alliance, partnership, rivalry, conflict, war, dependence, mediation, recognition, occupation");
  return [flags] {
    return run_list<RelationInterval, RelationQuery>(
        *flags, flags->query, "relation", AccountKind::kRelations, each_relation,
        [](const RelationInterval& relation, const TableStyle& style) { return write_account_entry(relation, style); });
  };
}

}  // namespace entente::cli
