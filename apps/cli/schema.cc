// entente schema: the JSON Schema of what goes in and comes out.
#include "entente/schema.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "flags.h"
#include "terminal.h"

namespace entente::cli {

Run add_schema(CLI::App& app) {
  auto name = std::make_shared<std::string>("record");
  CLI::App& command = *app.add_subcommand("schema", "The JSON Schema of all that goes in and comes out");
  command.footer(
      "  entente schema                  all five kinds of records\n"
      "  entente schema event            one kind\n"
      "  entente schema article          the lines of JSONL that go in\n"
      "  entente schema ledger           accounts of a ledger\n"
      "  entente schema dyad             the lines of a command\n");
  add_choice(command, "WHAT", *name, schema_names(),
             "record (else), event, statement, agreement, relation, dispute, article, ledger (accounts); the lines of "
             "parse, dyad, search, review, diff, eval, actors (unknown), ingest (progress), doctor (component); of "
             "export plover and sidecar");
  command.get_option("WHAT")->type_name("");
  return [name]() -> ExitCode {
    const Result<std::string> schema = json_schema(*name);
    return schema ? put(*schema, kDone) : fail(schema.error());
  };
}

}  // namespace entente::cli
