// How a speaker stands to what he says, by the cue and by the words themselves.
#ifndef ENTENTE_STATEMENTS_STANCE_H_
#define ENTENTE_STATEMENTS_STANCE_H_

#include <string>

#include "actors/actors.h"
#include "statements/cues.h"

namespace entente {

class StanceReader {
 public:
  StanceReader(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors)
      : tree_(tree), knowledge_(knowledge), actors_(actors) {}

  // affirms, denies, supports, opposes, doubts, demands, promises or neutral.
  [[nodiscard]] std::string read(const FoundCue& cue, const Actor& speaker) const;

 private:
  [[nodiscard]] std::string of_content(const FoundCue& cue, const Actor& speaker) const;
  [[nodiscard]] bool negates(TokenId t) const;
  [[nodiscard]] bool answers_if(TokenId clause, TokenId subject) const;
  [[nodiscard]] bool rules(const Actor& speaker) const;
  [[nodiscard]] bool begins(std::string_view kind, TokenId t) const;
  [[nodiscard]] bool guessed(TokenId clause) const;
  [[nodiscard]] bool grants(TokenId clause) const;
  [[nodiscard]] bool judges(TokenId t) const;
  [[nodiscard]] bool rebuffs(TokenId clause) const;
  [[nodiscard]] bool withholds(TokenId clause) const;
  [[nodiscard]] bool moralises(TokenId clause) const;
  [[nodiscard]] bool permits(TokenId clause) const;
  [[nodiscard]] bool introduced_with_doubt(const FoundCue& cue) const;
  [[nodiscard]] bool opens_negated(const FoundCue& cue, TokenId main) const;
  [[nodiscard]] bool negative_phrase(TokenId phrase) const;
  [[nodiscard]] bool wishes(TokenId clause, const FoundCue& cue) const;
  [[nodiscard]] bool powerful(const Actor& speaker) const;
  [[nodiscard]] bool acts(TokenId subject) const;
  [[nodiscard]] bool owned(TokenId subject) const;
  [[nodiscard]] bool looks_ahead(const FoundCue& cue) const;
  [[nodiscard]] bool quoted_words(const FoundCue& cue) const;
  [[nodiscard]] bool demands(TokenId clause) const;
  [[nodiscard]] bool promises(TokenId clause, const FoundCue& cue, const Actor& speaker) const;
  [[nodiscard]] bool speaks_for(TokenId subject, const Actor& speaker) const;
  [[nodiscard]] bool negated(TokenId clause) const;
  [[nodiscard]] bool negated_by_words(TokenId clause) const;
  [[nodiscard]] bool tells(std::string_view kind, TokenId t) const;
  [[nodiscard]] int judgement(TokenSpan words) const;
  [[nodiscard]] std::vector<TokenId> main_clauses(const FoundCue& cue) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
};

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_STANCE_H_
