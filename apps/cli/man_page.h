// Man pages, made from the command tree.
#ifndef ENTENTE_APPS_CLI_MAN_PAGE_H_
#define ENTENTE_APPS_CLI_MAN_PAGE_H_

#include <string>

#include "command_tree.h"

namespace entente::cli {

// roff (man(7)) of one command; `root` says what it belongs to.
[[nodiscard]] std::string man_page(const CommandInfo& command, const CommandInfo& root);
// "entente-eval-gold.1"
[[nodiscard]] std::string man_file(const CommandInfo& command);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_MAN_PAGE_H_
