// entente --version: what makes a run repeatable.
#include "commands.h"
#include "terminal.h"

namespace entente::cli {

ExitCode print_version(const EngineFlags& flags) {
  const Result<EngineConfig> found = find_resources(flags);
  if (!found) {  // the command alone, without a model
    static_cast<void>(write_stdout("entente " ENTENTE_VERSION "\n"));
    complain(found.error());
    return kDone;
  }
  const Result<std::unique_ptr<Engine>> engine = Engine::load(*found);
  if (!engine) {
    static_cast<void>(write_stdout("entente " ENTENTE_VERSION "\n"));
    complain(engine.error());
    return exit_code(engine.error().code);
  }
  const EngineStamp& stamp = (*engine)->stamp();
  static_cast<void>(write_stdout("entente " + stamp.version + "\nmodel " + stamp.model + "  " + found->model_path +
                                 "\nknowledge " + stamp.knowledge + "  " + found->knowledge_path + "\n"));
  return kDone;
}

}  // namespace entente::cli
