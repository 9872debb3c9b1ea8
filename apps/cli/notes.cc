#include "notes.h"

#include <string>

#include "pipeline.h"

namespace entente::cli {

std::vector<Error> notes_of(const Document& document) {
  std::vector<Error> notes;
  int parts = 1;
  std::int32_t words = 0;
  CodePointOffset begin;
  for (const Sentence& sentence : document.sentences) {
    if (parts == 1) begin = sentence.span.begin;
    words += sentence.tokens.size();
    if (sentence.forced_end) {
      ++parts;
      continue;
    }
    if (parts > 1) {
      const std::string what =
          "a sentence of " + std::to_string(words) + " words is too long; read in " + std::to_string(parts) + " parts";
      notes.push_back(at_source({ErrorCode::kTooLarge, what, "code point " + std::to_string(begin.value)},
                                document.article.source));
    }
    parts = 1;
    words = 0;
  }
  return notes;
}

}  // namespace entente::cli
