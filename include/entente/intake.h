// Intake: files, folders and standard input to articles.
//
// Formats: plain text, JSONL, HTML; chosen by content, or as the caller says.
// Units: limits in bytes; places in errors are "name", "name:line", "name: byte N" (from 0) or, in a JSON document,
//   "name: article N" (from 1). Standard input is named "standard input".
// Errors: one input that fails is handed on as an error, and the next ones are read all the same.
// Threads: read_inputs calls `each` on the calling thread, in the inputs' order.
#ifndef ENTENTE_INTAKE_H_
#define ENTENTE_INTAKE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/article.h"
#include "entente/result.h"

namespace entente {

enum class InputFormat { kAuto, kText, kJsonl, kHtml };

// How far reading has come, for showing progress.
struct ReadSoFar {
  std::uint64_t bytes = 0;    // of all inputs
  std::uint64_t waiting = 0;  // of these: in a buffer, of articles that were not handed on yet
  [[nodiscard]] std::uint64_t handed_on() const { return bytes - (waiting < bytes ? waiting : bytes); }
};

struct IntakeOptions {
  InputFormat format = InputFormat::kAuto;
  std::size_t max_input_bytes = 64U << 20U;  // of one text or HTML file; JSONL is read line by line, without this limit
  std::size_t max_line_bytes = 4U << 20U;    // of one line of JSONL
  std::size_t max_article_bytes = 1U << 20U;  // of one article's text
  ReadSoFar* so_far = nullptr;                // where it stands, is right whenever the visitor is called
};

// Return false to stop early.
using ArticleVisitor = std::function<bool(Result<Article>)>;

// Paths are files, folders (read recursively, in byte order of their paths) or "-" for standard input.
void read_inputs(const std::vector<std::string>& paths, const IntakeOptions& options, const ArticleVisitor& each);

// The same for bytes already in memory; `name` stands in errors and in Article::source.
void read_bytes(std::string_view bytes, const std::string& name, const IntakeOptions& options,
                const ArticleVisitor& each);

// How many bytes read_inputs() will have read at the end; nothing where that is not known before, as of a pipe.
[[nodiscard]] std::optional<std::uint64_t> input_size(const std::vector<std::string>& paths);

}  // namespace entente

#endif  // ENTENTE_INTAKE_H_
