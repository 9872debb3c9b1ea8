// How far what is said goes on around a cue in its middle, before one at its end, and behind a break.
#include <algorithm>

#include "statements/cue_words.h"
#include "statements/cues.h"

namespace entente {

// "known nothing, he claimed, of the bomb", "It was Niger, he said, that": what is said goes on after the aside.
bool CueFinder::goes_on(TokenSpan before, TokenId comma, TokenId end, bool inverted) const {
  const TokenId next = comma + 1;
  if (next >= end) return false;
  if (!inverted && lacks_rest(before, {next, end})) return true;
  const TokenId first = before.begin.value;
  const bool cleft = tree_.folded(first) == "it" && before.size() > 2 && tree_.lemma(first + 1) == "be";
  if (knowledge_.in_set("grammar_goes_on", tree_.folded(next))) {
    // "he said, when asked", "before leaving": the narrator's, who tells when he said it.
    if (!tree_.has_upos(next, {"ADV", "SCONJ"})) return true;
    for (TokenId t = next + 1; t < end; ++t) {
      if (is_finite(tree_, t)) return true;
    }
    return false;
  }
  if (cleft && (tree_.has_upos(next, {"ADP"}) || tree_.word(next).xpos.starts_with("W"))) return true;
  if (!tree_.has_upos(next, {"CCONJ"})) return false;
  if (next + 1 < end && tree_.folded(next + 1) == "not") return true;  // "and not of will"
  // "A, he alleges, and a girl was hurt"; of B that names somebody anew the narrator tells, unless its tense is that of
  // what is told: "A would stand still, he argued, and Bratislava would be flooded".
  bool named = false;
  for (TokenId t = next + 1; t < end; ++t) {
    named = named || tree_.has_upos(t, {"PROPN"}) || is_capital(tree_.token(t).form);
    if (!clauses_.is_verb(t) || !is_finite(tree_, t)) continue;
    if (!named) return rows_of(t) == nullptr;
    bool told = false;
    for (TokenId each = first; each < before.end.value && !told; ++each) told = is_shifted(each);
    return told && tree_.has_upos(t, {"AUX"}) && is_shifted(t) && !tree_.is(t, "cop");
  }
  return false;
}

// "He had found in both capitals, he said, a wish to talk", "He would complain, he said, to the judges": what follows
// is no clause, but an object of what stands before.
bool CueFinder::lacks_rest(TokenSpan before, TokenSpan after) const {
  for (TokenId t = after.begin.value; t < after.end.value; ++t) {
    if (is_finite(tree_, t) && quotations_.around(t) == nullptr && !tree_.is_any(t, {"acl:relcl", "acl"})) return false;
  }
  TokenId first = after.begin.value;
  if (quotations_.is_mark(first) && first + 1 < after.end.value) ++first;
  if (tree_.has_upos(first, {"DET", "NUM"})) {
    const TokenId verb = top_of(before, {});
    return verb >= 0 && tree_.has_upos(verb, {"VERB"}) && tree_.child(verb, "obj") < 0 && !clauses_.passive(verb);
  }
  if (!tree_.has_upos(first, {"ADP"})) return false;
  const TokenId noun = tree_.head(first);
  return noun >= 0 && tree_.is(noun, "obl") && before.contains(TokenOffset{tree_.head(noun)});
}

// "would", "had": of what was told in the present or the future.
bool CueFinder::is_shifted(TokenId t) const {
  if (knowledge_.in_set("grammar_would", tree_.folded(t))) return true;
  return tree_.word(t).xpos == "VBD" && tree_.has_upos(t, {"AUX"}) && (tree_.lemma(t) == "have" || tree_.is(t, "cop"));
}

// "doubted that it had been a mine; his sailors had seen it fly": behind the break, in the tense of what is told, with
// no cue of its own.
void CueFinder::go_on_after_break(FoundCue& cue, const std::vector<FoundCue>& found) const {
  const TokenId mark = cue.content.end.value;
  const bool clause =
      cue.construction == "clause" && cue.head >= 0 && cue.word >= 0 && cue.word < cue.content.begin.value;
  if (!clause || mark + 1 >= tree_.size() || tree_.sentence(mark) != tree_.sentence(cue.word)) return;
  if (tree_.token(mark).form != ";" && tree_.token(mark).form != ":") return;
  if (quotations_.around(mark) != nullptr || quotations_.around(cue.content.begin.value) != nullptr) return;
  const TokenSpan part = part_around(mark + 1);
  TokenId finite = mark + 1;
  bool named = false;  // "; Baku would not hear of it": told of another by the narrator
  for (; finite < part.end.value && !is_finite(tree_, finite); ++finite)
    named = named || tree_.has_upos(finite, {"PROPN"});
  if (named || finite >= part.end.value || !is_shifted(finite) || tree_.is(finite, "cop")) return;
  for (const FoundCue& other : found) {
    if (part.contains(TokenOffset{std::max(other.word, other.speaker)}) || other.content.overlaps(part)) return;
  }
  cue.content.end = part.end;
  trim(cue.content);
}

// "No decision has been taken, and he knows it, an official said": all that stands before an aside at the end, unless
// some of it is told by another cue.
bool CueFinder::tells_more(const FoundCue& aside, const FoundCue& found) const {
  if (aside.content.end.value > aside.word || found.content.end.value > aside.word ||
      !aside.content.contains(found.content) || aside.content == found.content)
    return false;
  bool clause = false;
  for (TokenId t = aside.content.begin.value; t < aside.content.end.value; ++t) {
    if (found.content.contains(TokenOffset{t}) || !clauses_.is_verb(t)) continue;
    if (rows_of(t) != nullptr && tree_.child(t, "ccomp") >= 0) return false;
    clause = clause || !tree_.is_any(t, {"acl:relcl", "acl"});
  }
  return clause;
}

}  // namespace entente
