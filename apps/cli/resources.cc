#include "resources.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The last .safetensors file by name: names end in the version.
fs::path model_in(const fs::path& folder) {
  fs::path found;
  std::error_code error;
  for (auto at = fs::directory_iterator(folder, error); !error && at != fs::end(at); at.increment(error)) {
    if (at->path().extension() == ".safetensors" && at->path() > found) found = at->path();
  }
  return found;
}

fs::path tables_in(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder, error) && !fs::is_empty(folder, error) && !error ? folder : fs::path();
}

std::vector<fs::path> homes() {
  std::vector<fs::path> found;
  std::error_code error;
  const fs::path executable = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    found.push_back(executable.parent_path());
    found.push_back(executable.parent_path().parent_path() / "share" / "entente");
  }
  found.emplace_back(ENTENTE_SOURCE_DIR);
  return found;
}

struct Wanted {
  const char* what;
  const char* flag;
  const char* variable;
  const char* folder;  // its name in each home
  fs::path (*in_folder)(const fs::path&);
};

Result<std::string> find(const Wanted& wanted, const std::string& flag) {
  const std::string named = flag.empty() ? environment(wanted.variable) : flag;
  std::error_code error;
  if (!named.empty()) {
    const fs::path inside = fs::is_directory(named, error) ? wanted.in_folder(named) : fs::path();
    return inside.empty() ? named : inside.string();  // what is not there, loading reports
  }
  std::string looked;
  for (const fs::path& home : homes()) {
    const fs::path folder = home / wanted.folder;
    const fs::path found = wanted.in_folder(folder);
    if (!found.empty()) return found.string();
    looked += (looked.empty() ? "" : ", ") + folder.string();
  }
  return Error{
      ErrorCode::kNotFound,
      std::string("no ") + wanted.what + " in " + looked + "; name it with " + wanted.flag + " or " + wanted.variable,
      ""};
}

}  // namespace

Result<std::string> find_tables(const EngineFlags& flags) {
  return find({"tables", "--knowledge FOLDER", "ENTENTE_KNOWLEDGE", "knowledge", &tables_in}, flags.knowledge);
}

Result<EngineConfig> find_resources(const EngineFlags& flags) {
  EngineConfig config;
  ENTENTE_TRY(config.model_path, find({"model", "--model FILE", "ENTENTE_MODEL", "models", &model_in}, flags.model));
  ENTENTE_TRY(config.knowledge_path, find_tables(flags));
  if (flags.precision == "int8") config.precision = EngineConfig::Precision::kInt8;
  if (flags.precision == "f32") config.precision = EngineConfig::Precision::kFloat32;
  return config;
}

Result<std::unique_ptr<Engine>> load_engine(const EngineFlags& flags) {
  ENTENTE_TRY(const EngineConfig config, find_resources(flags));
  return Engine::load(config);
}

Result<std::unique_ptr<Engine>> load_tokenizer(const EngineFlags& flags) {
  EngineConfig config;
  ENTENTE_TRY(config.knowledge_path, find_tables(flags));
  return Engine::load(config);
}

}  // namespace entente::cli
