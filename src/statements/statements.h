// Who says what: reporting verbs with a speaker and a content clause.
#ifndef ENTENTE_STATEMENTS_STATEMENTS_H_
#define ENTENTE_STATEMENTS_STATEMENTS_H_

#include <vector>

#include "actors/actors.h"
#include "entente/record.h"
#include "events/clause.h"

namespace entente {

// A statement and the tokens that its content spans; ids, article and stamp are the engine's to fill in.
struct FoundStatement {
  Statement statement;
  TokenId cue = -1;
  TokenSpan content;
  bool political = true;  // by who speaks or of whom; else only an event in its content makes it matter
};

[[nodiscard]] std::vector<FoundStatement> find_statements(const Tree& tree, const Knowledge& knowledge,
                                                          const ActorFinder& actors, const Clauses& clauses);

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_STATEMENTS_H_
