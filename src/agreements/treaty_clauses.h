// Main clauses of a sentence as an agreement's text has them: where each begins and ends, its verbs and who it is
// about.
#ifndef ENTENTE_AGREEMENTS_TREATY_CLAUSES_H_
#define ENTENTE_AGREEMENTS_TREATY_CLAUSES_H_

#include <vector>

#include "actors/tree.h"
#include "events/clause.h"
#include "knowledge/knowledge.h"

namespace entente {

struct TreatyClause {
  TokenId predicate = -1;  // the finite verb, noun or adjective that it hangs from
  TokenId content = -1;    // what is to be done: "free" of "undertake to free"
  TokenId governor =
      -1;                // of a second verb ("shall confer and consider"): the clause whose subject and modal it shares
  TokenId subject = -1;  // as written, also of a passive; -1: none
  TokenId opening = -1;  // head of the phrase that opens it: "it" of "under it"
  TokenId teller = -1;   // the verb that tells it: "says" of "the draft says that"
  std::vector<TokenId> words;  // without the opening phrase, in text order; what stands between first and last
  bool relative = false;       // "under which ...", "whose observers are to ..."
  bool by_noun = false;        // "that obliges both to ...", "obliging both to ...": what the noun does
  bool absolute = false;       // "the bank paying half": without a finite verb
  TokenId noun = -1;           // that a relative clause is about

  [[nodiscard]] TokenId first() const { return words.front(); }
  [[nodiscard]] TokenId last() const { return words.back(); }
};

class TreatyClauseReader {
 public:
  TreatyClauseReader(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses)
      : tree_(tree), knowledge_(knowledge), clauses_(clauses) {}

  // In text order.
  [[nodiscard]] std::vector<TreatyClause> read(TokenSpan sentence) const;
  // Auxiliaries and "to" of a verb: "shall" of "shall be freed", "is" of "is to free".
  [[nodiscard]] TokenId modal(TokenId verb) const;
  [[nodiscard]] bool is_to(TokenId verb) const;  // "is to free", "were to be freed"
  [[nodiscard]] bool finite(TokenId t) const;
  [[nodiscard]] bool subjunctive(TokenId t) const;
  // "A commission was to watch the roads, but never met": what came of it.
  [[nodiscard]] bool tells_on(const TreatyClause& clause) const;

 private:
  // agreements/clause_repairs.cc
  [[nodiscard]] bool intends(TokenId t) const;
  [[nodiscard]] bool undertakes(TokenId t) const;
  [[nodiscard]] TokenId first_auxiliary(TokenId verb) const;
  [[nodiscard]] TokenId subject_of_inset(TokenId verb) const;
  [[nodiscard]] TokenId misread_subject(TokenId verb) const;
  void find_lost_subject(TreatyClause& clause) const;
  void drop_told_of_opening(TreatyClause& clause) const;
  void begin_after_opening(TreatyClause& clause) const;
  [[nodiscard]] bool asks(TokenId t) const;
  [[nodiscard]] bool told_by_opening(TokenId t) const;
  [[nodiscard]] bool verb_of_sentence(TokenId t) const;
  [[nodiscard]] bool spliced(TokenId t) const;
  [[nodiscard]] bool told_in_noun(TokenId t) const;
  [[nodiscard]] bool owed_by_noun(TokenId t) const;

  // agreements/clause_joints.cc
  [[nodiscard]] bool spliced_in(TokenId t) const;
  [[nodiscard]] bool let_do(TokenId verb, TokenId second) const;
  [[nodiscard]] TokenId governor_of(TokenId t, const std::vector<TreatyClause>& before) const;
  [[nodiscard]] TokenId opening_after_joint(TokenId t, TokenId end) const;
  [[nodiscard]] TokenId subject_after_limit(TokenId verb) const;
  [[nodiscard]] bool joined_above(TokenId t, TokenId predicate) const;
  [[nodiscard]] TokenId obliged_next(const TreatyClause& clause) const;
  [[nodiscard]] const TreatyClause* last_after_break(TokenId verb, TokenId t,
                                                     const std::vector<TreatyClause>& before) const;
  [[nodiscard]] bool joined_beyond(TokenId t) const;
  void share_after_break(TreatyClause& second, const std::vector<TreatyClause>& before) const;
  void begin_with_subject(TreatyClause& clause) const;
  void take_own_object(TreatyClause& second, TokenId first) const;
  void end_before(TreatyClause& clause, const TreatyClause& next) const;

  [[nodiscard]] bool is_predicate(TokenId t) const;
  [[nodiscard]] bool has_to(TokenId verb) const;
  [[nodiscard]] bool inverted(TokenId t) const;
  [[nodiscard]] bool set_off(TokenId mark) const;
  [[nodiscard]] TokenId paper_of(TokenId t) const;
  [[nodiscard]] bool binds_by_text(TokenId t) const;
  [[nodiscard]] bool being_noun(TokenId t) const;
  [[nodiscard]] bool joined_verb(TokenId t) const;
  [[nodiscard]] bool absolute(TokenId t) const;
  [[nodiscard]] TokenId content_of(TokenId predicate) const;
  [[nodiscard]] TokenId opening_of(TokenId predicate, TokenId subject) const;
  [[nodiscard]] std::vector<TokenId> second_verbs(const TreatyClause& clause) const;
  [[nodiscard]] bool shares_object(const TreatyClause& clause, TokenId second) const;
  void add_second_verbs(std::vector<TreatyClause>& found) const;
  void drop_long_subject(TreatyClause& clause) const;
  void drop_aside(TreatyClause& clause) const;
  void keep_subject(TreatyClause& clause, TokenId begin) const;
  void cut(TreatyClause& clause, const std::vector<bool>& other, TokenId begin) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_TREATY_CLAUSES_H_
