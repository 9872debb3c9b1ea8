// What the order of the words tells where the tree hangs them otherwise: "urged both to hold talks", "accused a man
// whom he did not name of having sold rockets".
#include <algorithm>

#include "statements/cues.h"

namespace entente {
namespace {

constexpr std::int32_t kMostOfObject = 12;   // words between a cue and "to"
constexpr std::int32_t kMostOfCharged = 16;  // words between a cue and "of" with its gerund

bool is_nominal(const Tree& tree, TokenId t) {
  if (tree.word(t).xpos.starts_with("W")) return false;
  // "all concerned", "the rivals named"
  if (tree.word(t).xpos == "VBN") return true;
  return tree.has_upos(t, {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP", "CCONJ"}) ||
         tree.word(t).xpos == "HYPH";
}

}  // namespace

// A noun phrase right after the cue, then "to" and a bare verb.
bool CueFinder::fill_asked_by_order(FoundCue& found) const {
  const TokenId verb = found.word;
  TokenId first = verb + 1;
  const TokenId end = std::min(part_around(verb).end.value, first + kMostOfObject);
  if (first < end && tree_.has_upos(first, {"ADP"})) {
    if (!knowledge_.in_set("grammar_asked", tree_.folded(first))) return false;
    ++first;
  }
  bool named = false;
  for (TokenId t = first; t + 1 < end; ++t) {
    if (tree_.folded(t) == "to" && tree_.has_upos(t, {"PART"}) && tree_.word(t + 1).xpos == "VB") {
      if (!named) return false;
      found.head = t + 1;
      if (tree_.has_upos(t + 1, {"AUX"}) && tree_.head(t + 1) > t) found.head = tree_.head(t + 1);
      found.content = {first, clause_span(found.head, verb).end.value};
      return true;
    }
    if (!is_nominal(tree_, t) || quotations_.is_mark(t)) return false;
    if (tree_.has_upos(t, {"NOUN", "PROPN", "PRON", "DET", "CCONJ"})) named = true;
  }
  return false;
}

// Somebody right after the cue, then "of" and a gerund.
bool CueFinder::fill_charged_by_order(FoundCue& found, std::string_view by) const {
  const TokenId verb = found.word;
  const TokenId first = verb + 1;
  const TokenId end = std::min(part_around(verb).end.value, first + kMostOfCharged);
  if (first >= end || !tree_.has_upos(first, {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})) return false;
  for (TokenId t = first + 1; t + 1 < end; ++t) {
    const std::string& form = tree_.token(t).form;
    if (form == "," || quotations_.is_mark(t)) return false;
    if (tree_.folded(t) != by || tree_.word(t + 1).xpos != "VBG") continue;
    found.head = t + 1;
    if (tree_.has_upos(t + 1, {"AUX"}) && tree_.head(t + 1) > t) found.head = tree_.head(t + 1);
    found.content = {first, clause_span(found.head, verb).end.value};
    return true;
  }
  return false;
}

}  // namespace entente
