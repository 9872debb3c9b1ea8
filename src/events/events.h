// Clauses to events: a frame's match with status, date, place and numbers.
#ifndef ENTENTE_EVENTS_EVENTS_H_
#define ENTENTE_EVENTS_EVENTS_H_

#include <vector>

#include "actors/actors.h"
#include "entente/record.h"
#include "events/clause.h"
#include "events/frames.h"

namespace entente {

// An event and where it hangs in the tree; ids, article and stamp are the engine's to fill in.
struct FoundEvent {
  Event event;
  TokenId trigger = -1;
};

[[nodiscard]] std::vector<FoundEvent> find_events(const Tree& tree, const Knowledge& knowledge,
                                                  const ActorFinder& actors, const Clauses& clauses);

// Why no event is made of a match, in a few words; empty where one may be.
[[nodiscard]] std::string reason_to_drop(const FrameMatch& match, const Knowledge& knowledge, const ActorFinder& actors,
                                         const Clauses& clauses);

// What the weights of knowledge/actors/whose.tsv are fitted to: a party that has no state of its own, by its span, and
// the states that it could have. For training/whose_weights.py; the knowledge must come without these weights.
struct StateChoice {
  TokenId trigger = -1;
  CodePointSpan party;
  std::vector<StateChooser::Option> options;
};
[[nodiscard]] std::vector<StateChoice> list_state_choices(const Tree& tree, const Knowledge& knowledge,
                                                          const ActorFinder& actors, const Clauses& clauses);

// events/answers.cc: to whom an answer goes where its clause does not say so: a denial to who accused, a refusal to who
// asked, a condemnation of "the attack" to who carried it out, as the article told before. In text order.
void complete_recipients(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                         const Clauses& clauses, std::vector<FoundEvent>& found);

// events/other_side.cc: the other side of a measure, threat or offer that names none.
void complete_other_side(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                         const Clauses& clauses, std::vector<FoundEvent>& found);

// events/retold.cc: what is told a second time joins the record of the first.
void join_retold(const Tree& tree, std::vector<FoundEvent>& found);

// events/status.cc: what the clause says of the act: actual, future, hypothetical, negated.
[[nodiscard]] std::string read_status(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses,
                                      const FrameMatch& match);
// Whether it is told as what its actor will not do: "will not lift the ban", "has no plans to meet".
[[nodiscard]] bool is_refused(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, TokenId trigger);

// events/where.cc: where it took place, as the clause says; a mention of a place as the record has it.
[[nodiscard]] Place to_place(const ActorMention& mention);
[[nodiscard]] std::optional<Place> read_place(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                                              const FrameMatch& match);

// events/magnitude.cc: how many, only as stated.
[[nodiscard]] Magnitude read_magnitude(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses,
                                       const FrameMatch& match);

}  // namespace entente

#endif  // ENTENTE_EVENTS_EVENTS_H_
