// What is wrong with a command line, in a line for people.
#ifndef ENTENTE_APPS_CLI_MISTAKES_H_
#define ENTENTE_APPS_CLI_MISTAKES_H_

#include <string>
#include <vector>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace entente::cli {

// `words`: of the command line, without the program's name. Names what was written for what it may have been meant as.
[[nodiscard]] std::string told(const CLI::App& root, const CLI::ParseError& error,
                               const std::vector<std::string>& words);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_MISTAKES_H_
