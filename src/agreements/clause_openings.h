// What opens a clause of an agreement or is set into one: "under it", "by which", "so the text runs".
#ifndef ENTENTE_AGREEMENTS_CLAUSE_OPENINGS_H_
#define ENTENTE_AGREEMENTS_CLAUSE_OPENINGS_H_

#include "actors/tree.h"
#include "knowledge/knowledge.h"

namespace entente {

// "Under it", "By the terms of the pact", at the start of the sentence and wherever the parser hung it: the last word;
// -1: nothing of the kind.
[[nodiscard]] TokenId sentence_opening(const Tree& tree, const Knowledge& knowledge, TokenSpan sentence);

// The first word below t, found without a walk over all of them.
[[nodiscard]] TokenId leftmost(const Tree& tree, TokenId t);

// "under which", "whereby", "whose", ", which it shall": the word, of the relative clause of the verb t; -1 where it is
// opened in another way.
[[nodiscard]] TokenId relative_opening(const Tree& tree, const Knowledge& knowledge, TokenId t);

// What the relative clause of t is about, also where it is joined to another one ("which both signed and under which
// ..."); -1: t heads none.
[[nodiscard]] TokenId relative_noun(const Tree& tree, const Knowledge& knowledge, TokenId t);

// ", so the text runs,", ", it lays down,": who tells, set into what is told.
[[nodiscard]] bool parenthesis(const Tree& tree, const Knowledge& knowledge, TokenId t);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_CLAUSE_OPENINGS_H_
