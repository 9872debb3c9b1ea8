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
  CLI::App& command = *app.add_subcommand("schema", "The JSON Schema of articles, records, parses and ledgers");
  command.footer(
      "  entente schema                  all five kinds of records\n"
      "  entente schema event            one kind\n"
      "  entente schema article          the lines of JSONL that go in\n"
      "  entente schema ledger           accounts of a ledger\n");
  add_choice(command, "WHAT", *name, schema_names(),
             "record, event, statement, agreement, relation, dispute, article, unknown (lines of `entente actors "
             "unknown`), parse, ledger or component (lines of `entente doctor`); record where it is left out");
  command.get_option("WHAT")->type_name("");
  return [name]() -> ExitCode {
    const Result<std::string> schema = json_schema(*name);
    return schema ? put(*schema, kDone) : fail(schema.error());
  };
}

}  // namespace entente::cli
