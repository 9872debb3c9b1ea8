#include "command_tree.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>

namespace entente::cli {
namespace {

std::vector<std::string> split(const std::string& list, char mark) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(mark, begin), list.size());
    parts.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// Names of values say what a shell may offer for them.
Takes takes_of(const std::string& value) {
  if (value == "FOLDER" || value == "DIR") return Takes::kFolder;
  for (const char* name : {"FILE", "PATH", "GOLD", "SYSTEM", "LEDGER"}) {
    if (value.find(name) != std::string::npos) return Takes::kFile;
  }
  return Takes::kWord;
}

OptionInfo describe_option(CLI::Option& option) {
  OptionInfo info;
  info.help = option.get_description();
  info.required = option.get_required();
  info.repeated = takes_several(option);
  info.choices = choices_of(option);
  if (option.get_positional()) {
    info.spellings = {option.get_name(true)};
    info.value = info.spellings.front();
  } else {
    for (const std::string& name : option.get_snames()) info.spellings.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) info.spellings.push_back("--" + name);
    const std::string type = option.get_type_name();
    if (option.get_items_expected_max() > 0) info.value = type.substr(0, type.find(':'));
    if (option.get_items_expected_max() > 0 && info.value.empty()) info.value = "VALUE";
    info.variable = variable_of(option);
  }
  if (!info.value.empty()) info.takes = takes_of(info.value);
  return info;
}

bool hidden(const CLI::Option& option) { return option.get_group().empty(); }

}  // namespace

std::string setting_name(const CLI::Option& option) {
  if (option.get_lnames().empty() || !option.get_configurable()) return "";
  const std::string name = option.get_lnames().front();
  // Where a run writes, and over what, must stand where it is started.
  return name == "force" || name == "output" ? "" : name;
}

std::string variable_name(const std::string& setting) {
  std::string name = "ENTENTE_" + setting;
  for (char& c : name) c = c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

std::string variable_of(const CLI::Option& option) {
  const std::string setting = setting_name(option);
  return setting.empty() ? "" : variable_name(setting);
}

std::string command_path(const CLI::App& command) {
  if (command.get_parent() == nullptr) return "";
  const std::string above = command_path(*command.get_parent());
  return above.empty() ? command.get_name() : above + " " + command.get_name();
}

std::vector<CLI::App*> named_commands(CLI::App& root) {
  std::vector<CLI::App*> named = {&root};
  while (!named.back()->get_subcommands().empty()) named.push_back(named.back()->get_subcommands().front());
  return named;
}

bool takes_several(const CLI::Option& option) {
  return option.get_expected_max() > 1 || option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
}

std::vector<std::string> choices_of(CLI::Option& option) {
  try {
    for (int i = 0;; ++i) {
      const CLI::Validator& validator = *option.get_validator(i);
      const std::string told = validator.get_description();
      if (told.size() > 2 && told.front() == '{') return split(told.substr(1, told.size() - 2), ',');
      if (validator.get_name().rfind("one of ", 0) == 0) return split(validator.get_name().substr(7), '|');
    }
  } catch (const CLI::OptionNotFound&) {  // there is no other way to see that there are no more
    return {};
  }
}

CommandInfo describe(CLI::App& root) {
  CommandInfo info;
  info.name = root.get_name();
  info.path = root.get_parent() == nullptr ? "entente" : "entente " + command_path(root);
  info.description = root.get_description();
  info.examples = root.get_footer();
  for (CLI::Option* option : root.get_options([](const CLI::Option* each) { return !hidden(*each); })) {
    (option->get_positional() ? info.arguments : info.options).push_back(describe_option(*option));
  }
  for (const OptionInfo& argument : info.arguments) {
    info.takes_command_line = info.takes_command_line || argument.value == "COMMAND";
  }
  for (CLI::App* command : root.get_subcommands([](const CLI::App*) { return true; })) {
    if (!command->get_group().empty()) info.commands.push_back(describe(*command));
  }
  return info;
}

std::vector<const CommandInfo*> flatten(const CommandInfo& command) {
  std::vector<const CommandInfo*> all = {&command};
  for (const CommandInfo& each : command.commands) {
    const std::vector<const CommandInfo*> below = flatten(each);
    all.insert(all.end(), below.begin(), below.end());
  }
  return all;
}

}  // namespace entente::cli
