// A parsed document seen as trees: children, subtrees, text. A view: the document must outlive it.
//
// Heads that leave the sentence or run in a circle are taken as roots, so that no walk can loop.
#ifndef ENTENTE_ACTORS_TREE_H_
#define ENTENTE_ACTORS_TREE_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_index.h"
#include "entente/document.h"

namespace entente {

class Knowledge;

using TokenId = std::int32_t;  // index into Document::tokens; -1 for none

class Tree {
 public:
  // Where the parser's lemma is none that the lexicon has ("clashe" of "clashed", "withdre" of "withdrew") and another
  // that the form allows is, that one is taken; without a lexicon, lemmas are the parser's.
  explicit Tree(const ParsedDocument& parsed, const Knowledge* lexicon = nullptr);

  [[nodiscard]] const ParsedDocument& parsed() const { return parsed_; }
  // Of a token before the first or behind the last: blank, in no sentence, with no head and nothing below.
  [[nodiscard]] const Word& word(TokenId t) const {
    return has(t) ? parsed_.words[static_cast<std::size_t>(t)] : kNoWord;
  }
  [[nodiscard]] const Token& token(TokenId t) const {
    return has(t) ? parsed_.document.tokens[static_cast<std::size_t>(t)] : kNoToken;
  }
  [[nodiscard]] const std::string& folded(TokenId t) const {
    return has(t) ? folded_[static_cast<std::size_t>(t)] : kNoText;
  }
  [[nodiscard]] const std::string& lemma(TokenId t) const {  // folded
    return has(t) ? lemmas_[static_cast<std::size_t>(t)] : kNoText;
  }
  [[nodiscard]] TokenId head(TokenId t) const { return has(t) ? heads_[static_cast<std::size_t>(t)] : -1; }
  [[nodiscard]] const std::vector<TokenId>& children(TokenId t) const {
    return has(t) ? children_[static_cast<std::size_t>(t)] : kNoChildren;
  }
  [[nodiscard]] std::int32_t sentence(TokenId t) const { return has(t) ? sentences_[static_cast<std::size_t>(t)] : -1; }
  [[nodiscard]] TokenId size() const { return static_cast<TokenId>(heads_.size()); }

  // "nsubj" matches nsubj and nsubj:pass; "nsubj:pass" only itself.
  [[nodiscard]] bool is(TokenId t, std::string_view deprel) const;
  [[nodiscard]] bool is_any(TokenId t, std::initializer_list<std::string_view> deprels) const;
  [[nodiscard]] TokenId child(TokenId t, std::string_view deprel) const;  // the first, or -1
  [[nodiscard]] bool has_upos(TokenId t, std::initializer_list<std::string_view> upos) const;
  [[nodiscard]] bool has_feat(TokenId t, std::string_view feat) const;  // "Number=Plur"

  // Tokens below t, itself included, in text order; branches for which stop(child) is true are left out.
  template <class Stop>
  [[nodiscard]] std::vector<TokenId> subtree(TokenId t, const Stop& stop) const;
  [[nodiscard]] std::vector<TokenId> subtree(TokenId t) const;
  [[nodiscard]] bool is_below(TokenId t, TokenId ancestor) const;

  [[nodiscard]] CodePointSpan span(TokenId first, TokenId last) const;  // last included
  [[nodiscard]] std::string text(CodePointSpan span) const;             // verbatim
  [[nodiscard]] std::string text(TokenId first, TokenId last) const { return text(span(first, last)); }

 private:
  inline static const Word kNoWord;
  inline static const Token kNoToken;
  inline static const std::string kNoText;
  inline static const std::vector<TokenId> kNoChildren;

  [[nodiscard]] bool has(TokenId t) const { return static_cast<std::size_t>(t) < heads_.size(); }
  void join_hyphen(std::size_t t, const Knowledge& lexicon);

  const ParsedDocument& parsed_;
  TextIndex index_;
  std::vector<TokenId> heads_;
  std::vector<std::vector<TokenId>> children_;
  std::vector<std::int32_t> sentences_;
  std::vector<std::string> folded_;
  std::vector<std::string> lemmas_;
};

void sort_tokens(std::vector<TokenId>& tokens);

template <class Stop>
std::vector<TokenId> Tree::subtree(TokenId t, const Stop& stop) const {
  std::vector<TokenId> out = {t};
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (const TokenId c : children(out[i])) {
      if (!stop(c)) out.push_back(c);
    }
  }
  sort_tokens(out);
  return out;
}

}  // namespace entente

#endif  // ENTENTE_ACTORS_TREE_H_
