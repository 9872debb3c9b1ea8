// Who may stand on a side of a relation: parties with a code, those meant by "the two", "they", "our", and those that
// the text leaves out because it named them before.
#ifndef ENTENTE_AGREEMENTS_RELATION_PARTIES_H_
#define ENTENTE_AGREEMENTS_RELATION_PARTIES_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "actors/actors.h"
#include "events/clause.h"
#include "knowledge/knowledge.h"

namespace entente {

using MentionPair = std::pair<ActorMention, ActorMention>;

class RelationParties {
 public:
  RelationParties(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses);

  // Of the phrase headed by t. `land`: a thing or place of a state will do ("Peruvian territory", "Russian gas").
  [[nodiscard]] std::vector<ActorMention> of(TokenId t, bool land) const;
  // "the two", "both", "they", "the neighbours": two that were named before, where nothing else says who.
  [[nodiscard]] bool means_pair(TokenId t) const;
  // "both", "the two camps": not "they", who may be many.
  [[nodiscard]] bool means_both(TokenId t) const;
  // "the Sino-Russian alliance", "US-Japan ties": the states joined by hyphens before the noun, two at least or none.
  [[nodiscard]] std::vector<ActorMention> joined_before(TokenId noun) const;
  // "it", "the country", "this island": one that was named before.
  [[nodiscard]] bool means_one(TokenId t) const;
  [[nodiscard]] bool means_rebels(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> rebels_of(TokenId t, const ActorMention& foe) const;
  // The two that the text is most about, up to t or, where it has not named two by then, as a whole; without `taken`.
  [[nodiscard]] std::vector<ActorMention> pair_before(TokenId t, const std::vector<ActorMention>& taken) const;
  // Of friends or allies: the state of the text and the one that is named beside the word.
  [[nodiscard]] std::vector<ActorMention> friends_before(TokenId t) const;
  // "The Saudi-backed government": of whom, where the words name only who backs it.
  [[nodiscard]] std::vector<ActorMention> local_of(TokenId t, const ActorMention& backer) const;
  // One that is spoken of besides `taken`: who acted last, or whom the text is most about.
  [[nodiscard]] std::vector<ActorMention> other_before(TokenId t, const std::vector<ActorMention>& taken) const;
  // The other of the two states that the text is about; none where the actor is not of them.
  [[nodiscard]] std::vector<ActorMention> other_of_two(TokenId t, const ActorMention& one) const;
  // "The two states" are no rebels.
  [[nodiscard]] bool may_mean(TokenId t, const std::vector<ActorMention>& pair) const;

 private:
  [[nodiscard]] std::vector<ActorMention> speaker_of(TokenId t) const;  // "our", "we"
  [[nodiscard]] bool in_set(const char* set, TokenId t) const;
  [[nodiscard]] std::optional<ActorMention> state(const std::string& code, TokenId t) const;
  [[nodiscard]] std::optional<ActorMention> named_by(TokenId first, TokenId last) const;
  [[nodiscard]] std::optional<ActorMention> owner_of(TokenId t) const;  // "his government", "whose country"
  void settle_backed(TokenId t, std::vector<ActorMention>& found) const;
  void add_unnamed(TokenId t, std::vector<ActorMention>& found) const;
  void add_opponents(TokenId t, std::vector<ActorMention>& found) const;
  void settle_states(TokenId t, bool land, std::vector<ActorMention>& found) const;
  [[nodiscard]] std::optional<ActorMention> neighbour_of(TokenId t) const;
  void collect();

  struct Named {
    TokenId token = -1;
    ActorMention mention;
    bool subject = false;
    bool state = false;
    std::string key;  // of the party that it belongs to: a state with all its organs, rebels apart
  };
  [[nodiscard]] std::vector<ActorMention> most_named(TokenId before, bool states,
                                                     const std::vector<ActorMention>& taken, TokenId at) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  std::vector<Named> named_;  // in text order
};

// Two sides of one relation cannot be the same actor.
[[nodiscard]] bool distinct(const Actor& a, const Actor& b);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_RELATION_PARTIES_H_
