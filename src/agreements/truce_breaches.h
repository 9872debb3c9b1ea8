// Shots of its own sides after a truce began: what broke it, though no word of the text says so.
#ifndef ENTENTE_AGREEMENTS_TRUCE_BREACHES_H_
#define ENTENTE_AGREEMENTS_TRUCE_BREACHES_H_

#include <string>
#include <vector>

#include "agreements/event_opinion.h"
#include "agreements/instrument_groups.h"
#include "agreements/occasion.h"

namespace entente {

class TruceBreaches {
 public:
  TruceBreaches(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses,
                const OccasionReader& occasions, const std::vector<FoundEvent>& events);

  // Whether one of the parties fired after the truce that the group tells of had been settled or had begun.
  [[nodiscard]] bool broken(const InstrumentGroup& group, const std::vector<ActorMention>& parties) const;

 private:
  struct Shot {
    TokenId trigger = -1;
    const FoundEvent* event = nullptr;  // null where nobody in it is known
  };

  [[nodiscard]] bool is_shot(TokenId t) const;
  [[nodiscard]] bool of_parties(const Shot& shot, const std::vector<ActorMention>& parties) const;
  [[nodiscard]] bool times_it(TokenId truce) const;
  [[nodiscard]] bool kept_since(const FoundStep& step) const;
  [[nodiscard]] bool follows(const Shot& shot, const FoundStep& step) const;
  [[nodiscard]] bool below_it(const Shot& shot, TokenId truce) const;
  [[nodiscard]] std::string mark_of(TokenId clause) const;
  [[nodiscard]] bool interrupts(const Shot& shot, const FoundStep& step) const;
  [[nodiscard]] bool says_later(TokenId shot) const;
  [[nodiscard]] bool says_earlier(TokenId settled) const;
  [[nodiscard]] bool dated_later(const Shot& shot, const FoundStep& step) const;
  [[nodiscard]] bool in_present(TokenId t) const;
  [[nodiscard]] bool in_past_perfect(TokenId t) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  const OccasionReader& occasions_;
  EventOpinion opinion_;
  std::vector<Shot> shots_;  // in text order
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_TRUCE_BREACHES_H_
