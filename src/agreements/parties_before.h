// The parties of agreements told before, whom a later one may mean by "both sides" or "them".
#ifndef ENTENTE_AGREEMENTS_PARTIES_BEFORE_H_
#define ENTENTE_AGREEMENTS_PARTIES_BEFORE_H_

#include <vector>

#include "agreements/instrument_parties.h"

namespace entente {

class PartiesBefore {
 public:
  explicit PartiesBefore(const Knowledge& knowledge) : knowledge_(knowledge) {}

  void add(const std::vector<ActorMention>& parties) { all_.push_back(parties); }
  // Of a group whose own words name nobody, or point back: "concluded by them", "signed by both parties". None where
  // they do not, or where no agreement with as many stands before.
  [[nodiscard]] std::vector<ActorMention> read(const InstrumentGroup& group,
                                               const std::vector<ActorMention>& chosen) const;
  // Of an instrument of which nothing tells whose it is, where all agreements before it are of the same parties.
  [[nodiscard]] std::vector<ActorMention> only_ones() const;

 private:
  [[nodiscard]] std::vector<ActorMention> last_of(std::size_t size) const;

  const Knowledge& knowledge_;
  std::vector<std::vector<ActorMention>> all_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_PARTIES_BEFORE_H_
