#include "ledger/sql_filter.h"

namespace entente {

void SqlFilter::add(const std::string& condition, const Values& values) {
  if (!text_.empty()) text_ += " AND ";
  text_ += condition;
  values_.insert(values_.end(), values.begin(), values.end());
}

std::string SqlFilter::places(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ", ?";
  return text;
}

}  // namespace entente
