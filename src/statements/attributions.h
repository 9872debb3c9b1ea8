// Attributions: the sources, cues and contents that the model marks, put together.
#ifndef ENTENTE_STATEMENTS_ATTRIBUTIONS_H_
#define ENTENTE_STATEMENTS_ATTRIBUTIONS_H_

#include <vector>

#include "actors/tree.h"
#include "entente/document.h"

namespace entente {

// One for each cue that has a content; in text order of the cues. Source may be empty.
[[nodiscard]] std::vector<Attribution> link_attributions(const Tree& tree);

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_ATTRIBUTIONS_H_
