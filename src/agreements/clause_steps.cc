// What is told of an instrument that is none of its clauses: what is done with it, how it fares, what goes on by it.
#include <algorithm>

#include "agreements/clause_source.h"

namespace entente {

// "Their crews still fly from the base under the accord": what goes on by it.
bool ClauseSource::goes_on_by_it(const TreatyClause& clause, const Topic& topic) const {
  const auto& below = tree_.children(clause.predicate);
  const bool still = std::any_of(below.begin(), below.end(),
                                 [&](TokenId c) { return tree_.is(c, "advmod") && is("still", tree_.folded(c)); });
  if (still) return true;
  for (const TokenId t : clause.words) {
    const TokenId noun = tree_.head(t);
    if (t < clause.predicate || !tree_.is(t, "case") || noun < t) continue;
    if (tree_.is(noun, "obl:agent") && !mentioned_.contains(noun)) continue;  // "are parted by a line"
    const TokenId above = tree_.head(noun);                                   // "by virtue of it"
    const bool by = is("applied", tree_.folded(t)) || (above >= 0 && above < t && is("applied", tree_.folded(above)));
    if (by && agreement_of(noun, topic) != kNoAgreement) return true;
  }
  return false;
}

// "The truce still holds", "an older text does not move an inch": how the instrument fares; but "the truce shall hold".
bool ClauseSource::fares(const TreatyClause& clause) const {
  if (clause.content != clause.predicate) return false;
  bool still = false;
  for (const TokenId c : tree_.children(clause.predicate)) {
    const bool bound = tree_.is(c, "aux") && tree_.word(c).xpos == "MD";
    const ObligationWord* modal = bound ? knowledge_.provisions.obligation("modal", tree_.folded(c)) : nullptr;
    if ((modal != nullptr && modal->obligation == "binding") || tree_.is_any(c, {"ccomp", "mark"})) return false;
    still = still || (tree_.is(c, "advmod") && is("still", tree_.folded(c)));
  }
  // "It moves the line to the river", but "it does not move an inch".
  const bool lays = tree_.child(clause.predicate, "obj") >= 0 && tree_.child(clause.predicate, "aux") < 0;
  return still || (is("text_fares", tree_.lemma(clause.predicate)) && !lays);
}

// "It is to take four million cubic metres a day": a firm, not its contract; but "it is to take effect".
bool ClauseSource::owed_by_pronoun(const TreatyClause& clause) const {
  const TokenId object = tree_.child(clause.content, "obj");
  if (clause.subject < 0 || !tree_.has_upos(clause.subject, {"PRON"}) || object < 0) return false;
  if (is("validity", tree_.folded(object))) return false;
  const auto& below = tree_.children(clause.predicate);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    const bool bound = c < clause.predicate && tree_.is_any(c, {"aux", "cop"});
    const ObligationWord* modal = bound ? knowledge_.provisions.obligation("modal", tree_.folded(c)) : nullptr;
    const bool is_to = bound && tree_.lemma(c) == "be" && tree_.folded(c + 1) == "to";
    return is_to || (modal != nullptr && modal->obligation == "binding");
  });
}

bool ClauseSource::step(const TreatyClause& clause, bool by_text) const {
  const std::string& verb = tree_.lemma(clause.content);
  // "obliges the state to take back": what it is obliged to do.
  const std::string& by_verb = tree_.lemma(clause.predicate);
  // but "has yet to be signed"
  const bool whom = tree_.child(clause.predicate, "obj") >= 0 || tree_.child(clause.content, "nsubj") >= 0;
  const bool obliges = clause.content != clause.predicate && (whom || !is("causing", by_verb)) &&
                       knowledge_.provisions.obligation("text", by_verb) != nullptr;
  if (by_text && !obliges && !owed_by_pronoun(clause) && (is("text_step", verb) || fares(clause))) return true;
  const bool pronoun = clause.subject >= 0 && tree_.has_upos(clause.subject, {"PRON"});
  if (by_text && !pronoun && clauses_.passive(clause.content) && is("handled", verb)) return true;
  if (!is("step", verb)) return false;
  // "It submits disputes to a court": what it lays down.
  const TokenId object = tree_.child(clause.content, "obj");
  const bool own = object > clause.content && !is("document", tree_.lemma(object)) && !mentioned_.contains(object);
  // "Neither shall conclude a pact that touches the other"
  const TokenId article = object >= 0 ? tree_.child(object, "det") : -1;
  const bool one = article >= 0 && (tree_.folded(article) == "a" || tree_.folded(article) == "an");
  if (!by_text && one && negated(tree_, knowledge_, clause)) return false;
  return (by_text && !obliges && !own) || std::any_of(clause.words.begin(), clause.words.end(), [&](TokenId t) {
           // "Neither may conclude treaties with others": which ones, nobody says.
           const TokenId det = tree_.child(t, "det");
           const bool any = (det >= 0 && is("unnamed", tree_.folded(det))) ||
                            (tree_.word(t).xpos == "NNS" && det < 0 && tree_.child(t, "nmod:poss") < 0);
           const bool paper = tree_.is_any(t, {"obj", "nsubj:pass"}) && is("document", tree_.lemma(t)) && !any;
           const bool owner = tree_.is(t, "nmod:poss");  // "announce its tests"
           return tree_.has_upos(t, {"NOUN", "PROPN", "PRON"}) && (paper || (mentioned_.contains(t) && !owner));
         });
}

}  // namespace entente
