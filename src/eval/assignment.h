// The best one-to-one assignment.
//
// Source: the Hungarian method with potentials (Kuhn 1955, Munkres 1957), a row at a time; n * n * m steps.
#ifndef ENTENTE_EVAL_ASSIGNMENT_H_
#define ENTENTE_EVAL_ASSIGNMENT_H_

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace entente {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;  // row and column, by row

// The pairs whose weights sum to the most; weight(row, column) is 0 where the two may not be paired, else above 0 and
// below 2^40. The same weights give the same pairs.
[[nodiscard]] Pairs assign(std::size_t rows, std::size_t columns,
                           const std::function<std::int64_t(std::size_t, std::size_t)>& weight);

}  // namespace entente

#endif  // ENTENTE_EVAL_ASSIGNMENT_H_
