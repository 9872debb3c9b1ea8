// When: words such as "on Monday" and "in April 2024" to an interval, anchored at the article's date or left open.
#ifndef ENTENTE_EVENTS_DATES_H_
#define ENTENTE_EVENTS_DATES_H_

#include <optional>
#include <string>
#include <vector>

#include "actors/tree.h"
#include "entente/record.h"
#include "knowledge/knowledge.h"

namespace entente {

class DateReader {
 public:
  DateReader(const Tree& tree, const Knowledge& knowledge);

  // Of the words that hang from `trigger` as adverbials; `future` says which way "on Monday" looks. `told`: the ISO
  // date of what was told last, for "the same day" and "two days later"; may be empty.
  [[nodiscard]] std::optional<DateInterval> read(TokenId trigger, bool future, const std::string& told = "") const;
  // Of a run of words alone ("the spring of 2011", "last year"), last included, whatever stands around it.
  [[nodiscard]] std::optional<DateInterval> read_words(TokenId first, TokenId last) const;
  // A run of words that tells a span ("nine days"), counted back from an ISO date.
  [[nodiscard]] std::optional<DateInterval> back_from(const std::string& day, TokenId first, TokenId last) const;
  // The article's own date, where the clause names none; nullopt where there is none either.
  [[nodiscard]] std::optional<DateInterval> of_article() const;
  // True where the interval begins after the article. `promised`: of a promise or an invitation, so that a month
  // without a year that would lie long back is the coming one.
  [[nodiscard]] bool lies_ahead(const DateInterval& date, bool promised) const;
  // True where the interval ended more than 90 days before the article.
  [[nodiscard]] bool long_past(const DateInterval& date) const;

 private:
  struct Parts;
  void take_neighbours(Parts& parts) const;
  void take_week(Parts& parts) const;
  [[nodiscard]] bool is_apart(TokenId before, TokenId t) const;
  [[nodiscard]] Parts collect(const std::vector<TokenId>& words) const;
  [[nodiscard]] std::optional<DateInterval> resolve(const Parts& parts, bool future) const;
  [[nodiscard]] std::optional<DateInterval> resolve_month(const Parts& parts, bool future) const;
  [[nodiscard]] std::optional<DateInterval> resolve_unit(const Parts& parts) const;
  [[nodiscard]] static std::optional<DateInterval> resolve_told(const Parts& parts, const std::string& told);
  void add_misplaced(TokenId trigger, TokenId first_verb, std::vector<TokenId>& found) const;
  [[nodiscard]] std::vector<TokenId> adverbials(TokenId trigger) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  std::optional<std::int32_t> anchor_;  // days since 1970-01-01
};

}  // namespace entente

#endif  // ENTENTE_EVENTS_DATES_H_
