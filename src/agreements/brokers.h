// Who brought the parties together: "brokered by X", "under the auspices of X", "X had mediated".
#ifndef ENTENTE_AGREEMENTS_BROKERS_H_
#define ENTENTE_AGREEMENTS_BROKERS_H_

#include <vector>

#include "agreements/instrument_groups.h"

namespace entente {

class BrokerReader {
 public:
  BrokerReader(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const PartyReader& parties,
               const InstrumentReader& instruments);

  // None of them one of `parties`.
  [[nodiscard]] std::vector<ActorMention> read(const InstrumentGroup& group,
                                               const std::vector<ActorMention>& parties) const;

 private:
  [[nodiscard]] std::vector<ActorMention> in_sentence(std::int32_t sentence) const;
  [[nodiscard]] std::vector<ActorMention> mediating(std::int32_t sentence) const;
  [[nodiscard]] std::vector<ActorMention> named_as(TokenId as) const;
  [[nodiscard]] std::vector<ActorMention> of_auspices(TokenId auspices) const;
  [[nodiscard]] std::vector<ActorMention> body_of(TokenId adjective) const;
  [[nodiscard]] std::vector<ActorMention> apposed(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> helpers(const InstrumentGroup& group,
                                                  const std::vector<ActorMention>& parties) const;
  [[nodiscard]] std::vector<ActorMention> through(const FoundStep& step) const;
  [[nodiscard]] std::vector<ActorMention> drafters(const InstrumentGroup& group) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
  const PartyReader& parties_;
  const InstrumentReader& instruments_;
  std::vector<std::pair<TokenId, TokenId>> sentences_;  // first token and the one behind the last
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_BROKERS_H_
