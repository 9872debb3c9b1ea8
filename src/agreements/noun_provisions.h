// Clauses of an agreement that are told as nouns: "provides for the exchange of prisoners and the withdrawal of all
// troops".
#ifndef ENTENTE_AGREEMENTS_NOUN_PROVISIONS_H_
#define ENTENTE_AGREEMENTS_NOUN_PROVISIONS_H_

#include <functional>
#include <vector>

#include "agreements/treaty_clauses.h"

namespace entente {

// The phrases that a clause about an instrument lists, each by its words; empty where it lists none.
[[nodiscard]] std::vector<std::vector<TokenId>> listed_phrases(const Tree& tree, const Knowledge& knowledge,
                                                               const TreatyClause& clause);

// "a ceasefire from midnight on the whole front": the phrase headed by `noun`; empty where nothing is said of how far
// it goes, since the bare name of an instrument is no clause of it.
[[nodiscard]] std::vector<TokenId> truce_phrase(const Tree& tree, const Knowledge& knowledge, TokenId noun);

// "The first point is a halt to all flights", "an amnesty is part of the bargain", "respect for the border is written
// into the preamble": the phrases that are laid down; `about` tells which words mean the agreement.
[[nodiscard]] std::vector<std::vector<TokenId>> recorded_phrases(const Tree& tree, const Knowledge& knowledge,
                                                                 const TreatyClause& clause,
                                                                 const std::function<bool(TokenId)>& about);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_NOUN_PROVISIONS_H_
