// What became of an agreement, step by step, as its mentions tell it.
#ifndef ENTENTE_LEDGER_AGREEMENT_STEPS_H_
#define ENTENTE_LEDGER_AGREEMENT_STEPS_H_

#include <vector>

#include "entente/ledger_rows.h"

namespace entente {

struct AgreementTelling {
  const Agreement* agreement = nullptr;
  const Mention* mention = nullptr;
};

// By day, as stated, else of publication; each change of status once, with the article that told it first. A function
// of the set of tellings.
[[nodiscard]] std::vector<AgreementStep> agreement_steps(std::vector<AgreementTelling> tellings);

}  // namespace entente

#endif  // ENTENTE_LEDGER_AGREEMENT_STEPS_H_
