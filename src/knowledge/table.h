// Tables under knowledge/: tab-separated values with a head that names schema, version, source and licence.
//
// Errors: mistakes are gathered in Problems, each with file:line and what was expected; a load fails with all of them.
#ifndef ENTENTE_KNOWLEDGE_TABLE_H_
#define ENTENTE_KNOWLEDGE_TABLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.h"

namespace entente {

class Problems {
 public:
  void add(const std::string& file, std::int32_t line, const std::string& message);
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] Error to_error() const;  // place: the first; message: all of them, up to a limit

 private:
  std::string place_;
  std::string message_;
  std::int32_t count_ = 0;
};

struct TableRow {
  std::int32_t line = 0;
  std::vector<std::string> cells;  // as many as the table has columns
};

struct Table {
  std::string file;
  std::vector<TableRow> rows;
};

// The columns must be exactly these, in this order. Rows that are wrong are left out and told to `problems`.
[[nodiscard]] Table parse_table(std::string_view bytes, const std::string& file, std::string_view schema,
                                const std::vector<std::string_view>& columns, Problems& problems);

// A finite number that is all of the cell; nothing where it is none.
[[nodiscard]] std::optional<double> parse_number(const std::string& cell);

// "a; b" to {"a", "b"}; empty parts are dropped.
[[nodiscard]] std::vector<std::string> split_list(std::string_view cell, char separator);

}  // namespace entente

#endif  // ENTENTE_KNOWLEDGE_TABLE_H_
