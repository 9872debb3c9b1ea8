#include "mistakes.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <numeric>
#include <utility>

#include "command_tree.h"

namespace entente::cli {
namespace {

// Letters to be put in, taken out or changed to make one word of the other (Levenshtein 1966).
std::size_t edits(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, changed}));
    }
  }
  return row[b.size()];
}

// "; did you mean X?" of the nearest that is near enough.
std::string meant(const std::string& word, const std::vector<std::string>& known) {
  constexpr std::size_t kLongest = 40;
  std::string nearest;
  std::size_t least = std::min<std::size_t>(2, word.size() / 3) + 1;
  if (word.size() > kLongest) return "";
  for (const std::string& each : known) {
    if (const std::size_t apart = edits(word, each); apart < least) least = apart, nearest = each;
  }
  return nearest.empty() ? "" : "; did you mean " + nearest + "?";
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App* one) { return !one->get_group().empty(); }))
    names.push_back(each->get_name());
  return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* each : app.get_options())
    for (const std::string& name : each->get_lnames()) names.push_back("--" + name);
  return names;
}

std::string unexpected(const CLI::App& app, const std::vector<std::string>& words) {
  const std::vector<std::string> left = app.remaining(true);
  const auto first = std::find_if(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(left.begin(), left.end(), word) != left.end();
  });
  const std::string word = first != words.end() ? *first : left.empty() ? "" : left.front();
  if (word.starts_with("-")) {
    const std::string name = word.substr(0, word.find('='));
    return "no option: " + name + meant(name, options_of(app));
  }
  const std::vector<std::string> commands = commands_of(app);
  if (!commands.empty()) return "no command: \"" + word + "\"" + meant(word, commands);
  return "one too many: \"" + word + "\"";
}

}  // namespace

std::string told(const CLI::App& root, const CLI::ParseError& error, const std::vector<std::string>& words) {
  const CLI::App* at = &root;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  const std::string path = command_path(*at);
  const std::vector<std::string> commands = commands_of(*at);
  std::string what = error.what();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr || (!commands.empty() && !at->remaining(true).empty())) {
    what = unexpected(*at, words);
  } else if (!commands.empty()) {
    what = "say which: " + CLI::detail::join(commands, ", ");
  }
  return what + " (see: entente " + path + (path.empty() ? "--help)" : " --help)");
}

}  // namespace entente::cli
