// Whether a phrase tells of another instrument than those told before: of another year, signed by others, on another
// matter.
#ifndef ENTENTE_AGREEMENTS_INSTRUMENT_CONTRAST_H_
#define ENTENTE_AGREEMENTS_INSTRUMENT_CONTRAST_H_

#include <set>
#include <string>
#include <vector>

#include "agreements/instrument_groups.h"

namespace entente {

class InstrumentContrast {
 public:
  InstrumentContrast(const Tree& tree, const Knowledge& knowledge) : tree_(tree), knowledge_(knowledge) {}

  // `own`: the steps that are told about the noun.
  [[nodiscard]] bool differs(const NamedInstrument& named, const std::vector<FoundStep>& own,
                             const InstrumentGroup& group) const;

  // "The treaty completes the pact of January", "it replaces the accord": what an instrument of the group acts on.
  [[nodiscard]] bool faces(TokenId noun, const InstrumentGroup& group) const;

  // "The older treaty".
  [[nodiscard]] bool is_another(TokenId noun) const;

 private:
  [[nodiscard]] std::set<std::string> matter(TokenId noun) const;
  [[nodiscard]] std::set<std::string> years(TokenId noun, const std::vector<FoundStep>& steps) const;
  [[nodiscard]] std::set<std::string> years_below(TokenId t) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_INSTRUMENT_CONTRAST_H_
