// Mentions to actors: names, titles, offices by date, organisations, capitals, nationalities, pronouns.
//
// Threads: an ActorFinder is built for one document and is const after that.
// Lifetime: views; the tree and the knowledge must outlive it.
#ifndef ENTENTE_ACTORS_ACTORS_H_
#define ENTENTE_ACTORS_ACTORS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "actors/tree.h"
#include "entente/record.h"
#include "knowledge/knowledge.h"

namespace entente {

// What the words of a noun phrase refer to.
struct ActorMention {
  enum class Kind : std::uint8_t {
    kState,    // "Peru"
    kCapital,  // "Lima": a government or a place, by its use
    kPeople,   // "Peruvians"
    kOrganisation,
    kPerson,  // "Foreign Minister X", "X"
    kGroup,   // "Peruvian police", "protesters"
    kOther,   // anything else with a country: "Peruvian villages"
    kPlace,   // a named place of unknown country
    kNone
  };
  Kind kind = Kind::kNone;
  Actor actor;
  bool armed = false;                 // an armed group
  char gender = '?';                  // m, f, where the tables or the title tell
  const PlaceEntry* where = nullptr;  // of a capital or a place that the gazetteer has
  bool guessed = false;               // its state is only that of the place or of the article
  bool unsaid = false;                // its own words name no state
  bool whole = false;                 // "the Peruvians": all of a people, and as a rule their government
  double confidence = 1;              // of the resolution
};

[[nodiscard]] bool is_party(const ActorMention& mention);  // somebody who can act: no thing, no place

class ActorFinder {
 public:
  ActorFinder(const Tree& tree, const Knowledge& knowledge);
  ~ActorFinder();
  ActorFinder(const ActorFinder&) = delete;
  ActorFinder& operator=(const ActorFinder&) = delete;

  // The phrase headed by t without its conjuncts; null where it refers to nothing known.
  [[nodiscard]] const ActorMention* mention(TokenId t) const;
  // All parties of the phrase headed by t: conjuncts apart, "the two leaders" as two.
  [[nodiscard]] std::vector<ActorMention> parties(TokenId t) const;
  // The same, or, where the phrase itself is no actor ("the attack by Peruvian forces"), whom it belongs to.
  [[nodiscard]] std::vector<ActorMention> parties_or_owner(TokenId t) const;
  // A thing that force is used on ("a hostel in X", "barracks"): whose it is, as civilians, soldiers or a government.
  [[nodiscard]] std::optional<ActorMention> target(TokenId t) const;
  // Whose t most likely is, where its phrase does not say: of the place told, or of the dateline; for what an army of
  // `doer` strikes, another state that the article names. Alpha-3 or empty.
  [[nodiscard]] std::string likely_state(TokenId t, const std::string& doer) const;
  // Of whom t's paragraph tells, for who speaks without a word for whose he is; of_office: for a spokesman or a body,
  // who may be of any party that opens it. Alpha-3 or empty.
  [[nodiscard]] std::string side_heard(TokenId t, bool of_office) const;
  // The state that the article is about, where one stands out; alpha-3 or empty.
  [[nodiscard]] const std::string& main_state() const;
  // Where it happens if nothing else is said; alpha-3 or empty.
  [[nodiscard]] const std::string& story_state() const;
  // A state, capital or named place that t heads; null otherwise.
  [[nodiscard]] const ActorMention* place(TokenId t) const;
  // All that the phrase headed by t refers to, without its conjuncts: two for "the two leaders".
  [[nodiscard]] const std::vector<ActorMention>& referents(TokenId t) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente

#endif  // ENTENTE_ACTORS_ACTORS_H_
