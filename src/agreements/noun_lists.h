// Clauses of an agreement that a sentence lists as nouns: after a colon, after "binds both to".
#ifndef ENTENTE_AGREEMENTS_NOUN_LISTS_H_
#define ENTENTE_AGREEMENTS_NOUN_LISTS_H_

#include <string>
#include <vector>

#include "agreements/treaty_clauses.h"

namespace entente {

// "proposed an accord: an amnesty, the return of the refugees and a vote": the phrases behind the colon, two at least;
// empty where a clause, names or speech stand there.
[[nodiscard]] std::vector<std::vector<TokenId>> colon_phrases(const Tree& tree, const Knowledge& knowledge,
                                                              TokenId colon, TokenId end);

// "binds both to respect for their borders, to an end of raids and to talks"; empty: it binds to no nouns.
[[nodiscard]] std::vector<std::vector<TokenId>> bound_phrases(const Tree& tree, const Knowledge& knowledge,
                                                              const TreatyClause& clause);

// How far a phrase binds by its own words: "a possible vote", "respect for the border"; else `otherwise`.
[[nodiscard]] std::string phrase_level(const Tree& tree, const Knowledge& knowledge, const std::vector<TokenId>& phrase,
                                       const std::string& otherwise);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_NOUN_LISTS_H_
