#include "agreements/noun_provisions.h"

#include <algorithm>

#include "actors/phrase.h"
#include "agreements/clause_openings.h"
#include "agreements/duty_lists.h"

namespace entente {
namespace {

constexpr std::size_t kMaxListed = 60;  // phrases of one list

// In one run that holds `head`, without what stands around the phrase.
std::vector<TokenId> run_around(const Tree& tree, std::vector<TokenId> words, TokenId head) {
  const auto outside = [&](TokenId t) {
    return tree.has_upos(t, {"PUNCT", "CCONJ"}) || (tree.is(t, "case") && tree.head(t) == head);
  };
  while (!words.empty() && words.front() != head && outside(words.front())) words.erase(words.begin());
  while (!words.empty() && words.back() != head && tree.has_upos(words.back(), {"PUNCT", "CCONJ"})) words.pop_back();
  return words;
}

bool says_what(const Tree& tree, TokenId head) {
  const auto& below = tree.children(head);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree.is_any(c, {"nmod", "acl", "amod", "compound"}) && !tree.is(c, "nmod:poss");
  });
}

}  // namespace

std::vector<std::vector<TokenId>> listed_phrases(const Tree& tree, const Knowledge& knowledge,
                                                 const TreatyClause& clause) {
  std::vector<TokenId> heads;
  const TokenId verb = clause.predicate;
  if (!knowledge.provisions.is("listing", tree.lemma(verb)) || clause.content != verb) return {};
  for (const TokenId c : tree.children(verb)) {
    if (c < verb || !tree.is_any(c, {"obj", "obl"}) || !tree.has_upos(c, {"NOUN"})) continue;
    const std::string by = preposition(tree, c);
    // "calls for all guns to be moved", but "for a halt to fighting".
    const TokenId below = tree.child(c, "acl");
    const bool clausal = below >= 0 && by == "for" && tree.child(below, "mark") >= 0 && tree.word(below).xpos != "VBG";
    // "agreed on joint patrols", but "agreed on a memorandum"
    const bool paper = tree.lemma(verb) == "agree" && knowledge.provisions.is("document", tree.lemma(c));
    if (paper || clausal || !(by.empty() || by == "for" || by == "on" || by == "of")) continue;
    heads.push_back(c);
    // "provide for a truce and for talks", with the second hung from the verb.
    for (const TokenId d : tree.children(verb)) {
      if (d > c && tree.is(d, "conj") && tree.has_upos(d, {"NOUN"}) && !by.empty() && preposition(tree, d) == by)
        heads.push_back(d);
    }
    break;
  }
  if (heads.empty()) return {};
  for (std::size_t i = 0; i < heads.size() && heads.size() < kMaxListed; ++i) {
    const auto& below = tree.children(heads[i]);
    for (const TokenId c : below) {
      // "the return of the captives, the retreat of the army and talks", with the second taken for what the first is.
      const bool more = !below.empty() && below.back() > c && tree.is(below.back(), "conj");
      const bool next = tree.is(c, "conj") || (tree.is(c, "appos") && c > heads[i] && more);
      if (next && tree.has_upos(c, {"NOUN"})) heads.push_back(c);
    }
  }
  sort_tokens(heads);
  // "prisoners and hostages": things, not acts, stand together in one phrase.
  std::vector<std::vector<TokenId>> phrases;
  for (const TokenId head : heads) {
    if (!says_what(tree, head)) continue;
    const auto words =
        tree.subtree(head, [&](TokenId c) { return c != head && std::binary_search(heads.begin(), heads.end(), c); });
    phrases.push_back(run_around(tree, words, head));
  }
  // "envisages a railway from Faw to the border": what the parser hung from the verb.
  for (const TokenId c : tree.children(verb)) {
    if (phrases.empty() || !tree.is(c, "obl") || leftmost(tree, c) != phrases.back().back() + 1) continue;
    for (const TokenId t : tree.subtree(c)) phrases.back().push_back(t);
  }
  return phrases;
}

namespace {

// "joint patrols and an exchange of lists": the heads of phrases that each say what; of others only the first.
std::vector<TokenId> joined_nouns(const Tree& tree, TokenId first) {
  std::vector<TokenId> heads = {first};
  for (const TokenId c : tree.children(first)) {
    if (!tree.is(c, "conj") || c < first) continue;
    if (!tree.has_upos(c, {"NOUN"}) || !says_what(tree, c)) return {first};
    heads.push_back(c);
  }
  return heads;
}

}  // namespace

std::vector<std::vector<TokenId>> recorded_phrases(const Tree& tree, const Knowledge& knowledge,
                                                   const TreatyClause& clause,
                                                   const std::function<bool(TokenId)>& about) {
  const auto& tables = knowledge.provisions;
  const TokenId predicate = clause.predicate;
  const TokenId subject = clause.subject;
  const TokenId be =
      tree.child(predicate, "cop") >= 0 ? tree.child(predicate, "cop") : tree.child(predicate, "aux:pass");
  if (subject < 0 || be < 0 || !tree.has_upos(subject, {"NOUN"}) || subject > predicate) return {};
  const std::string& tense = tree.word(be).xpos;
  if (tense != "VBZ" && tense != "VBP") return {};
  const auto& below = tree.children(predicate);
  const bool of_text = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return c > predicate && tree.is_any(c, {"nmod", "obl", "obl:agent"}) && about(c);
  });
  // "is a halt to flights", but "is under negotiation".
  const bool noun =
      tree.has_upos(predicate, {"NOUN"}) && tree.child(predicate, "cop") >= 0 && tree.child(predicate, "case") < 0;
  if (noun && about(subject) && !about(predicate) && says_what(tree, predicate)) {
    const auto heads = joined_nouns(tree, predicate);
    std::vector<std::vector<TokenId>> phrases;
    for (const TokenId head : heads) {
      const auto words = tree.subtree(head, [&](TokenId c) {
        const bool next = c != head && std::find(heads.begin(), heads.end(), c) != heads.end();
        return next || c == subject || c == be || (tree.is(c, "case") && tree.head(c) == head);
      });
      phrases.push_back(run_around(tree, words, head));
    }
    return phrases;
  }
  const bool part = noun && tables.is("portion", tree.lemma(predicate));
  const bool held = tree.has_upos(predicate, {"VERB"}) && tables.is("recorded", tree.lemma(predicate));
  // "respect for the border is laid down": where, was said before.
  const bool laid =
      held && tables.is("recorded", with_particle(tree, predicate)) && tree.child(predicate, "compound:prt") >= 0;
  if (!(part || held) || !(of_text || laid) || about(subject) || !says_what(tree, subject)) return {};
  return {run_around(tree, tree.subtree(subject), subject)};
}

std::vector<TokenId> truce_phrase(const Tree& tree, const Knowledge& knowledge, TokenId noun) {
  const auto& tables = knowledge.provisions;
  const auto scope = [&](TokenId c) {
    if (!tree.is(c, "nmod") || c < noun || tree.has_upos(c, {"PROPN"})) return false;
    return tables.is("scope", preposition(tree, c)) && tables.is("course", tree.lemma(c));
  };
  const auto& below = tree.children(noun);
  if (std::none_of(below.begin(), below.end(), scope)) return {};
  const auto words = tree.subtree(noun, [&](TokenId c) { return tree.head(c) == noun && c > noun && !scope(c); });
  return run_around(tree, words, noun);
}

}  // namespace entente
