// Flags that several subcommands have, worded once.
#ifndef ENTENTE_APPS_CLI_FLAGS_H_
#define ENTENTE_APPS_CLI_FLAGS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "inputs.h"
#include "resources.h"

namespace CLI {
class App;
class Option;
class Validator;
}  // namespace CLI

namespace entente::cli {

constexpr std::int64_t kMostOfAll = std::int64_t{1} << 53U;

void add_choice(CLI::App& command, const std::string& name, std::string& value, const std::vector<std::string>& choices,
                const std::string& help);
// Several values, one a flag or with commas between them: what stands behind the flag's one word is no value of it.
void add_values(CLI::App& command, const std::string& name, std::vector<std::string>& values, const std::string& type,
                const std::string& help);
void take_values(CLI::Option& option, const std::string& type);  // the same of an option of another type
// What a value must be: told with what was written instead.
[[nodiscard]] CLI::Validator whole_number(std::int64_t least, std::int64_t most = kMostOfAll);
[[nodiscard]] CLI::Validator share();  // from 0 to 1

void add_inputs(CLI::App& command, InputFlags& flags, const std::vector<std::string>& formats, const std::string& help);
void add_jobs(CLI::App& command, unsigned& jobs);
void add_engine(CLI::App& command, EngineFlags& flags);
void add_knowledge(CLI::App& command, std::string& folder);

// As it was said, else a table on a terminal and JSONL elsewhere.
[[nodiscard]] std::string format_of(const std::string& said);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_FLAGS_H_
