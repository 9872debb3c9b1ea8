// entente man: the man page of a command, or all of them as files.
#include <CLI/CLI.hpp>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>

#include "command_tree.h"
#include "commands.h"
#include "man_page.h"
#include "terminal.h"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

struct ManFlags {
  std::vector<std::string> command;
  std::string folder;
};

ExitCode write_all(const CommandInfo& root, const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail(Error{ErrorCode::kNotFound, error.message(), folder});
  for (const CommandInfo* command : flatten(root)) {
    const fs::path path = fs::path(folder) / man_file(*command);
    std::ofstream file(path, std::ios::binary);
    file << man_page(*command, root);
    file.close();
    if (!file) {
      complain(path.string() + ": " + last_system_error());
      return kInternal;
    }
  }
  return kDone;
}

ExitCode run(const CommandInfo& root, const ManFlags& flags) {
  if (!flags.folder.empty()) {
    if (flags.command.empty()) return write_all(root, flags.folder);
    complain("--folder takes all pages: leave COMMAND out (see: entente man --help)");
    return kUsage;
  }
  std::string path = root.path;
  for (const std::string& word : flags.command) path += " " + word;
  for (const CommandInfo* command : flatten(root)) {
    if (command->path == path) return put(man_page(*command, root), kDone);
  }
  complain("there is no command '" + path + "' (see: entente --help)");
  return kUsage;
}

}  // namespace

Run add_man(CLI::App& app) {
  auto flags = std::make_shared<ManFlags>();
  CLI::App& command = *app.add_subcommand("man", "The manual page of a command, for man");
  command.footer(
      "  entente man | man -l -\n"
      "  entente man eval gold | man -l -\n"
      "  entente man --folder ~/.local/share/man/man1    all pages, as files\n");
  command.add_option("COMMAND", flags->command, "The command, in as many words as it has; else entente itself")
      ->type_name("");
  command.add_option("--folder", flags->folder, "Write every page into this folder")
      ->type_name("FOLDER")
      ->configurable(false);
  return [flags, &app] { return run(describe(app), *flags); };
}

}  // namespace entente::cli
