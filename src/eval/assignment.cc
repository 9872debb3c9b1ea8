#include "eval/assignment.h"

#include <algorithm>
#include <limits>

namespace entente {
namespace {

constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max() / 4;

// Rows and columns count from 1 here; 0 stands for none. There are no more rows than columns.
class Assignment {
 public:
  Assignment(std::size_t rows, std::size_t columns, std::vector<std::int64_t> weights)
      : columns_(columns),
        weights_(std::move(weights)),
        row_potential_(rows + 1),
        column_potential_(columns + 1),
        row_of_(columns + 1) {
    for (std::size_t row = 1; row <= rows; ++row) add(row);
  }

  [[nodiscard]] std::size_t row_of(std::size_t column) const { return row_of_[column]; }
  [[nodiscard]] std::int64_t weight(std::size_t row, std::size_t column) const {
    return weights_[(row - 1) * columns_ + column - 1];
  }

 private:
  // Finds the cheapest chain of changes that gives the row a column, and makes them.
  void add(std::size_t added) {
    std::vector<std::int64_t> slack(columns_ + 1, kFar);
    std::vector<std::size_t> before(columns_ + 1);
    std::vector<bool> reached(columns_ + 1);
    std::size_t at = 0;
    row_of_[0] = added;
    do {
      reached[at] = true;
      const std::size_t row = row_of_[at];
      std::size_t next = 0;
      std::int64_t least = kFar;
      for (std::size_t column = 1; column <= columns_; ++column) {
        if (reached[column]) continue;
        const std::int64_t cost = -weight(row, column) - row_potential_[row] - column_potential_[column];
        if (cost < slack[column]) {
          slack[column] = cost;
          before[column] = at;
        }
        if (slack[column] < least) {
          least = slack[column];
          next = column;
        }
      }
      for (std::size_t column = 0; column <= columns_; ++column) {
        if (reached[column]) {
          row_potential_[row_of_[column]] += least;
          column_potential_[column] -= least;
        } else {
          slack[column] -= least;
        }
      }
      at = next;
    } while (row_of_[at] != 0);
    for (; at != 0; at = before[at]) row_of_[at] = row_of_[before[at]];
  }

  std::size_t columns_;
  std::vector<std::int64_t> weights_;
  std::vector<std::int64_t> row_potential_;
  std::vector<std::int64_t> column_potential_;
  std::vector<std::size_t> row_of_;  // of each column
};

}  // namespace

Pairs assign(std::size_t rows, std::size_t columns,
             const std::function<std::int64_t(std::size_t, std::size_t)>& weight) {
  const bool turned = rows > columns;
  const std::size_t fewer = std::min(rows, columns);
  const std::size_t more = std::max(rows, columns);
  std::vector<std::int64_t> weights;
  weights.reserve(fewer * more);
  for (std::size_t i = 0; i < fewer; ++i) {
    for (std::size_t j = 0; j < more; ++j) weights.push_back(turned ? weight(j, i) : weight(i, j));
  }
  const Assignment found(fewer, more, std::move(weights));
  Pairs pairs;
  for (std::size_t column = 1; column <= more; ++column) {
    const std::size_t row = found.row_of(column);
    if (row == 0 || found.weight(row, column) <= 0) continue;
    pairs.push_back(turned ? std::pair(column - 1, row - 1) : std::pair(row - 1, column - 1));
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace entente
