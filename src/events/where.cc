// Where: a named place under a preposition of place, in the clause or the one that it is joined to.
#include "actors/phrase.h"
#include "events/events.h"

namespace entente {
namespace {

// The place itself, or the one it is told by: "the city of X", "a palace in X".
const ActorMention* place_below(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, TokenId t) {
  if (const ActorMention* place = actors.place(t); place != nullptr) return place;
  for (const TokenId c : tree.children(t)) {
    if (!tree.is_any(c, {"nmod", "appos", "compound"})) continue;
    const std::string by = preposition(tree, c);
    if (!by.empty() && by != "of" && !knowledge.in_set("grammar_place", by)) continue;
    const ActorMention* place = actors.place(c);
    if (place != nullptr && !tree.is(c, "nmod:poss")) return place;
  }
  return nullptr;
}

std::optional<Place> place_of(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, TokenId word,
                              bool route = false) {
  for (const TokenId c : tree.children(word)) {
    const std::string by = preposition(tree, c);
    const bool fits = knowledge.in_set("grammar_place", by) || (route && knowledge.in_set("grammar_route", by));
    if (!tree.is_any(c, {"obl", "nmod"}) || !fits) continue;
    if (const ActorMention* place = place_below(tree, knowledge, actors, c); place != nullptr) return to_place(*place);
  }
  return std::nullopt;
}

}  // namespace

Place to_place(const ActorMention& mention) {
  Place place;
  place.text = mention.actor.text;
  place.name = mention.kind == ActorMention::Kind::kCapital ? mention.actor.text : mention.actor.name;
  place.country = mention.actor.country;
  // "the Chilean capital" is Santiago.
  const bool described = mention.kind == ActorMention::Kind::kCapital && mention.actor.via == "description";
  if (described && mention.where != nullptr) place.name = mention.where->name;
  if (mention.where != nullptr) {
    place.latitude = mention.where->latitude;
    place.longitude = mention.where->longitude;
  }
  return place;
}

std::optional<Place> read_place(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                                const FrameMatch& match) {
  // A march is where it passes; talks "through Oman" are not in Oman.
  const bool route = match.frame->type == "PROTEST";
  if (auto own = place_of(tree, knowledge, actors, match.trigger, route); own.has_value()) return own;
  for (const TokenId noun : match.nouns) {
    if (auto of_noun = place_of(tree, knowledge, actors, noun); of_noun.has_value()) return of_noun;
  }
  for (const TokenId word : match.words) {
    if (word == match.trigger || tree.head(word) != match.trigger || !tree.is(word, "obj")) continue;
    if (auto of_object = place_of(tree, knowledge, actors, word); of_object.has_value()) return of_object;
  }
  // An act that happens to, or is made by, a joined or higher clause without a place of its own shares it.
  if (tree.is_any(match.trigger, {"conj", "xcomp", "nsubj", "obj"}) && tree.head(match.trigger) >= 0) {
    return place_of(tree, knowledge, actors, tree.head(match.trigger));
  }
  return std::nullopt;
}

}  // namespace entente
