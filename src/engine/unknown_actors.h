// Names in a parsed article that the tables of actors lack.
#ifndef ENTENTE_ENGINE_UNKNOWN_ACTORS_H_
#define ENTENTE_ENGINE_UNKNOWN_ACTORS_H_

#include <vector>

#include "entente/actor_tables.h"
#include "entente/document.h"
#include "knowledge/knowledge.h"

namespace entente {

// Engine::unknown_actors. Pure.
[[nodiscard]] std::vector<UnknownMention> find_unknown(const ParsedDocument& parsed, const Knowledge& knowledge);

}  // namespace entente

#endif  // ENTENTE_ENGINE_UNKNOWN_ACTORS_H_
