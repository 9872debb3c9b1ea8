// Whether a clause that nothing introduces is one of an agreement's, by what was told before it.
#ifndef ENTENTE_AGREEMENTS_RUN_RULES_H_
#define ENTENTE_AGREEMENTS_RUN_RULES_H_

#include "agreements/clause_source.h"

namespace entente {

constexpr std::int32_t kWarm = 2;  // sentences for which an agreement stays in mind after it was named
constexpr std::int32_t kGap = 2;   // sentences within a run that are none of its clauses

// Where a clause stands.
struct Run {
  const Topic& topic;
  std::int32_t paragraphs = 0;  // since the agreement was named or a clause of it told
  bool told = false;            // a clause of it was told last
  bool listed = false;          // the sentence does nothing but list what is to be done
  bool leads = false;           // it begins a paragraph in which duties follow
};

class RunRules {
 public:
  RunRules(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader, const ClauseSource& source)
      : tree_(tree), knowledge_(knowledge), reader_(reader), source_(source) {}

  // The nearer the agreement and the stronger the word, the surer: the name of the rule that takes it; null: no clause.
  // Fills in the obligation of a present tense.
  [[nodiscard]] const char* accept(const TreatyClause& clause, Obligation& obligation, const Agreement& agreement,
                                   const Run& run) const;

 private:
  // What the clause is like, read once.
  struct Signs {
    bool undone = false;   // told as past, and not as promised
    bool strong = false;   // by its words
    bool sure = false;     // strong or medium
    bool parties = false;  // by the parties
    bool third = false;    // by somebody else
    bool plain = false;    // said of what is to be, not thought or told by an onlooker
    bool here = false;     // in the paragraph of the agreement, or in the next where it was only named
    bool running = false;  // after another clause of it
    bool near = false;     // in a paragraph of it that goes on
  };
  [[nodiscard]] Signs signs_of(const TreatyClause& clause, const Obligation& obligation, const Agreement& agreement,
                               const Run& run) const;
  [[nodiscard]] const char* accept_present(const TreatyClause& clause, Obligation& obligation,
                                           const Agreement& agreement, const Signs& signs, const Run& run,
                                           bool returned) const;
  [[nodiscard]] const char* accept_running(const TreatyClause& clause, const Obligation& obligation,
                                           const Signs& signs) const;
  [[nodiscard]] bool told_as_past(const TreatyClause& clause, const Obligation& obligation, const Signs& signs,
                                  const Run& run) const;
  [[nodiscard]] const char* present(const TreatyClause& clause, Obligation& obligation) const;
  [[nodiscard]] const char* bare(const TreatyClause& clause, Obligation& obligation, const Signs& signs) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const TreatyClauseReader& reader_;
  const ClauseSource& source_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_RUN_RULES_H_
