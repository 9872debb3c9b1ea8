// What makes an act of one day a relation: that it is told as a habit, or in a clause that says how long it went on.
#include <algorithm>

#include "agreements/relation_words.h"

namespace entente {

// The noun that names the relation: "war" of "won its war"; -1 for none.
TokenId RelationWords::told_noun(const RelationMatch& match) const {
  if (tree_.has_upos(match.trigger, {"NOUN"})) return match.trigger;
  for (const TokenId t : match.nouns) {
    const bool fought_in = tree_.is(match.trigger, "acl:relcl") && tree_.head(match.trigger) == t;  // "a war in which"
    const bool object = tree_.is(t, "obj") && tree_.head(t) == match.trigger;
    if (tree_.has_upos(t, {"NOUN"}) && (object || fought_in)) return t;
  }
  return -1;
}

// "the dispute with X that has festered", "the war with X, which raged from": the clauses beside a noun, or beside a
// name in its phrase, that tell how it went. Those that tell how it began are read for their date alone.
std::vector<TokenId> RelationWords::told_by(const RelationMatch& match) const {
  std::vector<TokenId> clauses;
  const TokenId noun = told_noun(match);
  if (noun < 0) return clauses;
  const auto tells = [&](TokenId c) {
    const TokenId subject = tree_.child(c, "nsubj");
    const bool relative = subject >= 0 && (tree_.word(subject).xpos == "WDT" || tree_.word(subject).xpos == "WP");
    return tree_.is(c, "acl:relcl") && relative && tree_.folded(subject) != "who" &&
           !knowledge_.in_set("relation_beginning", tree_.lemma(c)) &&
           (knowledge_.relations.trends.contains(tree_.lemma(c)) ||
            knowledge_.in_set("relation_going_on", tree_.lemma(c)));
  };
  for (const TokenId t : tree_.subtree(noun, [&](TokenId c) {
         return !tree_.is_any(c, {"nmod", "conj", "acl:relcl"});
       })) {
    if (t != noun && tells(t)) clauses.push_back(t);
  }
  return clauses;
}

// "has been shelling", "keep shelling", "shells it most nights", "a weekly affair"
bool RelationWords::habit(const RelationMatch& match, const std::vector<TokenId>& region) const {
  const TokenId verb = match.trigger;
  const auto child = [&](TokenId of, const char* deprel, const char* form) {
    const auto& children = tree_.children(of);
    return std::any_of(children.begin(), children.end(),
                       [&](TokenId c) { return tree_.is(c, deprel) && tree_.folded(c) == form; });
  };
  if (tree_.has_upos(verb, {"VERB"}) && tree_.word(verb).xpos == "VBG") {
    if (child(verb, "aux", "been") && !child(verb, "advmod", "not")) return true;
    const TokenId head = tree_.head(verb);
    const bool complement = head >= 0 && tree_.is_any(verb, {"xcomp", "advcl"});
    const bool on = complement && (tree_.is(verb, "xcomp") || child(verb, "mark", "on"));
    if ((on || (complement && head + 1 < tree_.size() && tree_.folded(head + 1) == "on")) &&
        knowledge_.in_set("relation_keeping_on", tree_.lemma(head)))
      return true;
  }
  return std::any_of(region.begin(), region.end(), [&](TokenId t) {
    if (knowledge_.in_set("relation_habit", tree_.folded(t))) return true;
    const WordValue* unit = knowledge_.word(tree_.lemma(t));
    if (unit == nullptr || unit->kind != "unit") return false;
    return child(t, "det", "every") || child(t, "det", "each") || child(t, "amod", "most") || child(t, "det", "most");
  });
}

// "trade fire", "squabbles over": told in the simple present.
bool RelationWords::present(const RelationMatch& match) const {
  const TokenId verb = match.trigger;
  const std::string& xpos = tree_.word(verb).xpos;
  if (!tree_.has_upos(verb, {"VERB"}) || (xpos != "VBZ" && xpos != "VBP")) return false;
  return tree_.child(verb, "aux") < 0 && tree_.is_any(verb, {"root", "conj", "acl:relcl", "ccomp", "parataxis"});
}

}  // namespace entente
