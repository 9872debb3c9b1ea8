#include "entente/ledger_rows.h"

namespace entente {

const char* verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNone: return "";
    case Verdict::kAccepted: return "accepted";
    case Verdict::kCorrected: return "corrected";
    case Verdict::kRejected: return "rejected";
  }
  return "";
}

}  // namespace entente
