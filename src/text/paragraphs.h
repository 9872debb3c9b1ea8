// Where paragraphs end: blank lines, and line ends that no wrapping explains.
//
// Threads: pure function.
#ifndef ENTENTE_TEXT_PARAGRAPHS_H_
#define ENTENTE_TEXT_PARAGRAPHS_H_

#include <vector>

#include "base/text_index.h"
#include "text/splitter.h"

namespace entente {

using Paragraph = std::vector<Chunk>;  // never empty

[[nodiscard]] std::vector<Paragraph> find_paragraphs(const TextIndex& text);

}  // namespace entente

#endif  // ENTENTE_TEXT_PARAGRAPHS_H_
