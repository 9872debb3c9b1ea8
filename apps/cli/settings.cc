#include "settings.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "command_tree.h"

namespace entente::cli {
namespace {

constexpr const char* kConfigVariable = "ENTENTE_CONFIG";

std::string environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? "" : value;
}

std::vector<CLI::App*> below(CLI::App& command) {
  return command.get_subcommands([](const CLI::App*) { return true; });
}

// The person's own file, where it is.
std::string own_file() {
  std::string folder = environment("XDG_CONFIG_HOME");
  if (folder.empty()) {
    folder = environment("HOME");
    if (folder.empty()) return "";
    folder += "/.config";
  }
  const std::string path = folder + "/entente/config.toml";
  std::error_code error;
  return std::filesystem::exists(path, error) ? path : "";
}

// --config may stand before the command or among its options; the later one is nearer.
std::string config_path(CLI::App& root) {
  std::string path;
  for (CLI::App* command : named_commands(root)) {
    const CLI::Option* option = command->get_option_no_throw("--config");
    if (option != nullptr && option->count() > 0) path = option->as<std::string>();
  }
  if (path.empty()) path = environment(kConfigVariable);
  return path.empty() ? own_file() : path;
}

bool has_setting(CLI::App& command, const std::string& name) {
  for (const CLI::Option* option : command.get_options()) {
    if (!name.empty() && setting_name(*option) == name) return true;
  }
  for (CLI::App* each : below(command)) {
    if (has_setting(*each, name)) return true;
  }
  return false;
}

CLI::App* find_command(CLI::App& root, const std::string& section) {
  if (section.empty()) return &root;
  for (CLI::App* each : below(root)) {
    if (command_path(*each) == section) return each;
    if (CLI::App* found = find_command(*each, section); found != nullptr) return found;
  }
  return nullptr;
}

Status check(CLI::App& root, const SettingsFile& file) {
  for (const FileSetting& section : file.sections) {
    if (find_command(root, section.section) == nullptr)
      return Error{ErrorCode::kUsage, "there is no command '" + section.section + "'", section.place};
  }
  for (const FileSetting& setting : file.settings) {
    if (has_setting(*find_command(root, setting.section), setting.name)) continue;
    const std::string of = setting.section.empty() ? "any command" : "'" + setting.section + "'";
    return Error{ErrorCode::kUsage, "'" + setting.name + "' is no setting of " + of, setting.place};
  }
  return Unit{};
}

std::string key_of(const std::string& section, const std::string& name) { return section + "\t" + name; }

}  // namespace

void add_config(CLI::App& root) {
  const std::vector<CLI::App*> commands = below(root);
  for (CLI::App* command : commands) add_config(*command);
  if (!commands.empty() && root.get_parent() != nullptr) return;
  root.add_option("--config")
      ->description("Settings (TOML), else ENTENTE_CONFIG, else your own")
      ->type_name("FILE")
      ->configurable(false);
}

Result<Settings> Settings::load(CLI::App& root) {
  Settings settings;
  settings.path_ = config_path(root);
  if (settings.path_.empty()) return settings;
  ENTENTE_TRY(const SettingsFile file, read_settings_file(settings.path_));
  ENTENTE_CHECK_OK(check(root, file));
  for (const FileSetting& setting : file.settings) settings.settings_[key_of(setting.section, setting.name)] = setting;
  return settings;
}

std::optional<FileSetting> Settings::find(const std::string& command, const CLI::Option& option) const {
  const std::string name = setting_name(option);
  if (const std::string variable = variable_of(option); !environment(variable).empty())
    return FileSetting{command, name, {environment(variable)}, variable};
  for (std::string section = command;;) {
    const auto found = settings_.find(key_of(section, name));
    if (found != settings_.end()) return found->second;
    if (section.empty()) return std::nullopt;
    const std::size_t last = section.rfind(' ');
    section.resize(last == std::string::npos ? 0 : last);
  }
}

Status Settings::apply(CLI::App& command) {
  for (CLI::Option* option : command.get_options()) {
    if (variable_of(*option).empty() || option->count() > 0) continue;
    const std::optional<FileSetting> setting = find(command_path(command), *option);
    if (!setting) continue;
    try {
      option->add_result(setting->values);
      option->run_callback();
    } catch (const CLI::ParseError& error) {
      return Error{ErrorCode::kUsage, error.what(), setting->place};
    }
    places_[option] = setting->place;
  }
  return Unit{};
}

std::string Settings::general(const std::string& name) const {
  if (std::string value = environment(variable_name(name)); !value.empty()) return value;
  const auto found = settings_.find(key_of("", name));
  return found == settings_.end() || found->second.values.empty() ? "" : found->second.values.back();
}

std::string Settings::place_of(const CLI::Option& option) const {
  const auto found = places_.find(&option);
  return found == places_.end() ? "" : found->second;
}

Result<Settings> apply_settings(CLI::App& root) {
  ENTENTE_TRY(Settings settings, Settings::load(root));
  for (CLI::App* command : named_commands(root)) ENTENTE_CHECK_OK(settings.apply(*command));
  return settings;
}

}  // namespace entente::cli
