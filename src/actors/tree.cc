#include "actors/tree.h"

#include <algorithm>

#include "knowledge/knowledge.h"

namespace entente {
namespace {

// Walks up from each token; what is met again on the same walk stands on a circle.
void cut_circles(std::vector<TokenId>& heads) {
  std::vector<std::int32_t> walk_of(heads.size(), -1);
  for (std::size_t start = 0; start < heads.size(); ++start) {
    auto t = static_cast<TokenId>(start);
    while (t >= 0 && walk_of[static_cast<std::size_t>(t)] < 0) {
      walk_of[static_cast<std::size_t>(t)] = static_cast<std::int32_t>(start);
      t = heads[static_cast<std::size_t>(t)];
    }
    if (t >= 0 && walk_of[static_cast<std::size_t>(t)] == static_cast<std::int32_t>(start))
      heads[static_cast<std::size_t>(t)] = -1;
  }
}

// English endings with what they may replace; a doubled consonant before -ed and -ing may be single in the lemma.
void mend_lemma(const std::string& form, const std::string& upos, const Knowledge& lexicon, std::string& lemma) {
  const auto& known = lexicon.lemmas;
  static constexpr struct {
    const char* ending;
    const char* instead;
    bool verb;  // of verbs alone
  } kEndings[] = {{"ied", "y", true}, {"ed", "", true},    {"ed", "e", true}, {"ing", "", true},
                  {"ing", "e", true}, {"ies", "y", false}, {"es", "", false}, {"s", "", false}};
  // "the shelling", which is no "shell"
  if (upos == "NOUN" && form.ends_with("ing") && known.contains(form)) lemma = form;
  // An irregular form has one lemma, whatever the parser made of it.
  if (const auto irregular = lexicon.forms.find(form); upos == "VERB" && irregular != lexicon.forms.end()) {
    lemma = irregular->second;
    return;
  }
  // A plural that some set lists as such ("supplies") is still one of its singular; its form is compared too.
  const bool plural = upos == "NOUN" && lemma == form && form.ends_with('s');
  // "has shelved", where some table has the adjective; "feed" is a verb as it stands.
  const bool past = upos == "VERB" && lemma == form && form.ends_with("ed") && !form.ends_with("eed");
  if ((upos != "VERB" && upos != "NOUN") || (known.contains(lemma) && !plural && !past)) return;
  for (const auto& [ending, instead, verb] : kEndings) {
    if ((verb && upos != "VERB") || !form.ends_with(ending)) continue;
    const std::string stem = form.substr(0, form.size() - std::string_view(ending).size());
    const std::size_t n = stem.size();
    const bool doubled = verb && n > 2 && stem[n - 1] == stem[n - 2];
    for (const std::string& candidate : {stem + instead, doubled ? stem.substr(0, n - 1) : std::string()}) {
      if (candidate.empty() || !known.contains(candidate)) continue;
      lemma = candidate;
      return;
    }
  }
}

}  // namespace

void sort_tokens(std::vector<TokenId>& tokens) { std::sort(tokens.begin(), tokens.end()); }

Tree::Tree(const ParsedDocument& parsed, const Knowledge* lexicon)
    : parsed_(parsed), index_(parsed.document.article.text) {
  const std::size_t count = std::min(parsed.words.size(), parsed.document.tokens.size());
  heads_.assign(count, -1);
  sentences_.assign(count, 0);
  children_.resize(count);
  for (std::size_t s = 0; s < parsed.document.sentences.size(); ++s) {
    const TokenSpan span = parsed.document.sentences[s].tokens;
    for (TokenId t = span.begin.value; t < span.end.value && t < static_cast<TokenId>(count); ++t) {
      sentences_[static_cast<std::size_t>(t)] = static_cast<std::int32_t>(s);
      const TokenId head = parsed.words[static_cast<std::size_t>(t)].head;
      if (head != t && span.contains(TokenOffset{head})) heads_[static_cast<std::size_t>(t)] = head;
    }
  }
  cut_circles(heads_);
  for (std::size_t t = 0; t < count; ++t) {
    if (heads_[t] >= 0) children_[static_cast<std::size_t>(heads_[t])].push_back(static_cast<TokenId>(t));
    folded_.push_back(fold_case(parsed.document.tokens[t].form));
    lemmas_.push_back(fold_case(parsed.words[t].lemma));
    if (lexicon != nullptr) mend_lemma(folded_[t], parsed.words[t].upos, *lexicon, lemmas_[t]);
    if (lexicon != nullptr) join_hyphen(t, *lexicon);
  }
}

// "cease-fire", cut into three words, is the "ceasefire" of the lexicon; so are "pull-out" and "co-operation".
void Tree::join_hyphen(std::size_t t, const Knowledge& lexicon) {
  if (t < 2 || folded_[t - 1] != "-") return;
  const auto& tokens = parsed_.document.tokens;
  if (tokens[t - 2].span.end != tokens[t - 1].span.begin || tokens[t - 1].span.end != tokens[t].span.begin) return;
  const std::string joined = folded_[t - 2] + lemmas_[t];
  if (lexicon.lemmas.contains(joined)) lemmas_[t] = joined;
}

bool Tree::is(TokenId t, std::string_view deprel) const {
  const std::string& own = word(t).deprel;
  return own.starts_with(deprel) && (own.size() == deprel.size() || own[deprel.size()] == ':');
}

bool Tree::is_any(TokenId t, std::initializer_list<std::string_view> deprels) const {
  return std::any_of(deprels.begin(), deprels.end(), [&](std::string_view deprel) { return is(t, deprel); });
}

TokenId Tree::child(TokenId t, std::string_view deprel) const {
  for (const TokenId c : children(t)) {
    if (is(c, deprel)) return c;
  }
  return -1;
}

bool Tree::has_upos(TokenId t, std::initializer_list<std::string_view> upos) const {
  return std::find(upos.begin(), upos.end(), word(t).upos) != upos.end();
}

bool Tree::has_feat(TokenId t, std::string_view feat) const {
  const std::string_view feats = word(t).feats;
  const std::size_t at = feats.find(feat);
  if (at == std::string_view::npos || (at > 0 && feats[at - 1] != '|')) return false;
  const std::size_t end = at + feat.size();
  return end == feats.size() || feats[end] == '|' || feats[end] == ',';
}

std::vector<TokenId> Tree::subtree(TokenId t) const {
  return subtree(t, [](TokenId) { return false; });
}

bool Tree::is_below(TokenId t, TokenId ancestor) const {
  for (; t >= 0; t = head(t)) {
    if (t == ancestor) return true;
  }
  return false;
}

CodePointSpan Tree::span(TokenId first, TokenId last) const { return {token(first).span.begin, token(last).span.end}; }

std::string Tree::text(CodePointSpan span) const { return std::string(index_.slice(span)); }

}  // namespace entente
