// The parties of agreements told before, whom a later one may mean by "both sides" or "them".
#ifndef ENTENTE_AGREEMENTS_PARTIES_BEFORE_H_
#define ENTENTE_AGREEMENTS_PARTIES_BEFORE_H_

#include <vector>

#include "agreements/instrument_parties.h"

namespace entente {

class PartiesBefore {
 public:
  PartiesBefore(const Tree& tree, const Knowledge& knowledge) : tree_(tree), knowledge_(knowledge) {}

  [[nodiscard]] bool empty() const { return all_.empty(); }
  void add(const InstrumentGroup& group, const std::vector<ActorMention>& parties);
  // Of a group whose own words name nobody, or point back: "concluded by them", "signed by both parties". None where
  // they do not, or where no agreement with as many stands before.
  [[nodiscard]] std::vector<ActorMention> read(const InstrumentGroup& group,
                                               const std::vector<ActorMention>& chosen) const;
  // Of an instrument of which nothing tells whose it is, where all agreements before it are of the same parties.
  [[nodiscard]] std::vector<ActorMention> only_ones() const;
  // Of an instrument of which the text tells one party: the last two told before, of whom it is one.
  [[nodiscard]] std::vector<ActorMention> pair_with(const InstrumentGroup& group,
                                                    const std::vector<ActorMention>& known) const;
  // Of an instrument of which the text tells only with whom: of who has concluded all those before.
  [[nodiscard]] std::vector<ActorMention> with_the_same(const InstrumentGroup& group,
                                                        const std::vector<ActorMention>& known) const;

 private:
  [[nodiscard]] std::vector<ActorMention> last_of(std::size_t size) const;

  [[nodiscard]] bool just_told(const InstrumentGroup& group) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  std::vector<std::vector<ActorMention>> all_;
  std::int32_t last_sentence_ = -1;  // in which an agreement was told
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_PARTIES_BEFORE_H_
