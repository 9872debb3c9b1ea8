// Which blocks of a page are the article.
//
// Paragraphs give points to the elements around them, more for length and commas, none for links; the element with the
// most points is the article's body, widened to what belongs with it. In the spirit of Readability (Arc90, 2009).
#ifndef ENTENTE_INTAKE_MAIN_TEXT_H_
#define ENTENTE_INTAKE_MAIN_TEXT_H_

#include <string>
#include <string_view>

#include "intake/html_page.h"

namespace entente {

// Paragraphs, subheadings, list items and quotes of the article, apart by empty lines; empty where the page has none.
// `title` is left out where the page repeats it.
[[nodiscard]] std::string main_text(Page page, std::string_view title);

}  // namespace entente

#endif  // ENTENTE_INTAKE_MAIN_TEXT_H_
