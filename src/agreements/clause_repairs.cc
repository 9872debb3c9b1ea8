// Where the parser hung a clause, its subject or what opens it elsewhere: what the order of the words still shows.
#include <algorithm>

#include "actors/phrase.h"
#include "agreements/clause_openings.h"
#include "agreements/treaty_clauses.h"

namespace entente {
namespace {

// The head of a noun phrase that nothing stands before, among the words of [first, end); -1: there is none.
TokenId free_noun(const Tree& tree, TokenId first, TokenId end) {
  for (TokenId t = first; t < end; ++t) {
    const bool agent = tree.is(t, "obl:agent") && tree.child(t, "case") < 0;
    if (!tree.has_upos(t, {"NOUN", "PROPN", "PRON"}) || (tree.is_any(t, {"nmod", "obl", "nmod:poss"}) && !agent))
      continue;
    const bool last = t + 1 == end || !tree.has_upos(t + 1, {"NOUN", "PROPN"});
    const TokenId head = tree.head(t);
    const bool inside = head >= first && head < end && tree.has_upos(head, {"VERB"});
    if (last && !inside && tree.child(t, "case") < 0) return t;
  }
  return -1;
}

bool any_verb(const Tree& tree, TokenId first, TokenId end) {
  for (TokenId t = first; t < end; ++t) {
    if (tree.has_upos(t, {"VERB"}) && (tree.word(t).xpos == "VBN" || tree.word(t).xpos == "VBD")) return true;
  }
  return false;
}

}  // namespace

// "the two mean to hire one engineer", with "mean" taken for an adjective.
bool TreatyClauseReader::intends(TokenId t) const {
  const TokenId below = tree_.child(t, "xcomp");
  const TokenId mark = below > t ? tree_.child(below, "mark") : -1;
  if (mark != t + 1 || tree_.folded(mark) != "to" || tree_.child(t, "cop") >= 0) return false;
  return tree_.child(t, "nsubj") >= 0 && tree_.has_upos(t, {"ADJ"}) &&
         knowledge_.provisions.obligation("verb", tree_.folded(t)) != nullptr;
}

// "whose passes the other pledges not to enter"
bool TreatyClauseReader::undertakes(TokenId t) const {
  const TokenId below = tree_.child(t, "xcomp");
  const std::string& form = tree_.word(t).xpos;
  return below > t && tree_.child(below, "mark") >= 0 && (form == "VBZ" || form == "VBP") &&
         knowledge_.provisions.obligation("verb", tree_.lemma(t)) != nullptr &&
         knowledge_.in_set("agreement_undertake", tree_.lemma(t));
}

// "shall" of "shall not be freed", "is" of "is to free".
TokenId TreatyClauseReader::first_auxiliary(TokenId verb) const {
  for (const TokenId c : tree_.children(verb)) {
    if (c < verb && tree_.is_any(c, {"aux", "cop"})) return c;
  }
  return -1;
}

// "The deal, reached in Quito, obliges each to ...", with the deal hung from what is set in; -1: none is.
TokenId TreatyClauseReader::subject_of_inset(TokenId verb) const {
  for (const TokenId c : tree_.children(verb)) {
    const std::string& form = tree_.word(c).xpos;
    const bool inset = c < verb && tree_.is(c, "parataxis") && (form == "VBN" || form == "VBD");
    const TokenId subject = inset ? tree_.child(c, "nsubj") : -1;
    if (subject >= 0 && subject < c && tree_.has_upos(subject + 1, {"PUNCT"})) return subject;
  }
  return -1;
}

// "The last seventy kilometres will be marked", with the noun taken for a measure; "It binds them to meet", with "it"
// taken for a word that stands for nothing; -1: there is none.
TokenId TreatyClauseReader::misread_subject(TokenId verb) const {
  const TokenId it = tree_.child(verb, "expl");
  if (it >= 0 && it < verb && knowledge_.provisions.obligation("text", tree_.lemma(verb)) != nullptr) return it;
  const TokenId aux = modal(verb);
  if (aux < 1 || aux > verb) return -1;
  const TokenId noun = aux - 1;
  const bool own = tree_.head(noun) == verb && tree_.is(noun, "obl") && tree_.has_upos(noun, {"NOUN", "PROPN"});
  return own && tree_.child(noun, "case") < 0 ? noun : -1;
}

// "Both leave the valley, and forty officers from four states will watch over it", with the officers joined to the
// valley.
void TreatyClauseReader::find_lost_subject(TreatyClause& clause) const {
  const TokenId verb = clause.predicate;
  const TokenId joint = tree_.child(verb, "cc");
  const TokenId aux = first_auxiliary(verb);
  if (joint < 0 || joint > verb || aux < joint || !tree_.is_any(verb, {"conj", "parataxis"})) return;
  if (tree_.child(verb, "nsubj") >= 0) return;
  const TokenId noun = free_noun(tree_, joint + 1, aux);
  if (noun < 0) return;
  clause.subject = noun;
  clause.governor = -1;
  const TokenId last = clause.last();
  TokenId first = joint + 1;
  while (first < noun && tree_.has_upos(first, {"PUNCT"})) ++first;
  clause.words.clear();
  for (TokenId t = first; t <= last; ++t) clause.words.push_back(t);
}

// "By an older treaty, concluded in 1881 and still applied, the border is to run ...": what is told of the paper that
// opens the clause is none of it.
void TreatyClauseReader::drop_told_of_opening(TreatyClause& clause) const {
  if (clause.opening < 0 || clause.relative || clause.first() > clause.opening + 2) return;
  TokenId end = first_auxiliary(clause.predicate);
  if (end < 0) end = clause.predicate;
  TokenId comma = end;
  while (comma > clause.first() && tree_.folded(comma) != ",") --comma;
  if (comma <= clause.first() || !any_verb(tree_, clause.first(), comma) || any_verb(tree_, comma, end)) return;
  const TokenId noun = free_noun(tree_, comma + 1, end);
  if (noun < 0) return;
  clause.subject = noun;
  std::erase_if(clause.words, [&](TokenId t) { return t <= comma; });
}

// "Under it cheese may be sold", with "it" taken for what the cheese is of.
void TreatyClauseReader::begin_after_opening(TreatyClause& clause) const {
  const TokenId it = clause.opening;
  const TokenId verb = clause.predicate;
  if (it < 0 || it >= verb || clause.relative || clause.governor >= 0) return;
  if (tree_.word(it).xpos != "PRP" && tree_.folded(it) != "it") return;
  TokenId end = first_auxiliary(verb);
  if (end < it) end = verb;
  TokenId first = it + 1;
  while (first < end && tree_.has_upos(first, {"PUNCT"})) ++first;
  if (first >= end) return;
  for (TokenId t = first; t < end; ++t) {
    if (tree_.has_upos(t, {"VERB", "AUX"}) && tree_.word(t).xpos != "VBG") return;  // another clause stands between
  }
  const TokenId last = clause.last();
  if (clause.subject < first || clause.subject > last) {
    clause.subject = free_noun(tree_, first, end);
    if (clause.subject < 0 && knowledge_.provisions.is("party", tree_.folded(first))) clause.subject = first;
  }
  clause.words.clear();
  for (TokenId t = first; t <= last; ++t) clause.words.push_back(t);
}

// "neither shall use force while the talks go on": a limit; after a comma, "while" joins.
bool TreatyClauseReader::set_off(TokenId mark) const {
  return mark > 0 && (tree_.has_upos(mark - 1, {"PUNCT", "CCONJ"}) || tree_.sentence(mark - 1) != tree_.sentence(mark));
}

bool TreatyClauseReader::tells_on(const TreatyClause& clause) const {
  const TokenId above = clause.governor;
  const bool obliged = modal(above) >= 0 || is_to(above);
  return obliged && tree_.word(clause.predicate).xpos == "VBD" && tree_.child(above, "aux:pass") < 0;
}

// "A court shall say where the line runs": what is asked is none of its own.
bool TreatyClauseReader::asks(TokenId t) const {
  const std::string& form = tree_.word(leftmost(tree_, t)).xpos;
  return form == "WRB" || form == "WP" || form == "WDT" || form == "WP$";
}

// "Under his plan the border would run down the middle, Damascus could ...", with the first clause hung from the plan.
bool TreatyClauseReader::told_by_opening(TokenId t) const {
  const TokenId paper = tree_.head(t);
  const TokenId subject = tree_.child(t, "nsubj");
  if (paper < 0 || subject < paper || subject > t || leftmost(tree_, t) != paper + 1) return false;
  const auto& tables = knowledge_.provisions;
  return tables.is("opening", preposition(tree_, paper)) && tables.is("document", tree_.lemma(paper)) &&
         !tree_.has_upos(paper + 1, {"PRON", "SCONJ"});
}

// "The joint communique, on which they agreed, binds both to consult", with no verb for the sentence's own.
bool TreatyClauseReader::verb_of_sentence(TokenId t) const {
  const std::string& form = tree_.word(t).xpos;
  TokenId paper = tree_.head(t);
  if (paper < 0 || (form != "VBZ" && form != "VBD") || tree_.child(t, "nsubj") >= 0) return false;
  // "The communique, concluded in May, foresaw an exchange", with "concluded" for the verb.
  const TokenId inset = paper;
  const bool past = tree_.word(inset).xpos == "VBN" || tree_.word(inset).xpos == "VBD";
  const TokenId subject = tree_.is(t, "advcl") && past ? tree_.child(inset, "nsubj") : -1;
  if (subject >= 0 && subject < inset && tree_.folded(inset - 1) == "," && tree_.child(t, "mark") < 0) paper = subject;
  if (paper == inset && tree_.head(paper) >= 0) return false;
  if (!tree_.has_upos(paper, {"NOUN", "PROPN"})) return false;
  const TokenId first = leftmost(tree_, t);
  return first > paper + 1 && first <= t && !tree_.has_upos(first, {"PRON"}) &&
         (tree_.folded(first - 1) == "," || tree_.has_upos(first, {"PUNCT"}));
}

// "The posts are set by August, a strip passes to the neighbour", with "passes" hung from August as what is told of it:
// but no comma stands before a relative clause without its pronoun.
bool TreatyClauseReader::spliced(TokenId t) const {
  const TokenId subject = tree_.child(t, "nsubj");
  if (!tree_.is(t, "acl") || subject <= tree_.head(t) || subject > t || !finite(t) || tree_.child(t, "mark") >= 0 ||
      parenthesis(tree_, knowledge_, t))
    return false;
  TokenId first = leftmost(tree_, t);
  while (first < subject && tree_.has_upos(first, {"PUNCT", "CCONJ"})) ++first;
  if (first < 1 || tree_.folded(first - 1) != ",") return false;
  for (TokenId at = first; at < t; ++at) {
    const std::string& form = tree_.word(at).xpos;
    if (form == "WDT" || form == "WP" || form == "WP$" || form == "WRB") return false;
  }
  return true;
}

// "said in a joint statement that they would withdraw", with what they said taken for a part of the statement.
bool TreatyClauseReader::told_in_noun(TokenId t) const {
  const TokenId paper = tree_.head(t);
  const TokenId mark = tree_.is(t, "acl") ? tree_.child(t, "mark") : -1;
  if (mark <= paper || paper < 0 || tree_.folded(mark) != "that" || !finite(t) || tree_.child(t, "nsubj") < mark)
    return false;
  const auto rows = knowledge_.instruments.find(tree_.lemma(paper));
  if (rows == knowledge_.instruments.end() || !tree_.is(paper, "obl") || preposition(tree_, paper) != "in")
    return false;
  const std::string& form = rows->second.back().form;  // not a letter of one of them
  return form == "declaration" || form == "communique" || form == "memorandum";
}

// "to the Soviet Union, which undertakes to pay", "the company, which was to light the mines": what one of those named
// owes.
bool TreatyClauseReader::owed_by_noun(TokenId t) const {
  const TokenId which = tree_.child(t, "nsubj");
  const TokenId noun = tree_.head(t);
  if (!tree_.is(t, "acl") || which < 1 || which > t || noun < 0 || noun > which) return false;
  const std::string& form = tree_.folded(which);
  if ((form != "which" && form != "who") || tree_.folded(which - 1) != ",") return false;
  if (knowledge_.provisions.is("document", tree_.lemma(noun))) return false;
  using Standing = ObligationWord::Standing;
  const TokenId aux = modal(t);
  const auto& tables = knowledge_.provisions;
  const ObligationWord* word =
      aux >= 0 ? tables.obligation("modal", tree_.folded(aux)) : tables.obligation("verb", tree_.lemma(t));
  const bool past = aux < 0 && tree_.word(t).xpos != "VBZ" && tree_.word(t).xpos != "VBP";
  return is_to(t) || (word != nullptr && word->standing != Standing::kWeak && !past);
}

}  // namespace entente
