#include "agreements/clause_openings.h"

#include <algorithm>
#include <string>

namespace entente {
namespace {

constexpr std::int32_t kOpening = 11;       // words of what opens a sentence
constexpr std::int32_t kMostWords = 4;      // of "in accordance with"
constexpr std::int32_t kRelativeWords = 8;  // before "which": "by the draft of which"
constexpr std::int32_t kMaxSteps = 6;       // verbs joined to a relative clause

bool is_relative(const Word& word) { return word.xpos == "WDT" || word.xpos == "WP" || word.xpos == "WP$"; }

// "under", "in accordance with", at t: the last of its words; -1: none opens a clause.
TokenId opening_words(const Tree& tree, const Knowledge& knowledge, TokenId t, TokenId end) {
  std::string words;
  TokenId last = -1;
  for (TokenId at = t; at < std::min(end, t + kMostWords); ++at) {
    words += (at == t ? "" : "_") + tree.folded(at);
    const bool it = tree.has_upos(t, {"ADV"}) && t + 1 < end && tree.word(t + 1).xpos == "PRP";  // "Under it"
    const bool one = at == t && !it && !tree.has_upos(t, {"ADP", "VERB", "SCONJ"});
    if (!one && knowledge.provisions.is("opening", words)) last = at;
  }
  return last;
}

// The word that opens the relative clause of t, whose words begin with `first`; -1: none does.
TokenId opened_from(const Tree& tree, const Knowledge& knowledge, TokenId t, TokenId first) {
  for (TokenId at = first; at < std::min(t, first + kRelativeWords); ++at) {
    const std::string& form = tree.folded(at);
    if (form == "whereby" || form == "whose") return at;
    if (tree.word(at).xpos == "WRB" && at > 0 && tree.folded(at - 1) == ",") return at;  // ", where"
    if (tree.has_upos(at, {"VERB", "AUX"}) && !tree.is(at, "case")) return -1;           // but "according to which"
    if (!is_relative(tree.word(at)) || at == 0) continue;
    const bool object = tree.is(at, "obj") && tree.has_upos(first, {"PUNCT"});
    // "a sum which the other shall pay back"
    const TokenId noun = leftmost(tree, tree.head(t));
    const bool apart = tree.is(tree.head(t), "appos") || (noun > 0 && tree.folded(noun - 1) == ",");
    const bool beside = tree.is(at, "obj") && apart;
    if (tree.has_upos(at - 1, {"ADP"}) || knowledge.provisions.is("opening", tree.folded(at - 1))) return at;
    return object || beside ? at : -1;
  }
  return -1;
}

}  // namespace

// "Under it", "By the terms of the pact", at the start of the sentence and wherever the parser hung it: the last word.
TokenId sentence_opening(const Tree& tree, const Knowledge& knowledge, TokenSpan sentence) {
  const auto& tables = knowledge.provisions;
  TokenId t = sentence.begin.value;
  const TokenId end = std::min(sentence.end.value, t + kOpening);
  for (TokenId colon = t + 1; colon < end; ++colon) {  // "Its main points: ..."
    if (tree.folded(colon) == ":" && tree.has_upos(colon - 1, {"NOUN"}) && tables.is("document", tree.lemma(colon - 1)))
      return colon - 1;
  }
  const TokenId last = opening_words(tree, knowledge, t, end);
  if (last < 0 || last + 2 >= end) return -1;
  t = last;
  const bool alone = tree.word(t + 1).xpos == "PRP" || (!tree.is(t + 1, "det") && !tree.is(t + 1, "nmod:poss"));
  if (tables.is("pronoun", tree.folded(t + 1)) && !tables.is("document", tree.lemma(t + 2)) && alone) return t + 1;
  for (TokenId noun = t + 1; noun < end; ++noun) {
    if (tree.has_upos(noun, {"VERB", "AUX", "PUNCT", "ADP"})) return -1;
    // "With Friday's step that text is dead": the paper is in the next phrase.
    if (tree.has_upos(noun, {"DET"}) && tree.has_upos(noun - 1, {"NOUN", "PROPN"})) return -1;
    if (!tree.has_upos(noun, {"NOUN", "PROPN"}) || !tables.is("document", tree.lemma(noun))) continue;
    if (tree.is(noun, "compound") && tree.head(noun) > noun) continue;  // "the framework accord"
    // "the terms of the pact"
    if (noun + 1 < end && tree.folded(noun + 1) == "of") {
      for (TokenId of = noun + 2; of < end && !tree.has_upos(of, {"VERB", "AUX", "PUNCT"}); ++of) {
        if (tree.has_upos(of, {"NOUN", "PROPN"}) && tables.is("document", tree.lemma(of))) return of;
      }
    }
    return noun;
  }
  return -1;
}

TokenId relative_opening(const Tree& tree, const Knowledge& knowledge, TokenId t) {
  const TokenId found = opened_from(tree, knowledge, t, leftmost(tree, t));
  if (found >= 0 || !tree.is(t, "acl") || tree.head(t) > t) return found;
  // Behind the noun, where the parser hung the word deeper: "a treaty by which the state consents to be called".
  return opened_from(tree, knowledge, t, tree.head(t) + 1);
}

TokenId relative_noun(const Tree& tree, const Knowledge& knowledge, TokenId t) {
  if (tree.is(t, "acl")) return tree.head(t);
  if (!tree.is(t, "conj") || relative_opening(tree, knowledge, t) < 0) return -1;
  for (std::int32_t step = 0; step < kMaxSteps && t >= 0 && tree.is(t, "conj"); ++step) t = tree.head(t);
  return t >= 0 && tree.is(t, "acl") ? tree.head(t) : -1;
}

bool parenthesis(const Tree& tree, const Knowledge& knowledge, TokenId t) {
  if (!tree.is_any(t, {"parataxis", "acl:relcl"}) || !knowledge.provisions.is("telling", tree.lemma(t))) return false;
  if (tree.child(t, "obj") >= 0 || tree.child(t, "ccomp") >= 0 || tree.child(t, "nsubj") < 0) return false;
  const auto words = tree.subtree(t);
  TokenId first = words.front();
  TokenId last = words.back();
  while (first < t && tree.has_upos(first, {"PUNCT"})) ++first;
  while (last > t && tree.has_upos(last, {"PUNCT"})) --last;
  if (is_relative(tree.word(first)) || first == 0 || last + 1 >= tree.size()) return false;
  return tree.folded(first - 1) == "," && tree.folded(last + 1) == ",";
}

TokenId leftmost(const Tree& tree, TokenId t) {
  while (!tree.children(t).empty() && tree.children(t).front() < t) t = tree.children(t).front();
  return t;
}

}  // namespace entente
