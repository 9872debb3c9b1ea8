// entente: the command. Finds the subcommand and runs it; the only place that catches exceptions.
#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <new>
#include <vector>

#include "commands.h"
#include "help.h"
#include "mistakes.h"
#include "settings.h"
#include "terminal.h"

namespace entente::cli {
namespace {

// A mistake in the arguments is told in a line; help goes to standard output.
ExitCode answer(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    static_cast<void>(write_stdout(app.help()));
    return kDone;
  }
  complain(told(app, error, words));
  return kUsage;
}

ExitCode run(int count, char** arguments) {
  CLI::App app(
      "Entente reads news about states and writes down what happened between whom, what was said,\n"
      "and the words it was read from.",
      "entente");
  app.formatter(help_formatter());
  app.set_help_flag("-h,--help", "This help");
  app.footer(
      "  entente code article.txt               records, a table on a terminal\n"
      "  entente code news/ > records.jsonl     a folder, one record a line\n"
      "  entente explain article.txt            how it was read, and why so\n"
      "  entente ingest ledger.db news/         many articles into one account\n"
      "  entente events ledger.db --actor AZE   questions to it; also dyad, search\n"
      "  entente export ledger.db > events.csv  in the formats of the field\n");
  bool version = false;
  app.add_flag("--version", version, "Versions of the engine, the model and the tables")->configurable(false);
  app.require_subcommand(0, 1);
  using Add = Run (*)(CLI::App&);
  std::vector<Run> runs;
  for (const Add add : {add_code,       add_parse,          add_explain,     add_ingest,    add_events, add_dyad,
                        add_statements, add_disputes,       add_agreements,  add_relations, add_search, add_show,
                        add_review,     add_export,         add_diff,        add_dump,      add_actors, add_lexicon,
                        add_eval,       add_config_command, add_completions, add_man,       add_schema, add_doctor})
    runs.push_back(add(app));
  add_config(app);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return answer(app, error, {arguments + 1, arguments + count});
  }
  const Result<Settings> settings = apply_settings(app);
  if (!settings) return fail(settings.error());
  if (version) return print_version({settings->general("model"), settings->general("knowledge")});
  // Subcommands are in the order in which they were added.
  const std::vector<CLI::App*> commands = app.get_subcommands([](const CLI::App*) { return true; });
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (commands[i]->parsed()) return runs[i]();
  }
  complain("say what to do (see: entente --help)");
  return kUsage;
}

ExitCode run_guarded(int count, char** arguments) {
  try {
    return run(count, arguments);
  } catch (const std::bad_alloc&) {
    complain("out of memory");
  } catch (const std::exception& error) {
    complain(std::string("internal error: ") + error.what());
  }
  return kInternal;
}

}  // namespace
}  // namespace entente::cli

int main(int count, char** arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is seen where it is written to
  return entente::cli::run_guarded(count, arguments);
}
