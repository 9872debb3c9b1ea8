// The conditions of a query, put together with their values in order.
#ifndef ENTENTE_LEDGER_SQL_FILTER_H_
#define ENTENTE_LEDGER_SQL_FILTER_H_

#include <string>
#include <vector>

#include "store/database.h"

namespace entente {

class SqlFilter {
 public:
  void add(const std::string& condition, const Values& values = {});
  // column IN (...); nothing where the list is empty.
  template <class T>
  void any_of(const std::string& column, const std::vector<T>& items) {
    if (items.empty()) return;
    add(column + " IN (" + places(items.size()) + ")", Values(items.begin(), items.end()));
  }

  [[nodiscard]] std::string where() const { return text_.empty() ? "" : " WHERE " + text_; }
  [[nodiscard]] const Values& values() const& { return values_; }

  [[nodiscard]] static std::string places(std::size_t count);  // "?, ?, ?"

 private:
  std::string text_;
  Values values_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_SQL_FILTER_H_
