#include "agreements/treaty_clauses.h"

#include <algorithm>

#include "actors/phrase.h"
#include "agreements/clause_openings.h"
#include "agreements/clause_segments.h"

namespace entente {
namespace {

constexpr std::size_t kMaxSecond = 60;  // verbs joined in one clause
constexpr std::int32_t kMaxSteps = 6;   // from "undertake" over "try" to what is to be done

}  // namespace

TokenId TreatyClauseReader::modal(TokenId verb) const {
  for (const TokenId c : tree_.children(verb)) {
    if (!tree_.is(c, "aux")) continue;
    const auto& tables = knowledge_.provisions;
    if (tables.obligation("modal", tree_.lemma(c)) != nullptr || tables.obligation("modal", tree_.folded(c)) != nullptr)
      return c;
  }
  return -1;
}

// "is to free": "be" stands above the verb or below it, as the parser has it, right before "to".
bool TreatyClauseReader::is_to(TokenId verb) const {
  TokenId to = -1;  // "that captives are to be freed" has two marks
  for (const TokenId c : tree_.children(verb)) {
    if (c < verb && tree_.is(c, "mark") && tree_.folded(c) == "to") to = c;
  }
  if (to < 1) return false;
  TokenId before = to - 1;
  while (before > 0 && (tree_.has_upos(before, {"ADV", "PUNCT", "PART"}))) --before;
  if (tree_.lemma(before) != "be" || tree_.folded(before) == "be") return false;
  return tree_.head(before) == verb || tree_.head(verb) == before;
}

bool TreatyClauseReader::finite(TokenId t) const {
  if (modal(t) >= 0 || is_to(t)) return true;
  const std::string& xpos = tree_.word(t).xpos;
  if (xpos == "VBZ" || xpos == "VBP" || xpos == "VBD" || intends(t)) return true;
  for (const TokenId c : tree_.children(t)) {
    if (!tree_.is_any(c, {"aux", "cop", "aux:pass"})) continue;
    const std::string& form = tree_.word(c).xpos;
    if (form == "VBZ" || form == "VBP" || form == "VBD" || form == "MD") return true;
  }
  return false;
}

// "has to transfer"
bool TreatyClauseReader::has_to(TokenId verb) const {
  if (tree_.lemma(verb) != "have" || tree_.child(verb, "obj") >= 0) return false;
  const TokenId below = tree_.child(verb, "xcomp");
  const TokenId mark = below > verb ? tree_.child(below, "mark") : -1;
  return mark >= 0 && tree_.folded(mark) == "to";
}

// "Should either be attacked, ...": a condition, no clause of its own.
bool TreatyClauseReader::inverted(TokenId t) const {
  const TokenId subject = tree_.child(t, "nsubj");
  const TokenId aux = modal(t);
  return aux >= 0 && subject > aux;
}

bool TreatyClauseReader::joined_verb(TokenId t) const {
  return tree_.is(t, "conj") && clauses_.is_verb(t) && tree_.child(t, "nsubj") < 0;
}

bool TreatyClauseReader::is_predicate(TokenId t) const {
  const TokenId head = tree_.head(t);
  if (head < 0) return true;
  const TokenId subject = tree_.child(t, "nsubj");
  const TokenId mark = tree_.child(t, "mark");
  const auto& tables = knowledge_.provisions;
  const bool that = mark >= 0 && tree_.is_any(t, {"conj", "parataxis"}) && tree_.folded(mark) == "that";
  const bool obliged = modal(t) >= 0 || is_to(t) || has_to(t);
  const bool marked = mark >= 0 && mark < t && !that && tree_.folded(mark) != "to" && tree_.folded(mark) != "for" &&
                      !(tables.is("contrast", tree_.folded(mark)) && (obliged || set_off(mark)));
  // "have the two share the costs": what is brought about belongs to the verb before.
  if (binds_by_text(t)) return true;
  const bool caused = tables.is("causing", tree_.lemma(head)) && head < subject && subject < t && !obliged;
  if (caused && tree_.is_any(t, {"ccomp", "xcomp"})) return false;
  if (told_in_noun(t)) return true;
  if (tree_.is(t, "acl")) {
    const TokenId opening = finite(t) ? relative_opening(tree_, knowledge_, t) : -1;
    if (opening < 0) return spliced(t) || owed_by_noun(t) || (obliged && told_by_opening(t));
    if (obliged || undertakes(t)) return true;
    const bool laid_down = opening > 0 && tables.is("opening", tree_.folded(opening - 1));
    return tables.is("document", tree_.lemma(head)) && (laid_down || tree_.folded(opening) == "whereby");
  }
  if (parenthesis(tree_, knowledge_, t)) return false;
  if (absolute(t)) return true;
  if (subject < 0 && obliged && !marked && tree_.is_any(t, {"parataxis", "conj"})) return clauses_.is_verb(t);
  if (!marked && joined_beyond(t)) return true;
  if (subjunctive(t)) return tables.is("telling", tree_.lemma(head));
  if (subject < 0 || !finite(t) || inverted(t)) return false;
  if (tree_.is(t, "ccomp")) {
    if (spliced_in(t)) return true;
    if (asks(t)) return false;
    const bool condition = tree_.word(head).xpos == "VBN" && tables.is("clause_mark", tree_.folded(head));
    const bool told =
        !condition && (tables.is("telling", tree_.lemma(head)) || knowledge_.cues.contains(tree_.lemma(head)));
    // "Both confirm that they have no claims": what is confirmed belongs to the deed.
    const bool deed = tables.is("act", tree_.lemma(head)) && tables.obligation("verb", tree_.lemma(head)) != nullptr;
    return told && !deed && (!marked || tree_.folded(mark) == "that");
  }
  if (marked) return false;
  // "when another asks for them": with an adverb for its mark.
  const auto& below = tree_.children(t);
  const bool adverbial = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    const bool first = c == below.front() && tables.is("clause_mark", tree_.folded(c)) && !obliged;
    return c < t && tree_.is(c, "advmod") && (first || tree_.word(c).xpos == "WRB");
  });
  if (adverbial || tree_.word(head).xpos == "WRB") return false;
  if (tree_.is(t, "conj")) return true;
  // A clause spliced in with a comma, hung wherever the parser found room for it.
  const TokenId first = leftmost(tree_, t);
  const bool apart = tree_.has_upos(first, {"PUNCT"}) || set_off(first);
  if (tree_.is(t, "advcl:relcl") && !apart) return false;  // "the river it was to divide"
  return tree_.is(t, "parataxis") || obliged || (tree_.is(t, "advcl") && apart);
}

// What is to be done: below "undertakes", "are obliged", "will try".
TokenId TreatyClauseReader::content_of(TokenId predicate) const {
  TokenId at = predicate;
  for (std::int32_t step = 0; step < kMaxSteps; ++step) {
    TokenId next = -1;
    for (const TokenId c : tree_.children(at)) {
      if (c < at || next >= 0) continue;
      const TokenId mark = tree_.child(c, "mark");
      const bool to = mark >= 0 && (tree_.folded(mark) == "to" || tree_.folded(mark) == "from");
      if (tree_.is(c, "xcomp") && clauses_.is_verb(c)) next = c;
      const bool binds =
          knowledge_.provisions.obligation("text", tree_.lemma(at)) != nullptr && tree_.child(at, "obj") > at;
      if (tree_.is(c, "csubj") && to && binds) next = c;  // "It obliged one to take them back"
      if (tree_.is_any(c, {"ccomp", "advcl"}) && to && tree_.child(at, "obj") < 0 && tree_.child(c, "nsubj") < 0)
        next = c;
    }
    if (next < 0) return at;
    at = next;
  }
  return at;
}

// "Under it", "by its terms", "according to the text": the head of the phrase before the subject.
TokenId TreatyClauseReader::opening_of(TokenId predicate, TokenId subject) const {
  const TokenId end = subject >= 0 ? subject : predicate;
  for (const TokenId c : tree_.children(predicate)) {
    if (c > end || !tree_.is_any(c, {"obl", "nmod", "advmod"})) continue;
    const std::string by = preposition(tree_, c);
    if (!knowledge_.provisions.is("opening", by)) continue;
    const auto paper = [&](TokenId t) { return knowledge_.provisions.is("document", tree_.lemma(t)); };
    const auto& below = tree_.children(c);
    // "an exchange of notes"
    const bool of_paper =
        std::any_of(below.begin(), below.end(), [&](TokenId n) { return tree_.is(n, "nmod") && paper(n); });
    const bool about =
        paper(c) || of_paper || knowledge_.provisions.is("pronoun", tree_.folded(c)) || tree_.has_upos(c, {"PROPN"});
    if (about) return c;
  }
  return -1;
}

// The words below the predicate that are not below another clause, in one run around it, without what opens it.
void TreatyClauseReader::cut(TreatyClause& clause, const std::vector<bool>& other, TokenId begin) const {
  std::vector<TokenId> words = tree_.subtree(clause.predicate, [&](TokenId c) {
    return other[static_cast<std::size_t>(c - begin)] ||
           (c == clause.opening && c < clause.predicate && tree_.is(c, "obl"));
  });
  const auto at = std::find(words.begin(), words.end(), clause.predicate);
  auto first = at;
  const auto gap = [&](TokenId from, TokenId to) {
    for (TokenId t = from + 1; t < to; ++t) {
      const bool bridge = tree_.has_upos(t, {"PUNCT"}) && tree_.folded(t) != ";" && tree_.folded(t) != ":";
      if (!bridge) return true;
    }
    return false;
  };
  while (first != words.begin() && !gap(*(first - 1), *first)) --first;
  auto last = at;
  while (last + 1 != words.end() && !gap(*last, *(last + 1))) ++last;
  const auto drop_before = [&](TokenId t) {
    return t <= clause.opening || tree_.has_upos(t, {"PUNCT"}) || tree_.is_any(t, {"cc", "mark", "discourse", "case"});
  };
  while (first != at && drop_before(*first)) {
    const bool kept =
        *first > clause.opening &&
        ((tree_.is(*first, "mark") && tree_.head(*first) != clause.predicate) || tree_.is(*first, "case"));
    if (kept) break;
    ++first;
  }
  while (last != at && (tree_.has_upos(*last, {"PUNCT"}) || tree_.is(*last, "cc"))) --last;
  clause.words.assign(first, last + 1);
  drop_long_subject(clause);
  drop_aside(clause);
  keep_subject(clause, begin);
}

// "The treaty, which both ratified in 1952, obliges each to ...": what is told of the subject is none of the clause.
void TreatyClauseReader::drop_long_subject(TreatyClause& clause) const {
  const TokenId subject = tree_.child(clause.predicate, "nsubj");
  if (subject < 0 || subject > clause.predicate) return;
  const TokenId relative = tree_.child(subject, "acl:relcl");
  // "The fighters, whom observers count, gather in camps": whose duty it is; but "the firm, which signed the contract".
  const auto& tables = knowledge_.provisions;
  if (relative >= 0 && !tables.is("document", tree_.lemma(subject)) && !tables.is("step", tree_.lemma(relative)))
    return;
  // "The utility, should gas be found, is free to ...": a condition.
  if (relative < 0 || parenthesis(tree_, knowledge_, relative) || inverted(relative)) return;
  // "Disputes which they cannot solve may be laid before ...": which ones is a part of it.
  const auto inside = tree_.subtree(relative);
  const TokenId first_inside = inside.front();
  const bool set_off =
      tree_.has_upos(first_inside, {"PUNCT"}) || (first_inside > 0 && tree_.has_upos(first_inside - 1, {"PUNCT"}));
  if (!set_off) return;
  const TokenId end = inside.back();
  const auto next = std::upper_bound(clause.words.begin(), clause.words.end(), end);
  auto first = next;
  while (first != clause.words.end() && tree_.has_upos(*first, {"PUNCT"})) ++first;
  if (first == clause.words.end() || *first > clause.predicate) return;
  clause.words.erase(clause.words.begin(), first);
}

// Verbs joined to the clause's own, in text order: "to free X, to leave Y and to open Z".
std::vector<TokenId> TreatyClauseReader::second_verbs(const TreatyClause& clause) const {
  std::vector<TokenId> verbs = {clause.predicate};
  if (clause.content != clause.predicate) verbs.push_back(clause.content);
  // "obliges each to free X and to leave Y"
  for (const TokenId c : tree_.children(clause.predicate)) {
    const TokenId mark = tree_.child(c, "mark");
    const bool bound = c > clause.predicate && tree_.is_any(c, {"xcomp", "advcl", "ccomp"}) && clauses_.is_verb(c) &&
                       mark >= 0 && tree_.folded(mark) == "to" && tree_.child(clause.predicate, "obj") >= 0;
    if (bound && c != clause.content &&
        knowledge_.provisions.obligation("text", tree_.lemma(clause.predicate)) != nullptr)
      verbs.push_back(c);
  }
  // "takes it upon itself to feed X and to house Y"
  const TokenId upon = tree_.child(clause.predicate, "csubj");
  if (upon > clause.content && tree_.child(upon, "mark") >= 0) verbs.push_back(upon);
  const std::size_t own = verbs.size();
  for (const TokenId t : clause.words) {
    if (t > clause.content && verbs.size() < kMaxSecond && joined_above(t, clause.predicate)) verbs.push_back(t);
  }
  for (std::size_t i = 0; i < verbs.size() && verbs.size() < kMaxSecond; ++i) {
    for (const TokenId c : tree_.children(verbs[i])) {
      const bool below = std::binary_search(clause.words.begin(), clause.words.end(), c);
      if (below && c > verbs[i] && joined_verb(c) && !let_do(verbs[i], c)) verbs.push_back(c);
    }
  }
  if (const TokenId next = obliged_next(clause); next >= 0) verbs.push_back(next);
  // "to conclude nothing that touches the other, and to train together": hung from what is told of the noun.
  for (const TokenId t : clause.words) {
    const TokenId mark =
        t > clause.content && verbs.size() < kMaxSecond && joined_verb(t) ? tree_.child(t, "mark") : -1;
    if (mark < 0 || tree_.folded(mark) != "to" || !finite(tree_.head(t)) || !tree_.is(tree_.head(t), "acl:relcl"))
      continue;
    if (tree_.child(clause.content, "mark") >= 0) verbs.push_back(t);
  }
  std::vector<TokenId> seconds(verbs.begin() + static_cast<std::ptrdiff_t>(own), verbs.end());
  sort_tokens(seconds);
  return seconds;
}

// "monitor and report on the truce": verbs that share what follows are one.
bool TreatyClauseReader::shares_object(const TreatyClause& clause, TokenId second) const {
  const auto& own = tree_.children(clause.content);
  const bool complete = std::any_of(own.begin(), own.end(), [&](TokenId c) {
    return c > clause.content && c < second && !tree_.has_upos(c, {"PUNCT", "CCONJ"}) && !tree_.is(c, "conj");
  });
  return !complete && tree_.child(second, "obj") >= 0 && tree_.child(clause.content, "obj") < 0 &&
         !clauses_.passive(clause.content) && second - clause.content <= 2;
}

// "shall confer and consider measures", "undertake to free X and to leave Y": each verb with what belongs to it.
void TreatyClauseReader::add_second_verbs(std::vector<TreatyClause>& found) const {
  std::vector<TreatyClause> more;
  for (TreatyClause& clause : found) {
    TokenId end = -1;  // where the second begins the first ends
    for (const TokenId second : second_verbs(clause)) {
      if (shares_object(clause, second)) continue;
      TreatyClause joined = clause;
      joined.governor = clause.predicate;
      joined.predicate = second;
      joined.content = content_of(second);
      joined.opening = -1;
      joined.words = tree_.subtree(second, [&](TokenId c) { return c > second && joined_verb(c); });
      const auto before = [&](TokenId t) { return t < second && tree_.is_any(t, {"cc", "punct", "mark"}); };
      while (joined.words.front() != second && before(joined.words.front())) joined.words.erase(joined.words.begin());
      while (tree_.has_upos(joined.words.back(), {"PUNCT"}) && joined.words.back() != second) joined.words.pop_back();
      take_own_object(joined, clause.content);
      if (end < 0 || joined.first() < end) end = joined.first();
      more.push_back(std::move(joined));
    }
    const auto beyond = [&](TokenId t) {
      return t >= end || tree_.has_upos(t, {"PUNCT"}) || tree_.is(t, "cc") ||
             (tree_.is(t, "mark") && tree_.head(t) >= end);
    };
    while (end >= 0 && clause.words.size() > 1 && clause.words.back() > clause.content && beyond(clause.words.back()))
      clause.words.pop_back();
  }
  found.insert(found.end(), more.begin(), more.end());
}

std::vector<TreatyClause> TreatyClauseReader::read(TokenSpan sentence) const {
  const TokenId begin = sentence.begin.value;
  const TokenId opening = sentence_opening(tree_, knowledge_, sentence);
  const auto size = static_cast<std::size_t>(sentence.size());
  std::vector<bool> main(size);
  for (TokenId t = begin; t < sentence.end.value; ++t)
    main[static_cast<std::size_t>(t - begin)] = !tree_.has_upos(t, {"PUNCT"}) && is_predicate(t);
  std::vector<TreatyClause> found;
  for (TokenId t = begin; t < sentence.end.value; ++t) {
    if (!main[static_cast<std::size_t>(t - begin)]) continue;
    TreatyClause clause;
    clause.predicate = t;
    clause.content = content_of(t);
    clause.subject = clauses_.surface_subject(t);
    if (clause.subject < 0) clause.subject = subject_of_inset(t);
    if (clause.subject < 0) clause.subject = misread_subject(t);
    if (clause.subject < 0) clause.subject = subject_after_limit(t);
    const bool told_in = told_in_noun(t);
    clause.noun = spliced(t) || told_in ? -1 : relative_noun(tree_, knowledge_, t);
    clause.by_noun = !told_in && binds_by_text(t);
    if (clause.by_noun) clause.noun = paper_of(t);
    clause.relative = clause.noun >= 0;
    clause.absolute = !clause.relative && absolute(t);
    clause.opening = clause.relative ? relative_opening(tree_, knowledge_, t) : opening_of(t, tree_.child(t, "nsubj"));
    if (opening >= 0 && found.empty() && !clause.relative && opening < t) clause.opening = opening;
    if (clause.opening < 0 && !clause.relative) clause.opening = opening_after_joint(t, sentence.end.value);
    if (told_in) clause.opening = tree_.head(t);
    if (tree_.is(t, "ccomp") && !spliced_in(t)) clause.teller = tree_.head(t);
    if (tree_.is(t, "conj") && tree_.child(t, "nsubj") < 0) clause.governor = governor_of(t, found);
    share_after_break(clause, found);
    cut(clause, main, begin);
    begin_with_subject(clause);
    find_lost_subject(clause);
    drop_told_of_opening(clause);
    begin_after_opening(clause);
    found.push_back(std::move(clause));
  }
  fill_segments(tree_, knowledge_, *this, sentence, found);
  add_second_verbs(found);
  std::stable_sort(found.begin(), found.end(),
                   [](const TreatyClause& a, const TreatyClause& b) { return a.predicate < b.predicate; });
  for (std::size_t i = 0; i + 1 < found.size(); ++i) end_before(found[i], found[i + 1]);
  return found;
}

}  // namespace entente
