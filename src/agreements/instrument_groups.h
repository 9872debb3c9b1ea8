// Phrases that mean one instrument: "a treaty", then "the pact", "the text", "it".
#ifndef ENTENTE_AGREEMENTS_INSTRUMENT_GROUPS_H_
#define ENTENTE_AGREEMENTS_INSTRUMENT_GROUPS_H_

#include <set>
#include <string>
#include <vector>

#include "agreements/steps.h"

namespace entente {

struct InstrumentGroup {
  std::vector<NamedInstrument> nouns;
  std::vector<TokenId> mentions;  // nouns and pronouns, in text order
  std::vector<FoundStep> steps;
  std::set<std::string> lemmas;  // of its nouns
  std::set<std::string> titles;  // case-folded
};

// In text order of their first nouns.
[[nodiscard]] std::vector<InstrumentGroup> group_instruments(const Tree& tree, const Knowledge& knowledge,
                                                             const InstrumentReader& instruments,
                                                             const std::vector<FoundStep>& steps);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_INSTRUMENT_GROUPS_H_
