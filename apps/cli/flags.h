// Flags that several subcommands have, worded once.
#ifndef ENTENTE_APPS_CLI_FLAGS_H_
#define ENTENTE_APPS_CLI_FLAGS_H_

#include <string>
#include <vector>

#include "inputs.h"
#include "resources.h"

namespace CLI {
class App;
}

namespace entente::cli {

void add_choice(CLI::App& command, const std::string& name, std::string& value, const std::vector<std::string>& choices,
                const std::string& help);
void add_inputs(CLI::App& command, InputFlags& flags, const std::vector<std::string>& formats, const std::string& help);
void add_jobs(CLI::App& command, unsigned& jobs);
void add_engine(CLI::App& command, EngineFlags& flags);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_FLAGS_H_
