// What a reader of the output should know of how an article was read.
#ifndef ENTENTE_APPS_CLI_NOTES_H_
#define ENTENTE_APPS_CLI_NOTES_H_

#include <vector>

#include "entente/document.h"
#include "entente/result.h"

namespace entente::cli {

// A note for each sentence that was longer than the limit and was read in parts.
[[nodiscard]] std::vector<Error> notes_of(const Document& document);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_NOTES_H_
