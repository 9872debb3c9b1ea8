// Trees: the highest-scoring dependency tree with exactly one child of the root.
//
// Source: Chu and Liu 1965, Edmonds 1967, in Tarjan's form for dense graphs; the root's arcs are lowered by a
// constant larger than any tree's score, so that the best tree uses only one (Stanojevic and Cohen 2021).
#ifndef ENTENTE_SYNTAX_TREE_H_
#define ENTENTE_SYNTAX_TREE_H_

#include <cstddef>
#include <vector>

namespace entente {

// scores[(d - 1) * stride + h]: of word h (1 to words), or the root (0), as head of word d.
// Result: the head of each word, in order. Scores that are no finite number count as the lowest.
// Time: words squared.
[[nodiscard]] std::vector<int> best_tree(const float* scores, int words, std::size_t stride);

}  // namespace entente

#endif  // ENTENTE_SYNTAX_TREE_H_
