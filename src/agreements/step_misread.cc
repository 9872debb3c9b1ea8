// Instruments that the parser takes for something else than what the verb tells of, and who only stood by.
#include <algorithm>

#include "actors/phrase.h"
#include "agreements/steps.h"

namespace entente {
namespace {

constexpr TokenId kBesideReach = 60;  // words from a verb to who signs beside
constexpr TokenId kPhraseReach = 40;  // words from "signed" to what they sign
constexpr TokenId kForceReach = 25;   // words from "in force ever since" back to the instrument

bool finite(const Tree& tree, TokenId t) {
  const std::string& form = tree.word(t).xpos;
  return form == "VBD" || form == "VBZ" || form == "VBP" || form == "MD";
}

}  // namespace

// "X and Y signed in Rome, under the eyes of Z, an accord", with the accord hung from X, from Z or as an adverb: the
// accord; -1 for none.
TokenId StepReader::object_behind(TokenId t) const {
  if (tree_.child(t, "obj") >= 0 || tree_.is(t, "acl")) return -1;
  for (const TokenId c : tree_.children(t)) {  // "revoked with immediate effect its accord with Y"
    const bool bare = c > t && tree_.is(c, "obl") && preposition(tree_, c).empty();
    if (bare && instruments_.row(c) != nullptr) return c;
  }
  for (TokenId w = t + 2; w < t + kPhraseReach && same_sentence(t, w) && !finite(tree_, w); ++w) {
    if (!tree_.is_any(w, {"appos", "obl", "parataxis"}) || instruments_.row(w) == nullptr ||
        !preposition(tree_, w).empty())
      continue;
    const TokenId article = tree_.child(w, "det");
    if (article > t + 1 && tree_.folded(article - 1) == "," && tree_.folded(article) != "the") return w;
  }
  return -1;
}

// "Signed by X and Y and in force ever since", with the force joined to what comes after: the instrument; -1 for none.
TokenId StepReader::told_beside(TokenId t) const {
  const TokenId by = tree_.child(t, "case");
  TokenId before = by - 1;
  while (by > 1 && same_sentence(t, before) && tree_.has_upos(before, {"ADV"})) --before;
  if (by < 2 || !tree_.is(t, "conj") || !same_sentence(t, before) || tree_.folded(before) != "and") return -1;
  for (TokenId w = before - 1; w > before - kForceReach && same_sentence(t, w); --w) {
    if (tree_.word(w).xpos == "VBZ" || tree_.word(w).xpos == "VBP" || tree_.word(w).xpos == "MD") return -1;
    if (instruments_.row(w) != nullptr && tree_.folded(w + 1) == ",") return w;
  }
  return -1;
}

// "The treaty that X and Y signed in 1987 expired", with the treaty taken for an object: the treaty; -1 for none.
TokenId StepReader::subject_as_object(TokenId t) const {
  const TokenId object = tree_.child(t, "obj");
  const bool before = object >= 0 && object < t && tree_.child(t, "nsubj") < 0 && !clauses_.passive(t);
  return before && !tree_.is(t, "acl") && instruments_.row(object) != nullptr ? object : -1;
}

// "Signed it after three days with Z", "at a meeting with Z": who was met is no party.
bool StepReader::met_before(TokenId filler, TokenId verb) const {
  const TokenId above = tree_.head(filler);
  if (above < 0 || above == verb || !tree_.is(filler, "nmod")) return false;
  return tree_.is(above, "obl") && knowledge_.in_set("agreement_aside", preposition(tree_, above));
}

// "Brokered by Z with the consent of both governments": theirs.
std::vector<ActorMention> StepReader::who_consented(TokenId t) const {
  std::vector<ActorMention> found;
  for (const TokenId filler : clauses_.fill(t, "with")) {
    if (knowledge_.in_set("agreement_consent", tree_.lemma(filler))) add_slot(filler, "of", -1, found);
  }
  return found.size() > 1 ? found : std::vector<ActorMention>();
}

// "The truce that X negotiated was holding", with the main verb hung from the truce like the relative clause before it.
bool StepReader::second_relative(TokenId t) const {
  const TokenId noun = tree_.head(t);
  if (!tree_.is(t, "acl:relcl") || !clauses_.is_verb(t) || noun < 0) return false;
  const TokenId subject = tree_.child(t, "nsubj");  // of the clause before, where it stands before that one's verb
  if (instruments_.row(noun) == nullptr || clauses_.passive(t)) return false;
  const auto& below = tree_.children(noun);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    if (c >= t || !tree_.is(c, "acl") || subject > c) return false;
    const TokenId end = tree_.subtree(c).back();
    const auto& own = tree_.children(t);
    const bool pronoun = std::any_of(own.begin(), own.end(), [&](TokenId w) {
      return w < t && w > end && tree_.has_upos(w, {"PRON", "SCONJ"});
    });
    return end < t && !pronoun;
  });
}

// "A contract is being haggled over": the contract; -1 elsewhere.
TokenId StepReader::left_behind(TokenId t, const std::string& slot) const {
  const bool last = same_sentence(t, t + 1) && tree_.folded(t + 1) == slot && tree_.has_upos(t + 1, {"ADP", "ADV"});
  return last && clauses_.passive(t) && tree_.head(t + 1) == t ? tree_.child(t, "nsubj:pass") : -1;
}

// "The treaty that X and Y put their names to in Rome": the treaty; -1 for none.
TokenId StepReader::stranded(TokenId t, const std::string& slot) const {
  if (!tree_.is(t, "acl:relcl")) return -1;
  for (TokenId w = t + 1; w < t + kPhraseReach && same_sentence(t, w + 1) && !finite(tree_, w); ++w) {
    const bool alone =
        tree_.has_upos(w + 1, {"ADP", "PUNCT", "AUX", "VERB", "ADV", "SCONJ"}) || tree_.is_any(w + 1, {"obl:unmarked"});
    if (tree_.lemma(w) == slot && tree_.has_upos(w, {"ADP"}) && alone) return relative_instrument(tree_.head(t), t);
  }
  return -1;
}

// "Broke the limit set in the accord": the accord; -1 for none.
TokenId StepReader::laid_down_in(TokenId noun) const {
  for (const TokenId clause : tree_.children(noun)) {
    if (!tree_.is(clause, "acl") || tree_.word(clause).xpos != "VBN") continue;
    for (const TokenId c : tree_.children(clause)) {
      const std::string by = tree_.is_any(c, {"obl", "obl:agent"}) ? preposition(tree_, c) : "";
      if ((by == "in" || by == "by" || by == "under") && instruments_.row(c) != nullptr) return c;
    }
  }
  return -1;
}

// "Suspended talks with X on a treaty", "negotiations have begun on a truce", with the treaty hung from the verb: the
// treaty; -1 for none.
TokenId StepReader::matter_beside(TokenId noun, const std::string& slot) const {
  const TokenId verb = tree_.head(noun);
  if (verb < 0 || !clauses_.is_verb(verb) || !tree_.is_any(noun, {"obj", "nsubj", "nsubj:pass", "obl"})) return -1;
  for (const TokenId c : tree_.children(verb)) {
    if (c > noun && tree_.is(c, "obl") && preposition(tree_, c) == slot && instruments_.row(c) != nullptr) return c;
  }
  return -1;
}

// "Has left it unexecuted", "declared the truce dead": what the verb above acts on.
TokenId StepReader::object_above(TokenId t) const {
  const TokenId verb = tree_.head(t);
  if (!tree_.is(t, "xcomp") || verb < 0 || !clauses_.is_verb(verb)) return -1;
  const auto objects = clauses_.fill(verb, "obj");
  return objects.empty() ? clauses_.surface_subject(t) : objects.front();
}

// "Received the signatures of X and Y", "won the consent of X's parliament".
std::vector<ActorMention> StepReader::owners_of_object(TokenId t) const {
  std::vector<ActorMention> found;
  for (const TokenId object : clauses_.fill(t, "obj")) {
    for (const char* slot : {"of", "from", "by", "poss"}) {
      for (const TokenId owner : clauses_.fill(object, slot)) add_new(found, parties_.read(owner));
    }
  }
  return found;
}

// "Not a line has been kept", "no clause was honoured": of what was told before.
bool StepReader::not_a_line(TokenId t) const {
  return tree_.has_upos(t, {"NOUN"}) && knowledge_.in_set("agreement_part", tree_.lemma(t)) && is_none(t) &&
         tree_.child(t, "nmod") < 0;
}

// "Signed beside the minister of Y", wherever the parser hangs the phrase.
std::vector<ActorMention> StepReader::beside(TokenId t) const {
  std::vector<ActorMention> found;
  for (TokenId w = t + 1; w < std::min(tree_.size(), t + kBesideReach) && tree_.sentence(w) == tree_.sentence(t); ++w) {
    const std::string by = tree_.is_any(w, {"nmod", "obl"}) ? preposition(tree_, w) : "";
    if (by == "beside" || by == "alongside" || by == "together_with") add_new(found, parties_.read(w));
  }
  return found;
}

// "Failed to take off", "no more than a draft", "as planned": the next word, or another, tells.
bool StepReader::says_only_how(TokenId t) const {
  if (tree_.lemma(t) == "fail" && tree_.child(t, "xcomp") >= 0) return true;
  if (tree_.folded(t) == "more" && same_sentence(t, t + 1) && tree_.folded(t + 1) == "than") return true;
  const TokenId mark = tree_.child(t, "mark");
  return tree_.is(t, "advcl") && tree_.word(t).xpos == "VBN" && mark == t - 1 && tree_.folded(mark) == "as" &&
         tree_.lemma(t) == "plan";
}

// "Put the accord that it signed in May on hold", with the hold hung from the clause before it.
std::vector<TokenId> StepReader::behind_relative(TokenId t, const std::string& slot) const {
  std::vector<TokenId> found;
  const TokenId object = clauses_.is_verb(t) ? tree_.child(t, "obj") : -1;
  if (object < t || instruments_.row(object) == nullptr) return found;
  for (const TokenId clause : tree_.subtree(object)) {
    if (!tree_.is_any(clause, {"acl", "acl:relcl"})) continue;
    for (const TokenId w : tree_.children(clause)) {
      if (w > clause && tree_.is_any(w, {"obl", "nmod"}) && preposition(tree_, w) == slot) found.push_back(w);
    }
  }
  return found;
}

}  // namespace entente
