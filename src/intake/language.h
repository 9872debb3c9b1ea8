// Which language a text is in (CLD2).
#ifndef ENTENTE_INTAKE_LANGUAGE_H_
#define ENTENTE_INTAKE_LANGUAGE_H_

#include <optional>
#include <string>
#include <string_view>

namespace entente {

struct Language {
  std::string code;  // ISO 639-1 where there is one
  std::string name;  // in English
  bool sure = false;
};

// Valid UTF-8 only. Not sure: too short, or too mixed.
[[nodiscard]] Language detect_language(std::string_view text);

// "EN-us" to "en"; "eng" and "English" too. Nothing where it is no language code.
[[nodiscard]] std::optional<std::string> normalise_language(std::string_view label);

// "German" for "de"; the code itself where it has no known name.
[[nodiscard]] std::string language_name(const std::string& code);

}  // namespace entente

#endif  // ENTENTE_INTAKE_LANGUAGE_H_
