// Instruments between parties: what was proposed, signed, carried out or broken, and what it binds them to.
#ifndef ENTENTE_AGREEMENTS_AGREEMENTS_H_
#define ENTENTE_AGREEMENTS_AGREEMENTS_H_

#include <vector>

#include "actors/actors.h"
#include "entente/record.h"
#include "events/clause.h"
#include "events/events.h"

namespace entente {

// An agreement and where it hangs in the tree; ids, article and stamp are the engine's to fill in.
struct FoundAgreement {
  Agreement agreement;
  TokenId noun = -1;              // head of the phrase that names it first
  std::vector<TokenId> mentions;  // heads of all phrases that mean it ("the pact", "the document"), in text order
};

// `events`: those of the article, which tell who signed, agreed, broke. In text order; without provisions.
[[nodiscard]] std::vector<FoundAgreement> find_agreements(const Tree& tree, const Knowledge& knowledge,
                                                          const ActorFinder& actors, const Clauses& clauses,
                                                          const std::vector<FoundEvent>& events);

// agreements/provisions.cc: the clauses that say what the parties are to do or hold to, each with the instrument that
// it belongs to.
void read_provisions(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses,
                     std::vector<FoundAgreement>& found);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_AGREEMENTS_H_
