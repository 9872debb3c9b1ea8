// Parties of an instrument whose own words do not name them: those of whom the text speaks where it tells of it.
#ifndef ENTENTE_AGREEMENTS_NEARBY_PARTIES_H_
#define ENTENTE_AGREEMENTS_NEARBY_PARTIES_H_

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "agreements/instrument_groups.h"

namespace entente {

// "Their communique", whatever the parser hangs "their" from.
[[nodiscard]] bool is_theirs(const Tree& tree, TokenId noun);

class NearbyParties {
 public:
  NearbyParties(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const PartyReader& parties);

  // Two at least, or none: after "between" in a sentence of the instrument; the only two that such a sentence or one
  // beside it names, with `known` among them.
  [[nodiscard]] std::vector<ActorMention> read(const InstrumentGroup& group,
                                               const std::vector<ActorMention>& known) const;
  // After "between" in the sentence that first tells of the instrument.
  [[nodiscard]] std::vector<ActorMention> between_near(const InstrumentGroup& group) const;

  // The only two of whom its sentence tells anything at all, whatever that is.
  [[nodiscard]] std::vector<ActorMention> only_named(const InstrumentGroup& group,
                                                     const std::vector<ActorMention>& known) const;

  // Of a contract: who deals with whom in its sentence or beside it, of whom one is a company. Of "their communique":
  // who visited whom in the sentence before.
  [[nodiscard]] std::vector<ActorMention> of_dealers(const InstrumentGroup& group,
                                                     const std::vector<ActorMention>& known) const;

 private:
  [[nodiscard]] std::vector<ActorMention> visit(std::int32_t sentence) const;
  [[nodiscard]] std::vector<ActorMention> dealing(std::int32_t sentence, const std::vector<ActorMention>& known) const;
  [[nodiscard]] std::vector<ActorMention> between(std::int32_t sentence) const;
  [[nodiscard]] std::vector<ActorMention> only_two(std::int32_t sentence, const std::vector<ActorMention>& known,
                                                   const std::set<std::string>& brokers) const;
  [[nodiscard]] bool is_named_side(TokenId t, const ActorMention& mention) const;
  void add_named(std::int32_t sentence, const std::set<std::string>& brokers, std::vector<ActorMention>& found) const;
  void add_placed(std::int32_t sentence, const std::set<std::string>& brokers, std::vector<ActorMention>& found) const;
  [[nodiscard]] static bool with_partner_only(const InstrumentGroup& group, const std::vector<ActorMention>& known);
  [[nodiscard]] bool stands_aside(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> acting_at(TokenId t) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const PartyReader& parties_;
  std::vector<std::pair<TokenId, TokenId>> sentences_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_NEARBY_PARTIES_H_
