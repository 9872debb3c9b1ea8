// What one clause of an agreement says: what it is about, how far it binds, who owes it to whom, what limits it.
#ifndef ENTENTE_AGREEMENTS_CLAUSE_READING_H_
#define ENTENTE_AGREEMENTS_CLAUSE_READING_H_

#include <string>
#include <vector>

#include "actors/actors.h"
#include "agreements/treaty_clauses.h"
#include "entente/record.h"
#include "events/clause.h"
#include "knowledge/knowledge.h"

namespace entente {

// agreements/obligation.cc
struct Obligation {
  std::string level;  // binding, intent, possibility, principle; empty: the words say nothing of the kind
  ObligationWord::Standing standing = ObligationWord::Standing::kWeak;
  bool modal = false;    // "shall", "may", "is to" stand before the verb
  bool state = false;    // an adjective or participle: "are barred", "is free to"
  bool of_text = false;  // the verb of an instrument: "the treaty bars"
  std::string word;      // that decided it
};
[[nodiscard]] Obligation read_obligation(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader,
                                         const TreatyClause& clause, bool by_instrument);
[[nodiscard]] bool negated(const Tree& tree, const Knowledge& knowledge, const TreatyClause& clause);

// agreements/provision_type.cc: by the first row of types.tsv that holds and by what its words speak for, weighed
// together.
struct ProvisionType {
  std::string type;
  std::string by;  // file:line of the row, or "weights"
};
[[nodiscard]] ProvisionType read_type(const Tree& tree, const Knowledge& knowledge, const std::vector<TokenId>& words,
                                      const std::string& form);

// agreements/provision_sides.cc
struct Sides {
  std::vector<Actor> from, to;
};
[[nodiscard]] Sides read_sides(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                               const TreatyClause& clause, const Provision& provision, bool of_text,
                               const Agreement& agreement);
// The parties of the agreement that the phrase headed by t means; empty where it means somebody else or nobody.
[[nodiscard]] std::vector<Actor> parties_meant(const ActorFinder& actors, TokenId t, const Agreement& agreement);

// agreements/conditions.cc
[[nodiscard]] std::vector<Quote> read_conditions(const Tree& tree, const Knowledge& knowledge,
                                                 const TreatyClause& clause);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_CLAUSE_READING_H_
