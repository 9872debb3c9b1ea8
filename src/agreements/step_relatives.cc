// Relative clauses: which instrument "which" and "that" mean, wherever the parser hangs the clause from.
#include <algorithm>

#include "actors/phrase.h"
#include "agreements/steps.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxChain = 4;  // "the text of the draft of a treaty"
constexpr TokenId kPhraseReach = 40;   // words from a clause back to what it tells of

}  // namespace

// "The act which the two signed", with "the two" taken for what is signed: its word; -1 elsewhere.
TokenId StepReader::signer_below_which(TokenId t) const {
  TokenId object = tree_.child(t, "obj");
  const TokenId subject = tree_.child(t, "nsubj:pass");
  const TokenId mark = tree_.child(t, "mark");  // "that", taken for a conjunction
  if (object < 0 && mark >= 0 && tree_.word(mark).xpos == "WDT") object = mark;
  if (!tree_.is(t, "acl:relcl") || object < 0 || subject < object || subject > t) return -1;
  return tree_.child(t, "aux:pass") < 0 && tree_.has_upos(object, {"PRON"}) ? subject : -1;
}

// "A memorandum on supplies, which X signed", with the clause hung from the supplies; "a contract that X had signed".
TokenId StepReader::relative_instrument(TokenId filler, TokenId verb) const {
  TokenId clause = verb;
  while (tree_.is(clause, "conj")) clause = tree_.head(clause);
  if (!tree_.is(clause, "acl")) {
    if (const TokenId told = told_further(clause, filler); told >= 0) return told;
    const bool relative = tree_.word(filler).xpos == "WDT" && filler < verb;
    return relative ? before_which(filler) : joined_relative(filler);
  }
  const TokenId noun = tree_.head(clause);
  const bool pronoun = tree_.has_upos(filler, {"PRON", "SCONJ", "DET"}) &&
                       (tree_.folded(filler) == "that" || tree_.folded(filler) == "which");
  if (!pronoun && filler != noun) return filler;
  TokenId t = noun;
  for (std::int32_t step = 0;
       step < kMaxChain && instruments_.row(t) == nullptr && tree_.is_any(t, {"nmod", "appos", "conj"}); ++step)
    t = tree_.head(t);
  return instruments_.row(t) != nullptr ? t : noun;
}

// "A memorandum goes further, which X signed": the memorandum; -1 elsewhere.
TokenId StepReader::told_further(TokenId clause, TokenId which) const {
  if (!tree_.is(clause, "advcl:relcl") || tree_.word(which).xpos != "WDT") return -1;
  for (const TokenId c : tree_.children(tree_.head(clause))) {
    if (c < clause && tree_.is_any(c, {"nsubj", "nsubj:pass"}) && instruments_.row(c) != nullptr) return c;
  }
  return -1;
}

// "The truce that X concluded and that is observed", with the second clause hung from elsewhere: the truce.
TokenId StepReader::joined_relative(TokenId that) const {
  const bool joined = tree_.folded(that) == "that" && tree_.is_any(that, {"nsubj", "nsubj:pass"}) &&
                      same_sentence(that, that - 1) && tree_.is(that - 1, "cc");
  for (TokenId w = that - 2; joined && w > that - kPhraseReach && same_sentence(that, w); --w) {
    if (instruments_.row(w) == nullptr) continue;
    const auto& below = tree_.children(w);
    const bool told =
        std::any_of(below.begin(), below.end(), [&](TokenId c) { return c > w && tree_.is(c, "acl:relcl"); });
    return told ? w : that;
  }
  return that;
}

// "The protocol to which X set his hand", with the clause hung from elsewhere: the word before "which".
TokenId StepReader::before_which(TokenId which) const {
  TokenId t = which - 1;
  while (same_sentence(which, t) && (tree_.has_upos(t, {"ADP"}) || tree_.folded(t) == ",")) --t;
  if (!same_sentence(which, t)) return which;
  TokenId up = t;
  for (std::int32_t step = 0; step < kMaxChain; ++step) {
    if (instruments_.row(up) != nullptr) return up;
    if (!tree_.is_any(up, {"nmod", "compound", "flat", "conj"}) || tree_.head(up) < 0) break;
    up = tree_.head(up);
  }
  return which;
}

}  // namespace entente
