// The subcommands: each adds itself to the command line and hands back what runs it.
#ifndef ENTENTE_APPS_CLI_COMMANDS_H_
#define ENTENTE_APPS_CLI_COMMANDS_H_

#include <functional>

#include "exit_code.h"

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
[[nodiscard]] Run add_parse(CLI::App& app);
[[nodiscard]] Run add_explain(CLI::App& app);
[[nodiscard]] Run add_actors(CLI::App& app);
[[nodiscard]] Run add_lexicon(CLI::App& app);
[[nodiscard]] Run add_eval(CLI::App& app);
[[nodiscard]] Run add_eval_gold(CLI::App& eval);
[[nodiscard]] Run add_eval_sentences(CLI::App& eval);

[[nodiscard]] ExitCode print_version();

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_COMMANDS_H_
