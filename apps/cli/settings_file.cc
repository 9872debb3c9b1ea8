#include "settings_file.h"

#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(expression) static_cast<void>(0)  // hostile bytes fail some of them, and are then told as mistakes
#include <toml++/toml.h>

#include <sstream>

#include "inputs.h"

namespace entente::cli {
namespace {

constexpr std::size_t kMaxBytes = 1U << 20U;

class Reader {
 public:
  explicit Reader(std::string path) : path_(std::move(path)) {}

  Status read(const toml::table& table, const std::string& section) {
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      if (const toml::table* below = node.as_table()) {
        std::string inner = section;
        inner.append(section.empty() ? "" : " ").append(name);
        file.sections.push_back({inner, "", {}, place(key.source())});
        ENTENTE_CHECK_OK(read(*below, inner));
        continue;
      }
      FileSetting setting = {section, name, {}, place(key.source())};
      if (const toml::array* list = node.as_array()) {
        for (const toml::node& item : *list) ENTENTE_CHECK_OK(add(item, setting));
      } else {
        ENTENTE_CHECK_OK(add(node, setting));
      }
      file.settings.push_back(std::move(setting));
    }
    return Unit{};
  }

  [[nodiscard]] std::string place(const toml::source_region& region) const {
    return path_ + ":" + std::to_string(region.begin.line);
  }

  SettingsFile file;

 private:
  // A list in a list, or a table in one, is no value of an option.
  static Status add(const toml::node& node, FileSetting& setting) {
    if (const auto text = node.value_exact<std::string>()) {
      setting.values.push_back(*text);
    } else if (node.is_array() || node.is_table()) {
      return Error{ErrorCode::kUsage,
                   "'" + setting.name + "' is a text, a number, true or false, a date, or a list of them",
                   setting.place};
    } else {
      std::ostringstream written;
      node.visit([&](const auto& value) { written << value; });
      setting.values.push_back(written.str());
    }
    return Unit{};
  }

  std::string path_;
};

}  // namespace

Result<SettingsFile> read_settings_file(const std::string& path) {
  const Result<std::string> bytes = read_whole(path);
  if (!bytes) return Error{ErrorCode::kUsage, bytes.error().message, bytes.error().place};
  if (bytes->size() > kMaxBytes) return Error{ErrorCode::kUsage, "a file of settings has 1 MiB at most", path};
  Reader reader(path);
  // TOML forbids control characters, and the reader is not at its best with them.
  std::size_t line = 1;
  for (const char byte : *bytes) {
    line += byte == '\n' ? 1 : 0;
    if (static_cast<unsigned char>(byte) >= 0x20 || byte == '\n' || byte == '\t' || byte == '\r') continue;
    return Error{ErrorCode::kUsage, "a control character, which no file of settings has",
                 path + ":" + std::to_string(line)};
  }
  const toml::parse_result parsed = toml::parse(*bytes, path);
  if (!parsed) {
    return Error{ErrorCode::kUsage, std::string(parsed.error().description()), reader.place(parsed.error().source())};
  }
  ENTENTE_CHECK_OK(reader.read(parsed.table(), ""));
  return std::move(reader.file);
}

std::string toml_value(const std::string& value) {
  const bool number = !value.empty() && value.find_first_not_of("0123456789") == std::string::npos &&
                      (value.front() != '0' || value.size() == 1) && value.size() < 19;
  if (number || value == "true" || value == "false") return value;
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      constexpr const char* kHex = "0123456789ABCDEF";
      out +=
          std::string("\\u00") + kHex[static_cast<unsigned char>(c) >> 4U] + kHex[static_cast<unsigned char>(c) & 15U];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace entente::cli
