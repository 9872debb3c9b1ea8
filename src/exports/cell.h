// Cells and columns: the one description of a table that its rows, its codebook and its file are made from.
#ifndef ENTENTE_EXPORTS_CELL_H_
#define ENTENTE_EXPORTS_CELL_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "entente/ledger_rows.h"

namespace entente {

using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;  // monostate: missing

enum class CellType {
  kText,
  kDay,    // ISO 8601, as text
  kClass,  // text, one of few: Stata has it as a number with a label
  kInteger,
  kLabelled,  // an integer that stands for what `values` says: "1 verbal cooperation, 2 material cooperation"
  kNumber
};

// What a column holds, for its file's head and for the codebook.
struct ColumnText {
  const char* name;
  CellType type;
  const char* meaning;
  const char* values;  // which values there are; may be empty
  const char* field;   // which field of the record or account it is read from; empty: always missing
};

template <class Row>
struct Column : ColumnText {
  Cell (*cell)(const Row& row);
};

template <class Row>
using Columns = std::span<const Column<Row>>;

template <class Row>
std::vector<ColumnText> column_texts(Columns<Row> columns) {
  return {columns.begin(), columns.end()};
}

template <class Row>
std::vector<Cell> cells_of(Columns<Row> columns, const Row& row) {
  std::vector<Cell> cells;
  cells.reserve(columns.size());
  for (const Column<Row>& column : columns) cells.push_back(column.cell(row));
  return cells;
}

// Missing where empty or absent.
[[nodiscard]] Cell text_cell(const std::string& text);
[[nodiscard]] Cell text_cell(const std::optional<std::string>& text);
[[nodiscard]] Cell integer_cell(const std::optional<std::int64_t>& value);
// Rounded, as records are written: degrees and sums to six decimals, scores to four.
constexpr int kManyDecimals = 6;
constexpr int kCellDecimals = 4;
[[nodiscard]] Cell number_cell(const std::optional<double>& value, int decimals = kManyDecimals);

// UTF-8 without control characters: each of these, and a line's end, becomes one space.
[[nodiscard]] std::string clean_text(std::string_view text);

// In the shortest form that reads back as the same value; "nan" and the like do not come here.
[[nodiscard]] std::string shortest_text(double value);

// "a; b": a separator inside a part becomes a comma. Parts that are empty become `missing`; where `missing` is empty
// they are dropped.
[[nodiscard]] std::string join_list(const std::vector<std::string>& parts, std::string_view separator,
                                    std::string_view missing);

}  // namespace entente

#endif  // ENTENTE_EXPORTS_CELL_H_
