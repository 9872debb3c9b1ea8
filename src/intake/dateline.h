// Datelines: "MOSCOW, Feb 22 (Agency) -" at the head of an article's text.
#ifndef ENTENTE_INTAKE_DATELINE_H_
#define ENTENTE_INTAKE_DATELINE_H_

#include <optional>
#include <string>
#include <string_view>

#include "entente/article.h"

namespace entente {

struct FoundDateline {
  Dateline dateline;
  std::optional<std::string> date;  // ISO 8601, only where the dateline names the year
};

// Looks at the first line of the text and, where that is a headline, summary or byline, at the three after it; the text
// must be valid UTF-8. A place in small letters counts only with a date, an agency or a region beside it, so that
// "Talks - the first in years - began" is none. The place is empty where only an agency stands ("(Agency) -").
[[nodiscard]] std::optional<FoundDateline> find_dateline(std::string_view text);

}  // namespace entente

#endif  // ENTENTE_INTAKE_DATELINE_H_
