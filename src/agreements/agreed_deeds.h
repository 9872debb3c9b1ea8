// Deeds told beside the name of an agreement: "signed a deal to free the captives", "agreeing to reopen the road".
#ifndef ENTENTE_AGREEMENTS_AGREED_DEEDS_H_
#define ENTENTE_AGREEMENTS_AGREED_DEEDS_H_

#include <functional>
#include <vector>

#include "agreements/treaty_clauses.h"

namespace entente {

// One deed that somebody agreed to.
struct AgreedDeed {
  TokenId verb = -1;
  TokenId paper = -1;  // the word for the agreement that it hangs from
  std::vector<TokenId> words;
};

// Those of one sentence; `about` tells which words mean an agreement.
[[nodiscard]] std::vector<AgreedDeed> agreed_deeds(const Tree& tree, const Knowledge& knowledge, TokenSpan sentence,
                                                   const std::function<bool(TokenId)>& about);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_AGREED_DEEDS_H_
