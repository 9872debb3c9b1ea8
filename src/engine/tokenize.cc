// Sentences and tokens alone, for callers that need no model.
#include <utility>

#include "base/text_index.h"
#include "entente/engine.h"
#include "text/tokenizer.h"

namespace entente {

Result<Document> tokenize_article(Article article) {
  const std::size_t valid = valid_utf8_prefix(article.text);
  if (valid < article.text.size()) {
    return Error{ErrorCode::kBadEncoding, "the text is not UTF-8", "byte " + std::to_string(valid)};
  }
  if (article.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return Error{ErrorCode::kEmpty, "the article holds no text", ""};
  }
  return tokenize(std::move(article));
}

}  // namespace entente
