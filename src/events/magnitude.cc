// Magnitude: killed, wounded, arrested, displaced and the size of a crowd, only as stated.
#include <algorithm>
#include <charconv>

#include "events/events.h"

namespace entente {
namespace {

constexpr std::int64_t kMost = 1'000'000'000;

std::optional<std::int64_t> digits(const std::string& form) {
  std::string plain;
  for (const char c : form) {
    if (c != ',') plain.push_back(c);
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (plain.empty() || error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

}  // namespace

// "three", "2,000", "two dozen", "1.5 million" is left out. Plain "dozens" is no number.
std::optional<std::int64_t> read_number(const Tree& tree, const Knowledge& knowledge, TokenId noun) {
  for (const TokenId c : tree.children(noun)) {
    if (!tree.is(c, "nummod")) continue;
    std::int64_t value = 1;
    for (const TokenId t : tree.subtree(c)) {
      if (!tree.has_upos(t, {"NUM", "NOUN", "DET"}) ||
          !(t == c || tree.is_any(t, {"compound", "nummod", "flat", "det"})))
        continue;
      const WordValue* word = knowledge.word(tree.folded(t));
      const auto number = word == nullptr ? digits(tree.folded(t)) : std::optional<std::int64_t>(word->value);
      if (!number.has_value() || *number < 0 || *number > kMost || value > kMost) return std::nullopt;
      value *= *number;
    }
    return value;
  }
  return std::nullopt;
}

Magnitude read_magnitude(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses,
                         const FrameMatch& match) {
  Magnitude magnitude;
  const std::string& type = match.frame->type;
  const auto counted = [&](TokenId verb, const char* slot) -> std::optional<std::int64_t> {
    for (const TokenId filler : clauses.fill(verb, slot)) {
      if (const auto number = read_number(tree, knowledge, filler); number.has_value()) return number;
      if (tree.has_upos(filler, {"NUM"})) {
        const WordValue* word = knowledge.word(tree.folded(filler));
        if (word != nullptr) return word->value;
        if (const auto number = digits(tree.folded(filler)); number.has_value()) return number;
      }
    }
    return std::nullopt;
  };
  if (type == "PROTEST") {
    magnitude.crowd = counted(match.trigger, match.frame->pos == Frame::Pos::kNoun ? "by" : "subj");
    return magnitude;
  }
  if (type != "ASSAULT" && type != "COERCE") return magnitude;
  // The clause itself, what is joined to it, its adverbial clauses, and a verb of which it is the subject.
  std::vector<TokenId> verbs = tree.subtree(match.trigger, [&](TokenId c) {
    return !tree.is_any(c, {"conj", "advcl", "acl", "parataxis"});
  });
  const TokenId above = tree.head(match.trigger);
  if (above >= 0 && tree.is_any(match.trigger, {"nsubj", "advcl", "obl"})) verbs.push_back(above);
  // "dispersed the crowd and arrested eleven": those belong to the arrest, which is an event of its own.
  const auto of_other = [&](TokenId verb) {
    const auto frames = knowledge.verb_frames.find(tree.lemma(verb));
    if (!tree.is(verb, "conj") || frames == knowledge.verb_frames.end()) return false;
    return std::none_of(frames->second.begin(), frames->second.end(),
                        [&](std::int32_t i) { return knowledge.frames[static_cast<std::size_t>(i)].type == type; });
  };
  for (const TokenId verb : verbs) {
    if (verb != match.trigger && of_other(verb)) continue;
    const std::string& lemma = tree.lemma(verb);
    if (knowledge.in_set("dying", lemma) && !magnitude.killed.has_value()) magnitude.killed = counted(verb, "subj");
    for (const auto& [set, field] :
         {std::pair<const char*, std::optional<std::int64_t> Magnitude::*>{"killing", &Magnitude::killed},
          {"wounding", &Magnitude::wounded},
          {"arresting", &Magnitude::arrested},
          {"displacing", &Magnitude::displaced}}) {
      if (knowledge.in_set(set, lemma) && !(magnitude.*field).has_value()) magnitude.*field = counted(verb, "obj");
    }
  }
  return magnitude;
}

}  // namespace entente
