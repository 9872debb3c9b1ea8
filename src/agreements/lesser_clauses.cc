// Clauses of an agreement that are no main clauses: "a pact obliging both to ...", ", the bank paying half".
#include <algorithm>

#include "agreements/clause_openings.h"
#include "agreements/duty_lists.h"
#include "agreements/treaty_clauses.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxNouns = 3;  // from "missiles" up to "the treaty on missiles"

}  // namespace

// The paper that a verb without a subject of its own tells of: "a pact obliging ...", "signed a pact, giving ..."; -1:
// none.
TokenId TreatyClauseReader::paper_of(TokenId t) const {
  const auto paper = [&](TokenId noun) {
    return noun >= 0 && noun < t && tree_.has_upos(noun, {"NOUN", "PROPN"}) &&
           knowledge_.provisions.is("document", tree_.lemma(noun));
  };
  const TokenId head = tree_.head(t);
  if (head < 0 || head > t || !tree_.is_any(t, {"acl", "advcl"})) return -1;
  if (tree_.is(t, "acl")) {
    // "the treaty on missiles that bars both from ..."
    TokenId noun = head;
    for (std::int32_t step = 0; step < kMaxNouns && noun >= 0 && !paper(noun); ++step) {
      // "a truce, brokered by a general, which bars either army from ..."
      const TokenId inset = tree_.is_any(noun, {"obl", "obl:agent"}) ? tree_.head(noun) : -1;
      const TokenId above = inset >= 0 && tree_.is(inset, "acl") ? inset : noun;
      noun = above == inset || tree_.is_any(noun, {"nmod", "conj"}) ? tree_.head(above) : -1;
    }
    return paper(noun) ? noun : -1;
  }
  for (const TokenId noun : {tree_.child(head, "obj"), tree_.head(head), tree_.child(head, "nsubj")}) {
    if (paper(noun)) return noun;
  }
  return -1;
}

// "a pact that obliges both to disarm", "the deal, capping enrichment and granting relief": what the instrument does.
bool TreatyClauseReader::binds_by_text(TokenId t) const {
  const auto& tables = knowledge_.provisions;
  if (!clauses_.is_verb(t) || clauses_.passive(t) || paper_of(t) < 0) return false;
  const ObligationWord* word = tables.obligation("text", tree_.lemma(t));
  // "which hands the base to its ally": the present tense of a text of law.
  const bool sure = word != nullptr &&
                    (word->standing == ObligationWord::Standing::kStrong ||
                     (tree_.word(t).xpos == "VBZ" && word->obligation != "intent") ||
                     tables.is("laying_down", tree_.lemma(t)) || tables.is("laying_down", with_particle(tree_, t)));
  const auto& below = tree_.children(t);
  const bool what = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return c > t && tree_.is_any(c, {"obj", "iobj", "xcomp", "ccomp"});
  });
  // "which has bound both since 1998": how long, not what to.
  const TokenId helper = tree_.child(t, "aux");
  if (!sure || !what || (helper >= 0 && tree_.lemma(helper) == "have")) return false;
  const TokenId subject = tree_.child(t, "nsubj");
  if (subject < 0 && verb_of_sentence(t)) return true;
  if (subject < 0) return tree_.word(t).xpos == "VBG" && tree_.child(t, "aux") < 0 && tree_.child(t, "mark") < 0;
  const std::string& form = tree_.folded(subject);
  return tree_.is(t, "acl") && (form == "which" || form == "that");
}

// ", a quota being set aside", ", 190 hectares to be swapped", with the verb hung from the noun.
bool TreatyClauseReader::being_noun(TokenId t) const {
  if (!tree_.has_upos(t, {"NOUN"}) || !tree_.is_any(t, {"parataxis", "conj", "appos"})) return false;
  const TokenId verb = tree_.child(t, "acl");
  if (verb < t || !clauses_.passive(verb) || tree_.is(verb, "acl:relcl")) return false;
  const TokenId helper = tree_.child(verb, "aux:pass");
  const TokenId mark = tree_.child(verb, "mark");
  const bool being = helper >= 0 && tree_.word(helper).xpos == "VBG";
  const bool to_be = helper >= 0 && tree_.is(t, "parataxis") && mark >= 0 && tree_.folded(mark) == "to";
  const TokenId first = leftmost(tree_, t);
  return (being || to_be) && (tree_.has_upos(first, {"PUNCT"}) || (first > 0 && tree_.has_upos(first - 1, {"PUNCT"})));
}

// ", the bank paying half", ", the guest being allowed to look on": a clause with a subject of its own and no finite
// verb.
bool TreatyClauseReader::absolute(TokenId t) const {
  if (being_noun(t)) return true;
  const TokenId subject = tree_.child(t, "nsubj");
  if (subject < 0 || subject > t || !tree_.is_any(t, {"advcl", "parataxis", "conj"})) return false;
  if (tree_.child(t, "mark") >= 0 || finite(t)) return false;
  const TokenId helper = tree_.child(t, "aux:pass");
  const std::string& form = tree_.word(helper >= 0 ? helper : t).xpos;
  if (form != "VBG") return false;
  const TokenId first = leftmost(tree_, t);
  return tree_.has_upos(first, {"PUNCT"}) || (first > 0 && tree_.has_upos(first - 1, {"PUNCT"}));
}

// "added that each be asked", "requires that the army withdraw": what is demanded, in the base form.
bool TreatyClauseReader::subjunctive(TokenId t) const {
  const TokenId mark = tree_.child(t, "mark");
  if (!tree_.is(t, "ccomp") || mark < 0 || tree_.folded(mark) != "that" || modal(t) >= 0) return false;
  const TokenId passive = tree_.child(t, "aux:pass");
  const TokenId be = passive >= 0 ? passive : tree_.child(t, "cop");
  return be >= 0 ? tree_.folded(be) == "be" : tree_.word(t).xpos == "VB";
}

// "It prescribed checks in the ports, against which crowds had protested": what is told beside the clause.
void TreatyClauseReader::drop_aside(TreatyClause& clause) const {
  for (std::size_t i = 1; i + 1 < clause.words.size(); ++i) {
    const TokenId t = clause.words[i];
    const bool relative = tree_.is(t, "acl:relcl") && t > clause.content && modal(t) < 0 && !is_to(t);
    const TokenId first = relative ? leftmost(tree_, t) : -1;
    if (first <= clause.content) continue;
    const TokenId comma = tree_.has_upos(first, {"PUNCT"}) ? first : first - 1;
    if (tree_.folded(comma) != "," || tree_.subtree(t).back() < clause.last()) continue;
    std::erase_if(clause.words, [&](TokenId word) { return word >= comma; });
    return;
  }
}

// "The fighters, whom observers are to count, gather in camps": with the clause that is set in told for itself, too.
void TreatyClauseReader::keep_subject(TreatyClause& clause, TokenId begin) const {
  const TokenId subject = tree_.child(clause.predicate, "nsubj");
  if (subject < begin || subject >= clause.first() || clause.relative || clause.opening > subject) return;
  if (!tree_.has_upos(subject, {"NOUN"}) || knowledge_.provisions.is("document", tree_.lemma(subject))) return;
  const auto own = tree_.subtree(subject);
  const TokenId last = own.back();
  const bool inset = tree_.child(subject, "acl") >= 0 && last < clause.predicate && clause.first() - last <= 2;
  if (!inset) return;
  TokenId first = own.front();
  while (first < subject && (tree_.has_upos(first, {"PUNCT"}) || tree_.is(first, "cc"))) ++first;
  std::vector<TokenId> words;
  for (TokenId t = first; t < clause.first(); ++t) words.push_back(t);
  clause.words.insert(clause.words.begin(), words.begin(), words.end());
}

}  // namespace entente
