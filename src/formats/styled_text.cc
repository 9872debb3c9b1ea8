#include "formats/styled_text.h"

#include <algorithm>

#include "entente/formats.h"
#include "formats/record_labels.h"
#include "formats/terminal_text.h"

namespace entente {

StyledText& StyledText::append(const std::string& text, const char* sgr) {
  text_.append(text);
  styles_.insert(styles_.end(), text.size(), sgr);
  return *this;
}

StyledText& StyledText::part(const std::string& separator, const std::string& text, const char* sgr) {
  if (text.empty()) return *this;
  if (!empty()) append(separator, kDim);
  return append(text, sgr);
}

std::vector<StyledLine> StyledText::lines(int width, int max_lines) const {
  std::vector<StyledLine> styled;
  std::size_t at = 0;
  const auto skip_spaces = [&] {
    while (at < text_.size() && text_[at] == ' ') ++at;
  };
  for (const std::string& line : wrap(text_, width, max_lines)) {
    StyledLine& runs = styled.emplace_back();
    skip_spaces();
    for (const char byte : line) {
      // What stands in the line alone is the ellipsis at its end, in the colour of what it follows.
      const bool same = at < text_.size() && text_[at] == byte;
      const char* sgr = same ? styles_[at] : runs.empty() ? kPlain : runs.back().sgr;
      if (runs.empty() || runs.back().sgr != sgr) runs.push_back({"", sgr});
      runs.back().text.push_back(byte);
      if (same && byte == ' ') {
        skip_spaces();
      } else if (same) {
        ++at;
      }
    }
  }
  return styled;
}

std::string indented(const std::string& text, const char* sgr, int indent, int most_lines, const TableStyle& style) {
  constexpr int kNarrowest = 60;
  std::string out;
  for (const std::string& line : wrap(text, std::max(style.width, kNarrowest) - indent, most_lines)) {
    out.append(static_cast<std::size_t>(indent), ' ').append(styled(line, sgr, style.color)).append("\n");
  }
  return out;
}

std::string rendered(const StyledLine& line, bool color) {
  std::string out;
  for (const StyledRun& run : line) out += styled(run.text, run.sgr, color);
  return out;
}

int display_width(const StyledLine& line) {
  int width = 0;
  for (const StyledRun& run : line) width += display_width(run.text);
  return width;
}

}  // namespace entente
