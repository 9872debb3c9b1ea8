#include "formats/json_line.h"

#include <cmath>

#include "base/text_index.h"

namespace entente {

void JsonLine::text(std::string_view key, std::string_view value) {
  name(key);
  if (value.empty()) {
    writer_.Null();
  } else {
    string(value);
  }
}

void JsonLine::optional_text(std::string_view key, const std::optional<std::string>& value) {
  text(key, value ? std::string_view(*value) : std::string_view());
}

void JsonLine::integer(std::string_view key, const std::optional<std::int64_t>& value) {
  if (value) {
    integer(key, *value);
  } else {
    null(key);
  }
}

void JsonLine::number(std::string_view key, const std::optional<double>& value, int decimals) {
  if (!value || !std::isfinite(*value)) return null(key);
  constexpr double kWhole = 9007199254740992.0;  // 2^53: from here on there is nothing left to round
  const double unit = std::pow(10.0, decimals);
  const double scaled = *value * unit;
  const double rounded = std::abs(scaled) < kWhole ? std::round(scaled) / unit : *value;
  name(key);
  writer_.Double(rounded + 0.0);  // turns -0 into 0
}

void JsonLine::string(std::string_view value) {
  std::size_t valid = valid_utf8_prefix(value);
  if (valid == value.size()) {
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    return;
  }
  std::string repaired;
  while (valid < value.size()) {
    repaired.append(value.substr(0, valid)).append("\xEF\xBF\xBD");
    value.remove_prefix(valid + 1);
    valid = valid_utf8_prefix(value);
  }
  repaired.append(value);
  writer_.String(repaired.data(), static_cast<rapidjson::SizeType>(repaired.size()));
}

std::string JsonLine::finish() const {
  std::string line(buffer_.GetString(), buffer_.GetSize());
  line.push_back('\n');
  return line;
}

}  // namespace entente
