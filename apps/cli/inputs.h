// From the FILE arguments to work: articles by intake, or gold tokens of CoNLL-U.
#ifndef ENTENTE_APPS_CLI_INPUTS_H_
#define ENTENTE_APPS_CLI_INPUTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "entente/intake.h"
#include "entente/result.h"
#include "pipeline.h"

namespace entente::cli {

struct InputFlags {
  std::vector<std::string> files;
  std::string from = "auto";  // auto, text, jsonl, html; conllu where the command takes it
  std::int64_t limit = 0;     // articles; 0: all
};

// Standard input where no file is named and something is piped in; an error where a person sits there.
[[nodiscard]] Status settle_files(InputFlags& flags);

[[nodiscard]] Source make_source(const InputFlags& flags);

// The whole of a file, or of standard input for "-".
[[nodiscard]] Result<std::string> read_whole(const std::string& path);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_INPUTS_H_
