// Settings that stand outside the command line: the environment and a file.
//
// An option takes its value from the command line, else from its variable (ENTENTE_JOBS for --jobs), else from the
// file: from the section of its command ([eval.gold]), the one above it ([eval]), or the head of the file. The file is
// that of --config, else of ENTENTE_CONFIG, else the person's own, $XDG_CONFIG_HOME/entente/config.toml, where it is.
#ifndef ENTENTE_APPS_CLI_SETTINGS_H_
#define ENTENTE_APPS_CLI_SETTINGS_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entente/result.h"
#include "settings_file.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace entente::cli {

// Adds --config to every command that can be run.
void add_config(CLI::App& root);

class Settings {
 public:
  // After the command line was read. kUsage: the file is named and not there, or has a mistake; a section or a setting
  // that no command has.
  [[nodiscard]] static Result<Settings> load(CLI::App& root);

  // Gives the options of the command that the command line left out what the environment or the file says. kUsage: a
  // value that the option does not take.
  [[nodiscard]] Status apply(CLI::App& command);

  // The value of a setting for all commands: of its variable, else of the head of the file; empty: there is none.
  [[nodiscard]] std::string general(const std::string& name) const;
  // Where the value of an option is from: "ENTENTE_JOBS", "entente.toml:3"; empty: the command line, or nobody.
  [[nodiscard]] std::string place_of(const CLI::Option& option) const;
  [[nodiscard]] const std::string& path() const& { return path_; }  // of the file; empty where none is read

 private:
  [[nodiscard]] std::optional<FileSetting> find(const std::string& command, const CLI::Option& option) const;

  std::string path_;
  std::map<std::string, FileSetting> settings_;  // by section, a tab and the name
  std::map<const CLI::Option*, std::string> places_;
};

// What main() does between the command line and the command: applies them to the commands that were named.
[[nodiscard]] Result<Settings> apply_settings(CLI::App& root);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_SETTINGS_H_
