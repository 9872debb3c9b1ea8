// For programs that list what weights are fitted to: one article's file, parsed.
#ifndef ENTENTE_BENCH_PARSE_FILE_H_
#define ENTENTE_BENCH_PARSE_FILE_H_

#include <optional>
#include <string>

#include "base/files.h"
#include "entente/engine.h"
#include "entente/intake.h"

namespace entente {

inline Result<ParsedDocument> parse_file(const Engine& engine, const std::string& path) {
  constexpr std::size_t kMaxArticle = 1U << 20U;
  ENTENTE_TRY(const std::string bytes, read_file(path, kMaxArticle));
  std::optional<Result<ParsedDocument>> parsed;
  read_bytes(bytes, path, IntakeOptions{}, [&](Result<Article> article) {
    parsed = article ? engine.parse(*article) : Result<ParsedDocument>(article.error());
    return false;
  });
  if (!parsed.has_value()) return Error{ErrorCode::kBadFormat, "no article", path};
  return *std::move(parsed);
}

}  // namespace entente

#endif  // ENTENTE_BENCH_PARSE_FILE_H_
