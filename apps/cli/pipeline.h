// Reading, working and writing side by side: inputs in order, in parallel, out in order.
//
// Memory is bounded by the number of jobs, whatever the length of the input. The bytes written do not depend on
// the number of jobs.
#ifndef ENTENTE_APPS_CLI_PIPELINE_H_
#define ENTENTE_APPS_CLI_PIPELINE_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "entente/article.h"
#include "entente/document.h"
#include "entente/ledger.h"
#include "entente/result.h"
#include "exit_code.h"
#include "interrupts.h"
#include "terminal.h"

namespace entente::cli {

using Work = std::variant<Article, Document, Error>;
struct Input {
  Work work;
  std::uint64_t bytes = 0;  // of the inputs, that were read for it
};
using Deliver = std::function<bool(Input)>;          // false: no more is wanted
using Source = std::function<void(const Deliver&)>;  // owns what it uses: it may outlive the pipeline in a read
struct Output {
  std::string bytes;                          // to standard output
  std::vector<Error> notes{};                 // to standard error: what was read, but not as it stood
  std::optional<PreparedArticle> prepared{};  // for a ledger
  std::size_t words = 0;
  std::uint64_t input_bytes = 0;  // of the inputs, that were read for it; the pipeline says so
};
using Outcome = Result<Output>;
using Transform = std::function<Outcome(Work&)>;  // called on many threads at once

// Where a piece of work was read ("news.jsonl:12"), and an error of the engine with that place before its own.
[[nodiscard]] std::string source_of(const Work& work);
[[nodiscard]] Error at_source(Error error, const std::string& source);

struct Tally {
  std::int64_t done = 0;
  std::int64_t failed = 0;
  bool interrupted = false;
  bool output_failed = false;

  [[nodiscard]] ExitCode exit_code() const;
};

// Where outputs go, one after the other, on one thread at a time.
class Sink {
 public:
  virtual ~Sink() = default;
  // kFailed where it cannot take more; it has told why.
  [[nodiscard]] virtual Written put(Output& output) = 0;
  virtual void failed(const Error& /*error*/) {}  // before the error is told
};

// Errors go to standard error in the inputs' order, between the outputs that stand before and after them.
[[nodiscard]] Tally run_pipeline(Source source, const Transform& transform, unsigned jobs, Interrupts& interrupts,
                                 Sink& sink);
// To standard output.
[[nodiscard]] Tally run_pipeline(Source source, const Transform& transform, unsigned jobs, Interrupts& interrupts);

[[nodiscard]] unsigned default_jobs();  // the cores this process may use

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_PIPELINE_H_
