// How far what is said reaches: to the end of its clause, of the quotation, without the narrator's remarks.
#include <algorithm>

#include "statements/cues.h"

namespace entente {
namespace {

constexpr std::int32_t kMostOfRemarks = 400;  // words of a content that may end in a remark
constexpr std::int32_t kMostAdjectives = 4;
constexpr std::int32_t kMostSentences = 40;  // of one quotation broken by its cue

bool is_stop(const std::string& form) {
  return form == "." || form == "," || form == ";" || form == ":" || form == "!" || form == "?" || form == "-" ||
         form == "–" || form == "—";
}

}  // namespace

TokenSpan CueFinder::clause_span(TokenId head, TokenId cue) const {
  const auto told_otherwise = [&](TokenId c) {
    // "denied that he had: '...' he said": the words after the colon are said apart.
    if (c > head && cue < head && speech_between(head, c) && quotations_.around(head) == nullptr) return true;
    if (c == cue || (semicolon_between(head, c) && quotations_.around(head) == nullptr)) return true;
    // "said that A and denied B", "..., while Y asked Z to": said in another way.
    const bool own = tree_.child(c, "nsubj") >= 0;
    // "insisted that they stay and asked them to": a past tense is not joined to a bare verb.
    const bool past = tree_.word(c).xpos == "VBD" && tree_.word(head).xpos == "VB" && tree_.child(head, "aux") < 0;
    const bool plain_past = tree_.word(c).xpos == "VBD" && tree_.word(head).xpos == "VBP";
    // "said that A but that B": one and the same.
    const TokenId joined = tree_.is(c, "conj") && own ? tree_.child(c, "mark") : -1;
    if (joined >= 0 && tree_.folded(joined) == "that") return false;
    if (tree_.is(c, "conj") && clauses_.is_verb(c) && knowledge_.cues.contains(tree_.lemma(c)))
      return own || past || plain_past || (clauses_.reporting_subject(c) >= 0 && tree_.child(c, "ccomp") >= 0);
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

// The clause that t opens runs to the end, and a whole clause stands before it.
bool CueFinder::last_clause(TokenSpan content, TokenId t) const {
  TokenId clause = tree_.head(t);
  if (clause < t || clause >= content.end.value) return false;
  if (tree_.subtree(clause).back() + 1 < content.end.value - 1) return false;
  for (TokenId before = content.begin.value; before < t; ++before) {
    if (clauses_.is_verb(before)) return true;
  }
  return false;
}

// The comma before "a reproach which X rejected", "an allegation dismissed by", where t is its noun; -1 for other
// words.
TokenId CueFinder::remark_at(TokenId t) const {
  if (!tree_.has_upos(t, {"NOUN"}) || t + 1 >= tree_.size()) return -1;
  TokenId first = t;
  while (first > 0 && t - first < kMostAdjectives && tree_.has_upos(first - 1, {"ADJ", "ADV"})) --first;
  if (first < 2 || !tree_.has_upos(first - 1, {"DET"}) || tree_.token(first - 2).form != ",") return -1;
  const std::string& next = tree_.word(t + 1).xpos;
  const bool relative = next == "WDT" || tree_.folded(t + 1) == "that" || tree_.folded(t + 1) == "which";
  if (knowledge_.statement_word("charge", tree_.lemma(t))) return relative || next == "VBN" ? first - 2 : -1;
  return relative && tree_.lemma(first - 1) == "a" && next == "WDT" ? first - 2 : -1;
}

// "..., a reproach which X rejected": a remark of the narrator's on what was said.
void CueFinder::drop_remarks(TokenSpan& content) const {
  if (content.size() > kMostOfRemarks) return;
  for (TokenId t = content.begin.value + 1; t < content.end.value; ++t) {
    if (quotations_.around(t) != nullptr) continue;
    // "..., where, on Saturday, men killed": another event at the end, told at length.
    const bool long_one = 4 * (content.end.value - t) >= content.size();
    const std::string& xpos = tree_.word(t).xpos;
    const bool relative = xpos == "WP" || xpos == "WDT" || xpos == "WRB" || tree_.is(t, "mark");
    if (relative && long_one && tree_.token(t - 1).form == "," &&
        knowledge_.in_set("grammar_remark", tree_.folded(t)) && last_clause(content, t)) {
      content.end = TokenOffset{t - 1};
      return;
    }
    if (const TokenId comma = remark_at(t); comma > content.begin.value) {
      content.end = TokenOffset{comma};
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
