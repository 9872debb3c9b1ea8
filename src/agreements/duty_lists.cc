#include "agreements/duty_lists.h"

#include <algorithm>
#include <set>

namespace entente {

bool starts_item(const Tree& tree, TokenSpan sentence) {
  static const std::set<std::string> kMarks = {"-", "–", "—", "•", "*", "·", "+"};
  const TokenId first = sentence.begin.value;
  if (kMarks.contains(tree.folded(first))) return true;
  const bool open = tree.folded(first) == "(" && first + 2 < sentence.end.value;
  const std::string& after = tree.folded(open ? first + 2 : std::min(first + 1, sentence.end.value - 1));
  return (open || tree.has_upos(first, {"NUM", "X"})) && (after == ")" || (!open && after == "."));
}

bool past(const Tree& tree, const TreatyClauseReader& reader, const TreatyClause& clause) {
  const bool shared = clause.governor >= 0 && reader.modal(clause.predicate) < 0;
  const TokenId verb = shared ? clause.governor : clause.predicate;
  if (reader.modal(verb) >= 0 || reader.is_to(verb)) return false;
  const bool had_to = tree.lemma(verb) == "have" && clause.content != verb && tree.child(verb, "obj") < 0;
  if (had_to) return false;
  if (tree.word(verb).xpos == "VBD") return true;
  const auto& below = tree.children(verb);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return (tree.is_any(c, {"aux", "cop"}) && tree.word(c).xpos == "VBD") ||
           (tree.is(c, "aux") && tree.lemma(c) == "have");
  });
}

bool told_as_done(const Tree& tree, const Knowledge& knowledge, const TreatyClause& clause) {
  const bool what = clause.content != clause.predicate || tree.child(clause.predicate, "obj") > clause.predicate;
  return what && knowledge.in_set("agreement_undertake", tree.lemma(clause.predicate));
}

bool lists_duties(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader,
                  const ClauseSource& source, const std::vector<TreatyClause>& clauses, const Topic& topic) {
  using Standing = ObligationWord::Standing;
  std::int32_t duties = 0;
  bool sure = false;
  for (const TreatyClause& clause : clauses) {
    if (clause.governor >= 0 || clause.relative || clause.absolute) continue;
    const Introduction by = source.introduced(clause, topic);
    const Obligation obligation = read_obligation(tree, knowledge, reader, clause, by.by_text);
    const bool undone = past(tree, reader, clause) && !told_as_done(tree, knowledge, clause);
    // "he will" is somebody's plan; "the firm commits itself" may look like a person.
    const bool person = source.by_person(clause) && obligation.modal && obligation.standing != Standing::kStrong;
    if (obligation.level.empty() || undone || person || source.spoken(clause, topic) || source.quoted(clause.predicate))
      return false;
    ++duties;
    sure = sure || (obligation.modal && obligation.standing != Standing::kWeak) ||
           obligation.standing == Standing::kStrong;
  }
  return duties >= 2 && sure;
}

}  // namespace entente
