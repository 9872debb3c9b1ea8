// Which blocks of a page are the article.
//
// Paragraphs give points to the elements around them, more for length and commas, none for links; the element with the
// most points is the article's body, widened to what belongs with it. In the spirit of Readability (Arc90, 2009).
#ifndef ENTENTE_INTAKE_MAIN_TEXT_H_
#define ENTENTE_INTAKE_MAIN_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

#include "intake/html_page.h"

namespace entente {

struct MainText {
  std::string text;  // paragraphs, subheadings, list items and quotes, apart by empty lines; empty where there are none
  int first_block = -1;  // of the page, where the text begins
};

// `title` is left out where the page repeats it.
[[nodiscard]] MainText find_main_text(const Page& page, std::string_view title);

// The date that stands by itself, or after "Published", between the page's heading and its text: ISO 8601.
[[nodiscard]] std::optional<std::string> date_above_text(const Page& page, const MainText& text);

}  // namespace entente

#endif  // ENTENTE_INTAKE_MAIN_TEXT_H_
