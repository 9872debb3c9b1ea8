// Sums of money that a clause tells of: "300 million dollars", "$2.4bn", "half a billion Canadian dollars".
#ifndef ENTENTE_EVENTS_MONEY_H_
#define ENTENTE_EVENTS_MONEY_H_

#include <optional>
#include <string>
#include <vector>

#include "actors/tree.h"
#include "entente/record.h"
#include "knowledge/knowledge.h"

namespace entente {

struct Money {
  double amount = 0;     // as stated; an exact whole number up to 2^53
  std::string currency;  // ISO 4217; empty where the words do not say which
};

// The sum whose currency word or sign is t. `parties` decide whose money a word means that several states have.
[[nodiscard]] std::optional<Money> read_money(const Tree& tree, const Knowledge& knowledge, TokenId t,
                                              const std::vector<Actor>& parties);

// The one sum that the act at `trigger` is about; nothing where its clause has none, or several.
[[nodiscard]] std::optional<Money> money_of_clause(const Tree& tree, const Knowledge& knowledge, TokenId trigger,
                                                   const std::vector<Actor>& parties);

}  // namespace entente

#endif  // ENTENTE_EVENTS_MONEY_H_
