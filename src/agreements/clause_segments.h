// What stands between two semicolons of a sentence that lists clauses.
#ifndef ENTENTE_AGREEMENTS_CLAUSE_SEGMENTS_H_
#define ENTENTE_AGREEMENTS_CLAUSE_SEGMENTS_H_

#include <vector>

#include "agreements/treaty_clauses.h"

namespace entente {

// "...; soldiers of either state are to be drawn back; and ...": between two semicolons with one clause that obliges,
// all words are the clause's, whatever the parser hung them from; and no clause goes beyond its semicolons.
void fill_segments(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader, TokenSpan sentence,
                   std::vector<TreatyClause>& clauses);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_CLAUSE_SEGMENTS_H_
