// Dependency trees as lines: the words in the order of the text, each behind the branch that it hangs from.
//
//   ╭─The
// ╭─minister
// left
// ╰─home
#ifndef ENTENTE_FORMATS_TREE_TEXT_H_
#define ENTENTE_FORMATS_TREE_TEXT_H_

#include <string>
#include <vector>

#include "entente/document.h"

namespace entente {

// What stands before each word of the sentence. Branches that cross are drawn as far as they can be; of a deep tree the
// outer levels are left out. Heads outside the sentence, or in a circle, are taken as roots.
[[nodiscard]] std::vector<std::string> tree_branches(const ParsedDocument& parsed, TokenSpan sentence);

}  // namespace entente

#endif  // ENTENTE_FORMATS_TREE_TEXT_H_
