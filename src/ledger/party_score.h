// How well the parties of two acts fit.
#ifndef ENTENTE_LEDGER_PARTY_SCORE_H_
#define ENTENTE_LEDGER_PARTY_SCORE_H_

#include <optional>

#include "ledger/event_mention.h"

namespace entente {

struct PartyFit {
  double points = 0;
  bool same_person = false;
  int other_persons = 0;
};

// Empty where they are other parties. The order of the two does not matter.
[[nodiscard]] std::optional<PartyFit> party_fit(const EventMention& a, const EventMention& b);

}  // namespace entente

#endif  // ENTENTE_LEDGER_PARTY_SCORE_H_
