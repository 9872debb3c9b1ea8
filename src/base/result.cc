#include "entente/result.h"

namespace entente {

const char* error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage: return "usage";
    case ErrorCode::kNotFound: return "not-found";
    case ErrorCode::kEmpty: return "empty";
    case ErrorCode::kBadEncoding: return "bad-encoding";
    case ErrorCode::kBadFormat: return "bad-format";
    case ErrorCode::kTooLarge: return "too-large";
    case ErrorCode::kOtherLanguage: return "other-language";
    case ErrorCode::kBadModel: return "bad-model";
    case ErrorCode::kBadKnowledge: return "bad-knowledge";
    case ErrorCode::kInternal: return "internal";
    case ErrorCode::kBadLedger: return "bad-ledger";
    case ErrorCode::kUnavailable: return "unavailable";
    case ErrorCode::kCannotWrite: return "cannot-write";
  }
  return "internal";
}

}  // namespace entente
