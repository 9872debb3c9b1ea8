#include "ledger/sql_filter.h"

#include <algorithm>
#include <bit>

namespace entente {
namespace {

constexpr std::size_t kAtOnce = 64;  // keys in one statement: always as many, so that it is prepared once

std::string places(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ", ?";
  return text;
}

// The last one again and again up to a power of two: a database prepares few statements, however long lists are.
void pad(Values& items) { items.resize(std::bit_ceil(items.size()), Value(items.back())); }

}  // namespace

void SqlFilter::add(const std::string& condition, const Values& values) {
  if (!text_.empty()) text_ += " AND ";
  text_ += condition;
  values_.insert(values_.end(), values.begin(), values.end());
}

void SqlFilter::add_list(const std::string& before, Values items, const std::string& after) {
  pad(items);
  add(before + " IN (" + places(items.size()) + ")" + after, items);
}

void SqlFilter::add_either(const std::string& a, const std::string& b, Values items) {
  pad(items);
  const std::string list = " IN (" + places(items.size()) + ")";
  add("(" + a + list + " OR " + b + list + ")", items);
  values_.insert(values_.end(), items.begin(), items.end());
}

Status for_keys(Database& database, const std::string& sql, const std::vector<std::int64_t>& keys,
                const RowVisitor& each) {
  const std::string whole = sql + places(kAtOnce) + ")";
  for (std::size_t begin = 0; begin < keys.size(); begin += kAtOnce) {
    const std::size_t end = std::min(keys.size(), begin + kAtOnce);
    Values values(keys.begin() + static_cast<std::ptrdiff_t>(begin), keys.begin() + static_cast<std::ptrdiff_t>(end));
    values.resize(kAtOnce, values.back());
    ENTENTE_CHECK_OK(database.run(whole, values, each));
  }
  return Unit{};
}

}  // namespace entente
