// "X and Y signed similar agreements with Z": one of each with Z.
#ifndef ENTENTE_AGREEMENTS_SEPARATE_AGREEMENTS_H_
#define ENTENTE_AGREEMENTS_SEPARATE_AGREEMENTS_H_

#include <vector>

#include "agreements/agreements.h"
#include "agreements/instrument_groups.h"

namespace entente {

class SeparateAgreements {
 public:
  SeparateAgreements(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const PartyReader& parties)
      : tree_(tree), knowledge_(knowledge), clauses_(clauses), parties_(parties) {}

  // Adds `found` to `all`, as several where the text tells of several.
  void add(const InstrumentGroup& group, FoundAgreement found, std::vector<FoundAgreement>& all) const;

 private:
  [[nodiscard]] TokenId word_of(const Actor& party, TokenId verb) const;
  [[nodiscard]] bool says_several(const InstrumentGroup& group) const;
  [[nodiscard]] std::vector<ActorMention> partners(const InstrumentGroup& group, TokenId verb) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
  const PartyReader& parties_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_SEPARATE_AGREEMENTS_H_
