#include "agreements/relation_words.h"

#include <algorithm>
#include <set>

#include "actors/phrase.h"
#include "events/events.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxBehind = 12;  // words behind an apposition that may belong to it

}  // namespace

// "and their rivalry has sharpened", of a war: another relation.
bool RelationWords::tells_other(TokenId noun, const std::string& type) const {
  const auto& tables = knowledge_.relations;
  const auto frames = tables.by_lemma.find({Frame::Pos::kNoun, tree_.lemma(noun)});
  if (frames == tables.by_lemma.end()) return false;
  return std::none_of(frames->second.begin(), frames->second.end(),
                      [&](std::int32_t i) { return tables.frames[static_cast<std::size_t>(i)].type == type; });
}

// A clause that tells something of its own: not part of what is said of the relation.
bool RelationWords::stands_alone(TokenId t, const std::string& type) const {
  if (tree_.is_any(t, {"acl:relcl", "ccomp", "csubj", "appos", "punct"})) return true;
  const TokenId subject = tree_.child(t, "nsubj");
  const TokenId mark = tree_.child(t, "mark");
  if (tree_.is(t, "advcl") && mark >= 0 && tree_.folded(mark) == "as") return false;  // "as it always has"
  if (tree_.is(t, "advcl")) return subject >= 0 || mark >= 0;
  if (!tree_.is_any(t, {"conj", "parataxis"})) return false;
  // "it has cooled since", "and its hold there is growing tighter": still the same.
  const TokenId whose = subject >= 0 ? tree_.child(subject, "nmod:poss") : -1;
  if (subject >= 0)
    return !tree_.has_upos(subject, {"PRON"}) &&
           (whose < 0 || !tree_.has_upos(whose, {"PRON", "DET"}) || tells_other(subject, type));
  if (!clauses_.is_verb(t)) return false;
  return tree_.child(t, "obj") >= 0 || knowledge_.relations.by_lemma.contains({Frame::Pos::kVerb, tree_.lemma(t)});
}

// The words from t up to the root of its clause, both included.
std::set<TokenId> RelationWords::path(TokenId t, TokenId root) const {
  std::set<TokenId> above = {t};
  for (TokenId at = t; at != root && tree_.head(at) >= 0; at = tree_.head(at)) above.insert(tree_.head(at));
  return above;
}

std::vector<TokenId> RelationWords::region(const RelationMatch& match) const {
  const TokenId root = slots_.clause_head(match.trigger);
  const std::set<TokenId> above = path(match.trigger, root);
  std::vector<TokenId> tokens =
      tree_.subtree(root, [&](TokenId c) { return stands_alone(c, match.frame->type) && !above.contains(c); });
  // "X, whose ties with Y have been growing closer", with the clause hung from the ties.
  const TokenId owner = tree_.is(match.trigger, "appos") ? tree_.child(match.trigger, "nmod:poss") : -1;
  const TokenId clause = owner >= 0 && tree_.word(owner).xpos == "WP$" ? tree_.child(match.trigger, "acl:relcl") : -1;
  if (clause >= 0) {
    for (const TokenId t : tree_.subtree(clause)) tokens.push_back(t);
    sort_tokens(tokens);
    return tokens;
  }
  if (const std::vector<TokenId> clauses = told_by(match); !clauses.empty()) {
    for (const TokenId told : clauses) {
      for (const TokenId t : tree_.subtree(told)) tokens.push_back(t);
    }
    sort_tokens(tokens);
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    return tokens;
  }
  if (!tree_.is_any(root, {"appos", "nmod", "conj", "acl"})) return tokens;
  // "Britain, its ally since 1981": what a parser hangs from the verb before it.
  for (TokenId t = tokens.back() + 1; t < tree_.size() && t <= tokens.back() + kMaxBehind; ++t) {
    if (tree_.sentence(t) != tree_.sentence(root) || tree_.has_upos(t, {"PUNCT", "VERB", "AUX"})) break;
    tokens.push_back(t);
  }
  return tokens;
}

bool RelationWords::negates(TokenId t) const {
  return std::any_of(tree_.children(t).begin(), tree_.children(t).end(), [&](TokenId c) {
    const bool negative =
        knowledge_.in_set("grammar_negation", tree_.lemma(c)) || knowledge_.in_set("grammar_negation", tree_.folded(c));
    // "no longer an ally": it was one.
    const bool longer = c + 1 < tree_.size() && tree_.folded(c) == "no" && tree_.folded(c + 1) == "longer";
    const bool rare = tree_.folded(c) == "never" && tree_.has_upos(t, {"ADJ"});  // "has never been closer"
    if (tree_.is(c, "case") && tree_.folded(c) == "without") return true;        // "are without ties"
    return negative && !longer && !rare && tree_.is_any(c, {"advmod", "det", "neg"});
  });
}

bool RelationWords::negated(const RelationMatch& match) const {
  if (negates(match.trigger) || status(match) == "negated") return true;
  const TokenId head = tree_.head(match.trigger);
  const bool complement = tree_.is_any(match.trigger, {"xcomp", "obj"});
  if (head < 0 || !complement || !clauses_.is_verb(head)) return false;
  return negates(head) && (tree_.is(match.trigger, "xcomp") || knowledge_.in_set("relation_having", tree_.lemma(head)));
}

// As of an event; empty where the relation is only spoken of, whatever is said of it.
std::string RelationWords::status(const RelationMatch& match) const {
  const TokenId t = match.trigger;
  const bool topic = match.frame->pos == Frame::Pos::kNoun && !slots_.predicated(t);
  const TokenId head = tree_.head(t);
  // "X, a rival of Y, may come"
  const bool aside = tree_.is_any(t, {"appos", "nmod", "compound", "amod", "conj", "nmod:desc"});
  if (aside && !clauses_.is_verb(t)) return "";
  if (topic && (head < 0 || !tree_.is(t, "obj") || !clauses_.is_verb(head) ||
                knowledge_.relations.trends.contains(tree_.lemma(head))))
    return "";
  // "is weighing whether to recognise", however the word hangs there
  const auto& children = tree_.children(t);
  if (std::any_of(children.begin(), children.end(),
                  [&](TokenId c) { return knowledge_.in_set("grammar_condition", tree_.folded(c)); }))
    return "hypothetical";
  FrameMatch word;
  word.trigger = t;
  std::string told = read_status(tree_, knowledge_, clauses_, word);
  // "has never been closer", "is no longer dependent"
  if (told == "negated" && tree_.has_upos(t, {"ADJ"}) && !negates(t)) told = "actual";
  return told;
}

bool RelationWords::unreal(const RelationMatch& match) const {
  const std::string told = status(match);
  if (match.frame->positive && told == "hypothetical") return false;  // "would starve without it"
  return told == "hypothetical" || told == "future" || (told == "negated" && match.frame->lasting);
}

bool RelationWords::trait(TokenId verb) const {
  const std::string& xpos = tree_.word(verb).xpos;
  // "whose party supports it": somebody else's trait.
  const TokenId subject = tree_.child(verb, "nsubj");
  const TokenId owner = subject >= 0 ? tree_.child(subject, "nmod:poss") : -1;
  if (owner >= 0 && tree_.word(owner).xpos == "WP$") return false;
  // "Rebels backed by Peru", "which is backed by Peru"
  if (xpos == "VBN") {
    const TokenId be = tree_.child(verb, "aux:pass");
    const auto& told = tree_.children(verb);
    const bool agent = std::any_of(told.begin(), told.end(),
                                   [&](TokenId c) { return tree_.is(c, "obl") && preposition(tree_, c) == "by"; });
    const bool clause = tree_.is(verb, "acl") && agent;
    const bool now =
        be < 0 ? !tree_.is(verb, "acl:relcl") : tree_.word(be).xpos == "VBZ" || tree_.word(be).xpos == "VBP";
    const auto& below = tree_.children(verb);
    const bool plain = std::none_of(below.begin(), below.end(),
                                    [&](TokenId c) { return tree_.is(c, "aux") && !tree_.is(c, "aux:pass"); });
    return clause && now && plain;
  }
  return (xpos == "VBZ" || xpos == "VBP") && tree_.is_any(verb, {"acl:relcl", "conj"}) &&
         (tree_.is(verb, "acl:relcl") || tree_.is(tree_.head(verb), "acl:relcl"));
}

bool RelationWords::past(const RelationMatch& match) const {
  const TokenId root = slots_.clause_head(match.trigger);
  if (tree_.word(root).xpos == "VBD") return true;
  for (const TokenId t : {root, match.trigger}) {
    for (const TokenId c : tree_.children(t)) {
      if (tree_.is_any(c, {"cop", "aux"}) && tree_.word(c).xpos == "VBD" && tree_.lemma(c) != "have") return true;
    }
  }
  return false;
}

}  // namespace entente
