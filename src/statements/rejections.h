// Charges that the article says, in its own words, somebody rejects: "dismissed the imputation", "a report called
// false".
#ifndef ENTENTE_STATEMENTS_REJECTIONS_H_
#define ENTENTE_STATEMENTS_REJECTIONS_H_

#include <set>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "knowledge/knowledge.h"

namespace entente {

struct Rejection {
  TokenId verb = -1;
  TokenId thing = -1;           // the charge
  TokenSpan words;              // the clause
  std::set<std::string> names;  // of who rejects
  std::set<std::string> codes;
};

// In text order.
[[nodiscard]] std::vector<Rejection> find_rejections(const Tree& tree, const Knowledge& knowledge,
                                                     const ActorFinder& actors);

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_REJECTIONS_H_
