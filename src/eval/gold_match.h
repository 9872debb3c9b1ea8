// Which of a system's records stand for which of gold's, by the rules of docs/formats/gold-scoring.md.
#ifndef ENTENTE_EVAL_GOLD_MATCH_H_
#define ENTENTE_EVAL_GOLD_MATCH_H_

#include <vector>

#include "entente/record.h"
#include "eval/assignment.h"

namespace entente {

// The records of an article by kind. Views: the records must outlive it.
struct RecordsByKind {
  std::vector<const Event*> events;
  std::vector<const Statement*> statements;
  std::vector<const Agreement*> agreements;
  std::vector<const Provision*> provisions;  // of all agreements
  std::vector<const Relation*> relations;
  std::vector<const Dispute*> disputes;

  [[nodiscard]] const Statement* statement(const std::string& id) const;
};
[[nodiscard]] RecordsByKind by_kind(const std::vector<Record>& records);

struct ArticleMatch {
  RecordsByKind gold;
  RecordsByKind system;
  Pairs events, events_any_type;
  Pairs statements;
  Pairs agreements, agreements_any_form;
  Pairs provisions;
  Pairs relations;
  Pairs disputes;

  [[nodiscard]] bool paired(const Statement& of_gold, const Statement& of_system) const;
};
[[nodiscard]] ArticleMatch match_records(const std::vector<Record>& gold, const std::vector<Record>& system);

// The gold sides of a dispute and the system's that stand for them.
[[nodiscard]] Pairs match_sides(const ArticleMatch& match, const Dispute& gold, const Dispute& system);

// Each side's: where both are attributed, to statements that are paired.
[[nodiscard]] bool same_attribution(const ArticleMatch& match, const Event& gold, const Event& system);

}  // namespace entente

#endif  // ENTENTE_EVAL_GOLD_MATCH_H_
