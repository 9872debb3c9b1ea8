// Who is said to be an ally, a rival, at war: the slot "holder" of relation frames.
#include <algorithm>

#include "actors/phrase.h"
#include "agreements/relation_slots.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxSteps = 6;

void add(std::vector<TokenId>& out, TokenId t) {
  if (t >= 0 && std::find(out.begin(), out.end(), t) == out.end()) out.push_back(t);
}

// "The United States remains an ally", with the subject hung from the copula.
TokenId subject_of_copula(const Tree& tree, TokenId predicate) {
  for (const TokenId c : tree.children(predicate)) {
    if (tree.is(c, "cop") && tree.child(c, "nsubj") >= 0) return tree.child(c, "nsubj");
  }
  return -1;
}

}  // namespace

// "X is an ally", "X remains an ally", "X, an ally", "its ally X", "acted as an ally", "regards X as an ally", "X and Y
// at war".
void RelationSlots::add_holder(TokenId word, std::vector<TokenId>& out) const {
  const TokenId top = top_noun(word);
  for (const TokenId c : tree_.children(word)) {
    if (tree_.is_any(c, {"appos", "flat"}) && !comments(top, c)) add(out, c);
  }
  add_named_after(word, out);
  if (out.empty()) add_named_predicate(top, out);
  if (!out.empty()) return;
  TokenId head = tree_.head(top);
  // "X and Y, long at odds": hung from the adverb.
  const bool adverb = head >= 0 && tree_.is(top, "obl") && tree_.has_upos(head, {"ADV"}) && head < top;
  if (adverb && tree_.is(head, "advmod") && tree_.head(head) >= 0 && !clauses_.is_verb(tree_.head(head)))
    return add(out, tree_.head(head));
  if (const TokenId subject = tree_.child(top, "nsubj"); subject >= 0) {
    for (const TokenId s : clauses_.fill(top, "subj")) add(out, s);
    if (clauses_.is_verb(top)) add(out, clauses_.surface_subject(top));
    return;
  }
  if (const TokenId subject = subject_of_copula(tree_, top); subject >= 0) return add(out, subject);
  if (head < 0) return;
  const std::string by = preposition(tree_, top);
  const bool modifier = tree_.is_any(top, {"appos", "compound", "amod", "nmod:desc", "flat", "acl", "acl:relcl"});
  const bool as = by == "as" || by == "like";
  const bool at = tree_.is(top, "nmod") && (by == "at" || by == "in" || by == "on" || by == "under" || as);
  // "X's role as a partner"
  const TokenId owner = tree_.is(top, "nmod") && as ? tree_.child(head, "nmod:poss") : -1;
  if (owner >= 0) return add(out, owner);
  if (modifier || at) {
    // "X and Y, allies since": both.
    const bool all = tree_.has_feat(top, "Number=Plur") && tree_.is(head, "conj");
    return add(out, all ? tree_.head(head) : head);
  }
  // "Chad, its neighbour and old rival": with the second hung from the name.
  const TokenId first = tree_.is(top, "conj") ? tree_.child(head, "appos") : -1;
  if (first >= 0 && first < top) return add(out, head);
  if (tree_.is(top, "conj")) {
    // "X is a neighbour and an ally", "are poor and dependent on"
    if (tree_.child(head, "nsubj") >= 0 || tree_.child(head, "cop") >= 0) add(out, clauses_.surface_subject(head));
    if (tree_.is(head, "appos")) add(out, tree_.head(head));
    return;
  }
  if (!clauses_.is_verb(head)) return;
  if (tree_.is(top, "xcomp") || ((tree_.is(top, "obj") || (tree_.is(top, "obl") && by.empty())) &&
                                 knowledge_.in_set("relation_growing", tree_.lemma(head)))) {
    const TokenId object = tree_.child(head, "obj");
    return add(out, object >= 0 && object != top && !clauses_.passive(head) ? object : clauses_.surface_subject(head));
  }
  if (tree_.is(top, "obl") && (as || by == "at" || by == "in" || by == "on" || by == "under" || by == "into")) {
    if (const TokenId name = name_before(top); name >= 0) return add(out, name);
    const TokenId object = tree_.child(head, "obj");
    // "has kept X and Y at odds"
    const bool kept = as || knowledge_.in_set("relation_keeping", tree_.lemma(head));
    return add(out, kept && object >= 0 ? object : clauses_.surface_subject(head));
  }
  // "An ally of X since 1990, Y has": a noun before the clause.
  // "Founding partners of the bloc, X and Y cannot", taken for an object.
  const TokenId subject = clauses_.surface_subject(head);
  const bool fronted = tree_.is_any(top, {"obj", "obl"}) && by.empty() && subject > top && subject < head;
  if (fronted || tree_.is_any(top, {"advcl", "dislocated", "parataxis", "nsubj:outer"})) add(out, subject);
}

// "is an ally, a fact that nobody forgets": what stands beside a predicate is no name of it.
bool RelationSlots::comments(TokenId noun, TokenId beside) const {
  if (tree_.has_upos(beside, {"PROPN"})) return false;
  const std::string by = preposition(tree_, noun);
  const bool predicate = tree_.child(noun, "nsubj") >= 0 || tree_.child(noun, "cop") >= 0;
  return predicate || by == "as" || by == "like" || tree_.is(noun, "appos");
}

// "Its closest ally is X", "its main supplier remains X": the name that is said to be it.
void RelationSlots::add_named_predicate(TokenId noun, std::vector<TokenId>& out) const {
  const TokenId head = tree_.head(noun);
  if (head < 0 || !tree_.is(noun, "nsubj")) return;
  if (tree_.has_upos(head, {"PROPN"}) && tree_.child(head, "cop") >= 0 && preposition(tree_, head).empty())
    return add(out, head);
  if (!clauses_.is_verb(head) || !knowledge_.in_set("relation_growing", tree_.lemma(head))) return;
  for (const TokenId c : tree_.children(head)) {
    const bool named = tree_.has_upos(c, {"PROPN"}) && preposition(tree_, c).empty();
    if (named && tree_.is_any(c, {"xcomp", "obj"})) add(out, c);
  }
}

// "A pact with Egypt, at odds with Ethiopia since 2011", with the second phrase hung from the verb: the name before the
// comma; -1 for none.
TokenId RelationSlots::name_before(TokenId noun) const {
  const TokenId by = tree_.child(noun, "case");
  if (by < 2 || tree_.folded(by - 1) != "," || tree_.sentence(by - 2) != tree_.sentence(noun)) return -1;
  TokenId name = by - 2;
  if (!tree_.has_upos(name, {"PROPN"}) || knowledge_.word(tree_.folded(name)) != nullptr) return -1;
  for (std::int32_t step = 0; step < kMaxSteps && tree_.is_any(name, {"flat", "compound"}); ++step)
    name = tree_.head(name);
  return name;
}

// "Cuba and its patron Venezuela": with both hung from the first name.
void RelationSlots::add_named_after(TokenId noun, std::vector<TokenId>& out) const {
  const TokenId name = noun + 1;
  if (!tree_.is(noun, "conj") || name >= tree_.size() || !tree_.is(name, "conj")) return;
  if (tree_.head(name) == tree_.head(noun) && tree_.has_upos(name, {"PROPN"})) add(out, name);
}

}  // namespace entente
