#include "exports/cell.h"

#include <charconv>
#include <cmath>

#include "base/text_index.h"

namespace entente {

Cell text_cell(const std::string& text) {
  if (text.empty()) return std::monostate();
  return text;
}

Cell text_cell(const std::optional<std::string>& text) { return text ? text_cell(*text) : std::monostate(); }

Cell integer_cell(const std::optional<std::int64_t>& value) {
  if (!value) return std::monostate();
  return *value;
}

Cell number_cell(const std::optional<double>& value, int decimals) {
  if (!value || !std::isfinite(*value)) return std::monostate();
  constexpr double kWhole = 9007199254740992.0;  // 2^53: from here on there is nothing left to round
  const double unit = std::pow(10.0, decimals);
  const double scaled = *value * unit;
  const double rounded = std::abs(scaled) < kWhole ? std::round(scaled) / unit : *value;
  return rounded + 0.0;  // turns -0 into 0
}

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  while (!text.empty()) {
    const std::size_t valid = valid_utf8_prefix(text);
    clean.append(text.substr(0, valid));
    text.remove_prefix(valid);
    if (text.empty()) break;
    clean.append("\xEF\xBF\xBD");
    text.remove_prefix(1);
  }
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const auto byte = static_cast<unsigned char>(clean[i]);
    if (byte < 0x20U || byte == 0x7FU) clean[i] = ' ';
  }
  // Some readers end a line at these too: NEL (U+0085), LINE and PARAGRAPH SEPARATOR (U+2028, U+2029).
  for (const std::string_view end : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    for (std::size_t at = clean.find(end); at != std::string::npos; at = clean.find(end, at)) {
      clean.replace(at, end.size(), " ");
    }
  }
  return clean;
}

std::string shortest_text(double value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return error == std::errc() ? std::string(buffer, end) : std::string();
}

std::string join_list(const std::vector<std::string>& parts, std::string_view separator, std::string_view missing) {
  const char mark = separator.front();
  std::string joined;
  bool first = true;
  for (const std::string& part : parts) {
    if (part.empty() && missing.empty()) continue;
    if (!first) joined.append(separator);
    first = false;
    if (part.empty()) {
      joined.append(missing);
      continue;
    }
    for (const char c : part) joined.push_back(c != mark ? c : mark == ',' ? ';' : ',');
  }
  return joined;
}

}  // namespace entente
