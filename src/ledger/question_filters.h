// What all queries can say, as conditions on a kind's table.
#ifndef ENTENTE_LEDGER_QUESTION_FILTERS_H_
#define ENTENTE_LEDGER_QUESTION_FILTERS_H_

#include <string>
#include <string_view>
#include <vector>

#include "entente/questions.h"
#include "ledger/question_days.h"
#include "ledger/sql_filter.h"

namespace entente {

// "layer IN (0, 1)": what is valid in the asked view.
[[nodiscard]] std::string in_view(const std::string& column, bool as_coded);

// Layer, confidence and sources, of the table under this short name.
void add_common(SqlFilter& filter, const std::string& table, const Query& query);

// Of these days; of what lasts, that some of it lies in these days: what has no first or no last day is open there, and
// what has neither is not of any days.
void add_days(SqlFilter& filter, const std::string& day, const DayRange& range);
void add_span(SqlFilter& filter, const std::string& first_day, const std::string& last_day, const DayRange& range);

// kUsage where a value is none of those that a field of a kind's records can have.
[[nodiscard]] Status check_values(const std::string& what, std::size_t kind, const std::string& field,
                                  const std::vector<std::string>& values);
// What a question for events means that names no status: those that did happen.
[[nodiscard]] const std::vector<std::string>& done_statuses();
[[nodiscard]] Status check_common(const Query& query);
[[nodiscard]] bool is_plover_type(std::string_view type);

// Words of a label, or an issue's id.
class IssueTerms {
 public:
  explicit IssueTerms(const std::vector<std::string>& words);
  [[nodiscard]] bool empty() const { return words_.empty(); }
  [[nodiscard]] bool meets(std::string_view id, std::string_view label) const;

 private:
  struct Term {
    std::string id;
    std::vector<std::string> words;  // folded
  };
  std::vector<Term> words_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_QUESTION_FILTERS_H_
