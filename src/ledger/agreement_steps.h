// What became of an agreement, step by step, as its mentions tell it.
#ifndef ENTENTE_LEDGER_AGREEMENT_STEPS_H_
#define ENTENTE_LEDGER_AGREEMENT_STEPS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/ledger_rows.h"

namespace entente {

struct AgreementTelling {
  std::string status;
  std::optional<DateInterval> date;
  std::int32_t published_day = 0;  // of the first copy of its article; kNoDay: none
  const Mention* mention = nullptr;
};

// Each status once, with the mention that tells it of the earliest day, as stated, else of publication; by day, within
// one day in the order in which agreements go through them. As JoinedAgreement::steps: a function of the set.
[[nodiscard]] std::vector<AgreementStep> agreement_steps(std::vector<AgreementTelling> tellings);

}  // namespace entente

#endif  // ENTENTE_LEDGER_AGREEMENT_STEPS_H_
