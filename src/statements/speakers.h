// Who says it: the cue's subject as an actor, with what the sentence and the article tell of somebody without a name.
#ifndef ENTENTE_STATEMENTS_SPEAKERS_H_
#define ENTENTE_STATEMENTS_SPEAKERS_H_

#include <vector>

#include "actors/actors.h"
#include "statements/cues.h"

namespace entente {

class SpeakerReader {
 public:
  SpeakerReader(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors)
      : tree_(tree), knowledge_(knowledge), actors_(actors) {}

  // One or more; never none. `before`: who spoke last, may be null.
  [[nodiscard]] std::vector<ActorMention> read(const FoundCue& cue, const ActorMention* before) const;

 private:
  [[nodiscard]] std::vector<ActorMention> known(TokenId t) const;
  [[nodiscard]] ActorMention unnamed(TokenId speaker) const;
  [[nodiscard]] std::optional<ActorMention> one_of_many(TokenId speaker) const;
  [[nodiscard]] TokenId name_of_one(TokenId speaker) const;
  [[nodiscard]] bool of_no_state(TokenId speaker) const;
  [[nodiscard]] const Actor* served(TokenId speaker) const;
  [[nodiscard]] std::optional<ActorMention> before_break(TokenId pronoun) const;
  [[nodiscard]] std::optional<ActorMention> subject_before(const FoundCue& cue, const ActorMention& picked) const;
  [[nodiscard]] bool may_be(const ActorMention& mention, TokenId pronoun) const;
  [[nodiscard]] bool is_told_of(const ActorMention& mention, TokenSpan content) const;
  [[nodiscard]] const Actor* state_there(TokenId speaker) const;
  void settle_state(TokenId speaker, ActorMention& mention) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
};

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_SPEAKERS_H_
