// entente completions: what a shell offers on the tab key.
#include "completions.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "flags.h"
#include "terminal.h"

namespace entente::cli {

Run add_completions(CLI::App& app) {
  auto shell = std::make_shared<std::string>();
  CLI::App& command = *app.add_subcommand("completions", "Completions of commands, options and names for a shell");
  command.footer(
      "  entente completions bash > ~/.local/share/bash-completion/completions/entente\n"
      "  entente completions zsh > ~/.zfunc/_entente    (fpath+=~/.zfunc)\n"
      "  entente completions fish > ~/.config/fish/completions/entente.fish\n");
  add_choice(command, "SHELL", *shell, {"bash", "zsh", "fish"}, "bash, zsh or fish");
  command.get_option("SHELL")->required()->type_name("");
  return [shell, &app] {
    const CommandInfo root = describe(app);
    if (*shell == "bash") return put(bash_completions(root), kDone);
    return put(*shell == "zsh" ? zsh_completions(root) : fish_completions(root), kDone);
  };
}

}  // namespace entente::cli
