// Clauses: who fills which slot of a verb or noun, through passives, control, relative clauses and conjuncts.
//
// Slots are those of docs/formats/lexicon.md: subj and obj are deep (the agent of a passive is its subj), a
// preposition names what hangs from the word by it, comp is a complement clause.
#ifndef ENTENTE_EVENTS_CLAUSE_H_
#define ENTENTE_EVENTS_CLAUSE_H_

#include <string>
#include <string_view>
#include <vector>

#include "actors/tree.h"
#include "knowledge/knowledge.h"

namespace entente {

class Clauses {
 public:
  explicit Clauses(const Tree& tree) : tree_(tree) {}

  // Tokens that fill the slot; conjuncts of a noun are not listed apart.
  [[nodiscard]] std::vector<TokenId> fill(TokenId trigger, std::string_view slot) const;
  [[nodiscard]] std::vector<TokenId> fill(TokenId trigger, const SlotPath& path) const;

  [[nodiscard]] bool passive(TokenId verb) const;
  [[nodiscard]] bool only_has(TokenId verb) const;
  [[nodiscard]] TokenId surface_subject(TokenId verb) const;  // -1 where none can be found
  // "X said that A and denied B", with "denied" joined to A: X, where the verb has no subject of its own; else -1.
  [[nodiscard]] TokenId reporting_subject(TokenId verb) const;
  // The verb or predicate that t hangs from, over nouns; -1 at the root.
  [[nodiscard]] TokenId governor(TokenId t) const;
  [[nodiscard]] bool is_verb(TokenId t) const;

 private:
  [[nodiscard]] TokenId own_subject(TokenId verb) const;
  [[nodiscard]] TokenId resolve_relative(TokenId filler, TokenId verb) const;  // "which" to what it stands for
  [[nodiscard]] TokenId relative_noun(TokenId verb) const;  // the noun that a relative clause is about
  void add_children(TokenId trigger, std::initializer_list<std::string_view> deprels, std::vector<TokenId>& out) const;
  void add_subject(TokenId trigger, std::vector<TokenId>& out) const;
  void add_acted_on(TokenId trigger, std::vector<TokenId>& out) const;
  [[nodiscard]] bool sent_doing(TokenId gerund, TokenId verb) const;
  void add_complements(TokenId trigger, std::vector<TokenId>& out) const;
  void add_outer(TokenId trigger, std::vector<TokenId>& out) const;
  void add_object(TokenId verb, std::vector<TokenId>& out) const;  // of an active verb
  void add_receiver(TokenId verb, std::vector<TokenId>& out) const;
  void add_prepositional(TokenId trigger, std::string_view slot, std::vector<TokenId>& out) const;
  void add_from_relative(TokenId noun, std::string_view slot, std::vector<TokenId>& out) const;

  const Tree& tree_;
};

}  // namespace entente

#endif  // ENTENTE_EVENTS_CLAUSE_H_
