// Text for terminals: widths in columns, wrapping, and nothing that could steer the terminal.
//
// Units: columns; East Asian wide characters take two, combining marks and format characters none.
#ifndef ENTENTE_FORMATS_TERMINAL_TEXT_H_
#define ENTENTE_FORMATS_TERMINAL_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// White space and line ends become one space each run; control and bidirectional override characters, which could
// move the cursor, recolour or reorder what is shown, are left out.
[[nodiscard]] std::string printable(std::string_view text);

[[nodiscard]] int display_width(std::string_view text);

// Lines of at most `width` columns, broken at spaces, and inside a word only where it is longer than a line.
// Past max_lines the last line ends with "…". The text should be printable().
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int width, int max_lines);

// With spaces after it up to `width` columns; fitted() is cut, with "…", where it is longer.
[[nodiscard]] std::string padded(std::string text, int width);
[[nodiscard]] std::string fitted(std::string_view text, int width);
[[nodiscard]] std::string at_right(const std::string& text, int width);  // with spaces before it

}  // namespace entente

#endif  // ENTENTE_FORMATS_TERMINAL_TEXT_H_
