// Relation frames found in a text: which word, which frame, who stands on either side.
#ifndef ENTENTE_AGREEMENTS_RELATION_FRAMES_H_
#define ENTENTE_AGREEMENTS_RELATION_FRAMES_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "actors/actors.h"
#include "agreements/relation_parties.h"
#include "agreements/relation_slots.h"

namespace entente {

struct RelationMatch {
  TokenId trigger = -1;
  const RelationFrame* frame = nullptr;
  std::vector<MentionPair> pairs;
  std::vector<TokenId> words;  // the trigger, what met the conditions, and the heads of the sides
  std::vector<TokenId> nouns;  // what met a condition on lemmas: part of the frame, no relation of its own
  bool recalled = false;       // a side is not named here but was before
  double confidence = 1;       // of the sides
};

class RelationFrames {
 public:
  RelationFrames(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses,
                 const RelationSlots& slots)
      : tree_(tree),
        knowledge_(knowledge),
        actors_(actors),
        slots_(slots),
        parties_(tree, knowledge, actors, clauses) {}

  // The frame that asks for most of those that fit and have both sides. `last`: the match before, if one is near, for
  // "the alliance" with no sides of its own.
  [[nodiscard]] std::optional<RelationMatch> match(TokenId trigger, const RelationMatch* last) const;

 private:
  struct Side {
    std::vector<ActorMention> parties;
    bool referred = false;  // by "they", "it", "the country"
    bool pair = false;      // by words that mean two
    bool both = false;      // by "both", "the two"
    TokenId at = -1;        // the word that refers
    TokenId rebels = -1;    // a group of no known state
  };
  [[nodiscard]] std::vector<Frame::Pos> parts_of_speech(TokenId t) const;
  [[nodiscard]] std::optional<RelationMatch> match_as(Frame::Pos pos, TokenId trigger, const RelationMatch* last) const;
  [[nodiscard]] bool has_word(const LemmaSet& lemmas, TokenId t) const;
  [[nodiscard]] bool names_party(TokenId t) const;
  [[nodiscard]] bool test(TokenId filler, const Condition& condition) const;
  [[nodiscard]] bool meets(const Condition& condition, RelationMatch& match) const;
  [[nodiscard]] Side first_filled(RelationMatch& match, const std::vector<SlotPath>& paths, std::size_t& at,
                                  const std::vector<ActorMention>& taken) const;
  [[nodiscard]] Side read_slot(RelationMatch& match, const std::vector<SlotPath>& paths, const SlotPath& path,
                               const std::vector<ActorMention>& taken) const;
  [[nodiscard]] std::string hyphened(TokenId t) const;
  [[nodiscard]] bool bare_subject(TokenId noun) const;
  [[nodiscard]] bool points_back(TokenId noun) const;
  [[nodiscard]] std::vector<ActorMention> recalled_pair(const RelationMatch& match, TokenId reference_at,
                                                        const RelationMatch* last,
                                                        const std::vector<ActorMention>& taken) const;
  void settle_sides(RelationMatch& match, Side& a, Side& b, const RelationMatch* last) const;
  void fill_sides(RelationMatch& match, const RelationMatch* last) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const RelationSlots& slots_;
  RelationParties parties_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_RELATION_FRAMES_H_
