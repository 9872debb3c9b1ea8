#include "syntax/tree.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace entente {
namespace {

constexpr float kLowest = -1e6F;
constexpr float kHighest = 1e6F;

float sane(float score) { return std::isnan(score) ? kLowest : std::clamp(score, kLowest, kHighest); }

// Every word's best head; true where these make a tree with one child of the root.
bool greedy_tree(const float* scores, int words, std::size_t stride, std::vector<int>& heads) {
  heads.assign(static_cast<std::size_t>(words), -1);
  int roots = 0;
  for (int d = 1; d <= words; ++d) {
    const float* row = scores + static_cast<std::size_t>(d - 1) * stride;
    int best = -1;
    for (int h = 0; h <= words; ++h) {
      if (h != d && (best < 0 || sane(row[h]) > sane(row[best]))) best = h;
    }
    heads[static_cast<std::size_t>(d - 1)] = best;
    roots += best == 0 ? 1 : 0;
  }
  if (roots != 1) return false;
  // Walk up from each word; a walk that meets itself is a cycle.
  std::vector<int> seen(static_cast<std::size_t>(words) + 1, 0);
  for (int start = 1; start <= words; ++start) {
    for (int at = start; at != 0 && seen[static_cast<std::size_t>(at)] != -1;) {
      if (seen[static_cast<std::size_t>(at)] == start) return false;
      seen[static_cast<std::size_t>(at)] = start;
      at = heads[static_cast<std::size_t>(at - 1)];
    }
    for (int at = start; at != 0 && seen[static_cast<std::size_t>(at)] == start;) {
      seen[static_cast<std::size_t>(at)] = -1;  // leads to the root
      at = heads[static_cast<std::size_t>(at - 1)];
    }
  }
  return true;
}

// Grows a path against the arcs from any node; a cycle on it becomes one node, whose row and column take the place of
// the cycle's first; when the path meets the root's part, it is done. Nodes that stand for cycles are opened at the
// end.
class Arborescence {
 public:
  Arborescence(const float* scores, int words, std::size_t stride)
      : size_(words + 1), cells_(static_cast<std::size_t>(size_) * static_cast<std::size_t>(size_)) {
    float low = kHighest;
    float high = kLowest;
    for (int d = 1; d < size_; ++d) {
      for (int h = 0; h < size_; ++h) {
        const float score = sane(scores[static_cast<std::size_t>(d - 1) * stride + static_cast<std::size_t>(h)]);
        cell(h, d) = {score, h, d};
        if (h != d) {
          low = std::min(low, score);
          high = std::max(high, score);
        }
      }
    }
    const double cost = (static_cast<double>(high) - low) * size_ + 1;
    for (int d = 1; d < size_; ++d) cell(0, d).score -= cost;
    for (int i = 0; i < size_; ++i) {
      id_.push_back(i);
      parent_.push_back(-1);
      entering_.emplace_back();
    }
    state_.assign(static_cast<std::size_t>(size_), State::kNew);
    state_[0] = State::kDone;
  }

  std::vector<int> solve() {
    for (int start = 1; start < size_; ++start) {
      if (state_[at(start)] == State::kNew) grow(start);
    }
    return open();
  }

 private:
  struct Arc {
    double score = 0;
    int from = -1;  // words at its ends, not nodes that stand for cycles
    int to = -1;
  };
  enum class State : std::uint8_t { kNew, kOnPath, kDone, kGone };

  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  Arc& cell(int from, int to) { return cells_[at(from) * at(size_) + at(to)]; }

  int best_into(int node) {
    int best = -1;
    for (int u = 0; u < size_; ++u) {
      if (u == node || state_[at(u)] == State::kGone) continue;
      if (best < 0 || cell(u, node).score > cell(best, node).score) best = u;
    }
    return best;
  }

  void grow(int node) {
    std::vector<int> path;
    while (true) {
      path.push_back(node);
      state_[at(node)] = State::kOnPath;
      const int from = best_into(node);
      entering_[at(id_[at(node)])] = cell(from, node);
      if (state_[at(from)] == State::kDone) break;
      node = state_[at(from)] == State::kOnPath ? contract(path, from) : from;
    }
    for (const int done : path) state_[at(done)] = State::kDone;
  }

  // The path from `first` on is a cycle: one node from now on, which leaves the path to be grown again.
  int contract(std::vector<int>& path, int first) {
    const auto begin = std::find(path.begin(), path.end(), first);
    const std::vector<int> cycle(begin, path.end());
    path.erase(begin, path.end());
    const int id = static_cast<int>(parent_.size());
    for (const int v : cycle) {
      parent_[at(id_[at(v)])] = id;
      state_[at(v)] = State::kGone;
    }
    for (int u = 0; u < size_; ++u) {
      if (state_[at(u)] == State::kGone) continue;
      Arc in = lowered(u, first);
      Arc out = cell(first, u);
      for (const int v : cycle) {
        const Arc other = lowered(u, v);
        if (other.score > in.score) in = other;
        if (cell(v, u).score > out.score) out = cell(v, u);
      }
      cell(u, first) = in;
      cell(first, u) = out;
    }
    parent_.push_back(-1);
    entering_.emplace_back();
    id_[at(first)] = id;
    state_[at(first)] = State::kOnPath;
    return first;
  }

  // What the tree gains when the cycle is entered through this arc instead of the cycle's own.
  Arc lowered(int from, int to) {
    Arc arc = cell(from, to);
    arc.score -= entering_[at(id_[at(to)])].score;
    return arc;
  }

  std::vector<int> open() {
    for (int id = static_cast<int>(parent_.size()) - 1; id >= size_; --id) {
      int inner = entering_[at(id)].to;
      while (parent_[at(inner)] != id) inner = parent_[at(inner)];
      entering_[at(inner)] = entering_[at(id)];
    }
    std::vector<int> heads;
    for (int d = 1; d < size_; ++d) heads.push_back(entering_[at(d)].from);
    return heads;
  }

  int size_;
  std::vector<Arc> cells_;
  std::vector<int> id_;        // which node a row stands for: a word, or from size_ on a cycle
  std::vector<int> parent_;    // of a node: the cycle it went into
  std::vector<Arc> entering_;  // of a node: the arc chosen into it
  std::vector<State> state_;
};

}  // namespace

std::vector<int> best_tree(const float* scores, int words, std::size_t stride) {
  std::vector<int> heads;
  if (words <= 0 || greedy_tree(scores, words, stride, heads)) return heads;
  return Arborescence(scores, words, stride).solve();
}

}  // namespace entente
