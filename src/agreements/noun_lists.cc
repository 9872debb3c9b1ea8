#include "agreements/noun_lists.h"

#include <algorithm>

#include "agreements/clause_openings.h"

namespace entente {
namespace {

using Phrases = std::vector<std::vector<TokenId>>;

constexpr std::size_t kMaxPhrases = 30;

// Without marks and "and" at either end.
std::vector<TokenId> words_of(const Tree& tree, TokenId first, TokenId end) {
  const auto outside = [&](TokenId t) { return tree.has_upos(t, {"PUNCT"}) || tree.is(t, "cc"); };
  while (first < end && outside(first)) ++first;
  while (end > first && outside(end - 1)) --end;
  std::vector<TokenId> words;
  for (TokenId t = first; t < end; ++t) words.push_back(t);
  return words;
}

// ", talks on embassies", with "talks" taken for a verb.
bool misread_noun(const Tree& tree, TokenId t) {
  return t > 0 && tree.word(t).xpos == "VBZ" && tree.has_upos(t - 1, {"PUNCT"}) && tree.child(t, "nsubj") < 0;
}

// A verb that tells something by itself: not one of what a relative clause adds, nor a bare participle.
bool tells(const Tree& tree, TokenId t) {
  const std::string& form = tree.word(t).xpos;
  if (form == "MD") return true;
  const bool helps = tree.is_any(t, {"aux", "cop"});
  const TokenId verb = helps ? tree.head(t) : t;
  if (verb >= 0 && tree.is(verb, "acl:relcl")) return false;
  if (misread_noun(tree, t)) return false;
  return form == "VBZ" || form == "VBP" || form == "VBD";
}

// The word that the others of the phrase hang from.
TokenId head_of(const Tree& tree, const std::vector<TokenId>& phrase) {
  for (const TokenId t : phrase) {
    if (!std::binary_search(phrase.begin(), phrase.end(), tree.head(t))) return t;
  }
  return phrase.front();
}

// "the return of the refugees and a vote": at the "and" between two phrases of the list.
TokenId last_joint(const Tree& tree, const std::vector<TokenId>& phrase) {
  const TokenId head = head_of(tree, phrase);
  for (const TokenId t : phrase) {
    const TokenId second = tree.is(t, "cc") ? tree.head(t) : -1;
    if (second > t && tree.is(second, "conj") && tree.head(second) == head) return t;
  }
  return -1;
}

bool names_something(const Tree& tree, const Knowledge& knowledge, const std::vector<TokenId>& phrase) {
  if (misread_noun(tree, phrase.front())) return true;
  const auto noun = std::find_if(phrase.begin(), phrase.end(), [&](TokenId t) {
    const bool of_next = tree.is(t, "compound") && tree.has_upos(t, {"NOUN"}) && tree.has_upos(tree.head(t), {"NOUN"});
    return tree.has_upos(t, {"NOUN", "PROPN", "PRON"}) && !of_next;  // "tax relief"
  });
  if (noun == phrase.end() || !tree.has_upos(*noun, {"NOUN"}) || tree.is(*noun, "compound")) return false;
  return !knowledge.provisions.is("document", tree.lemma(*noun)) && !tree.has_upos(phrase.front(), {"VERB", "AUX"});
}

}  // namespace

Phrases colon_phrases(const Tree& tree, const Knowledge& knowledge, TokenId colon, TokenId end) {
  if (colon + 2 >= end || tree.has_upos(colon + 1, {"PUNCT"})) return {};
  for (TokenId t = colon + 1; t < end; ++t) {
    if (tells(tree, t)) return {};
  }
  Phrases phrases;
  TokenId first = colon + 1;
  for (TokenId t = first; t <= end && phrases.size() < kMaxPhrases; ++t) {
    const bool mark = t == end || tree.folded(t) == "," || tree.folded(t) == ";";
    // "an end to raids, from May": how far it goes is a part of it.
    const bool goes_on = mark && t + 1 < end && tree.has_upos(t + 1, {"ADP"});
    if (!mark || goes_on) continue;
    std::vector<TokenId> phrase = words_of(tree, first, t);
    if (!phrase.empty()) phrases.push_back(std::move(phrase));
    first = t + 1;
  }
  if (!phrases.empty()) {
    const std::vector<TokenId> last = phrases.back();
    const TokenId joint = last_joint(tree, last);
    if (joint >= 0) {
      phrases.back() = words_of(tree, last.front(), joint);
      phrases.push_back(words_of(tree, joint, last.back() + 1));
    }
  }
  const bool all = std::all_of(phrases.begin(), phrases.end(), [&](const std::vector<TokenId>& phrase) {
    return !phrase.empty() && names_something(tree, knowledge, phrase);
  });
  // "shrimps, coffee and melons": things.
  const auto said = std::count_if(phrases.begin(), phrases.end(),
                                  [](const std::vector<TokenId>& phrase) { return phrase.size() > 1; });
  const bool acts = phrases.size() > 1 && 2 * static_cast<std::size_t>(said) >= phrases.size();
  return all && acts ? phrases : Phrases();
}

Phrases bound_phrases(const Tree& tree, const Knowledge& knowledge, const TreatyClause& clause) {
  const TokenId whom = tree.child(clause.predicate, "obj");
  if (whom < clause.predicate || !knowledge.provisions.is("duty_to", tree.lemma(clause.predicate))) return {};
  std::vector<TokenId> begins;
  bool noun = false;
  for (const TokenId t : clause.words) {
    if (t <= whom || tree.folded(t) != "to") continue;
    const bool next = tree.folded(t - 1) == "," || tree.is(t - 1, "cc");
    if (!begins.empty() && !next) continue;
    begins.push_back(t);
    noun = noun || (tree.is(t, "case") && t < clause.last() && tree.has_upos(t + 1, {"DET", "NOUN", "ADJ", "NUM"}));
  }
  if (!noun || begins.size() < 2) return {};
  Phrases phrases;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    std::vector<TokenId> phrase =
        words_of(tree, begins[i] + 1, i + 1 < begins.size() ? begins[i + 1] : clause.last() + 1);
    if (!phrase.empty()) phrases.push_back(std::move(phrase));  // "to, and to talks"
  }
  return phrases;
}

std::string phrase_level(const Tree& tree, const Knowledge& knowledge, const std::vector<TokenId>& phrase,
                         const std::string& otherwise) {
  const auto& tables = knowledge.provisions;
  // "and, possibly, a post run by both"
  TokenId before = phrase.front() - 1;
  while (before > 0 && tree.has_upos(before, {"PUNCT"})) --before;
  const TokenId head = head_of(tree, phrase);
  const auto maybe = [&](TokenId t) { return t >= 0 && t < head && tables.is("uncertain", tree.folded(t)); };
  if (maybe(before) || std::any_of(phrase.begin(), phrase.end(), maybe)) return "possibility";
  for (const TokenId t : phrase) {
    if (!tree.has_upos(t, {"NOUN", "VERB"})) continue;
    const ObligationWord* word = tables.obligation("verb", tree.lemma(t));
    const bool principle = word != nullptr && word->obligation == "principle";
    return principle || tables.is("principle_noun", tree.lemma(t)) ? "principle" : otherwise;
  }
  return otherwise;
}

}  // namespace entente
