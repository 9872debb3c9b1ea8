#include "formats/tree_text.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t kMostLevels = 6;  // of two columns each

// A word and those that hang from it: from the first to the last of them.
struct Reach {
  int first = 0;
  int last = 0;
};

}  // namespace

std::vector<std::string> tree_branches(const ParsedDocument& parsed, TokenSpan sentence) {
  const int begin = sentence.begin.value;
  const int count = std::clamp(static_cast<int>(parsed.words.size()) - begin, 0, std::max(sentence.size(), 0));
  std::vector<int> heads(static_cast<std::size_t>(count), -1);
  std::vector<Reach> reach(static_cast<std::size_t>(count));
  for (int t = 0; t < count; ++t) reach[static_cast<std::size_t>(t)] = {t, t};
  for (int t = 0; t < count; ++t) {
    const int head = parsed.words[static_cast<std::size_t>(begin + t)].head - begin;
    if (head < 0 || head >= count || head == t) continue;
    heads[static_cast<std::size_t>(t)] = head;
    Reach& above = reach[static_cast<std::size_t>(head)];
    above = {std::min(above.first, t), std::max(above.last, t)};
  }
  std::vector<std::string> branches(static_cast<std::size_t>(std::max(sentence.size(), 0)));
  for (int t = 0; t < count; ++t) {
    std::vector<std::string> levels;  // from the word outwards
    int below = t;
    for (int head = heads[static_cast<std::size_t>(t)]; head >= 0 && levels.size() < static_cast<std::size_t>(count);
         head = heads[static_cast<std::size_t>(head)]) {
      const Reach& span = reach[static_cast<std::size_t>(head)];
      if (below == t) {
        levels.emplace_back(t == span.first ? "╭─" : t == span.last ? "╰─" : "├─");
      } else {
        levels.emplace_back(span.first < t && t < span.last ? "│ " : "  ");
      }
      below = head;
    }
    const bool cut = levels.size() > kMostLevels;
    if (cut) levels.resize(kMostLevels);
    std::string& branch = branches[static_cast<std::size_t>(t)];
    if (cut) branch = "…";
    for (auto level = levels.rbegin(); level != levels.rend(); ++level) branch += *level;
  }
  return branches;
}

}  // namespace entente
