// Disputes inside one article: two statements, or a statement and the article's own word, that cannot both be true or
// that take opposite sides.
#ifndef ENTENTE_STATEMENTS_DISPUTES_H_
#define ENTENTE_STATEMENTS_DISPUTES_H_

#include <vector>

#include "actors/actors.h"
#include "events/events.h"
#include "statements/statements.h"

namespace entente {

// The words that tell the later side; ids, article and stamp of the record are the engine's to fill in.
struct FoundDispute {
  Dispute dispute;
  TokenId word = -1;
};

// `statements` have their ids; `events` are those of the article. Both in text order. A claim makes one dispute.
[[nodiscard]] std::vector<FoundDispute> find_disputes(const Tree& tree, const Knowledge& knowledge,
                                                      const ActorFinder& actors,
                                                      const std::vector<FoundStatement>& statements,
                                                      const std::vector<FoundEvent>& events);

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_DISPUTES_H_
