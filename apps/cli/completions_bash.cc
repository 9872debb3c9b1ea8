#include "completions.h"

namespace entente::cli {
namespace {

// The walk over the words before the cursor. What the tree says stands in the two functions that are written before it.
constexpr const char* kWalk = R"bash(
_entente() {
  local current=${COMP_WORDS[COMP_CWORD]} command=entente option='' word
  local commands options valued below kind words
  local -i i
  COMPREPLY=()
  _entente_command "$command"
  for ((i = 1; i < COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if [[ -n $option ]]; then  # its value; --name=value comes as three words
      [[ $word == '=' ]] || option=''
    elif [[ $word == -* ]]; then
      [[ " $valued " == *" $word "* ]] && option=$word
    elif [[ " $commands " == *" $word "* ]]; then
      command="$below $word"
      _entente_command "$command"
    fi
  done
  [[ $current == '=' ]] && current=''
  _entente_value "$command" "$option"
  if [[ -z $option && $current == -* ]]; then
    kind=words words=$options
  elif [[ -z $option && -n $commands ]]; then
    kind=words words=$commands
  fi
  case $kind in
    words)
      compopt +o default +o bashdefault 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
      ;;
    files)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      ;;
    folders)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      ;;
    *) compopt +o default +o bashdefault 2>/dev/null ;;
  esac
}
complete -o bashdefault -o default -F _entente entente
)bash";

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

// "'entente code'": names of commands and options, and choices, are plain words.
std::string quoted(const std::string& text) { return "'" + text + "'"; }

std::string command_case(const CommandInfo& command, const CommandInfo& root) {
  const CommandInfo& below = command.takes_command_line ? root : command;
  std::vector<std::string> commands;
  std::vector<std::string> options;
  std::vector<std::string> valued;
  for (const CommandInfo& each : below.commands) commands.push_back(each.name);
  for (const OptionInfo& option : command.options) {
    for (const std::string& spelling : option.spellings) {
      options.push_back(spelling);
      if (option.takes != Takes::kNothing) valued.push_back(spelling);
    }
  }
  return "    " + quoted(command.path) + ")\n      below=" + quoted(below.path) +
         "\n      commands=" + quoted(joined(commands)) + "\n      options=" + quoted(joined(options)) +
         "\n      valued=" + quoted(joined(valued)) + "\n      ;;\n";
}

// What may stand for the value, or nothing where that is anything.
std::string value_case(const std::string& command, const std::string& option, const OptionInfo& value) {
  std::string offered;
  if (!value.choices.empty()) {
    offered = "kind=words words=" + quoted(joined(value.choices));
  } else if (value.takes == Takes::kFile) {
    offered = "kind=files";
  } else if (value.takes == Takes::kFolder) {
    offered = "kind=folders";
  } else {
    return "";
  }
  return "    " + quoted(command + "|" + option) + ") " + offered + " ;;\n";
}

}  // namespace

std::string bash_completions(const CommandInfo& root) {
  std::string commands;
  std::string values;
  for (const CommandInfo* command : flatten(root)) {
    commands += command_case(*command, root);
    for (const OptionInfo& option : command->options) {
      for (const std::string& spelling : option.spellings) values += value_case(command->path, spelling, option);
    }
    if (!command->arguments.empty()) values += value_case(command->path, "", command->arguments.front());
  }
  return "# Completions of entente for bash, as `entente completions bash` writes them.\n\n"
         "# Sets what may follow the command $1.\n"
         "_entente_command() {\n  below='' commands='' options='' valued=''\n  case $1 in\n" +
         commands +
         "  esac\n}\n\n"
         "# Sets what may stand for a value of the option $2 of the command $1, or for its arguments.\n"
         "_entente_value() {\n  kind='' words=''\n  case \"$1|$2\" in\n" +
         values + "  esac\n}\n" + kWalk;
}

}  // namespace entente::cli
