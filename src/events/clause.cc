#include "events/clause.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxSteps = 12;  // of shared subjects, one clause from the next

}  // namespace

bool Clauses::is_verb(TokenId t) const { return tree_.has_upos(t, {"VERB", "AUX"}); }

bool Clauses::passive(TokenId verb) const {
  for (const TokenId c : tree_.children(verb)) {
    if (tree_.is(c, "aux:pass") || tree_.is(c, "obl:agent")) return true;
    // "the ministers conferred": a past tense is none, whatever the label of its subject.
    if (tree_.is(c, "nsubj:pass") && tree_.word(verb).xpos != "VBD" && !only_has(verb)) return true;
  }
  const bool participle = tree_.word(verb).xpos == "VBN" || tree_.has_feat(verb, "Voice=Pass");
  if (!participle || own_subject(verb) >= 0) return false;
  if (tree_.is(verb, "acl") && !tree_.is(verb, "acl:relcl")) return true;
  if (tree_.is(verb, "amod")) return true;
  const bool has_aux = tree_.child(verb, "aux") >= 0;
  if (tree_.is(verb, "conj") && tree_.head(verb) >= 0 && !has_aux) {
    const TokenId first = tree_.head(verb);
    if (tree_.word(first).xpos == "VBN") return tree_.child(first, "aux:pass") >= 0;
  }
  return tree_.is(verb, "advcl") && !has_aux && tree_.child(verb, "obj") < 0;
}

// "Manila had consented": a form of have and none of be, whatever the label of the subject.
bool Clauses::only_has(TokenId verb) const {
  bool has = false;
  for (const TokenId c : tree_.children(verb)) {
    if (!tree_.is_any(c, {"aux", "cop"})) continue;
    if (tree_.lemma(c) != "have") return false;
    has = true;
  }
  return has;
}

TokenId Clauses::own_subject(TokenId verb) const {
  TokenId outer = -1;  // "the premier is due to meet him", with the form of be hung from "meet"
  for (const TokenId c : tree_.children(verb)) {
    if (tree_.is(c, "nsubj:outer")) {
      if (is_verb(verb) && tree_.child(verb, "cop") >= 0) outer = c;
    } else if (tree_.is(c, "nsubj")) {
      return c;
    }
  }
  return outer;
}

TokenId Clauses::relative_noun(TokenId verb) const {
  TokenId t = verb;
  for (std::int32_t step = 0; step < kMaxSteps && tree_.is_any(t, {"conj", "xcomp"}); ++step) t = tree_.head(t);
  return tree_.is(t, "acl:relcl") ? tree_.head(t) : -1;
}

TokenId Clauses::resolve_relative(TokenId filler, TokenId verb) const {
  const std::string& xpos = tree_.word(filler).xpos;
  const bool relative =
      tree_.has_upos(filler, {"PRON", "DET", "SCONJ"}) && (xpos == "WDT" || xpos == "WP" || xpos == "WP$");
  if (!relative) return filler;
  const TokenId noun = relative_noun(verb);
  return noun >= 0 ? noun : filler;
}

// A clause without a subject of its own takes that of the clause it hangs from.
TokenId Clauses::surface_subject(TokenId verb) const {
  TokenId v = verb;
  for (std::int32_t step = 0; step < kMaxSteps && v >= 0; ++step) {
    const TokenId own = own_subject(v);
    if (own >= 0) return resolve_relative(own, v);
    const TokenId head = tree_.head(v);
    if (head < 0) return -1;
    if (tree_.is(v, "acl:relcl")) return tree_.child(v, "obj") >= 0 || passive(v) ? head : -1;
    if (tree_.is(v, "acl")) {
      // "accused the army of torturing": hung from the object, which is who did it.
      const std::string by = preposition(tree_, v);
      if (is_verb(v) && tree_.is(head, "obj") && (by == "of" || by == "for" || by == "from")) return head;
      if (!is_verb(v) || tree_.child(v, "mark") >= 0) {  // "an agreement to withdraw": whose it is is told above
        v = governor(v);
        continue;
      }
      return head;
    }
    // "criticised the bank for cutting aid", "accused it of": the object did it.
    const std::string by = tree_.is(v, "advcl") ? preposition(tree_, v) : "";
    if (tree_.is(v, "xcomp") || by == "for" || by == "of" || by == "from") {
      const TokenId object = tree_.child(head, "obj");
      if (object >= 0) return resolve_relative(object, head);
      v = head;
      continue;
    }
    if (tree_.is_any(v, {"conj", "advcl", "parataxis"}) && (is_verb(head) || own_subject(head) >= 0)) {
      v = head;
      continue;
    }
    if (tree_.is_any(v, {"conj", "advcl"})) {
      v = head;
      continue;
    }
    return -1;
  }
  return -1;
}

TokenId Clauses::reporting_subject(TokenId verb) const {
  if (!tree_.is(verb, "conj") || own_subject(verb) >= 0) return -1;
  TokenId first = verb;
  for (std::int32_t step = 0; step < kMaxSteps && tree_.is(first, "conj"); ++step) first = tree_.head(first);
  return tree_.is(first, "ccomp") ? surface_subject(tree_.head(first)) : -1;
}

TokenId Clauses::governor(TokenId t) const {
  for (TokenId h = tree_.head(t); h >= 0; h = tree_.head(h)) {
    if (is_verb(h) || own_subject(h) >= 0) return h;
  }
  return -1;
}

void Clauses::add_prepositional(TokenId trigger, std::string_view slot, std::vector<TokenId>& out) const {
  for (const TokenId c : tree_.children(trigger)) {
    if (!tree_.is_any(c, {"obl", "nmod", "advcl", "acl", "xcomp"}) || tree_.is(c, "nmod:poss")) continue;
    if (preposition(tree_, c) == slot) out.push_back(resolve_relative(c, trigger));
  }
  if (!out.empty() || is_verb(trigger)) return;
  // "sanctions imposed on X", "an offer made by Y": what hangs from a noun by way of a participle.
  for (const TokenId c : tree_.children(trigger)) {
    if (!tree_.is(c, "acl") || tree_.is(c, "acl:relcl") || !is_verb(c) || !passive(c)) continue;
    for (const TokenId o : tree_.children(c)) {
      if (tree_.is(o, "obl") && preposition(tree_, o) == slot) out.push_back(o);
    }
  }
  if (out.empty()) add_from_relative(trigger, slot, out);
}

// "the sanctions it had imposed on X": by way of a clause of which the noun is the object, and not "on which it
// agreed".
void Clauses::add_from_relative(TokenId noun, std::string_view slot, std::vector<TokenId>& out) const {
  if (slot != "on" && slot != "against" && slot != "upon" && slot != "with") return;
  for (const TokenId c : tree_.children(noun)) {
    if (!tree_.is(c, "acl:relcl") || !is_verb(c) || passive(c) || own_subject(c) < 0) continue;
    const std::vector<TokenId> object = fill(c, "obj");
    const auto below = tree_.children(c);
    const bool piped = std::any_of(below.begin(), below.end(),
                                   [&](TokenId o) { return tree_.is(o, "obl") && resolve_relative(o, c) == noun; });
    if (piped || std::find(object.begin(), object.end(), noun) == object.end()) continue;
    for (const TokenId o : below) {
      if (tree_.is(o, "obl") && preposition(tree_, o) == slot) out.push_back(o);
    }
  }
}

void Clauses::add_object(TokenId trigger, std::vector<TokenId>& out) const {
  for (const TokenId c : tree_.children(trigger)) {
    if (tree_.is(c, "obj")) out.push_back(resolve_relative(c, trigger));
  }
  // "captured and executed two soldiers": an object behind joined verbs is that of all of them.
  for (const TokenId c : tree_.children(trigger)) {
    if (!out.empty() || !tree_.is(c, "conj") || !is_verb(c) || own_subject(c) >= 0 || passive(c)) continue;
    const TokenId object = tree_.child(c, "obj");
    const bool between =
        tree_.child(trigger, "obl") >= 0 || tree_.child(trigger, "ccomp") >= 0 || tree_.child(trigger, "xcomp") >= 0;
    if (object > c && !between) out.push_back(resolve_relative(object, c));
  }
  // Of two subjects on either side of the verb, the second is its object ("urged both sides to talk").
  const TokenId first = own_subject(trigger);
  for (const TokenId c : tree_.children(trigger)) {
    if (out.empty() && tree_.is(c, "nsubj") && first >= 0 && first < trigger && trigger < c) out.push_back(c);
  }
  // "urged both sides to talk", with the sides taken for the subject of talking: they are who was urged.
  for (const TokenId c : tree_.children(trigger)) {
    if (!out.empty() || c < trigger || !tree_.is_any(c, {"ccomp", "xcomp", "advcl"})) continue;
    const TokenId mark = tree_.child(c, "mark");
    const TokenId subject = own_subject(c);
    if (mark >= 0 && tree_.folded(mark) == "to" && subject > trigger && subject < mark)
      out.push_back(resolve_relative(subject, c));
    // The same with the sides taken for an object of what they are to do.
    for (const TokenId o : tree_.children(c)) {
      if (out.empty() && tree_.is(o, "obj") && mark >= 0 && tree_.folded(mark) == "to" && o > trigger && o < mark)
        out.push_back(o);
    }
  }
  // "the village that X shelled": the object is the noun, with or without a pronoun.
  if (out.empty() && tree_.is(trigger, "acl:relcl") && own_subject(trigger) >= 0) {
    const TokenId own = resolve_relative(own_subject(trigger), trigger);
    if (own != tree_.head(trigger)) out.push_back(tree_.head(trigger));
  }
}

// "sent Angola flour", "brought the refugees tents", "gave each of them money", with who receives it taken for a part
// of the thing or for an object beside it.
void Clauses::add_receiver(TokenId verb, std::vector<TokenId>& out) const {
  std::vector<TokenId> objects;
  for (const TokenId c : tree_.children(verb)) {
    if (tree_.is(c, "obj") && c > verb) objects.push_back(c);
  }
  if (objects.size() > 1) {
    out.push_back(resolve_relative(objects[0], verb));
    return;
  }
  if (objects.empty()) return;
  TokenId det = tree_.child(objects[0], "det");
  if (det < 0) det = tree_.child(objects[0], "nmod:poss");
  for (const TokenId c : tree_.children(objects[0])) {
    if (c < verb || c > objects[0] || !tree_.has_upos(c, {"NOUN", "PROPN"})) continue;
    const bool owner = tree_.is(c, "nmod:poss") && tree_.child(c, "case") < 0;
    const bool apart = tree_.child(c, "det") >= 0 || tree_.child(c, "nmod:poss") >= 0 || tree_.has_upos(c, {"PROPN"}) ||
                       tree_.word(c).xpos == "NNS" ||
                       (det >= 0 && det == c - 1 && tree_.word(c).xpos == "NN");  // "gave the army radar sets"
    if (owner || (tree_.is(c, "compound") && apart)) out.push_back(c);
  }
}

void Clauses::add_children(TokenId trigger, std::initializer_list<std::string_view> deprels,
                           std::vector<TokenId>& out) const {
  for (const TokenId c : tree_.children(trigger)) {
    if (tree_.is_any(c, deprels)) out.push_back(resolve_relative(c, trigger));
  }
}

void Clauses::add_subject(TokenId trigger, std::vector<TokenId>& out) const {
  if (!is_verb(trigger)) {
    if (own_subject(trigger) >= 0) {  // "is critical of", "was a visitor to": what is said of the subject
      out.push_back(resolve_relative(own_subject(trigger), trigger));
    } else if (tree_.has_upos(trigger, {"ADJ"}) && tree_.is(trigger, "ccomp")) {
      // "Peru says it is willing": an "it" of somebody, taken for one of nobody.
      add_children(trigger, {"expl"}, out);
    }
    return;
  }
  if (passive(trigger)) {
    for (const TokenId c : tree_.children(trigger)) {
      if (tree_.is(c, "obl:agent") || (tree_.is(c, "obl") && preposition(tree_, c) == "by")) out.push_back(c);
    }
  } else if (const TokenId subject = surface_subject(trigger); subject >= 0) {
    out.push_back(subject);
    // "his country, Peru and Chile signed", with a subject each; but "both sides, Peru and Chile, signed" once more.
    if (subject != own_subject(trigger) || tree_.has_feat(subject, "Number=Plur")) return;
    for (const TokenId c : tree_.children(trigger)) {
      if (tree_.is(c, "nsubj") && !tree_.is(c, "nsubj:outer") && c > subject && c < trigger) out.push_back(c);
    }
  }
}

void Clauses::add_acted_on(TokenId trigger, std::vector<TokenId>& out) const {
  if (!is_verb(trigger)) {  // "accused of torturing prisoners", with the gerund taken for a noun
    add_children(trigger, {"obj"}, out);
  } else if (passive(trigger)) {
    const bool modifier = own_subject(trigger) < 0 && tree_.is_any(trigger, {"acl", "amod"});
    const TokenId subject = modifier ? tree_.head(trigger) : surface_subject(trigger);
    if (subject >= 0) out.push_back(subject);
  } else {
    add_object(trigger, out);
  }
}

// "sent four envoys packing": a bare gerund right behind the object tells what becomes of it.
bool Clauses::sent_doing(TokenId gerund, TokenId verb) const {
  return tree_.is(gerund, "advcl") && tree_.word(gerund).xpos == "VBG" && tree_.child(gerund, "mark") < 0 &&
         gerund > 0 && tree_.is(gerund - 1, "obj") && tree_.head(gerund - 1) == verb;
}

void Clauses::add_complements(TokenId trigger, std::vector<TokenId>& out) const {
  add_children(trigger, {"xcomp", "ccomp"}, out);
  for (const TokenId c : tree_.children(trigger)) {
    // "to" clauses that a parser takes as purpose, and those of a noun ("an agreement to withdraw").
    const bool to = tree_.child(c, "mark") >= 0 && tree_.folded(tree_.child(c, "mark")) == "to";
    // "was angered that X had left", with what angered taken for a subject behind its verb.
    const bool behind = tree_.is(c, "csubj") && c > trigger && own_subject(trigger) >= 0;
    if ((tree_.is_any(c, {"advcl", "acl"}) && to) || behind || sent_doing(c, trigger)) out.push_back(c);
  }
}

// Of a noun beside a verb, who does what the verb tells.
void Clauses::add_outer(TokenId trigger, std::vector<TokenId>& out) const {
  // "after three hours of talks": the measure stands between.
  const TokenId measure = tree_.is(trigger, "nmod") && preposition(tree_, trigger) == "of" ? tree_.head(trigger) : -1;
  const TokenId noun = measure >= 0 && tree_.is(measure, "obl") ? measure : trigger;
  const TokenId above = tree_.head(noun);
  if (is_verb(trigger) || above < 0 || !tree_.is(noun, "obl") || !is_verb(above)) return;
  const TokenId subject = surface_subject(above);
  if (subject >= 0) out.push_back(subject);
}

std::vector<TokenId> Clauses::fill(TokenId trigger, std::string_view slot) const {
  std::vector<TokenId> out;
  if (slot == "subj") {
    add_subject(trigger, out);
  } else if (slot == "obj") {
    add_acted_on(trigger, out);
  } else if (slot == "iobj") {
    add_children(trigger, {"iobj"}, out);
    if (out.empty() && is_verb(trigger)) add_receiver(trigger, out);
  } else if (slot == "comp") {
    add_complements(trigger, out);
  } else if (slot == "poss") {
    add_children(trigger, {"nmod:poss"}, out);
  } else if (slot == "adj") {
    add_children(trigger, {"amod", "compound", "flat"}, out);
  } else if (slot == "outer") {
    add_outer(trigger, out);
  } else if (slot == "aux") {
    add_children(trigger, {"aux"}, out);
  } else if (slot == "det") {
    add_children(trigger, {"det"}, out);
  } else if (slot == "kept") {
    // "gave the envoys a day to leave", with the day taken for a measure, and "were given a day".
    add_children(trigger, {"obl:unmarked"}, out);
    if (is_verb(trigger) && passive(trigger)) add_children(trigger, {"obj"}, out);
  } else if (slot == "mark") {
    add_children(trigger, {"mark"}, out);
  } else if (slot == "prt") {
    add_children(trigger, {"compound:prt", "advmod"}, out);
  } else {
    add_prepositional(trigger, slot, out);
  }
  return out;
}

std::vector<TokenId> Clauses::fill(TokenId trigger, const SlotPath& path) const {
  std::vector<TokenId> at = {trigger};
  for (const std::string& slot : path) {
    std::vector<TokenId> next;
    for (const TokenId t : at) {
      for (const TokenId filler : fill(t, slot)) {
        if (std::find(next.begin(), next.end(), filler) == next.end()) next.push_back(filler);
      }
    }
    at = std::move(next);
  }
  return at;
}

}  // namespace entente
