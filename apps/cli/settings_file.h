// A file of settings: TOML, read without knowing what settings there are.
#ifndef ENTENTE_APPS_CLI_SETTINGS_FILE_H_
#define ENTENTE_APPS_CLI_SETTINGS_FILE_H_

#include <string>
#include <vector>

#include "entente/result.h"

namespace entente::cli {

struct FileSetting {
  std::string section;              // "" at the head of the file, else "code", "eval gold"
  std::string name;                 // "jobs"
  std::vector<std::string> values;  // as they would stand on the command line; one but for a list
  std::string place;                // "entente.toml:3"
};

struct SettingsFile {
  std::vector<FileSetting> settings;
  std::vector<FileSetting> sections;  // of all tables, in the file's order: section and place alone
};

// kUsage with file and line where it cannot be read, is no TOML, or holds what no option takes.
[[nodiscard]] Result<SettingsFile> read_settings_file(const std::string& path);

// A value as TOML: a number or a truth value as it is, else a quoted string.
[[nodiscard]] std::string toml_value(const std::string& value);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_SETTINGS_FILE_H_
