#include "help.h"

#include <CLI/CLI.hpp>
#include <sstream>
#include <string>

namespace entente::cli {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kNames = 24;  // how wide the column of names is

// Lines of `width` at most, cut between words.
std::string wrapped(const std::string& text, std::size_t width) {
  std::string out;
  std::istringstream words(text);
  std::size_t used = 0;
  for (std::string word; words >> word;) {
    const bool fits = used == 0 || used + 1 + word.size() <= width;
    if (used > 0) out += fits ? " " : "\n";
    used = fits && used > 0 ? used + 1 + word.size() : word.size();
    out += word;
  }
  return out;
}

// Examples first: most people read no further.
class ExamplesFirst : public CLI::Formatter {
 public:
  ExamplesFirst() {
    column_width(kNames);
    label("Positionals", "Arguments");
    label("SUBCOMMAND", "COMMAND");
  }

  std::string make_description(const CLI::App* app) const override {
    return wrapped(app->get_description(), kColumns) + "\n";
  }
  std::string make_usage(const CLI::App* app, std::string name) const override {
    const std::string examples = app->get_footer();
    return (examples.empty() ? "" : "\nExamples:\n" + examples) + "\n" + CLI::Formatter::make_usage(app, name);
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = option->get_items_expected_max() > 0 ? option->get_type_name() : "";
    const std::string value = type.substr(0, type.find(':'));
    return (value.empty() ? "" : " " + value) + (option->get_expected_max() > 1 ? " ..." : "");
  }
  std::string make_option_desc(const CLI::Option* option) const override {
    return wrapped(option->get_description(), kColumns - kNames);
  }
  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode /*mode*/) const override {
    std::string out;
    for (const CLI::App* command :
         app->get_subcommands([](const CLI::App* each) { return !each->get_group().empty(); }))
      out += make_subcommand(command);
    return out.empty() ? "" : "\nCommands:\n" + out;
  }
  std::string make_subcommand(const CLI::App* command) const override {
    std::ostringstream out;
    CLI::detail::format_help(out, command->get_name(), wrapped(command->get_description(), kColumns - kNames), kNames);
    return out.str();
  }
  std::string make_footer(const CLI::App* /*app*/) const override { return ""; }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_formatter() { return std::make_shared<ExamplesFirst>(); }

}  // namespace entente::cli
