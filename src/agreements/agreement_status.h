// What an instrument has come to, from all that befell it.
#ifndef ENTENTE_AGREEMENTS_AGREEMENT_STATUS_H_
#define ENTENTE_AGREEMENTS_AGREEMENT_STATUS_H_

#include <string>
#include <string_view>
#include <vector>

#include "agreements/instrument_groups.h"

namespace entente {

class StatusReader {
 public:
  StatusReader(const Tree& tree, const Knowledge& knowledge) : tree_(tree), knowledge_(knowledge) {}

  // The step that tells of the furthest that it has come to, and into `told` what that is; null where none does.
  const FoundStep* read(const InstrumentGroup& group, const std::vector<ActorMention>& parties,
                        std::string& told) const;

 private:
  [[nodiscard]] std::string told_by(const FoundStep& step, const InstrumentGroup& group) const;
  const FoundStep* holds(const InstrumentGroup& group, const std::vector<ActorMention>& parties,
                         std::string& told) const;
  [[nodiscard]] bool finished(const FoundStep& step) const;
  [[nodiscard]] bool broken_after(const FoundStep& step, const InstrumentGroup& group) const;
  [[nodiscard]] bool is_modal(TokenId aux) const;
  [[nodiscard]] bool of_a_stranger(const FoundStep& step, const std::vector<ActorMention>& parties) const;
  [[nodiscard]] bool left_undone(TokenId verb) const;
  [[nodiscard]] bool left_on_paper(const FoundStep& step) const;
  [[nodiscard]] TokenId clauses_verb(TokenId t) const;
  [[nodiscard]] bool scheduled(const FoundStep& step, const InstrumentGroup& group) const;
  [[nodiscard]] bool was_to_have(const FoundStep& step, const InstrumentGroup& group) const;
  [[nodiscard]] bool begins_later(const FoundStep& step, const InstrumentGroup& group) const;
  [[nodiscard]] bool kept_from_parliament(const FoundStep& step) const;
  [[nodiscard]] bool tells(TokenId clause) const;
  [[nodiscard]] bool held_until(const FoundStep& step) const;
  // What is denied (denied_steps.cc).
  [[nodiscard]] static bool failed(const FoundStep& step);
  [[nodiscard]] bool says(TokenId verb, std::string_view word) const;
  [[nodiscard]] bool has_none(TokenId t) const;
  [[nodiscard]] bool at_odds(const FoundStep& step) const;
  [[nodiscard]] bool idle(const FoundStep& step) const;
  [[nodiscard]] bool unkept(const FoundStep& step) const;
  [[nodiscard]] bool gave_way(const FoundStep& step) const;
  [[nodiscard]] bool never(const FoundStep& step) const;
  [[nodiscard]] bool refused(const FoundStep& step, const InstrumentGroup& group) const;
  [[nodiscard]] bool lapsed(const FoundStep& step, const InstrumentGroup& group) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_AGREEMENT_STATUS_H_
