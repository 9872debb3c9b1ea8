// The subcommands: each adds itself to the command line and hands back what runs it.
#ifndef ENTENTE_APPS_CLI_COMMANDS_H_
#define ENTENTE_APPS_CLI_COMMANDS_H_

#include <functional>

#include "exit_code.h"
#include "resources.h"

namespace CLI {
class App;
}

namespace entente::cli {

using Run = std::function<ExitCode()>;  // called where its subcommand was asked for

[[nodiscard]] Run add_code(CLI::App& app);
[[nodiscard]] Run add_ingest(CLI::App& app);
[[nodiscard]] Run add_dump(CLI::App& app);
[[nodiscard]] Run add_review(CLI::App& app);
[[nodiscard]] Run add_diff(CLI::App& app);
[[nodiscard]] Run add_export(CLI::App& app);
[[nodiscard]] Run add_parse(CLI::App& app);
[[nodiscard]] Run add_explain(CLI::App& app);
[[nodiscard]] Run add_actors(CLI::App& app);
[[nodiscard]] Run add_lexicon(CLI::App& app);
[[nodiscard]] Run add_eval(CLI::App& app);
[[nodiscard]] Run add_eval_gold(CLI::App& eval);
[[nodiscard]] Run add_eval_sentences(CLI::App& eval);
[[nodiscard]] Run add_events(CLI::App& app);
[[nodiscard]] Run add_dyad(CLI::App& app);
[[nodiscard]] Run add_statements(CLI::App& app);
[[nodiscard]] Run add_disputes(CLI::App& app);
[[nodiscard]] Run add_agreements(CLI::App& app);
[[nodiscard]] Run add_relations(CLI::App& app);
[[nodiscard]] Run add_search(CLI::App& app);
[[nodiscard]] Run add_show(CLI::App& app);

[[nodiscard]] Run add_config_command(CLI::App& app);
[[nodiscard]] Run add_completions(CLI::App& app);
[[nodiscard]] Run add_man(CLI::App& app);
[[nodiscard]] Run add_schema(CLI::App& app);
[[nodiscard]] Run add_doctor(CLI::App& app);

[[nodiscard]] ExitCode print_version(const EngineFlags& flags);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_COMMANDS_H_
