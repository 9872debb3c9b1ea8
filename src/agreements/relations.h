// How two actors stand to each other over time, in words of standing: allies, rivals, dependent, at war.
#ifndef ENTENTE_AGREEMENTS_RELATIONS_H_
#define ENTENTE_AGREEMENTS_RELATIONS_H_

#include <string>
#include <vector>

#include "actors/actors.h"
#include "entente/record.h"
#include "events/clause.h"

namespace entente {

// A relation and the word that tells it; ids, article and stamp are the engine's to fill in.
struct FoundRelation {
  Relation relation;
  TokenId trigger = -1;
  const RelationFrame* frame = nullptr;
  std::string hostile_trend;  // the trend, should the relation turn out to be one of rivals
};

// In text order; what is told twice is one.
[[nodiscard]] std::vector<FoundRelation> find_relations(const Tree& tree, const Knowledge& knowledge,
                                                        const ActorFinder& actors, const Clauses& clauses);

// agreements/relation_retold.cc. "Relations have cooled" are those of rivals where the article calls them so, "have
// drawn closer" is told of allies where they are.
void settle_neutral(const Knowledge& knowledge, std::vector<FoundRelation>& found);
// One record for each relation however often it is told.
void join_retold(const Knowledge& knowledge, std::vector<FoundRelation>& found);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_RELATIONS_H_
