// The conditions of a query, put together with their values in order.
#ifndef ENTENTE_LEDGER_SQL_FILTER_H_
#define ENTENTE_LEDGER_SQL_FILTER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "store/database.h"

namespace entente {

class SqlFilter {
 public:
  void add(const std::string& condition, const Values& values = {});
  // before IN (...) after; nothing where the list is empty.
  template <class T>
  void any_of(const std::string& before, const std::vector<T>& items, const std::string& after = "") {
    if (!items.empty()) add_list(before, Values(items.begin(), items.end()), after);
  }
  // a IN (...) OR b IN (...); nothing where the list is empty.
  template <class T>
  void either_of(const std::string& a, const std::string& b, const std::vector<T>& items) {
    if (!items.empty()) add_either(a, b, Values(items.begin(), items.end()));
  }

  [[nodiscard]] std::string where() const { return text_.empty() ? "" : " WHERE " + text_; }
  [[nodiscard]] const Values& values() const& { return values_; }

 private:
  void add_list(const std::string& before, Values items, const std::string& after);
  void add_either(const std::string& a, const std::string& b, Values items);

  std::string text_;
  Values values_;
};

// Rows by their keys, some keys a statement; `sql` ends in "IN (" of the keys.
[[nodiscard]] Status for_keys(Database& database, const std::string& sql, const std::vector<std::int64_t>& keys,
                              const RowVisitor& each);

}  // namespace entente

#endif  // ENTENTE_LEDGER_SQL_FILTER_H_
