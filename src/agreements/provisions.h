// Which words of a text are clauses of an agreement, and what they count as elsewhere.
#ifndef ENTENTE_AGREEMENTS_PROVISIONS_H_
#define ENTENTE_AGREEMENTS_PROVISIONS_H_

#include <vector>

#include "agreements/agreements.h"
#include "entente/span.h"
#include "knowledge/knowledge.h"

namespace entente {

// The words of all provisions, in text order: what they tell is laid down, and no event.
[[nodiscard]] std::vector<TokenSpan> provision_words(const Tree& tree, const std::vector<FoundAgreement>& agreements);

// What the provision counts as in data sets on alliances, by knowledge/provisions/mapping.tsv.
[[nodiscard]] AllianceDuty alliance_duty(const Knowledge& knowledge, const Provision& provision);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_PROVISIONS_H_
