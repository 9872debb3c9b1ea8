// An HTML page to one article.
#ifndef ENTENTE_INTAKE_HTML_H_
#define ENTENTE_INTAKE_HTML_H_

#include <string>
#include <string_view>

#include "entente/intake.h"
#include "entente/result.h"
#include "intake/finish.h"

namespace entente {

// The charset that a page declares in its head, or empty.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

// Valid UTF-8 in. Title, date, publisher, address and language from meta tags, JSON-LD and time elements; the text is
// that of the main article, paragraphs apart by an empty line.
// kTooLarge: nested too deep, or past a budget of memory. kEmpty: no article text. The place is `name`.
[[nodiscard]] Result<Draft> read_html(const std::string& page, const std::string& name, const IntakeOptions& options);

}  // namespace entente

#endif  // ENTENTE_INTAKE_HTML_H_
