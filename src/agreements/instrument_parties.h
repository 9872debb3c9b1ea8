// The parties of an instrument, from all that the text says of it.
#ifndef ENTENTE_AGREEMENTS_INSTRUMENT_PARTIES_H_
#define ENTENTE_AGREEMENTS_INSTRUMENT_PARTIES_H_

#include <set>
#include <string>
#include <vector>

#include "agreements/instrument_groups.h"

namespace entente {

struct InstrumentParties {
  std::vector<ActorMention> parties;
  double confidence = 0;  // that these are all of them, and no others
};

// "Six states", of which nothing else is told: parties enough by themselves.
[[nodiscard]] bool are_several_states(const std::vector<ActorMention>& parties);
[[nodiscard]] InstrumentParties choose_parties(const InstrumentGroup& group);
// By their codes; of who has none, by his name.
[[nodiscard]] std::set<std::string> codes_of(const std::vector<ActorMention>& parties);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_INSTRUMENT_PARTIES_H_
