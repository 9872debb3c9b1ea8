// Runs of words that knowledge/ has a name for.
#ifndef ENTENTE_ACTORS_NAME_MATCHES_H_
#define ENTENTE_ACTORS_NAME_MATCHES_H_

#include <vector>

#include "actors/tree.h"
#include "knowledge/knowledge.h"

namespace entente {

struct NameMatch {
  TokenId first = 0;
  TokenId last = 0;  // included
  std::vector<NameEntry> entries;

  [[nodiscard]] bool covers(TokenId t) const { return first <= t && t <= last; }
  [[nodiscard]] const NameEntry* entry(NameEntry::Kind kind) const;
};

// The longest from left to right, without overlaps.
[[nodiscard]] std::vector<NameMatch> find_names(const Tree& tree, const Knowledge& knowledge);

}  // namespace entente

#endif  // ENTENTE_ACTORS_NAME_MATCHES_H_
