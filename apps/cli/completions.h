// Completions for shells, made from the command tree.
#ifndef ENTENTE_APPS_CLI_COMPLETIONS_H_
#define ENTENTE_APPS_CLI_COMPLETIONS_H_

#include <string>

#include "command_tree.h"

namespace entente::cli {

[[nodiscard]] std::string bash_completions(const CommandInfo& root);
[[nodiscard]] std::string zsh_completions(const CommandInfo& root);
[[nodiscard]] std::string fish_completions(const CommandInfo& root);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_COMPLETIONS_H_
