// Lexicon frames found in a text: which word, which frame, who fills its slots.
#ifndef ENTENTE_EVENTS_FRAMES_H_
#define ENTENTE_EVENTS_FRAMES_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "events/clause.h"
#include "events/whose.h"

namespace entente {

struct FrameMatch {
  TokenId trigger = -1;
  const Frame* frame = nullptr;
  std::vector<ActorMention> actor;
  std::vector<ActorMention> recipient;
  std::vector<std::pair<std::string, ActorMention>> others;
  std::vector<TokenId> words;      // the trigger, what met the conditions, and the slots' heads
  double model = -1;               // the model's probability of the frame's type for the trigger; -1: no model
  double none = -1;                // and of no event
  bool unlikely = false;           // the model is sure that no word of the clause tells an event of the type
  const Frame* by_type = nullptr;  // in whose slots the recipient was found, where it was not in the frame's own
  bool within = false;             // the recipient stands deeper in the act's words than any slot reaches
  std::vector<TokenId> nouns;      // what met a condition on lemmas: part of the frame, no event of its own
};

class FrameFinder {
 public:
  FrameFinder(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses);

  [[nodiscard]] std::vector<FrameMatch> find() const;  // in text order

 private:
  [[nodiscard]] std::optional<FrameMatch> match(TokenId trigger) const;
  [[nodiscard]] std::optional<FrameMatch> match_open(TokenId trigger) const;
  [[nodiscard]] bool tells_nothing(TokenId trigger, const Frame& frame) const;
  [[nodiscard]] double model_score(TokenId t, const std::string& type) const;
  [[nodiscard]] bool unlikely(const FrameMatch& match) const;
  [[nodiscard]] bool meets(TokenId trigger, const Condition& condition, FrameMatch& match) const;
  [[nodiscard]] bool is_day(TokenId t) const;
  [[nodiscard]] bool has_word(const LemmaSet& lemmas, TokenId t) const;
  [[nodiscard]] bool names_party(TokenId t, bool towns) const;
  [[nodiscard]] bool test(TokenId filler, const Condition& condition, bool towns) const;
  [[nodiscard]] std::vector<TokenId> slot(const FrameMatch& match, const SlotPath& path) const;
  void fill_roles(FrameMatch& match) const;
  void fill_joint(FrameMatch& match) const;
  void fill_indefinite(FrameMatch& match) const;
  void fill_target(FrameMatch& match) const;
  void fill_person(FrameMatch& match) const;
  [[nodiscard]] bool from_abroad(const ActorMention& mention) const;
  [[nodiscard]] static bool in_hand(const FrameMatch& match);
  static void drop_halves(std::vector<FrameMatch>& matches);
  void fill_by_type(FrameMatch& match) const;
  [[nodiscard]] TokenId announcer(TokenId trigger) const;
  void fill_from_within(FrameMatch& match) const;
  [[nodiscard]] bool has_owner_pronoun(const ActorMention& mention) const;
  [[nodiscard]] bool leads_within(TokenId t, TokenId c) const;
  [[nodiscard]] bool is_own(const FrameMatch& match, const ActorMention& mention) const;
  void settle_states(FrameMatch& match) const;
  void settle_whole_peoples(FrameMatch& match) const;
  [[nodiscard]] std::string state_of_held(const FrameMatch& match, const ActorMention& mention, bool& own) const;
  [[nodiscard]] std::string state_of_place_told(const FrameMatch& match, const ActorMention& mention) const;
  [[nodiscard]] bool praises_somebody(const FrameMatch& match) const;
  [[nodiscard]] bool stands_for_thing(const FrameMatch& match, TokenId filler) const;
  [[nodiscard]] bool is_addressed(const FrameMatch& match, TokenId filler) const;
  [[nodiscard]] bool only_hears(const FrameMatch& match, TokenId filler) const;
  [[nodiscard]] std::vector<ActorMention> receiver(FrameMatch& match) const;
  [[nodiscard]] TokenId party_over(TokenId filler) const;
  void add_joined_before(FrameMatch& match) const;
  void fill_from_apposition(FrameMatch& match) const;
  void drop_bare_places(FrameMatch& match) const;
  void take_owner_beside(const FrameMatch& match, TokenId filler, std::vector<ActorMention>& mentions) const;
  [[nodiscard]] bool at_home(const ActorMention& mention) const;
  [[nodiscard]] static bool gives_abroad(const FrameMatch& match, const ActorMention& mention);
  [[nodiscard]] std::string state_of_teller(const FrameMatch& match) const;
  [[nodiscard]] std::vector<ActorMention> addressee(FrameMatch& match) const;
  [[nodiscard]] bool imposes_penalty(TokenId filler) const;
  void settle_sector(const Frame& frame, ActorMention& mention) const;
  [[nodiscard]] std::vector<ActorMention> first_filled(FrameMatch& match, const std::vector<SlotPath>& paths,
                                                       bool owner, const std::vector<ActorMention>& taken) const;
  void add_open(TokenSpan sentence, std::vector<FrameMatch>& matches) const;
  void drop_absorbed(std::vector<FrameMatch>& matches) const;
  void join_effects(std::vector<FrameMatch>& matches) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  const StateChooser states_;
  std::map<std::string, std::size_t> column_of_;  // of the model's types

  // For events/frame_trace.h, which tells what was tried: one finder for both, so that what it tells is what is done.
  friend class FrameTracer;
  [[nodiscard]] const std::vector<std::int32_t>* frames_of(TokenId trigger) const;  // of its lemma; null: none
};

[[nodiscard]] bool same_party(const ActorMention& a, const ActorMention& b);

}  // namespace entente

#endif  // ENTENTE_EVENTS_FRAMES_H_
