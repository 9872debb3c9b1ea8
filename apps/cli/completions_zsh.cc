#include "completions.h"

namespace entente::cli {
namespace {

// Inside single quotes, and inside the brackets and between the colons of _arguments.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string function_name(const CommandInfo& command) {
  std::string name = "_" + command.path;
  for (char& c : name) c = c == ' ' || c == '-' ? '_' : c;
  return name;
}

// ":NAME:(jsonl table)", ":FILE:_files"
std::string value_of(const OptionInfo& option) {
  if (option.takes == Takes::kNothing) return "";
  std::string action = " ";
  if (!option.choices.empty()) {
    action = "(";
    for (const std::string& choice : option.choices) action += (action == "(" ? "" : " ") + escaped(choice);
    action += ")";
  } else if (option.takes == Takes::kFile) {
    action = "_files";
  } else if (option.takes == Takes::kFolder) {
    action = "_files -/";
  }
  return ":" + escaped(option.value) + ":" + action;
}

std::string option_specs(const CommandInfo& command) {
  std::string specs;
  for (const OptionInfo& option : command.options) {
    for (const std::string& spelling : option.spellings) {
      const bool joins = option.takes != Takes::kNothing && spelling.rfind("--", 0) == 0;
      specs += "    '" + std::string(option.repeated ? "*" : "") + spelling + (joins ? "=" : "") + "[" +
               escaped(option.help) + "]" + value_of(option) + "' \\\n";
    }
  }
  return specs;
}

std::string leaf(const CommandInfo& command) {
  std::string specs = option_specs(command);
  for (const OptionInfo& argument : command.arguments) {
    specs += "    '" +
             std::string(argument.repeated   ? "*"
                         : argument.required ? ""
                                             : ":") +
             value_of(argument) + "' \\\n";
  }
  return function_name(command) + "() {\n  _arguments -s -S \\\n" + specs + "    && return 0\n}\n\n";
}

// A command with commands below it: the first word names one, and the rest is left to that one.
std::string branch(const CommandInfo& command, const CommandInfo& below) {
  std::string names;
  std::string calls;
  for (const CommandInfo& each : below.commands) {
    names += "        '" + escaped(each.name) + ":" + escaped(each.description) + "'\n";
    calls += "        " + each.name + ") " + function_name(each) + " ;;\n";
  }
  return function_name(command) +
         "() {\n  local curcontext=$curcontext state line\n  typeset -A opt_args\n  _arguments -C \\\n" +
         option_specs(command) +
         "    '1:command:->command' \\\n    '*::argument:->rest' && return 0\n"
         "  case $state in\n    command)\n      local -a commands=(\n" +
         names +
         "      )\n      _describe -t commands command commands\n      ;;\n    rest)\n      case $line[1] in\n" +
         calls + "      esac\n      ;;\n  esac\n}\n\n";
}

}  // namespace

std::string zsh_completions(const CommandInfo& root) {
  std::string out = "#compdef entente\n# Completions of entente for zsh, as `entente completions zsh` writes them.\n\n";
  for (const CommandInfo* command : flatten(root)) {
    if (command->takes_command_line) {
      out += branch(*command, root);
    } else {
      out += command->commands.empty() ? leaf(*command) : branch(*command, *command);
    }
  }
  return out +
         "# Autoloaded, it runs; sourced, it says what it completes.\n"
         "if [[ $funcstack[1] == _entente ]]; then\n  _entente \"$@\"\nelse\n  compdef _entente entente\nfi\n";
}

}  // namespace entente::cli
