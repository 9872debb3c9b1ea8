#include "flags.h"

#include <CLI/CLI.hpp>

#include "terminal.h"

namespace entente::cli {

// The help names the choices itself; the validators' own descriptions would say them twice.

void add_choice(CLI::App& command, const std::string& name, std::string& value, const std::vector<std::string>& choices,
                const std::string& help) {
  // Its name tells completions and man pages what the choices are (command_tree.h).
  const std::string names = "one of " + CLI::detail::join(choices, "|");
  command.add_option(name, value, help)->check(CLI::IsMember(choices).description("").name(names))->type_name("NAME");
}

void take_values(CLI::Option& option, const std::string& type) {
  option.delimiter(',')->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->type_name(type);
  option.allow_extra_args(false);  // else all words up to the next flag
}

void add_values(CLI::App& command, const std::string& name, std::vector<std::string>& values, const std::string& type,
                const std::string& help) {
  take_values(*command.add_option(name, values, help), type);
}

void add_inputs(CLI::App& command, InputFlags& flags, const std::vector<std::string>& formats,
                const std::string& help) {
  command.add_option("FILE", flags.files, "Files, folders, or - for standard input")->type_name("");
  add_choice(command, "--from", flags.from, formats, help);
  command.add_option("--limit", flags.limit, "Stop after N articles")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1} << 53U).description(""))
      ->type_name("N");
}

void add_jobs(CLI::App& command, unsigned& jobs) {
  command.add_option("--jobs", jobs, "Articles worked on at once, else one a core")
      ->check(CLI::Range(1U, 1024U).description(""))
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
