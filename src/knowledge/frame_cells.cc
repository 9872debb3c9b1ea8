#include "knowledge/frame_cells.h"

#include <algorithm>
#include <set>

namespace entente {
namespace {

// A slot of the grammar, or a preposition of the set grammar_preposition; "because_of" by its first word.
bool is_slot(const Knowledge& knowledge, const SlotNames& names, const std::string& slot) {
  if (slot.empty() || slot.back() == '_') return false;
  return std::find(names.begin(), names.end(), slot) != names.end() ||
         knowledge.in_set("grammar_preposition", slot.substr(0, slot.find('_')));
}

}  // namespace

const SlotNames& clause_slots() {
  static const SlotNames kNames = {"subj",  "obj", "iobj", "comp", "poss", "adj",
                                   "outer", "prt", "aux",  "det",  "mark", "kept"};
  return kNames;
}

std::vector<SlotPath> parse_paths(const Knowledge& knowledge, const std::string& cell, const TablePlace& place,
                                  const SlotNames& names) {
  std::vector<SlotPath> paths;
  for (const std::string& part : split_list(cell, ',')) {
    SlotPath path = split_list(part, '.');
    if (path.empty()) place.add("expected a slot, found '" + part + "'");
    for (const std::string& slot : path) {
      if (is_slot(knowledge, names, slot)) continue;
      std::string message = "expected a slot (";
      for (const std::string& name : names) message.append(&name == &names.front() ? "" : ", ").append(name);
      message.append(") or a preposition of the set grammar_preposition, found '").append(slot).append("'");
      place.add(message);
    }
    paths.push_back(std::move(path));
  }
  return paths;
}

LemmaSet parse_lemmas(const Knowledge& knowledge, const std::string& cell, const TablePlace& place) {
  if (cell.starts_with('@') && cell.find(',') == std::string::npos) {
    const auto set = knowledge.sets.find(cell.substr(1));
    if (set != knowledge.sets.end()) return set->second;
  }
  std::set<std::string> lemmas;
  for (const std::string& part : split_list(cell, ',')) {
    if (part.front() == '#' || part == "*") {
      place.add("expected a lemma or a set, found '" + part + "'");
      continue;
    }
    if (part.front() != '@') {
      lemmas.insert(part);
      continue;
    }
    const auto set = knowledge.sets.find(part.substr(1));
    if (set == knowledge.sets.end()) {
      place.add("expected a set of knowledge/lexicon/sets, found '" + part + "'");
    } else {
      lemmas.insert(set->second.begin(), set->second.end());
    }
  }
  return LemmaSet(std::move(lemmas));
}

Condition parse_condition(const Knowledge& knowledge, std::string text, const TablePlace& place,
                          const SlotNames& names) {
  Condition condition;
  if (text.front() == '!') {
    condition.absent = true;
    text.erase(0, 1);
  }
  const std::size_t equals = text.find('=');
  condition.paths = parse_paths(knowledge, text.substr(0, equals), place, names);
  if (condition.paths.empty()) place.add("expected a slot before '=' in '" + text + "'");
  if (equals == std::string::npos) return condition;
  std::string value = text.substr(equals + 1);
  if (value == "#actor") {
    condition.test = Condition::Test::kActor;
  } else if (value == "#several") {
    condition.test = Condition::Test::kSeveral;
  } else if (!value.empty() && value.front() == '#') {
    place.add("expected #actor or #several, found '" + value + "'");
  } else {
    condition.test = Condition::Test::kLemma;
    // "soldier, #actor": one of the words, or anybody known.
    const std::size_t actor = value.find(", #actor");
    condition.or_actor = actor != std::string::npos && actor + 8 == value.size();
    if (condition.or_actor) value.resize(actor);
    condition.lemmas = parse_lemmas(knowledge, value, place);
    if (condition.lemmas.empty()) place.add("expected lemmas after '=' in '" + text + "'");
  }
  return condition;
}

}  // namespace entente
