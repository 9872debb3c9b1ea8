#include "formats/terminal_text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/text_index.h"
#include "entente/formats.h"

namespace entente {
namespace {

constexpr std::string_view kEllipsis = "…";

int width_of(char32_t code_point) {
  const UChar32 c = static_cast<UChar32>(code_point);
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR: return 0;
    default: break;
  }
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

bool steers_terminal(char32_t code_point) {
  const UChar32 c = static_cast<UChar32>(code_point);
  return u_charType(c) == U_CONTROL_CHAR || (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

// Bytes of the longest head of `text` that fits `width`; at least one character, so that wrapping always advances.
std::size_t head_that_fits(std::string_view text, int width) {
  const TextIndex index(text);
  int used = 0;
  for (std::int32_t i = 0; i < index.code_point_count(); ++i) {
    used += width_of(index.at({i}));
    if (used > width && i > 0) return static_cast<std::size_t>(index.to_byte({i}).value);
  }
  return text.size();
}

void end_with_ellipsis(std::string& line, int width) {
  if (display_width(line) + 1 > width) line.resize(head_that_fits(line, width - 1));
  while (!line.empty() && line.back() == ' ') line.pop_back();
  line.append(kEllipsis);
}

}  // namespace

std::string printable(std::string_view text) {
  const TextIndex index(text);
  std::string out;
  out.reserve(text.size());
  for (std::int32_t i = 0; i < index.code_point_count(); ++i) {
    const char32_t code_point = index.at({i});
    if (u_isUWhiteSpace(static_cast<UChar32>(code_point))) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else if (!steers_terminal(code_point)) {
      append_utf8(out, code_point);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

int display_width(std::string_view text) {
  const TextIndex index(text);
  int width = 0;
  for (std::int32_t i = 0; i < index.code_point_count(); ++i) width += width_of(index.at({i}));
  return width;
}

std::vector<std::string> wrap(std::string_view text, int width, int max_lines) {
  std::vector<std::string> lines;
  std::string line;
  int used = 0;
  while (!text.empty()) {
    std::string_view word = text.substr(0, text.find(' '));
    if (word.empty()) {
      text.remove_prefix(1);
      continue;
    }
    int word_width = display_width(word);
    if (word_width > width && line.empty()) {
      word = word.substr(0, head_that_fits(word, width));
      word_width = display_width(word);
    }
    const int gap = line.empty() ? 0 : 1;
    if (!line.empty() && used + gap + word_width > width) {
      lines.push_back(std::move(line));
      line.clear();
      used = 0;
      if (static_cast<int>(lines.size()) == max_lines) {
        end_with_ellipsis(lines.back(), width);
        return lines;
      }
      continue;
    }
    if (gap == 1) line.push_back(' ');
    line.append(word);
    used += gap + word_width;
    text.remove_prefix(word.size());
    // A word cut in two: what is left starts the next line.
    if (!text.empty() && text.front() != ' ') used = width;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string at_right(const std::string& text, int width) {
  const int space = width - display_width(text);
  return (space > 0 ? std::string(static_cast<std::size_t>(space), ' ') : "") + text;
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > 3 + sign; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string padded(std::string text, int width) {
  const int used = display_width(text);
  if (used < width) text.append(static_cast<std::size_t>(width - used), ' ');
  return text;
}

std::string fitted(std::string_view text, int width) {
  const std::vector<std::string> lines = wrap(text, width, 1);
  return padded(lines.empty() ? "" : lines.front(), width);
}

}  // namespace entente
