#include "man_page.h"

#include <algorithm>
#include <sstream>

namespace entente::cli {
namespace {

// Text that roff prints as it is: a hyphen stays a minus that can be copied, a dot at the head is no request.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else if (c == '`') {
      out += "\\(ga";
    } else if (c == '^') {
      out += "\\(ha";
    } else if (c == '~') {
      out += "\\(ti";
    } else {
      if (c == '.' && (out.empty() || out.back() == '\n')) out += "\\&";
      out += c;
    }
  }
  return out;
}

std::string bold(const std::string& text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(const std::string& text) { return "\\fI" + plain(text) + "\\fR"; }

std::string page_name(const CommandInfo& command) {
  std::string name = command.path;
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string synopsis(const CommandInfo& command) {
  std::string out = bold(command.path);
  if (!command.options.empty()) out += " [" + italic("OPTIONS") + "]";
  for (const OptionInfo& argument : command.arguments) {
    const std::string name = italic(argument.value) + (argument.repeated ? "..." : "");
    out += argument.required ? " " + name : " [" + name + "]";
  }
  return command.commands.empty() ? out : out + " " + italic("COMMAND");
}

std::string tagged(const std::string& tag, const std::string& text) { return ".TP\n" + tag + "\n" + text + "\n"; }

std::string tag_of(const OptionInfo& option) {
  std::string tag;
  for (const std::string& spelling : option.spellings) tag += (tag.empty() ? "" : ", ") + bold(spelling);
  return option.value.empty() ? tag : tag + " " + italic(option.value);
}

std::string options_section(const CommandInfo& command) {
  std::string out;
  for (const OptionInfo& argument : command.arguments)
    out += tagged(italic(argument.value) + (argument.repeated ? " ..." : ""), plain(one_line(argument.help)));
  if (!out.empty()) out = ".SH ARGUMENTS\n" + out;
  out += ".SH OPTIONS\n";
  for (const OptionInfo& option : command.options) {
    std::string text = plain(one_line(option.help));
    if (!option.variable.empty()) text += "\n.br\nEnvironment: " + bold(option.variable) + ".";
    out += tagged(tag_of(option), text);
  }
  return out;
}

std::string commands_section(const CommandInfo& command) {
  if (command.commands.empty()) return "";
  std::string out = ".SH COMMANDS\n";
  for (const CommandInfo& each : command.commands) out += tagged(bold(each.name), plain(one_line(each.description)));
  return out;
}

constexpr const char* kSettings =
    ".SH ENVIRONMENT\n"
    "An option that the command line leaves out takes its value from its variable, if that is set and not empty;\n"
    "else from the file of settings. A switch takes\n.B true\nor\n.BR false .\n"
    ".TP\n\\fBENTENTE_CONFIG\\fR\nThe file of settings.\n"
    ".TP\n\\fBNO_COLOR\\fR\nWhere it is set, nothing is coloured unless\n.B \\-\\-color always\nasks for it.\n"
    ".SH FILES\n"
    ".TP\n\\fI$XDG_CONFIG_HOME/entente/config.toml\\fR, else \\fI\\(ti/.config/entente/config.toml\\fR\n"
    "Settings as TOML: options without their dashes, for all commands at the head, for one in its section.\n"
    ".RS\n.PP\n.nf\njobs = 2\n\n[code]\nformat = \"jsonl\"\n\n[eval.gold]\nsplit = \"dev\"\n.fi\n.RE\n";

constexpr const char* kExitStatus =
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nDone; also where the reader of the output went away.\n"
    ".TP\n.B 2\nA mistake in the arguments or the settings.\n"
    ".TP\n.B 3\nSome inputs failed, the others are done.\n"
    ".TP\n.B 4\nEvery input failed, or the model, the tables or the ledger cannot be used; something that is needed is "
    "missing\n"
    "(doctor).\n"
    ".TP\n.B 5\nAn internal error, or the output cannot be written.\n"
    ".TP\n.B 130\nInterrupted; what was in work is finished and written.\n";

std::string examples_section(const CommandInfo& command) {
  if (command.examples.empty()) return "";
  std::string out = ".SH EXAMPLES\n.nf\n";
  std::istringstream lines(command.examples);
  for (std::string line; std::getline(lines, line);) out += plain(line) + "\n";
  return out + ".fi\n";
}

std::string see_also(const CommandInfo& command, const CommandInfo& root) {
  std::string out;
  for (const CommandInfo* each : flatten(root)) {
    const bool above = command.path.rfind(each->path + " ", 0) == 0;
    const bool below = std::any_of(command.commands.begin(), command.commands.end(),
                                   [&](const CommandInfo& other) { return other.path == each->path; });
    if (above || below) out += (out.empty() ? "" : ",\n") + (".BR " + plain(page_name(*each)) + " (1)");
  }
  return out.empty() ? "" : ".SH SEE ALSO\n" + out + "\n";
}

}  // namespace

std::string man_file(const CommandInfo& command) { return page_name(command) + ".1"; }

std::string man_page(const CommandInfo& command, const CommandInfo& root) {
  std::string title = page_name(command);
  for (char& c : title) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const std::string about = plain(one_line(command.description));
  return ".\\\" As `entente man` writes it.\n.TH " + plain(title) +
         " 1 \"\" \"entente " ENTENTE_VERSION "\" \"Entente\"\n.nh\n.ad l\n.SH NAME\n" + plain(page_name(command)) +
         " \\- " + about + "\n.SH SYNOPSIS\n" + synopsis(command) + "\n" + examples_section(command) +
         commands_section(command) + options_section(command) + kSettings + kExitStatus + see_also(command, root);
}

}  // namespace entente::cli
