// Which words hold what is said: clauses, infinitives, quoted words, by the construction that the cue takes.
#include <algorithm>

#include "actors/phrase.h"
#include "statements/cues.h"

namespace entente {
namespace {

constexpr std::int32_t kMostSentences = 40;  // of one quotation broken by its cue

bool is_stop(const std::string& form) {
  return form == "." || form == "," || form == ";" || form == ":" || form == "!" || form == "?" || form == "-" ||
         form == "–" || form == "—";
}

}  // namespace

bool CueFinder::is_infinitive(TokenId t) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is_any(c, {"mark", "aux"}) && tree_.folded(c) == "to" && c < t;
  });
}

bool CueFinder::is_gerund(TokenId t) const {
  if (tree_.child(t, "nsubj") >= 0) return false;
  if (tree_.word(t).xpos == "VBG") return true;
  const auto& below = tree_.children(t);  // "having ordered", "being behind it"
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is_any(c, {"aux", "cop"}) && tree_.word(c).xpos == "VBG";
  });
}

TokenId CueFinder::object_of(TokenId verb) const {
  for (const TokenId c : tree_.children(verb)) {
    if (tree_.is_any(c, {"obj", "iobj"}) && c > verb) return c;
  }
  return -1;
}

bool CueFinder::fill(FoundCue& found, const std::string& construction) const {
  found.head = -1;
  found.content = {};
  bool filled = false;
  if (construction == "clause") filled = fill_clause(found);
  if (construction == "quote") filled = fill_quotation(found);
  if (construction == "infinitive") filled = fill_infinitive(found);
  if (construction == "object_infinitive") filled = fill_object_infinitive(found);
  if (construction == "gerund") filled = fill_gerund(found);
  if (construction == "of") filled = fill_of(found);
  if (!filled) return false;
  trim(found.content);
  settle_quotation(found);
  return !found.content.empty();
}

bool CueFinder::semicolon_between(TokenId a, TokenId b) const {
  for (TokenId t = std::min(a, b); t < std::max(a, b); ++t) {
    if (tree_.token(t).form == ";" && quotations_.around(t) == nullptr) return true;
  }
  return false;
}

bool CueFinder::fill_clause(FoundCue& found) const {
  const TokenId cue = found.word;
  for (const TokenId c : tree_.children(cue)) {
    if (tree_.is(c, "ccomp") && !is_infinitive(c) && !is_gerund(c)) found.head = c;
    if (found.head >= 0) break;
  }
  // "X answered: ...": what follows a colon.
  for (const TokenId c : tree_.children(cue)) {
    if (found.head >= 0 || !tree_.is(c, "parataxis") || c < cue) continue;
    const TokenId first = tree_.subtree(c).front();
    const bool colon = first > 0 && (tree_.token(first).form == ":" || tree_.token(first - 1).form == ":");
    // "X thinks otherwise: Y said that ...": said by Y.
    const bool own = knowledge_.merely_reports(tree_.lemma(c)) && quotations_.around(c) == nullptr;
    if (colon && !own) found.head = c;
  }
  // "...", said X: the cue may hang from what was said.
  const TokenId above = tree_.head(cue);
  if (found.head < 0 && tree_.is(cue, "parataxis") && above >= 0 && !semicolon_between(above, cue)) found.head = above;
  if (found.head < 0) return fill_quotation(found);
  found.content = clause_span(found.head, cue);
  return !found.content.empty();
}

// Quoted words beside the cue, with nothing but its own words between.
bool CueFinder::fill_quotation(FoundCue& found) const {
  const TokenId cue = found.word;
  const TokenSpan sentence = tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(cue))].tokens;
  if (quotations_.around(cue) != nullptr) return false;
  const Quotation* nearest = nullptr;
  for (TokenId t = sentence.begin.value; t < std::min(sentence.end.value, tree_.size()); ++t) {
    const Quotation* here = quotations_.around(t);
    if (here == nullptr || here == nearest) continue;
    if (here->close < cue) nearest = here;
    // After the cue: the first one is it, unless a clause of another verb opens it.
    if (here->open > cue) {
      if (nearest == nullptr || here->open - cue < cue - nearest->close) nearest = here;
      break;
    }
  }
  if (nearest == nullptr) return false;
  const TokenId from = nearest->close < cue ? nearest->close + 1 : cue + 1;
  const TokenId to = nearest->close < cue ? cue : nearest->open;
  for (TokenId t = from; t < to; ++t) {
    if (clauses_.is_verb(t) && !tree_.has_upos(t, {"AUX"})) return false;
    if (tree_.token(t).form == ";") return false;
  }
  found.content = {nearest->open + 1, nearest->close};
  found.head = head_of(*nearest);
  return true;
}

// The first word of it that hangs from outside; -1: it holds none.
TokenId CueFinder::head_of(const Quotation& quotation) const {
  for (TokenId t = quotation.open + 1; t < quotation.close; ++t) {
    const TokenId above = tree_.head(t);
    const bool outside = above < 0 || quotations_.around(above) != &quotation;
    if (outside && !quotations_.is_mark(t)) return t;
  }
  return -1;
}

bool CueFinder::fill_infinitive(FoundCue& found) const {
  for (const TokenId c : tree_.children(found.word)) {
    if (c < found.word || !tree_.is_any(c, {"xcomp", "advcl", "ccomp"}) || !is_infinitive(c)) continue;
    if (tree_.child(c, "nsubj") >= 0) continue;
    found.head = c;
    found.content = clause_span(c, found.word);
    // "to" is of the content: what is promised is "to send envoys".
    for (const TokenId m : tree_.children(c)) {
      if (tree_.folded(m) == "to" && m < c) found.content.begin = TokenOffset{std::min(found.content.begin.value, m)};
    }
    return true;
  }
  return false;
}

TokenId CueFinder::infinitive_of(TokenId verb, TokenId object) const {
  for (const TokenId holder : {verb, object}) {
    if (holder < 0) continue;
    for (const TokenId c : tree_.children(holder)) {
      if (c > holder && c > verb && tree_.is_any(c, {"xcomp", "advcl", "ccomp", "acl"}) && is_infinitive(c)) return c;
    }
  }
  return -1;
}

// "urged both sides to talk", "called on the army to leave", "appealed for the guns to fall silent".
bool CueFinder::fill_object_infinitive(FoundCue& found) const {
  const TokenId verb = found.word;
  TokenId object = object_of(verb);
  for (const TokenId c : tree_.children(verb)) {
    if (object >= 0 || !tree_.is(c, "obl") || c < verb) continue;
    const std::string by = preposition(tree_, c);
    if (knowledge_.in_set("grammar_asked", by)) object = c;
  }
  found.head = infinitive_of(verb, object);
  if (found.head < 0) return false;
  // "urged both sides to talk", with the sides taken for the subject of talking.
  if (const TokenId own = tree_.child(found.head, "nsubj"); object < 0 && own > verb) object = own;
  if (object < 0 || object > found.head) return false;
  found.content = phrase_to(object, found.head, verb);
  return true;
}

bool CueFinder::fill_gerund(FoundCue& found) const {
  for (const TokenId c : tree_.children(found.word)) {
    if (c < found.word || !tree_.is_any(c, {"xcomp", "ccomp", "obj", "advcl"}) || !is_gerund(c)) continue;
    if (tree_.child(c, "mark") >= 0) continue;
    found.head = c;
    found.content = clause_span(c, found.word);
    return true;
  }
  return false;
}

// "accused the army of torturing prisoners".
bool CueFinder::fill_of(FoundCue& found) const {
  const TokenId verb = found.word;
  if (clauses_.passive(verb) && tree_.child(verb, "obl:agent") < 0 && preposition(tree_, found.speaker) != "by")
    return false;
  const TokenId object = object_of(verb);
  if (object < 0) return false;
  for (const TokenId holder : {verb, object}) {
    for (const TokenId c : tree_.children(holder)) {
      if (c < verb || !is_gerund(c) || preposition(tree_, c) != "of") continue;
      found.head = c;
      found.content = phrase_to(object, c, verb);
      return true;
    }
  }
  return false;
}

TokenSpan CueFinder::clause_span(TokenId head, TokenId cue) const {
  const auto told_otherwise = [&](TokenId c) {
    if (c == cue) return true;
    // "said that A and denied B", "..., while Y asked Z to": said in another way.
    const bool own = tree_.child(c, "nsubj") >= 0;
    if (tree_.is(c, "conj") && clauses_.is_verb(c) && knowledge_.cues.contains(tree_.lemma(c)))
      return own || (clauses_.reporting_subject(c) >= 0 && tree_.child(c, "ccomp") >= 0);
    const TokenId mark = tree_.child(c, "mark");
    if (tree_.is(c, "advcl") && own && mark >= 0 && tree_.folded(mark) == "while" && c > head)
      return knowledge_.cues.contains(tree_.lemma(c));
    // "The jets were aimed at us, he said, adding that ..."
    if (tree_.is(c, "advcl") && !own && c > cue && knowledge_.merely_reports(tree_.lemma(c))) return true;
    if (!tree_.is_any(c, {"parataxis", "conj"}) || !own) return false;
    // "A, the lawyer claimed, and B": B is the narrator's.
    const bool after_cue = head < cue && cue < c && quotations_.around(c) == nullptr;
    return after_cue || semicolon_between(head, c);
  };
  const auto words = tree_.subtree(head, told_otherwise);
  TokenSpan span{words.front(), words.back() + 1};
  if (!span.contains(TokenOffset{cue})) return span;
  // A cue inside ("His soldiers, he insisted, were doing their best") is of the whole; one beside it bounds it.
  const auto own = [&](TokenId w) { return !tree_.has_upos(w, {"PUNCT"}) && !tree_.is_below(w, cue); };
  const auto first = std::find_if(words.begin(), words.end(), own);
  const auto last = std::find_if(words.rbegin(), words.rend(), own);
  const bool below = tree_.is_below(head, cue);  // then all of its words are
  if (below && words.front() < cue && words.back() > cue) return span;
  if (!below && first != words.end() && *first<cue&& * last> cue) return span;
  if (head < cue) {
    span.end = TokenOffset{cue};
  } else {
    span.begin = TokenOffset{cue + 1};
  }
  return span;
}

// From the first word of a phrase to the last of a clause; what stands before the phrase's own words is left out.
TokenSpan CueFinder::phrase_to(TokenId from, TokenId clause, TokenId cue) const {
  const auto phrase = tree_.subtree(from, [&](TokenId c) { return tree_.is(c, "case") || c == clause; });
  TokenId first = from;
  for (const TokenId w : phrase) {
    if (w > cue) first = std::min(first, w);
  }
  return {first, clause_span(clause, cue).end.value};
}

void CueFinder::trim(TokenSpan& span) const {
  const auto outer = [&](TokenId t) { return quotations_.is_mark(t) || is_stop(tree_.token(t).form); };
  // A mark of a quotation that is only a part of the span belongs to it.
  const auto inner = [&](TokenId mark) {
    const Quotation* here = quotations_.around(mark);
    if (here == nullptr || (here->open != mark && here->close != mark)) return false;
    if (here->open == mark ? here->close >= span.end.value : here->open < span.begin.value) return false;
    TokenId from = here->open == mark ? here->close + 1 : span.begin.value;
    const TokenId to = here->open == mark ? span.end.value : here->open;
    while (from < to && is_stop(tree_.token(from).form)) ++from;
    return from < to;
  };
  while (!span.empty()) {
    const TokenId first = span.begin.value;
    const bool that = tree_.is(first, "mark") && tree_.folded(first) == "that" && span.size() > 1;
    if (!that && (!outer(first) || inner(first))) break;
    ++span.begin.value;
  }
  while (!span.empty() && outer(span.end.value - 1) && !inner(span.end.value - 1)) --span.end.value;
}

// Quoted words are taken whole: from where the quotation opens, be it sentences before, to where it ends.
void CueFinder::settle_quotation(FoundCue& found) const {
  if (found.content.empty()) return;
  const Quotation* first = quotations_.around(found.content.begin.value);
  const Quotation* last = quotations_.around(found.content.end.value - 1);
  if (first != nullptr && found.content.begin.value > first->open && quotations_.around(found.word) != first)
    found.content.begin = TokenOffset{first->open + 1};
  if (last != nullptr && found.content.end.value <= last->close && quotations_.around(found.word) != last)
    found.content.end = TokenOffset{last->close == found.content.end.value - 1 ? last->close + 1 : last->close};
  // '"...," X assured them': what follows the quotation is the cue's.
  if (first != nullptr && first != last && found.word > first->close && found.content.end.value > first->close &&
      quotations_.around(found.content.end.value - 1) == nullptr)
    found.content.end = TokenOffset{first->close};
  trim(found.content);
  drop_remarks(found.content);
  if (first != nullptr) extend_over_sentences(found);
}

// "..., a reproach which X rejected": a remark of the narrator's on what was said.
void CueFinder::drop_remarks(TokenSpan& content) const {
  for (TokenId t = content.begin.value + 1; t < content.end.value; ++t) {
    if (quotations_.around(t) != nullptr || !tree_.has_upos(t, {"NOUN"})) continue;
    if (!knowledge_.statement_word("charge", tree_.lemma(t))) continue;
    const TokenId first = tree_.subtree(t).front();
    if (tree_.is_any(t, {"appos", "parataxis"}) && first > content.begin.value && tree_.token(first - 1).form == ",") {
      content.end = TokenOffset{first - 1};
      return;
    }
  }
}

// "...," X said. "...": the quotation goes on after its cue, in this sentence or the next ones, until another cue.
void CueFinder::extend_over_sentences(FoundCue& found) const {
  const auto& sentences = tree_.parsed().document.sentences;
  if (found.word < 0 || found.content.empty() || quotations_.around(found.content.begin.value) == nullptr) return;
  TokenId end = std::max(found.content.end.value, found.words.end.value);
  const std::int32_t cue_sentence = tree_.sentence(found.word);
  std::int32_t s = std::max(tree_.sentence(found.content.end.value - 1), cue_sentence);
  // What is left of the cue's own sentence.
  TokenId at = end;
  std::int32_t steps = 0;
  while (steps++ < kMostSentences) {
    const TokenSpan tokens = sentences[static_cast<std::size_t>(s)].tokens;
    const Quotation* next = nullptr;
    for (; at < std::min(tokens.end.value, tree_.size()); ++at) {
      next = quotations_.around(at);
      if (next != nullptr && at == next->open) break;
      next = nullptr;
      const bool own = tree_.is_below(at, found.word) && s == cue_sentence;
      const bool plain = tree_.has_upos(at, {"PUNCT"});
      if (!own && !plain) return;  // the narrator speaks again
      const bool other = at > found.word && tree_.is(at, "conj") && clauses_.is_verb(at);
      if (other) return;  // "..., and she urged Manila '...'"
      if (tree_.token(at).form == ";" || (tree_.token(at).form == ":" && !own)) return;
    }
    if (next != nullptr) {
      // Words after the quotation in its last sentence would be a cue of their own or the narrator's.
      const TokenSpan last = sentences[static_cast<std::size_t>(tree_.sentence(next->close))].tokens;
      for (TokenId t = next->close + 1; t < std::min(last.end.value, tree_.size()); ++t) {
        if (!tree_.has_upos(t, {"PUNCT"}) && quotations_.around(t) == nullptr) return;
      }
      found.content.end = TokenOffset{next->close};
      trim(found.content);
      at = next->close + 1;
      s = tree_.sentence(next->close);
      if (at < last.end.value) continue;
    }
    ++s;
    if (s >= static_cast<std::int32_t>(sentences.size()) || sentences[static_cast<std::size_t>(s)].starts_paragraph)
      return;
    at = sentences[static_cast<std::size_t>(s)].tokens.begin.value;
    if (at >= tree_.size() || quotations_.around(at) == nullptr) return;
  }
}

}  // namespace entente
