#include "base/text_index.h"

#include <algorithm>

namespace entente {
namespace {

struct Decoded {
  char32_t code_point;
  std::size_t length;  // 0: not valid
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return {0, 0};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {0, 0};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return {0, 0};
  return {value, length};
}

}  // namespace

TextIndex::TextIndex(std::string_view text) : text_(text) {
  code_points_.reserve(text.size());
  starts_.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    code_points_.push_back(decoded.length == 0 ? U'\uFFFD' : decoded.code_point);
    starts_.push_back(static_cast<std::int32_t>(at));
    at += std::max<std::size_t>(decoded.length, 1);
  }
  starts_.push_back(static_cast<std::int32_t>(text.size()));
}

CodePointOffset TextIndex::to_code_point(ByteOffset offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset.value);
  return {static_cast<std::int32_t>(after - starts_.begin()) - 1};
}

std::string_view TextIndex::slice(CodePointSpan span) const {
  const auto begin = static_cast<std::size_t>(to_byte(span.begin).value);
  return text_.substr(begin, static_cast<std::size_t>(to_byte(span.end).value) - begin);
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded decoded = decode(text, at);
    if (decoded.length == 0) return at;
    at += decoded.length;
  }
  return at;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6U));
    put(0x80 | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12U));
    put(0x80 | ((code_point >> 6U) & 0x3FU));
    put(0x80 | (code_point & 0x3FU));
  } else {
    put(0xF0 | (code_point >> 18U));
    put(0x80 | ((code_point >> 12U) & 0x3FU));
    put(0x80 | ((code_point >> 6U) & 0x3FU));
    put(0x80 | (code_point & 0x3FU));
  }
}

}  // namespace entente
