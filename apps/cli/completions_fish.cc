#include "completions.h"

namespace entente::cli {
namespace {

// Which command the words before the cursor name; the two lists are written before it.
constexpr const char* kWalk = R"fish(
function __entente_path
    set -l words (commandline -opc)
    set -e words[1]
    set -l path entente
    set -l waits ''
    for word in $words
        if test -n "$waits"
            set waits ''
        else if string match -q -- '-*' $word
            contains -- "$path|$word" $__entente_valued; and set waits $word
        else if contains -- "$path|$word" $__entente_below
            set path "$path $word"
        else if contains -- "$path" $__entente_restart; and contains -- "entente|$word" $__entente_below
            set path "entente $word"
        end
    end
    echo $path
end

function __entente_at
    test (__entente_path) = "$argv[1]"
end

complete -c entente -f
)fish";

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "'";
}

std::string offered(const OptionInfo& option) {
  if (!option.choices.empty()) {
    std::string words;
    for (const std::string& choice : option.choices) words += (words.empty() ? "" : " ") + choice;
    return " -a " + quoted(words);
  }
  if (option.takes == Takes::kFile) return " -F";
  if (option.takes == Takes::kFolder) return " -a " + quoted("(__fish_complete_directories)");
  return "";
}

std::string lines_of(const CommandInfo& command, const CommandInfo& root) {
  const std::string at = "complete -c entente -n " + quoted("__entente_at \"" + command.path + "\"");
  std::string lines;
  for (const OptionInfo& option : command.options) {
    lines += at;
    for (const std::string& spelling : option.spellings) {
      lines += spelling.rfind("--", 0) == 0 ? " -l " + spelling.substr(2) : " -s " + spelling.substr(1);
    }
    // -x: a value, and no files; -F forces files.
    const char* value = option.takes == Takes::kFile && option.choices.empty() ? " -r" : " -x";
    lines += (option.takes == Takes::kNothing ? "" : value + offered(option)) + " -d " + quoted(option.help) + "\n";
  }
  for (const CommandInfo& each : (command.takes_command_line ? root : command).commands) {
    lines += at + " -a " + quoted(each.name) + " -d " + quoted(each.description) + "\n";
  }
  const std::string argument = command.arguments.empty() ? "" : offered(command.arguments.front());
  return lines + (argument.empty() ? "" : at + argument + "\n");
}

}  // namespace

std::string fish_completions(const CommandInfo& root) {
  std::string valued = "set -g __entente_valued";
  std::string below = "set -g __entente_below";
  std::string restart = "set -g __entente_restart";
  std::string lines;
  for (const CommandInfo* command : flatten(root)) {
    for (const OptionInfo& option : command->options) {
      for (const std::string& spelling : option.spellings) {
        if (option.takes != Takes::kNothing) valued += " \\\n    " + quoted(command->path + "|" + spelling);
      }
    }
    for (const CommandInfo& each : command->commands) below += " \\\n    " + quoted(command->path + "|" + each.name);
    if (command->takes_command_line) restart += " \\\n    " + quoted(command->path);
    lines += lines_of(*command, root);
  }
  return "# Completions of entente for fish, as `entente completions fish` writes them.\n\n" + valued + "\n" + below +
         "\n" + restart + "\n" + kWalk + "\n" + lines;
}

}  // namespace entente::cli
