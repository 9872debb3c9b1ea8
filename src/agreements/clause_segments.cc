#include "agreements/clause_segments.h"

#include <algorithm>

#include "agreements/clause_openings.h"

namespace entente {
namespace {

// Marks, "and", "(ii)", "that" at either end of a segment.
bool outside(const Tree& tree, const Knowledge& knowledge, TokenId t) {
  if (knowledge.provisions.is("party", tree.folded(t))) return false;  // "either may chase smugglers"
  return tree.has_upos(t, {"PUNCT", "CCONJ", "X"}) || (tree.is(t, "mark") && tree.folded(t) == "that");
}

// The head of the first noun phrase: the subject, where the parser hung it elsewhere; -1: there is none.
TokenId first_noun(const Tree& tree, TokenId first, TokenId end) {
  for (TokenId t = first; t < end; ++t) {
    const bool noun = tree.has_upos(t, {"NOUN", "PROPN", "PRON"}) && !tree.is(t, "nmod:poss");
    if (noun && (t + 1 == end || !tree.has_upos(t + 1, {"NOUN", "PROPN"}))) return t;
  }
  return -1;
}

constexpr TokenId kItem = 3;  // tokens of "(ii)"

void fill(const Tree& tree, const Knowledge& knowledge, TreatyClause& clause, TokenId first, TokenId last) {
  for (TokenId t = first; t < std::min(first + kItem, clause.predicate); ++t) {
    if (tree.folded(t) == ")") first = t + 1;
  }
  if (clause.opening >= 0 && clause.opening < clause.predicate) first = std::max(first, clause.opening + 1);
  while (first < clause.predicate && outside(tree, knowledge, first)) ++first;
  while (last > clause.predicate && outside(tree, knowledge, last)) --last;
  if (clause.governor >= 0 && clause.governor < first) clause.governor = -1;
  const bool told_of = clause.subject >= 0 && clause.subject < first && tree.head(clause.subject) == clause.predicate &&
                       tree.sentence(clause.subject) == tree.sentence(first);  // "an accord, which ..., would cut"
  if (clause.subject < first && !told_of) clause.subject = first_noun(tree, first, clause.predicate);
  const bool each = first < clause.predicate && knowledge.provisions.is("party", tree.folded(first));
  if (clause.subject < 0 && each) clause.subject = first;
  clause.words.clear();
  for (TokenId t = first; t <= last; ++t) clause.words.push_back(t);
}

// The verb of a segment that the parser took for no clause of its own: the first that is obliged; -1: there is none.
TokenId obliged_verb(const Tree& tree, const TreatyClauseReader& reader, TokenId begin, TokenId end) {
  for (TokenId t = begin; t < end; ++t) {
    if (tree.has_upos(t, {"VERB"}) && (reader.modal(t) >= begin || reader.is_to(t))) return t;
  }
  return -1;
}

// A semicolon; a colon before which a clause stands: "It is kept where it serves both: ships may call at the port".
bool ends_segment(const Tree& tree, TokenId t, TokenSpan sentence) {
  if (tree.folded(t) == ";") return true;
  if (tree.folded(t) != ":") return false;
  for (TokenId before = sentence.begin.value; before < t; ++before) {
    if (tree.has_upos(before, {"VERB", "AUX"})) return true;
  }
  return false;
}

void keep_within(TreatyClause& clause, TokenId begin, TokenId end) {
  std::erase_if(clause.words, [&](TokenId t) { return t != clause.predicate && (t < begin || t >= end); });
}

}  // namespace

void fill_segments(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader, TokenSpan sentence,
                   std::vector<TreatyClause>& clauses) {
  const TokenId start = sentence.begin.value;
  TokenId begin = start;
  std::size_t next = 0;
  for (TokenId t = start; t <= sentence.end.value; ++t) {
    const bool last = t == sentence.end.value;
    if (!last && !ends_segment(tree, t, sentence)) continue;
    if (last && begin == start) return;  // one segment
    std::size_t after = next;
    while (after < clauses.size() && clauses[after].predicate < t) ++after;
    for (std::size_t i = next; i < after; ++i) keep_within(clauses[i], begin, t);
    const TokenId verb = after == next && begin != start ? obliged_verb(tree, reader, begin, t) : -1;
    if (verb >= 0) {
      TreatyClause missed;
      missed.predicate = missed.content = verb;
      clauses.insert(clauses.begin() + static_cast<std::ptrdiff_t>(after++), missed);
    }
    if (after == next + 1) {
      TreatyClause& only = clauses[next];
      const bool obliges = reader.modal(only.predicate) >= 0 || reader.is_to(only.predicate);
      // "..., signed a memorandum; under it cars will pass".
      if (begin != start && obliges && only.opening < begin)
        only.opening = sentence_opening(tree, knowledge, TokenSpan{begin, t});
      // What opens the sentence is no part of its first clause.
      if (obliges && !only.relative && !only.absolute)
        fill(tree, knowledge, only, begin == start ? only.first() : begin, t - 1);
    }
    next = after;
    begin = t + 1;
  }
}

}  // namespace entente
