// Nouns that name an instrument: treaties, truces, memoranda; how they are named and which parties stand by them.
#ifndef ENTENTE_AGREEMENTS_INSTRUMENTS_H_
#define ENTENTE_AGREEMENTS_INSTRUMENTS_H_

#include <optional>
#include <string>
#include <vector>

#include "agreements/signatories.h"

namespace entente {

// A noun of knowledge/agreements/instruments.tsv in a text.
struct NamedInstrument {
  TokenId noun = -1;
  const InstrumentNoun* row = nullptr;
  std::string title;                   // the name as written; empty where it has none
  bool indefinite = false;             // "a treaty"
  bool predicate = false;              // "it is a treaty": the subject is the instrument
  TokenId called = -1;                 // "they call it a treaty": "it"; -1 elsewhere
  TokenId year = -1;                   // "of 1951"
  std::vector<ActorMention> parties;   // "between X and Y", "the Russian-Belarusian treaty": all of them
  std::vector<ActorMention> partners;  // "with Y": one side
  std::vector<ActorMention> owners;    // "X's": one side
  std::vector<ActorMention> bloc;      // "the ASEAN charter": whose members it binds
};

class InstrumentReader {
 public:
  InstrumentReader(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses,
                   const PartyReader& parties)
      : tree_(tree), knowledge_(knowledge), actors_(actors), clauses_(clauses), parties_(parties) {}

  [[nodiscard]] std::optional<NamedInstrument> read(TokenId t) const;
  // The row of the noun at t; null where it names no instrument.
  [[nodiscard]] const InstrumentNoun* row(TokenId t) const;

 private:
  [[nodiscard]] bool has_modifier(TokenId t, const LemmaSet& lemmas) const;
  [[nodiscard]] bool is_part_of_another(TokenId t) const;
  [[nodiscard]] bool is_known_by_initials(TokenId t) const;
  [[nodiscard]] const InstrumentNoun* treaty_row() const;
  [[nodiscard]] bool is_one_of_several(TokenId t) const;
  [[nodiscard]] const InstrumentNoun* one_more(TokenId t) const;
  [[nodiscard]] bool says_what_kind(TokenId t) const;
  [[nodiscard]] bool is_name(TokenId t) const;
  [[nodiscard]] bool joins_name(TokenId t) const;
  [[nodiscard]] TokenId called_so(TokenId t) const;
  [[nodiscard]] std::string title(TokenId t) const;
  [[nodiscard]] std::string named_by_place(TokenId t) const;
  void add_parties(TokenId t, NamedInstrument& found) const;
  [[nodiscard]] std::vector<ActorMention> who_tells(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> nationalities(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> bloc_of(TokenId t, const InstrumentNoun& row) const;
  [[nodiscard]] std::vector<ActorMention> two_sides(TokenId t) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  const PartyReader& parties_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_INSTRUMENTS_H_
