// Plain text to one article.
//
// An article may open with lines "Title: ...", "Date: ...", "Source: ...", "URL: ..." and a blank line. Without them, a
// short first line that does not end like a sentence and has a blank line after it is the title. Neither is part of
// the text.
#ifndef ENTENTE_INTAKE_PLAIN_TEXT_H_
#define ENTENTE_INTAKE_PLAIN_TEXT_H_

#include <string>

#include "entente/result.h"
#include "intake/finish.h"

namespace entente {

// Valid UTF-8 in; CRLF becomes LF. kBadFormat with "name:line" for an impossible date in the head.
[[nodiscard]] Result<Draft> read_plain_text(std::string text, const std::string& name);

}  // namespace entente

#endif  // ENTENTE_INTAKE_PLAIN_TEXT_H_
