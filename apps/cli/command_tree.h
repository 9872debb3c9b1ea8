// The command line as data: what help, completions, man pages and settings are made from.
//
// Everything is read off the parser's own tree, so a new subcommand or option is in all of them without a line here.
// Lifetime, threads: values.
#ifndef ENTENTE_APPS_CLI_COMMAND_TREE_H_
#define ENTENTE_APPS_CLI_COMMAND_TREE_H_

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace entente::cli {

enum class Takes { kNothing, kWord, kFile, kFolder };

struct OptionInfo {
  std::vector<std::string> spellings;  // "-h", "--help"; of an argument without dashes its name: "FILE"
  Takes takes = Takes::kNothing;
  std::string value;                 // what stands for its value: "N", "NAME", "FILE"; empty for a switch
  std::vector<std::string> choices;  // all the words that it takes; empty: any
  std::string help;
  std::string variable;  // its place in the environment: "ENTENTE_JOBS"; empty where it has none
  bool required = false;
  bool repeated = false;
};

struct CommandInfo {
  std::string name;  // "gold"
  std::string path;  // "entente eval gold"
  std::string description;
  std::string examples;  // a line each
  std::vector<OptionInfo> options;
  std::vector<OptionInfo> arguments;
  std::vector<CommandInfo> commands;
  bool takes_command_line = false;  // its argument is COMMAND: what follows names commands from the root on
};

[[nodiscard]] CommandInfo describe(CLI::App& root);

// All commands of a tree, itself first, each before those below it.
[[nodiscard]] std::vector<const CommandInfo*> flatten(const CommandInfo& command);

// "--format" without its dashes; empty for what is no setting: an argument, and what is marked as not configurable or
// belongs to one run by its name.
[[nodiscard]] std::string setting_name(const CLI::Option& option);
// The place of a setting in the environment: "ENTENTE_JOBS" for "jobs".
[[nodiscard]] std::string variable_name(const std::string& setting);
// The same for an option; empty for what is no setting.
[[nodiscard]] std::string variable_of(const CLI::Option& option);
// The names of a command, the root's left out: "eval gold".
[[nodiscard]] std::string command_path(const CLI::App& command);
// The commands that the command line named, the root first.
[[nodiscard]] std::vector<CLI::App*> named_commands(CLI::App& root);
// Of an option that may stand several times, or with commas between its values.
[[nodiscard]] bool takes_several(const CLI::Option& option);
// A validator's description as the words that it takes: "{jsonl,table}" or "jsonl|table".
[[nodiscard]] std::vector<std::string> choices_of(CLI::Option& option);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_COMMAND_TREE_H_
