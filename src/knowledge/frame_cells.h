// Cells that tables of frames share: slots, lemmas, conditions. The language: docs/formats/lexicon.md.
#ifndef ENTENTE_KNOWLEDGE_FRAME_CELLS_H_
#define ENTENTE_KNOWLEDGE_FRAME_CELLS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/table.h"

namespace entente {

struct TablePlace {
  const std::string& file;
  std::int32_t line;
  Problems& problems;
  void add(const std::string& message) const { problems.add(file, line, message); }
};

using SlotNames = std::vector<std::string>;
[[nodiscard]] const SlotNames& clause_slots();  // those of Clauses, without prepositions

// Mistakes are told to `place`. `names`: the slots that the table knows, beside prepositions.
[[nodiscard]] std::vector<SlotPath> parse_paths(const Knowledge& knowledge, const std::string& cell,
                                                const TablePlace& place, const SlotNames& names = clause_slots());
[[nodiscard]] LemmaSet parse_lemmas(const Knowledge& knowledge, const std::string& cell, const TablePlace& place);
[[nodiscard]] Condition parse_condition(const Knowledge& knowledge, std::string text, const TablePlace& place,
                                        const SlotNames& names = clause_slots());

}  // namespace entente

#endif  // ENTENTE_KNOWLEDGE_FRAME_CELLS_H_
