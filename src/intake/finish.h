// The last step of every reader: what all articles need, whatever format they came in.
#ifndef ENTENTE_INTAKE_FINISH_H_
#define ENTENTE_INTAKE_FINISH_H_

#include <optional>
#include <string>

#include "entente/article.h"
#include "entente/intake.h"
#include "entente/result.h"

namespace entente {

// What a reader found. article.source is the place for errors; article.language is what the caller states.
struct Draft {
  Article article;
  std::optional<std::string> language_hint;  // believed only where detection is not sure (a page's lang attribute)
};

// Checks limits and NUL, reads the dateline, detects the language, gives an id.
// kEmpty, kTooLarge, kBadEncoding, kOtherLanguage; the place is article.source.
[[nodiscard]] Result<Article> finish_article(Draft draft, const IntakeOptions& options);

}  // namespace entente

#endif  // ENTENTE_INTAKE_FINISH_H_
