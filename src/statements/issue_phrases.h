// The noun phrases of an article that may name what its statements are about.
#ifndef ENTENTE_STATEMENTS_ISSUE_PHRASES_H_
#define ENTENTE_STATEMENTS_ISSUE_PHRASES_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actors/tree.h"
#include "knowledge/knowledge.h"

namespace entente {

// All mentions of one noun, or of nouns that the tables hold for the same ("accord", "pact").
struct IssuePhrase {
  std::string kind;               // of knowledge/issues/nouns.tsv, or what the parser takes the name for, or "other"
  std::vector<TokenId> mentions;  // heads, in text order
  TokenId first = -1;             // the phrase as it stands first without a pronoun
  TokenId last = -1;
  std::int32_t words = 0;   // of the phrase that say something
  bool in_title = false;    // shares one of them with the article's title
  std::string determiner;   // the first word, folded
  bool possessive = false;  // "its soldiers" everywhere
  const StandingIssue* standing = nullptr;
};

class IssuePhrases {
 public:
  IssuePhrases(const Tree& tree, const Knowledge& knowledge);

  [[nodiscard]] const std::vector<IssuePhrase>& all() const { return phrases_; }
  [[nodiscard]] const IssuePhrase& at(std::int32_t phrase) const { return phrases_[static_cast<std::size_t>(phrase)]; }
  [[nodiscard]] std::int32_t of(TokenId head) const { return of_[static_cast<std::size_t>(head)]; }  // -1 for none
  [[nodiscard]] bool named(TokenId t) const { return !name_kind_[static_cast<std::size_t>(t)].empty(); }
  // Phrases with a mention in the sentence.
  [[nodiscard]] const std::vector<std::int32_t>& in_sentence(std::int32_t sentence) const;
  // Phrases that stand early, in the title or more than once: what the article may be about.
  [[nodiscard]] const std::vector<std::int32_t>& prominent() const { return prominent_; }

 private:
  struct Run {
    TokenId first = -1;
    TokenId last = -1;
  };
  void find_names();
  void find_standing();
  void collect();
  void finish(IssuePhrase& phrase, const std::set<std::string>& title);
  [[nodiscard]] std::string kind_of(TokenId head) const;
  [[nodiscard]] const IssueNoun* noun(TokenId t) const;
  [[nodiscard]] Run phrase_of(TokenId head) const;
  [[nodiscard]] Run widest(TokenId head) const;
  [[nodiscard]] TokenId left_end(TokenId head) const;
  [[nodiscard]] TokenId core_end(TokenId head) const;
  [[nodiscard]] TokenId joined_end(TokenId head) const;
  [[nodiscard]] bool extend(TokenId head, TokenId& at, Run& run) const;
  [[nodiscard]] bool belongs_after(TokenId head, TokenId c) const;
  [[nodiscard]] std::int32_t words(Run run) const;
  [[nodiscard]] bool owned_by_pronoun(TokenId head) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  std::vector<std::string> name_kind_;          // by token: what the parser takes the name for, or empty
  std::vector<const StandingIssue*> standing_;  // by token
  std::vector<IssuePhrase> phrases_;
  std::vector<std::int32_t> of_;
  std::vector<std::vector<std::int32_t>> in_sentence_;
  std::vector<std::int32_t> prominent_;
};

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_ISSUE_PHRASES_H_
