#include "agreements/relation_slots.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxSteps = 6;

void add(std::vector<TokenId>& out, TokenId t) {
  if (t >= 0 && std::find(out.begin(), out.end(), t) == out.end()) out.push_back(t);
}

// "at odds with Peru over its reefs", with "with" hung from the reefs: the noun that follows it.
TokenId nearest_after(const Tree& tree, TokenId noun, const std::string& slot, TokenId filler) {
  const TokenId by = tree.child(filler, "case");
  if (by < noun || by > filler || tree.folded(by) != slot) return filler;
  for (const TokenId inner : tree.children(noun)) {
    if (inner > by && inner < filler && tree.is_any(inner, {"obl", "nmod"})) return inner;
  }
  return filler;
}

// "Peru and its rival Chile": "its" is the name that the rival is joined to.
TokenId joined_owner(const Tree& tree, TokenId noun, TokenId owner) {
  if (tree.word(owner).xpos != "PRP$") return owner;
  const TokenId joined = tree.is(noun, "conj") ? noun : tree.head(noun);
  if (joined < 0 || !tree.is(joined, "conj") || tree.head(joined) > owner) return owner;
  return tree.has_upos(tree.head(joined), {"PROPN"}) ? tree.head(joined) : owner;
}

bool is_hyphen(const std::string& form) { return form == "-" || form == "–" || form == "‑"; }

}  // namespace

TokenId resolve_whose(const Tree& tree, TokenId t) {
  if (tree.word(t).xpos != "WP$") return t;
  TokenId at = tree.head(t);
  for (std::int32_t step = 0; step < kMaxSteps && at >= 0; ++step, at = tree.head(at)) {
    if (tree.is(at, "acl:relcl") && tree.head(at) >= 0) return tree.head(at);
    if (step == 0 && tree.is(at, "appos") && tree.head(at) >= 0 && tree.head(at) < t) return tree.head(at);
  }
  return t;
}

// "X, with whom Y has been at war": X, the name before "with whom".
TokenId resolve_which(const Tree& tree, TokenId t) {
  const std::string& form = tree.word(t).xpos;
  if (form != "WDT" && form != "WP") return t;
  TokenId before = t - 1;
  const auto here = [&] { return before >= 0 && tree.sentence(before) == tree.sentence(t); };
  while (here() && (tree.has_upos(before, {"ADP"}) || tree.folded(before) == ",")) --before;
  for (std::int32_t step = 0; step < kMaxSteps && here() && tree.is_any(before, {"flat", "compound"}); ++step)
    before = tree.head(before);
  return here() && tree.has_upos(before, {"PROPN", "NOUN"}) ? before : t;
}

TokenId RelationSlots::top_noun(TokenId noun) const {
  const TokenId head = tree_.head(noun);
  const bool part = head >= 0 && tree_.is(noun, "nmod") && preposition(tree_, noun) == "of" &&
                    knowledge_.in_set("relation_oneof", tree_.lemma(head));
  return part ? head : noun;
}

// "X is an ally", "X remains an ally", "X, an ally", "its ally X", "acted as an ally", "regards X as an ally", "X and Y
// at war".
void RelationSlots::add_holder(TokenId word, std::vector<TokenId>& out) const {
  for (const TokenId c : tree_.children(word)) {
    if (tree_.is_any(c, {"appos", "flat"})) add(out, c);
  }
  add_named_after(word, out);
  if (!out.empty()) return;
  const TokenId top = top_noun(word);
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
  // "The United States remains an ally", with the subject hung from the copula.
  for (const TokenId c : tree_.children(top)) {
    if (tree_.is(c, "cop") && tree_.child(c, "nsubj") >= 0) return add(out, tree_.child(c, "nsubj"));
  }
  if (head < 0) return;
  const std::string by = preposition(tree_, top);
  const bool modifier = tree_.is_any(top, {"appos", "compound", "amod", "nmod:desc", "flat", "acl", "acl:relcl"});
  const bool as = by == "as" || by == "like";
  const bool at = tree_.is(top, "nmod") && (by == "at" || by == "in" || by == "on" || by == "under" || as);
  if (modifier || at) {
    // "X and Y, allies since": both.
    const bool all = tree_.has_feat(top, "Number=Plur") && tree_.is(head, "conj");
    return add(out, all ? tree_.head(head) : head);
  }
  // "Chad, its neighbour and old rival": with the second hung from the name.
  const TokenId first = head >= 0 && tree_.is(top, "conj") ? tree_.child(head, "appos") : -1;
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
    return add(out, as && object >= 0 ? object : clauses_.surface_subject(head));
  }
  // "An ally of X since 1990, Y has": a noun before the clause.
  if (tree_.is_any(top, {"advcl", "dislocated", "parataxis", "nsubj:outer"})) add(out, clauses_.surface_subject(head));
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

// "the ally on which X depends", "the rival that X fears": who acts in the noun's relative clause beside it.
void RelationSlots::add_relative(TokenId noun, std::vector<TokenId>& out) const {
  for (const TokenId c : tree_.children(noun)) {
    if (!tree_.is(c, "acl:relcl")) continue;
    const TokenId subject = clauses_.surface_subject(c);
    if (subject >= 0 && subject != noun && tree_.head(subject) == c) add(out, subject);
  }
}

void RelationSlots::add_having(TokenId noun, std::vector<TokenId>& out) const {
  const TokenId verb = tree_.head(noun);
  if (verb < 0 || !clauses_.is_verb(verb) || !tree_.is_any(noun, {"obj", "obl", "nsubj:pass"})) return;
  if (tree_.is(noun, "obl") && preposition(tree_, noun) != "in") return;
  if (!tree_.is(noun, "obl") && !knowledge_.in_set("relation_having", tree_.lemma(verb))) return;
  for (const TokenId subject : clauses_.fill(verb, "subj")) add(out, subject);
}

// "close ties", "ties are close", "ties have become close", "ties, tense for years".
void RelationSlots::add_quality(TokenId noun, std::vector<TokenId>& out) const {
  const auto with_conjuncts = [&](TokenId t) {
    if (tree_.word(t).xpos != "JJR") add(out, t);  // "have grown worse": a change
    for (const TokenId c : tree_.children(t)) {
      if (tree_.is(c, "conj") && tree_.has_upos(c, {"ADJ", "VERB"})) add(out, c);
    }
  };
  for (const TokenId c : tree_.children(noun)) {
    const bool says = tree_.is_any(c, {"amod", "compound", "appos", "acl", "conj", "dep"});
    if (says && (tree_.has_upos(c, {"ADJ", "VERB"}) || tree_.is(c, "compound"))) with_conjuncts(c);
  }
  const TokenId head = tree_.head(noun);
  if (head < 0 || !tree_.is(noun, "nsubj")) return;
  if (tree_.has_upos(head, {"ADJ"}) || (tree_.has_upos(head, {"VERB"}) && tree_.child(head, "cop") >= 0))
    with_conjuncts(head);
  for (const TokenId c : tree_.children(head)) {
    if (tree_.is_any(c, {"xcomp", "obj"}) && tree_.has_upos(c, {"ADJ"})) with_conjuncts(c);
  }
}

// "Russian-occupied": the word before the hyphen.
void RelationSlots::add_prefix(TokenId word, std::vector<TokenId>& out) const {
  if (word < 2 || !is_hyphen(tree_.folded(word - 1))) return;
  if (tree_.sentence(word - 2) == tree_.sentence(word)) add(out, word - 2);
}

// "Between the two there has been conflict": what a parser hangs from the verb.
void RelationSlots::add_outside(TokenId noun, const std::string& slot, std::vector<TokenId>& out) const {
  static const std::set<std::string> kSides = {"between", "with", "against", "among"};
  if (!out.empty() || !kSides.contains(slot) || clauses_.is_verb(noun)) return;
  const TokenId head = tree_.head(noun);
  if (head < 0 || !tree_.is_any(noun, {"nsubj", "obj", "obl", "xcomp"})) return;
  for (const TokenId c : tree_.children(head)) {
    if (tree_.is_any(c, {"obl", "nmod"}) && preposition(tree_, c) == slot) add(out, c);
  }
}

// "the US-Japan alliance": the first hangs from the second.
void RelationSlots::add_hyphenated(std::vector<TokenId>& out) const {
  const std::vector<TokenId> found = out;
  for (const TokenId t : found) {
    for (const TokenId c : tree_.children(t)) {
      if (tree_.is_any(c, {"compound", "amod"}) && c + 2 == t && is_hyphen(tree_.folded(c + 1))) add(out, c);
    }
  }
}

void RelationSlots::add_subject(TokenId verb, std::vector<TokenId>& out) const {
  // "On Monday X and Y broke with Z": taken for a second word of time.
  for (const TokenId c : tree_.children(verb)) {
    if (out.empty() && tree_.is(c, "obl") && c < verb && preposition(tree_, c).empty() &&
        tree_.has_upos(c, {"PROPN"}) && !clauses_.passive(verb))
      add(out, c);
  }
  // "X is one of few states that recognise Y"
  for (TokenId& subject : out) {
    const TokenId top = top_noun(subject);
    if (top != subject && tree_.child(top, "nsubj") >= 0) subject = tree_.child(top, "nsubj");
  }
}

std::vector<TokenId> RelationSlots::fill(TokenId trigger, const std::string& slot) const {
  std::vector<TokenId> out;
  if (slot == "holder") {
    add_holder(trigger, out);
  } else if (slot == "haver") {
    add_having(trigger, out);
  } else if (slot == "quality") {
    add_quality(trigger, out);
  } else if (slot == "prefix") {
    add_prefix(trigger, out);
  } else if (slot == "self" || slot == "pair") {
    out.push_back(trigger);
  } else if (slot == "relative") {
    add_relative(trigger, out);
  } else if (slot == "case") {
    for (const TokenId c : tree_.children(trigger)) {
      if (tree_.is(c, "case")) add(out, c);
    }
  } else if (slot != "before") {
    out = clauses_.fill(trigger, slot);
    // "its old friend Peru" with the name as head: what stands before it is the friend's.
    const bool names =
        tree_.is_any(trigger, {"compound", "nmod:desc", "flat", "amod"}) && tree_.has_upos(trigger, {"NOUN"});
    if (out.empty() && names && (slot == "poss" || slot == "adj" || slot == "of")) {
      for (const TokenId t : clauses_.fill(tree_.head(trigger), slot)) {
        if (t != trigger) add(out, t);
      }
    }
    if (out.empty() && slot == "poss" && tree_.is(trigger, "conj")) {
      const TokenId head = tree_.head(trigger);
      const TokenId first = tree_.has_upos(head, {"PROPN"}) ? tree_.child(head, "appos") : head;
      if (first >= 0 && first < trigger) out = clauses_.fill(first, slot);
    }
    if (slot == "adj") add_hyphenated(out);
    for (TokenId& t : out) t = resolve_whose(tree_, t);
    if (slot == "poss") {
      for (TokenId& t : out) t = joined_owner(tree_, trigger, t);
    }
    for (TokenId& t : out) t = nearest_after(tree_, trigger, slot, t);
    add_outside(trigger, slot, out);
    if (slot == "subj") add_subject(trigger, out);
  }
  if (slot != "subj" && slot != "obj") {
    for (TokenId& t : out) t = resolve_which(tree_, t);
  }
  return out;
}

std::vector<TokenId> RelationSlots::fill(TokenId trigger, const SlotPath& path) const {
  std::vector<TokenId> at = {trigger};
  for (const std::string& slot : path) {
    std::vector<TokenId> next;
    for (const TokenId t : at) {
      for (const TokenId filler : fill(t, slot)) add(next, filler);
    }
    at = std::move(next);
  }
  return at;
}

bool RelationSlots::predicated(TokenId noun) const {
  const TokenId top = top_noun(noun);
  if (tree_.child(top, "nsubj") >= 0 || tree_.child(top, "cop") >= 0) return true;
  // "its rival Peru": said of the name.
  const bool named = top + 1 < tree_.size() && tree_.has_upos(top + 1, {"PROPN"}) &&
                     tree_.is_any(top, {"compound", "amod", "flat", "nmod:desc", "conj"});
  return named || tree_.is_any(top, {"xcomp", "appos"});
}

TokenId RelationSlots::clause_head(TokenId t) const {
  TokenId at = top_noun(t);
  for (std::int32_t step = 0; step < kMaxSteps; ++step) {
    const TokenId head = tree_.head(at);
    if (head < 0) return at;
    const bool own = tree_.child(at, "nsubj") >= 0;
    const bool up = tree_.is(at, "xcomp") || (!own && tree_.is_any(at, {"nsubj", "obj", "obl"}) && head >= 0);
    if (!up) return at;
    if (own && !tree_.is(at, "xcomp")) return at;
    at = head;
  }
  return at;
}

}  // namespace entente
