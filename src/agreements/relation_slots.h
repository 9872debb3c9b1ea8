// Slots of relation frames: those of Clauses, and who is said to be an ally, who has ties, what ties are like.
#ifndef ENTENTE_AGREEMENTS_RELATION_SLOTS_H_
#define ENTENTE_AGREEMENTS_RELATION_SLOTS_H_

#include <string>
#include <vector>

#include "actors/tree.h"
#include "events/clause.h"
#include "knowledge/knowledge.h"

namespace entente {

// "Peru, whose ties with Cuba": "whose" is the noun of the relative clause; other words are themselves.
[[nodiscard]] TokenId resolve_which(const Tree& tree, TokenId t);
[[nodiscard]] TokenId resolve_whose(const Tree& tree, TokenId t);

class RelationSlots {
 public:
  RelationSlots(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses)
      : tree_(tree), knowledge_(knowledge), clauses_(clauses) {}

  // `before` is not filled here: it is no word of the clause.
  [[nodiscard]] std::vector<TokenId> fill(TokenId trigger, const std::string& slot) const;
  [[nodiscard]] std::vector<TokenId> fill(TokenId trigger, const SlotPath& path) const;
  // A noun that is said of its holder: of a subject, beside a name, "as"; not one that is spoken of itself.
  [[nodiscard]] bool predicated(TokenId noun) const;
  // The verb or predicate whose clause t stands in: "remain" of "remains an ally", "begin" of "began to rely".
  [[nodiscard]] TokenId clause_head(TokenId t) const;

 private:
  [[nodiscard]] TokenId top_noun(TokenId noun) const;  // "one" of "one of its allies"
  void add_holder(TokenId noun, std::vector<TokenId>& out) const;
  [[nodiscard]] TokenId name_before(TokenId noun) const;
  [[nodiscard]] bool comments(TokenId noun, TokenId beside) const;
  void add_named_predicate(TokenId noun, std::vector<TokenId>& out) const;
  void add_having(TokenId noun, std::vector<TokenId>& out) const;
  void add_quality(TokenId noun, std::vector<TokenId>& out) const;
  void add_named_after(TokenId noun, std::vector<TokenId>& out) const;
  void add_relative(TokenId noun, std::vector<TokenId>& out) const;
  void add_hyphenated(std::vector<TokenId>& out) const;
  void add_subject(TokenId verb, std::vector<TokenId>& out) const;
  void add_prefix(TokenId word, std::vector<TokenId>& out) const;
  void add_affected(TokenId noun, std::vector<TokenId>& out) const;
  void settle_relative(TokenId verb, const std::string& slot, std::vector<TokenId>& out) const;
  void add_where(TokenId verb, std::vector<TokenId>& out) const;
  void add_outside(TokenId noun, const std::string& slot, std::vector<TokenId>& out) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_RELATION_SLOTS_H_
