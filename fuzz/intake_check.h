// What must hold of every input, whatever its bytes: articles in valid UTF-8 with spans inside their text, or errors
// with a place.
#ifndef ENTENTE_FUZZ_INTAKE_CHECK_H_
#define ENTENTE_FUZZ_INTAKE_CHECK_H_

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text_index.h"
#include "entente/intake.h"

namespace entente {

inline void check_article(const Article& article) {
  if (valid_utf8_prefix(article.text) != article.text.size() || article.id.empty()) std::abort();
  if (!article.dateline) return;
  const TextIndex index(article.text);
  const Dateline& dateline = *article.dateline;
  if (dateline.span.end.value > index.code_point_count() || !dateline.span.contains(dateline.place_span)) std::abort();
  if (index.slice(dateline.place_span) != dateline.place) std::abort();
}

inline int check_intake(const std::uint8_t* data, std::size_t size, InputFormat format) {
  IntakeOptions options;
  options.format = format;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_bytes(bytes, "input", options, [](const Result<Article>& article) {
    if (article) {
      check_article(*article);
    } else if (article.error().place.empty() || article.error().message.empty()) {
      std::abort();
    }
    return true;
  });
  return 0;
}

}  // namespace entente

#endif  // ENTENTE_FUZZ_INTAKE_CHECK_H_
