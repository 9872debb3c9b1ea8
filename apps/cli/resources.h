// Where the model and the tables are found.
//
// In this order: the flag, the environment (ENTENTE_MODEL, ENTENTE_KNOWLEDGE), beside the executable, the share
// folder of the installation, the source tree that the command was built from.
#ifndef ENTENTE_APPS_CLI_RESOURCES_H_
#define ENTENTE_APPS_CLI_RESOURCES_H_

#include <memory>
#include <string>

#include "entente/engine.h"
#include "entente/result.h"

namespace entente::cli {

struct EngineFlags {
  std::string model;
  std::string knowledge;
  std::string precision = "auto";
};

[[nodiscard]] Result<std::string> find_tables(const EngineFlags& flags);  // the folder, for what needs no model
[[nodiscard]] Result<EngineConfig> find_resources(const EngineFlags& flags);

[[nodiscard]] Result<std::unique_ptr<Engine>> load_engine(const EngineFlags& flags);
// The tables without a model: for cutting text.
[[nodiscard]] Result<std::unique_ptr<Engine>> load_tokenizer(const EngineFlags& flags);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_RESOURCES_H_
