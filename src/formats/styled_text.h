// Text of several colours that is broken into lines as a whole.
#ifndef ENTENTE_FORMATS_STYLED_TEXT_H_
#define ENTENTE_FORMATS_STYLED_TEXT_H_

#include <string>
#include <vector>

namespace entente {

struct TableStyle;  // entente/formats.h

// A run of text with its SGR code (formats/record_labels.h).
struct StyledRun {
  std::string text;
  const char* sgr;
};
using StyledLine = std::vector<StyledRun>;

class StyledText {
 public:
  StyledText() = default;
  StyledText(const std::string& text, const char* sgr) { append(text, sgr); }

  // The text should be printable().
  StyledText& append(const std::string& text, const char* sgr);
  // Behind a separator, dim, where something stands before; nothing where the part is empty.
  StyledText& part(const std::string& separator, const std::string& text, const char* sgr);
  [[nodiscard]] bool empty() const { return text_.empty(); }
  // As wrap() of formats/terminal_text.h; each line keeps the colours of its words.
  [[nodiscard]] std::vector<StyledLine> lines(int width, int max_lines) const;

 private:
  std::string text_;
  std::vector<const char*> styles_;  // one a byte
};

// Lines of plain text in one colour, each behind `indent` spaces, in `width` columns with them; nothing of no text.
[[nodiscard]] std::string indented(const std::string& text, const char* sgr, int indent, int most_lines,
                                   const TableStyle& style);

[[nodiscard]] std::string rendered(const StyledLine& line, bool color);
[[nodiscard]] int display_width(const StyledLine& line);

}  // namespace entente

#endif  // ENTENTE_FORMATS_STYLED_TEXT_H_
