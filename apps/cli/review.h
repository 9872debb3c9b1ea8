// The parts of entente review: on a terminal, by a table, and what was said so far.
#ifndef ENTENTE_APPS_CLI_REVIEW_H_
#define ENTENTE_APPS_CLI_REVIEW_H_

#include <cstdint>
#include <string>

#include "entente/ledger.h"
#include "entente/review.h"
#include "exit_code.h"
#include "resources.h"

namespace entente::cli {

struct ReviewFlags {
  std::string location;
  ReviewQuery query;
  std::string reviewer;    // else that of the environment
  std::string csv, apply;  // files; empty: not asked for
  bool force = false, list = false, summary = false;
  std::string format;
  std::string color = "auto";
  EngineFlags engine;
};

// With the tables, for writing.
[[nodiscard]] Result<std::unique_ptr<Ledger>> open_for_review(const ReviewFlags& flags);
// --reviewer, else USER, else LOGNAME; empty where none says.
[[nodiscard]] std::string reviewer_of(const ReviewFlags& flags);
[[nodiscard]] std::string time_now();  // "2026-03-20T10:00:00Z"

[[nodiscard]] ExitCode review_on_terminal(const ReviewFlags& flags);
[[nodiscard]] ExitCode write_sheet(const ReviewFlags& flags);
[[nodiscard]] ExitCode apply_sheet(const ReviewFlags& flags);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_REVIEW_H_
