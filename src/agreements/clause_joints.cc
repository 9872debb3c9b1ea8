// Where one clause of a sentence is joined to another: which of them it hangs from, where it begins and ends.
#include <algorithm>

#include "agreements/clause_openings.h"
#include "agreements/treaty_clauses.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxSteps = 6;  // nouns from one up to the verb that they belong to

constexpr std::int32_t kReach = 200;  // words from a verb to a second one that is joined to it

bool breaks(const Tree& tree, TokenId t) { return tree.folded(t) == ";" || tree.folded(t) == ":"; }

// "grants", also where it is taken for a noun; empty: no verb in the present tense.
std::string present_form(const Tree& tree, TokenId t) {
  const std::string& form = tree.word(t).xpos;
  if (!tree.has_upos(t, {"VERB"})) return {};
  if (form == "NNS") return "VBZ";
  return form == "VBZ" || form == "VBP" ? form : std::string();
}

// The first word of what hangs below t, without the marks and "and" before it.
TokenId first_word(const Tree& tree, TokenId t) {
  TokenId first = leftmost(tree, t);
  while (first < t && (tree.has_upos(first, {"PUNCT"}) || tree.is(first, "cc"))) ++first;
  return first;
}

}  // namespace

// "Each renounces force; the roads are to be open again", "each recognises the other, neither shall ...": with the
// second clause taken for what the first verb says.
bool TreatyClauseReader::spliced_in(TokenId t) const {
  const TokenId verb = tree_.head(t);
  const TokenId subject = tree_.child(t, "nsubj");
  if (!tree_.is(t, "ccomp") || verb < 0 || verb > t || subject < verb || subject > t || asks(t)) return false;
  const auto& below = tree_.children(t);
  const bool marked = std::any_of(below.begin(), below.end(),
                                  [&](TokenId c) { return c < t && tree_.is(c, "mark") && tree_.folded(c) != "to"; });
  const TokenId first = first_word(tree_, t);
  if (marked || first < 1) return false;
  if (tree_.folded(first - 1) == ";") return true;
  const bool tells =
      knowledge_.provisions.is("telling", tree_.lemma(verb)) ||
      (knowledge_.cues.contains(tree_.lemma(verb)) && !knowledge_.provisions.is("act", tree_.lemma(verb)));
  return tree_.folded(first - 1) == "," && !tells && (modal(t) >= 0 || is_to(t));
}

// "is to let people, lorries and goods pass": what they are let do.
bool TreatyClauseReader::let_do(TokenId verb, TokenId second) const {
  return knowledge_.provisions.is("causing", tree_.lemma(verb)) && tree_.child(verb, "obj") > verb &&
         tree_.child(second, "cc") < 0 && tree_.word(second).xpos == "VB" && !tree_.has_upos(second - 1, {"PUNCT"});
}

// The clause whose subject a second verb shares: not the noun that it was joined to, and none beyond a semicolon.
TokenId TreatyClauseReader::governor_of(TokenId t, const std::vector<TreatyClause>& before) const {
  TokenId verb = tree_.head(t);
  for (std::int32_t step = 0; step < kMaxSteps && verb >= 0; ++step) {
    if (!tree_.has_upos(verb, {"NOUN", "PROPN", "PRON"}) || !tree_.is_any(verb, {"obj", "obl", "nmod", "conj"})) break;
    verb = tree_.head(verb);
  }
  if (verb < 0) verb = tree_.head(t);
  const TreatyClause* own = last_after_break(verb, t, before);
  return own != nullptr ? own->predicate : verb;
}

// The clause right before t where a semicolon or colon parts t from the verb above; null: none does.
const TreatyClause* TreatyClauseReader::last_after_break(TokenId verb, TokenId t,
                                                         const std::vector<TreatyClause>& before) const {
  TokenId apart = t - 1;
  while (apart > std::max(verb, t - kReach) && !breaks(tree_, apart)) --apart;
  const bool parted = apart > verb && breaks(tree_, apart);
  return parted && !before.empty() && before.back().predicate > apart ? &before.back() : nullptr;
}

// A verb of its own joined to one before a semicolon or colon.
bool TreatyClauseReader::joined_beyond(TokenId t) const {
  if (!joined_verb(t) || !finite(t)) return false;
  for (TokenId at = std::max(tree_.head(t), t - kReach) + 1; at < t; ++at) {
    if (breaks(tree_, at)) return true;
  }
  return false;
}

// "Both honour it: the one guards the coast, and in return has the use of a port", with the second verb joined to the
// first of the sentence.
void TreatyClauseReader::share_after_break(TreatyClause& second, const std::vector<TreatyClause>& before) const {
  if (before.empty() || before.back().predicate != second.governor) return;
  if (joined_beyond(second.predicate)) second.subject = before.back().subject;
}

// "It commits one to leave, provided that they give notice, and obliges the other to pay": a second verb of the clause,
// joined to a deeper one that has not its form.
bool TreatyClauseReader::joined_above(TokenId t, TokenId predicate) const {
  const std::string form = present_form(tree_, t);
  const TokenId above = tree_.head(t);
  if (form.empty() || !joined_verb(t) || above == predicate || form != present_form(tree_, predicate)) return false;
  if (first_auxiliary(t) >= 0 || tree_.child(t, "mark") >= 0) return false;
  const TokenId helper = first_auxiliary(above);
  const std::string& other = tree_.word(helper >= 0 ? helper : above).xpos;
  // "to confer and consider", with the second taken for a present tense.
  return other != form && !(form == "VBP" && other == "VB");
}

// "It obliged one to build a weir, and the other to dam the stream": the verb of the other; -1: there is none.
TokenId TreatyClauseReader::obliged_next(const TreatyClause& clause) const {
  const std::string& binds = tree_.lemma(clause.predicate);
  const bool undertakes = knowledge_.in_set("agreement_undertake", binds);
  if (!undertakes && knowledge_.provisions.obligation("text", binds) == nullptr) return -1;
  for (const TokenId c : tree_.children(clause.predicate)) {
    if (c < clause.content || !tree_.is(c, "conj") || !tree_.has_upos(c, {"NOUN", "PROPN", "PRON"})) continue;
    TokenId verb = tree_.child(c, "acl");
    if (verb < 0 && undertakes) verb = tree_.child(c, "advcl");  // "one undertook to leave, and the other to pay"
    const TokenId mark = verb > c ? tree_.child(verb, "mark") : -1;
    if (mark == c + 1 && tree_.folded(mark) == "to") return verb;
  }
  return -1;
}

// "They signed it in May, and under it the army was to leave": what opens a clause that is joined to another.
TokenId TreatyClauseReader::opening_after_joint(TokenId t, TokenId end) const {
  if (!tree_.is_any(t, {"conj", "parataxis"}) || (modal(t) < 0 && !is_to(t))) return -1;
  const TokenId opening = sentence_opening(tree_, knowledge_, TokenSpan{first_word(tree_, t), end});
  return opening < t ? opening : -1;
}

// "While it lasted both sides were to refrain", with the sides taken for what it lasted; -1: there is none.
TokenId TreatyClauseReader::subject_after_limit(TokenId verb) const {
  const TokenId aux = first_auxiliary(verb);
  const TokenId noun = aux - 1;
  if (aux < 1 || !tree_.is(noun, "obj") || !tree_.has_upos(noun, {"NOUN", "PROPN", "PRON"})) return -1;
  const TokenId limit = tree_.head(noun);
  const bool own =
      limit >= 0 && tree_.is(limit, "advcl") && tree_.head(limit) == verb && tree_.child(limit, "mark") >= 0;
  return own && limit < leftmost(tree_, noun) ? noun : -1;
}

void TreatyClauseReader::begin_with_subject(TreatyClause& clause) const {
  const TokenId subject = clause.subject;
  const TokenId limit = subject >= 0 ? tree_.head(subject) : -1;
  if (limit < 0 || subject + 1 != clause.first() || !tree_.is(limit, "advcl")) return;
  if (tree_.head(limit) != clause.predicate) return;
  std::vector<TokenId> words;
  for (TokenId t = leftmost(tree_, subject); t <= subject; ++t) words.push_back(t);
  clause.words.insert(clause.words.begin(), words.begin(), words.end());
}

// "It obliged one to build a weir, and the other to dam the stream": whom it obliges is told with the second verb.
void TreatyClauseReader::take_own_object(TreatyClause& second, TokenId first) const {
  const TokenId mark = tree_.child(second.predicate, "mark");
  const TokenId noun = mark - 1;
  if (mark < 1 || tree_.folded(mark) != "to" || noun <= first || mark > second.first()) return;
  if (!tree_.has_upos(noun, {"NOUN", "PROPN", "PRON"}) || !tree_.is_any(noun, {"conj", "nsubj"})) return;
  const TokenId begin = first_word(tree_, noun);
  if (tree_.child(noun, "cc") < 0 && tree_.child(second.predicate, "cc") < 0) return;
  std::vector<TokenId> words;
  for (TokenId t = begin; t < second.first(); ++t) words.push_back(t);
  second.words.insert(second.words.begin(), words.begin(), words.end());
  if (knowledge_.in_set("agreement_undertake", tree_.lemma(second.governor))) second.subject = noun;
}

// "Each polices its own stretch, calling on the other for help": where the next clause begins this one ends.
void TreatyClauseReader::end_before(TreatyClause& clause, const TreatyClause& next) const {
  const TokenId begin = next.first();
  const bool apart = !next.relative || (begin > 0 && tree_.folded(begin - 1) == ",");
  if (!apart || begin <= clause.content || begin > clause.last()) return;
  std::erase_if(clause.words, [&](TokenId t) { return t >= begin; });
  while (clause.words.size() > 1 && clause.words.back() > clause.content &&
         (tree_.has_upos(clause.words.back(), {"PUNCT"}) || tree_.is(clause.words.back(), "cc")))
    clause.words.pop_back();
}

}  // namespace entente
