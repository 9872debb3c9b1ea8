#include "flags.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "terminal.h"

namespace entente::cli {

// The help names the choices itself; the validators' own descriptions would say them twice.

void add_choice(CLI::App& command, const std::string& name, std::string& value, const std::vector<std::string>& choices,
                const std::string& help) {
  // Its name tells completions and man pages what the choices are (command_tree.h).
  const std::string names = "one of " + CLI::detail::join(choices, "|");
  const CLI::Validator one_of(
      [choices](std::string& said) {
        if (std::find(choices.begin(), choices.end(), said) != choices.end()) return std::string();
        return "no \"" + said + "\"; there are " + CLI::detail::join(choices, ", ");
      },
      "", names);
  command.add_option(name, value, help)->check(one_of)->type_name("NAME");
}

void take_values(CLI::Option& option, const std::string& type) {
  option.delimiter(',')->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->type_name(type);
  option.allow_extra_args(false);  // else all words up to the next flag
}

void add_values(CLI::App& command, const std::string& name, std::vector<std::string>& values, const std::string& type,
                const std::string& help) {
  take_values(*command.add_option(name, values, help), type);
}

CLI::Validator whole_number(std::int64_t least, std::int64_t most) {
  const auto check = [least, most](std::string& said) -> std::string {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), number);
    if (error == std::errc() && end == said.data() + said.size() && number >= least && number <= most) return "";
    return "expected a whole number from " + std::to_string(least) +
           (most == kMostOfAll ? " on" : " to " + std::to_string(most)) + ", not \"" + said + "\"";
  };
  return {check, "", ""};
}

CLI::Validator share() {
  const auto check = [](std::string& said) -> std::string {
    double number = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), number);
    const bool is_number = error == std::errc() && end == said.data() + said.size();
    return is_number && number >= 0 && number <= 1 ? "" : "expected a number from 0 to 1, not \"" + said + "\"";
  };
  return {check, "", ""};
}

void add_inputs(CLI::App& command, InputFlags& flags, const std::vector<std::string>& formats,
                const std::string& help) {
  command.add_option("FILE", flags.files, "Files, folders, or - for standard input")->type_name("");
  add_choice(command, "--from", flags.from, formats, help);
  command.add_option("--limit", flags.limit, "Stop after N articles")->check(whole_number(1))->type_name("N");
}

void add_jobs(CLI::App& command, unsigned& jobs) {
  constexpr std::int64_t kMostJobs = 1024;
  command.add_option("--jobs", jobs, "Articles worked on at once, else one a core")
      ->check(whole_number(1, kMostJobs))
      ->type_name("N");
}

void add_engine(CLI::App& command, EngineFlags& flags) {
  command.add_option("--model", flags.model, "Model file, else the one that came with the command")->type_name("FILE");
  add_knowledge(command, flags.knowledge);
  add_choice(command, "--precision", flags.precision, {"auto", "int8", "f32"},
             "auto, int8 or f32; auto: int8 where the CPU has VNNI");
}

void add_knowledge(CLI::App& command, std::string& folder) {
  command.add_option("--knowledge", folder, "Folder of tables, else those that came with the command")
      ->type_name("FOLDER");
}

std::string format_of(const std::string& said) {
  if (!said.empty()) return said;
  return stdout_is_terminal() ? "table" : "jsonl";
}

}  // namespace entente::cli
