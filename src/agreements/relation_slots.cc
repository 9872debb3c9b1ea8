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

// What hangs by a preposition from the noun "decades" of "decades of mistrust between", or from the verb ("between the
// two there has been conflict"); "the base is in Peru", where it is said of the noun.
void RelationSlots::add_outside(TokenId noun, const std::string& slot, std::vector<TokenId>& out) const {
  static const std::set<std::string> kSides = {"between", "with", "against", "among"};
  const TokenId head = tree_.head(noun);
  if (!out.empty() || clauses_.is_verb(noun) || head < 0) return;
  if (tree_.is(noun, "nsubj") && tree_.child(head, "cop") >= 0 && preposition(tree_, head) == slot)
    return add(out, head);
  if (!kSides.contains(slot)) return;
  const bool part = tree_.is(noun, "nmod") && preposition(tree_, noun) == "of" && tree_.has_upos(head, {"NOUN"});
  if (part || tree_.is_any(noun, {"nsubj", "nsubj:pass", "obj", "obl", "xcomp"})) {
    for (const TokenId c : tree_.children(head)) {
      if (c != noun && tree_.is_any(c, {"obl", "nmod"}) && preposition(tree_, c) == slot) add(out, c);
    }
  }
  // "the chill that lies between X and Y", "a war waged between X and Y"
  for (const TokenId clause : tree_.children(noun)) {
    const bool about = tree_.is_any(clause, {"acl", "acl:relcl"}) && tree_.child(clause, "obj") < 0;
    for (const TokenId c : tree_.children(clause)) {
      if (about && tree_.is_any(c, {"obl", "nmod"}) && preposition(tree_, c) == slot) add(out, c);
    }
  }
  if (!out.empty() || slot != "between") return;
  // "the contest for primacy in the Pacific between X and Y": hung from a noun within.
  for (const TokenId t : tree_.subtree(noun, [&](TokenId c) { return !tree_.is(c, "nmod"); })) {
    if (tree_.head(t) != noun && tree_.is(t, "nmod") && preposition(tree_, t) == slot) add(out, t);
  }
}

// "The war with X cost Y a fifth of its land": to whom the noun, as doer of a verb, does something.
void RelationSlots::add_affected(TokenId noun, std::vector<TokenId>& out) const {
  const TokenId verb = tree_.head(noun);
  if (verb < 0 || !clauses_.is_verb(verb)) return;
  if (tree_.is(noun, "nsubj") && !clauses_.passive(verb)) {
    for (const TokenId receiver : clauses_.fill(verb, "iobj")) add(out, receiver);
    for (const TokenId object : clauses_.fill(verb, "obj")) add(out, object);
  }
  if (tree_.is_any(noun, {"obl:agent", "obl"}) && preposition(tree_, noun) == "by" && clauses_.passive(verb)) {
    for (const TokenId object : clauses_.fill(verb, "obj")) add(out, object);
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

// "the war that X fought", with "that" and X both taken for the subject: X fought, and what it fought is the noun.
void RelationSlots::settle_relative(TokenId verb, const std::string& slot, std::vector<TokenId>& out) const {
  if (!tree_.is(verb, "acl:relcl") || tree_.child(verb, "obj") >= 0 || clauses_.passive(verb)) return;
  TokenId pronoun = -1;
  TokenId name = -1;
  for (const TokenId c : tree_.children(verb)) {
    if (!tree_.is(c, "nsubj")) continue;
    (tree_.word(c).xpos == "WDT" ? pronoun : name) = c;
  }
  if (pronoun < 0 || name < pronoun || name > verb) return;
  out = {slot == "subj" ? name : tree_.head(verb)};
}

// "the port where X keeps ships"
void RelationSlots::add_where(TokenId verb, std::vector<TokenId>& out) const {
  if (!out.empty() || !tree_.is(verb, "acl:relcl")) return;
  for (const TokenId c : tree_.children(verb)) {
    if (tree_.is(c, "advmod") && tree_.folded(c) == "where") return add(out, tree_.head(verb));
  }
}

void RelationSlots::add_subject(TokenId verb, std::vector<TokenId>& out) const {
  // "On Monday X and Y broke with Z": taken for a second word of time.
  for (const TokenId c : tree_.children(verb)) {
    if (out.empty() && tree_.is(c, "obl") && c < verb && preposition(tree_, c).empty() &&
        tree_.has_upos(c, {"PROPN"}) && !clauses_.passive(verb))
      add(out, c);
  }
  // "X and Y, neighbours who quarrel": X and Y.
  for (TokenId& subject : out) {
    const bool beside = tree_.is(subject, "appos") && !tree_.has_upos(subject, {"PROPN"});
    if (beside && tree_.has_upos(tree_.head(subject), {"PROPN"})) subject = tree_.head(subject);
  }
  // "X is one of few states that recognise Y"
  for (TokenId& subject : out) {
    const TokenId top = top_noun(subject);
    const bool among = top == subject && tree_.has_upos(subject, {"NOUN"}) && preposition(tree_, subject) == "among";
    if (among && tree_.child(subject, "nsubj") >= 0) {
      subject = tree_.child(subject, "nsubj");  // "X is among the few states that"
      continue;
    }
    if (top != subject && tree_.child(top, "nsubj") >= 0)
      subject = tree_.child(top, "nsubj");
    else if (top != subject && tree_.is(top, "appos"))
      subject = tree_.head(top);  // "X, one of the states that"
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
  } else if (slot == "affected") {
    add_affected(trigger, out);
  } else if (slot == "case") {
    for (const TokenId c : tree_.children(trigger)) {
      if (tree_.is(c, "case")) add(out, c);
    }
  } else if (slot != "before") {
    out = clauses_.fill(trigger, slot);
    if (slot == "subj" || slot == "obj") settle_relative(trigger, slot, out);
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
    if (slot == "in" || slot == "at") add_where(trigger, out);
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
