// Exit codes of the command; docs/cli.md documents them.
#ifndef ENTENTE_APPS_CLI_EXIT_CODE_H_
#define ENTENTE_APPS_CLI_EXIT_CODE_H_

#include <cstdint>

#include "entente/result.h"

namespace entente::cli {

enum ExitCode : int {
  kDone = 0,
  kUsage = 2,
  kSomeFailed = 3,     // some inputs failed, the others were done
  kUnreadable = 4,     // every input failed, or the model, the tables or the ledger cannot be used
  kInternal = 5,       // a bug, or output that cannot be written
  kInterrupted = 130,  // by a signal; what was done is written
};

// For an error that ends the command: that of a model, a table, or an input that it cannot do without.
[[nodiscard]] inline ExitCode exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage: return kUsage;
    case ErrorCode::kInternal:
    case ErrorCode::kCannotWrite: return kInternal;
    case ErrorCode::kNotFound:
    case ErrorCode::kEmpty:
    case ErrorCode::kBadEncoding:
    case ErrorCode::kBadFormat:
    case ErrorCode::kTooLarge:
    case ErrorCode::kOtherLanguage:
    case ErrorCode::kBadModel:
    case ErrorCode::kBadLedger:
    case ErrorCode::kUnavailable:
    case ErrorCode::kBadKnowledge: return kUnreadable;
  }
  return kInternal;
}

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_EXIT_CODE_H_
