// What the words around a relation say of it: since when, until when, and how it changes.
#ifndef ENTENTE_AGREEMENTS_RELATION_WORDS_H_
#define ENTENTE_AGREEMENTS_RELATION_WORDS_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "agreements/relation_frames.h"
#include "events/dates.h"

namespace entente {

struct RelationTimes {
  std::optional<DateInterval> since;
  std::optional<DateInterval> until;
  bool lasting = false;  // a time was told through which it went on
};

class RelationWords {
 public:
  RelationWords(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const RelationSlots& slots)
      : tree_(tree), knowledge_(knowledge), clauses_(clauses), slots_(slots), dates_(tree, knowledge) {}

  // Tokens of the clause in text order, without clauses of their own in it.
  [[nodiscard]] std::vector<TokenId> region(const RelationMatch& match) const;
  [[nodiscard]] RelationTimes times(const RelationMatch& match, const std::vector<TokenId>& region) const;
  // deepening, weakening, steady, or empty
  [[nodiscard]] std::string trend(const RelationMatch& match, const std::vector<TokenId>& region,
                                  RelationType::Tone tone) const;
  // Told as not so: "does not recognise", "is no ally of".
  [[nodiscard]] bool negated(const RelationMatch& match) const;
  // Neither is nor was: "could become", "if", "wants an alliance".
  [[nodiscard]] bool unreal(const RelationMatch& match) const;
  // "which arms the rebels": told in the simple present beside a name.
  [[nodiscard]] bool trait(TokenId verb) const;
  [[nodiscard]] bool past(const RelationMatch& match) const;
  // "has been shelling", "shells it most nights": done again and again.
  [[nodiscard]] bool habit(const RelationMatch& match, const std::vector<TokenId>& region) const;
  // "squabbles over": told in the simple present.
  [[nodiscard]] bool present(const RelationMatch& match) const;

 private:
  [[nodiscard]] TokenId told_noun(const RelationMatch& match) const;
  [[nodiscard]] std::vector<TokenId> told_by(const RelationMatch& match) const;
  [[nodiscard]] std::set<TokenId> path(TokenId t, TokenId root) const;
  struct Dated {
    DateInterval date;
    TokenId last = -1;
  };
  struct TimesRead {
    std::optional<DateInterval> since, until, at;
    bool from = false;  // "from" was told, to which "to" belongs
    bool lasting = false;
  };
  void scan_times(const std::vector<TokenId>& words, bool clause, bool past, TimesRead& read) const;
  bool read_years(TokenId t, TokenId last, TimesRead& read) const;
  TokenId scan_open(TokenId cue, TokenId last, TimesRead& read) const;
  void scan_name(TokenId noun, TimesRead& read) const;
  void scan_beside(const RelationMatch& match, const std::vector<TokenId>& region, TimesRead& read) const;
  void scan_ended(TokenId clause, bool past, TimesRead& read) const;
  void scan_clauses(const RelationMatch& match, TokenId root, bool past, TimesRead& read) const;
  [[nodiscard]] std::string status(const RelationMatch& match) const;
  [[nodiscard]] bool negates(TokenId t) const;
  [[nodiscard]] bool stands_alone(TokenId t, const std::string& type) const;
  [[nodiscard]] bool tells_other(TokenId noun, const std::string& type) const;
  [[nodiscard]] std::optional<Dated> date_after(TokenId cue, TokenId last) const;
  [[nodiscard]] std::optional<Dated> date_inside(TokenId cue, TokenId last) const;
  [[nodiscard]] bool had_been(TokenId verb) const;
  [[nodiscard]] bool lasts(TokenId cue, TokenId last) const;
  [[nodiscard]] std::optional<DateInterval> duration(TokenId cue, TokenId last) const;
  [[nodiscard]] std::string strongest_trend(const RelationMatch& match, const std::vector<TokenId>& words,
                                            RelationType::Tone tone, const std::string& weaker = "") const;
  [[nodiscard]] bool changes_other(TokenId verb, TokenId trigger) const;
  [[nodiscard]] std::string change(TokenId t, TokenId trigger, RelationType::Tone tone, bool& weak) const;
  [[nodiscard]] std::string comparative(TokenId t, RelationType::Tone tone) const;
  [[nodiscard]] std::string stem(const std::string& form) const;
  [[nodiscard]] const std::string* kind(TokenId t) const;  // of a word of time

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
  const RelationSlots& slots_;
  DateReader dates_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_RELATION_WORDS_H_
