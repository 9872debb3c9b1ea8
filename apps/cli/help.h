// How help looks: examples first, options and commands in columns that fit a terminal of 80.
#ifndef ENTENTE_APPS_CLI_HELP_H_
#define ENTENTE_APPS_CLI_HELP_H_

#include <memory>

namespace CLI {
class FormatterBase;
}

namespace entente::cli {

[[nodiscard]] std::shared_ptr<CLI::FormatterBase> help_formatter();

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_HELP_H_
