// Sides that a state's name or owner tells: "Sino-Russian ties", "his government", "the Saudi-backed government".
#include <algorithm>

#include "agreements/relation_parties.h"
#include "agreements/relation_slots.h"

namespace entente {
namespace {

constexpr TokenId kJoinedBack = 4;  // words before a noun to a hyphen between states
constexpr std::size_t kMostJoined = 8;

bool holds_code(const std::vector<ActorMention>& mentions, const ActorMention& mention) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const ActorMention& m) { return m.actor.code == mention.actor.code; });
}

}  // namespace

// A state by its name, adjective, capital or combining form, whatever the parser makes of the words.
std::optional<ActorMention> RelationParties::named_by(TokenId first, TokenId last) const {
  const std::string text = tree_.text(tree_.span(first, last));
  if (first == last) {
    const auto form = knowledge_.relations.combining.find(tree_.folded(first));
    if (form != knowledge_.relations.combining.end()) return state(form->second, last);
  }
  const auto names = knowledge_.names.find(name_key(text));
  if (names == knowledge_.names.end() || text == fold_case(text)) return std::nullopt;
  for (const NameEntry& entry : names->second) {
    using Of = NameEntry::Kind;
    if (entry.kind != Of::kState && entry.kind != Of::kAdjective && entry.kind != Of::kCapital) continue;
    std::optional<ActorMention> found = state(row_of(knowledge_.states, entry).code, last);
    if (!found.has_value()) continue;
    found->actor.span = tree_.span(first, last);
    found->actor.text = text;
    found->actor.via = entry.kind == Of::kAdjective ? "nationality" : entry.kind == Of::kState ? "name" : "capital";
    found->confidence = 1;
    return found;
  }
  return std::nullopt;
}

std::vector<ActorMention> RelationParties::joined_before(TokenId noun) const {
  const auto hyphen = [&](TokenId t) {
    const std::string& form = tree_.folded(t);
    return form == "-" || form == "–" || form == "‑" || form == "/";
  };
  const auto here = [&](TokenId t) { return t >= 0 && tree_.sentence(t) == tree_.sentence(noun); };
  std::vector<ActorMention> joined;
  TokenId mark = noun - 1;
  while (here(mark) && mark >= noun - kJoinedBack && !hyphen(mark)) --mark;
  if (!here(mark - 1) || !hyphen(mark) || mark + 1 >= noun) return {};
  // "South Korean" behind the mark, or one word.
  std::optional<ActorMention> last = mark + 2 < noun ? named_by(mark + 1, mark + 2) : std::nullopt;
  if (!last.has_value()) last = named_by(mark + 1, mark + 1);
  if (!last.has_value()) return {};
  joined.push_back(*std::move(last));
  while (here(mark - 1) && hyphen(mark) && joined.size() < kMostJoined) {
    std::optional<ActorMention> before = here(mark - 2) ? named_by(mark - 2, mark - 1) : std::nullopt;
    const TokenId next = before.has_value() ? mark - 3 : mark - 2;
    if (!before.has_value()) before = named_by(mark - 1, mark - 1);
    if (!before.has_value() || holds_code(joined, *before)) break;
    joined.insert(joined.begin(), *std::move(before));
    mark = next;
  }
  return joined.size() > 1 ? joined : std::vector<ActorMention>();
}

std::optional<ActorMention> RelationParties::owner_of(TokenId t) const {
  for (const TokenId c : tree_.children(t)) {
    if (!tree_.is(c, "nmod:poss")) continue;
    for (const ActorMention& owner : actors_.parties(resolve_whose(tree_, c))) {
      if (std::optional<ActorMention> own = state(owner.actor.country.value_or(""), t); own.has_value()) return own;
    }
  }
  return std::nullopt;
}

std::vector<ActorMention> RelationParties::local_of(TokenId t, const ActorMention& backer) const {
  if (!in_set("relation_governments", t) && !in_set("relation_states", t)) return {};
  for (const std::string& here : {actors_.likely_state(t, ""), actors_.main_state()}) {
    if (here.empty() || here == backer.actor.code.value_or("")) continue;
    if (std::optional<ActorMention> own = state(here, t); own.has_value()) return {*own};
  }
  return {};
}

std::vector<ActorMention> RelationParties::other_of_two(TokenId t, const ActorMention& one) const {
  const std::string code = one.actor.country.value_or(one.actor.code.value_or(""));
  const std::vector<ActorMention> pair = most_named(tree_.size(), true, {}, t);
  if (pair.size() != 2) return {};
  if (pair[0].actor.code == code) return {pair[1]};
  return pair[1].actor.code == code ? std::vector<ActorMention>{pair[0]} : std::vector<ActorMention>();
}

bool RelationParties::may_mean(TokenId t, const std::vector<ActorMention>& pair) const {
  if (!in_set("relation_lands", t) && !in_set("relation_statehoods", t)) return true;
  return std::all_of(pair.begin(), pair.end(), [&](const ActorMention& m) {
    return knowledge_.state_of_code.contains(m.actor.code.value_or("")) &&
           !knowledge_.in_set("relation_apart", fold_case(m.actor.sector.value_or("")));
  });
}

// "Its neighbour": of the two states that the text is about, the other.
std::optional<ActorMention> RelationParties::neighbour_of(TokenId t) const {
  const TokenId owner = tree_.child(t, "nmod:poss");
  if (owner < 0 || !in_set("relation_neighbours", t) || tree_.has_feat(t, "Number=Plur")) return std::nullopt;
  for (const ActorMention& whose : actors_.parties(owner)) {
    std::vector<ActorMention> other = other_of_two(t, whose);
    if (!other.empty()) return other.front();
  }
  return std::nullopt;
}

// "The Saudi-backed government" is none of the Saudis'.
void RelationParties::settle_backed(TokenId t, std::vector<ActorMention>& found) const {
  for (const TokenId c : tree_.children(t)) {
    if (c < 2 || c > t || tree_.folded(c - 1) != "-") continue;
    const auto frames = knowledge_.relations.by_lemma.find({Frame::Pos::kVerb, tree_.lemma(c)});
    if (frames == knowledge_.relations.by_lemma.end()) continue;
    const bool backs = std::any_of(frames->second.begin(), frames->second.end(), [&](std::int32_t i) {
      const RelationFrame& frame = knowledge_.relations.frames[static_cast<std::size_t>(i)];
      return frame.type == "partnership" && frame.a.front() == SlotPath{"prefix"};
    });
    const std::optional<ActorMention> backer = backs ? named_by(c - 2, c - 2) : std::nullopt;
    if (!backer.has_value()) continue;
    for (ActorMention& mention : found) {
      if (mention.actor.code != backer->actor.code) continue;
      if (std::vector<ActorMention> own = local_of(t, *backer); !own.empty()) mention = own[0];
    }
  }
}

}  // namespace entente
