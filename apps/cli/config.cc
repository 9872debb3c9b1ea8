// entente config: the settings in force, as a file of settings that makes the same run.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "command_tree.h"
#include "commands.h"
#include "resources.h"
#include "settings.h"
#include "terminal.h"

namespace entente::cli {
namespace {

constexpr std::size_t kPlaceColumn = 32;

struct Line {
  std::string name;
  std::string value;  // as TOML; empty: not set
  std::string place;  // where it is from
};

// What the model and the tables are where nobody names them.
std::string found_resource(const std::string& name) {
  const EngineFlags flags;
  const Result<EngineConfig> found = find_resources(flags);
  if (!found) return "";
  return name == "model" ? found->model_path : name == "knowledge" ? found->knowledge_path : "";
}

std::string value_of(const std::vector<std::string>& values, bool list) {
  if (!list) return toml_value(values.back());
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + toml_value(value);
  return "[" + out + "]";
}

// The value that stands in the command's code, where the option would take it again.
std::string built_in(CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return "false";
  option.capture_default_str();
  const std::string value = option.get_default_str();
  if (value.empty() || takes_several(option)) return "";
  try {
    option.add_result(value);
    option.run_callback();
  } catch (const CLI::ParseError&) {  // such as 0 for "all"
    option.clear();
    return "";
  }
  option.clear();
  return toml_value(value);
}

Line line_of(CLI::Option& option, const Settings& settings) {
  Line line = {setting_name(option), "", settings.place_of(option)};
  if (option.count() > 0) {
    line.value = value_of(option.results(), takes_several(option));
    if (line.place.empty()) line.place = "the command line";
    return line;
  }
  line.value = built_in(option);
  if (line.value.empty()) {
    const std::string found = found_resource(line.name);
    if (!found.empty()) return {line.name, toml_value(found), "found"};
  }
  return line;
}

std::string written(const Line& line) {
  if (line.value.empty()) return "# " + line.name + " is not set\n";
  std::string out = line.name + " = " + line.value;
  if (!line.place.empty()) {
    out.resize(std::max(out.size() + 2, kPlaceColumn), ' ');
    out += "# " + line.place;
  }
  return out + "\n";
}

struct Section {
  std::string name;  // "eval.gold"
  std::vector<Line> lines;
};

Section section_of(CLI::App& command, const Settings& settings) {
  Section section = {command_path(command), {}};
  std::replace(section.name.begin(), section.name.end(), ' ', '.');
  for (CLI::Option* option : command.get_options()) {
    if (!variable_of(*option).empty()) section.lines.push_back(line_of(*option, settings));
  }
  return section;
}

// What several commands have alike goes to the head of the file, which is for all of them.
std::vector<Line> take_common(std::vector<Section>& sections) {
  struct Use {
    Line line;
    int count = 0;
    bool alike = true;
  };
  std::vector<Use> uses;  // in the order in which they come first
  for (const Section& section : sections) {
    for (const Line& line : section.lines) {
      auto use = std::find_if(uses.begin(), uses.end(), [&](const Use& each) { return each.line.name == line.name; });
      if (use == uses.end()) use = uses.insert(uses.end(), {line, 0, true});
      ++use->count;
      use->alike = use->alike && use->line.value == line.value && use->line.place == line.place;
    }
  }
  std::vector<Line> common;
  for (const Use& use : uses) {
    if (!use.alike || use.count < 2) continue;
    common.push_back(use.line);
    for (Section& section : sections)
      std::erase_if(section.lines, [&](const Line& line) { return line.name == use.line.name; });
  }
  return common;
}

std::string file_of(std::vector<Section> sections) {
  std::string out;
  for (const Line& line : take_common(sections)) out += written(line);
  for (const Section& section : sections) {
    if (section.lines.empty()) continue;
    out += "\n[" + section.name + "]\n";
    for (const Line& line : section.lines) out += written(line);
  }
  return out;
}

std::vector<CLI::App*> all_commands(CLI::App& root) {
  std::vector<CLI::App*> all = {&root};
  for (CLI::App* each : root.get_subcommands([](const CLI::App*) { return true; })) {
    const std::vector<CLI::App*> below = all_commands(*each);
    all.insert(all.end(), below.begin(), below.end());
  }
  return all;
}

// The command that is asked about is read as if it were to run, but for the arguments that it cannot do without.
void read_again(CLI::App& root, std::vector<std::string> words) {
  for (CLI::App* command : all_commands(root)) {
    for (CLI::Option* option : command->get_options()) option->required(false);
    command->require_subcommand(0, 1);
  }
  std::reverse(words.begin(), words.end());  // as the parser takes them
  root.parse(std::move(words));
}

// The command line after `config`, and the file that stood before it.
std::vector<std::string> words_of(CLI::App& command, const std::string& first) {
  std::vector<std::string> words;
  const CLI::Option& config = *command.get_option("--config");
  if (config.count() > 0) words = {"--config", config.as<std::string>()};
  if (!first.empty()) words.push_back(first);
  for (const std::string& word : command.remaining()) words.push_back(word);
  return words;
}

ExitCode run(CLI::App& root, CLI::App& command, const std::string& first) {
  std::vector<CLI::App*> commands = all_commands(root);
  if (const std::vector<std::string> words = words_of(command, first); !words.empty()) {
    const bool named = !first.empty();
    try {
      read_again(root, words);
    } catch (const CLI::ParseError& error) {
      complain(std::string(error.what()) + " (see: entente config --help)");
      return kUsage;
    }
    if (named) commands = named_commands(root);
  }
  Result<Settings> settings = Settings::load(root);
  if (!settings) return fail(settings.error());
  std::vector<Section> sections;
  for (CLI::App* each : commands) {
    if (const Status applied = settings->apply(*each); !applied) return fail(applied.error());
    sections.push_back(section_of(*each, *settings));
  }
  std::string out = "# Settings of entente " ENTENTE_VERSION ": entente --config FILE COMMAND ... runs with them.\n";
  if (!settings->path().empty()) out += "# Read from " + settings->path() + ".\n";
  return put(out + file_of(std::move(sections)), kDone);
}

}  // namespace

Run add_config_command(CLI::App& app) {
  auto first = std::make_shared<std::string>();
  CLI::App& command = *app.add_subcommand("config", "The settings in force, and where each is from");
  command.footer(
      "  entente config                            of all commands\n"
      "  entente config code --jobs 2 > run.toml   of this command line\n"
      "  entente --config run.toml code news/      the same run again\n"
      "  ENTENTE_JOBS=4 entente code news/         each option has a variable\n");
  command.add_option("COMMAND", *first, "A command, and what follows it; all commands where it is left out")
      ->type_name("")
      ->configurable(false);
  command.prefix_command();
  return [first, &app, &command] { return run(app, command, *first); };
}

}  // namespace entente::cli
