#include "agreements/relation_frames.h"

#include <algorithm>

namespace entente {
namespace {

constexpr double kRecalled = 0.7;  // of sides that were named before
constexpr std::int32_t kLemmaRank = 4;
constexpr std::int32_t kActorRank = 2;

bool holds(const std::vector<ActorMention>& mentions, const ActorMention& mention) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const ActorMention& m) { return !distinct(m.actor, mention.actor); });
}

}  // namespace

// "Go-between", which the tokeniser takes apart, at its first word; empty elsewhere.
std::string RelationFrames::hyphened(TokenId t) const {
  const bool joined = t + 2 < tree_.size() && tree_.folded(t + 1) == "-" && tree_.sentence(t) == tree_.sentence(t + 2);
  if (joined) return tree_.folded(t) + "-" + tree_.folded(t + 2);
  // "Go-betweens", with the second as head.
  const bool second = t >= 2 && tree_.folded(t - 1) == "-" && tree_.is(t - 2, "compound") && tree_.head(t - 2) == t;
  if (!second || tree_.sentence(t - 2) != tree_.sentence(t)) return "";
  const std::string word = tree_.folded(t - 2) + "-" + tree_.folded(t);
  return word.ends_with("s") ? word.substr(0, word.size() - 1) : word;
}

bool RelationFrames::has_word(const LemmaSet& lemmas, TokenId t) const {
  const std::string& lemma = tree_.lemma(t);
  if (const std::string word = hyphened(t); !word.empty() && lemmas.contains(word)) return true;
  return lemmas.contains(lemma) || lemmas.contains(tree_.folded(t)) ||
         (lemma.size() > 3 && lemma.back() == 's' && lemmas.contains(lemma.substr(0, lemma.size() - 1)));
}

bool RelationFrames::names_party(TokenId t) const {
  if (parties_.means_pair(t) || parties_.means_rebels(t)) return true;
  const auto found = actors_.parties_or_owner(t);
  return std::any_of(found.begin(), found.end(), [](const ActorMention& m) { return m.actor.code.has_value(); });
}

bool RelationFrames::test(TokenId filler, const Condition& condition) const {
  switch (condition.test) {
    case Condition::Test::kFilled: return true;
    case Condition::Test::kLemma:
      if (has_word(condition.lemmas, filler) || (condition.or_actor && names_party(filler))) return true;
      return std::any_of(tree_.children(filler).begin(), tree_.children(filler).end(),
                         [&](TokenId c) { return tree_.is(c, "conj") && has_word(condition.lemmas, c); });
    case Condition::Test::kActor: return names_party(filler);
    case Condition::Test::kSeveral: return parties_.means_pair(filler) || actors_.parties(filler).size() > 1;
  }
  return false;
}

bool RelationFrames::meets(const Condition& condition, RelationMatch& match) const {
  bool met = false;
  for (const SlotPath& path : condition.paths) {
    if (path.back() == "pair") {
      met = met || parties_.joined_before(match.trigger).size() > 1;
      continue;
    }
    for (const TokenId filler : slots_.fill(match.trigger, path)) {
      if (filler == match.trigger || !test(filler, condition)) continue;
      met = true;
      if (condition.absent) continue;
      match.words.push_back(filler);
      if (condition.test == Condition::Test::kLemma) match.nouns.push_back(filler);
    }
  }
  return met != condition.absent;
}

RelationFrames::Side RelationFrames::read_slot(RelationMatch& match, const std::vector<SlotPath>& paths,
                                               const SlotPath& path, const std::vector<ActorMention>& taken) const {
  Side side;
  if (path == SlotPath{"before"}) {
    // "Dependence on Peru has grown": only where the other side is named.
    std::size_t other = 0;
    const bool first = &paths == &match.frame->a;
    if (!first && taken.size() != 1) return side;
    if (first && first_filled(match, match.frame->b, other, {}).parties.empty()) return side;
    side.parties = parties_.other_before(match.trigger, taken);
    match.recalled = match.recalled || !side.parties.empty();
    return side;
  }
  if (path == SlotPath{"pair"}) {
    side.parties = parties_.joined_before(match.trigger);
    return side;
  }
  // A state's goods and land stand for it where land is held, or goods are lived from.
  const std::string& type = match.frame->type;
  const bool land = type == "occupation" || type == "dependence";
  // "Russian-backed", "a Peruvian ally": of what stands before a noun only names count.
  const bool names = path.back() == "adj" || path.back() == "prefix";
  for (const TokenId filler : slots_.fill(match.trigger, path)) {
    bool used = false;
    if (path.back() == "self" && !parties_.means_pair(filler)) continue;
    const bool one_land = type == "occupation" && path.front() == "obj";  // "has occupied them"
    if (!names && parties_.means_pair(filler)) (one_land ? side.referred : side.pair) = true;
    if (!names && parties_.means_both(filler)) side.both = true;
    if (!names && parties_.means_one(filler)) side.referred = true;
    if (!names && parties_.means_rebels(filler)) side.rebels = filler;
    if (side.at < 0 && (side.pair || side.referred)) side.at = filler;
    for (ActorMention& mention : parties_.of(filler, land)) {
      const bool name = mention.kind == ActorMention::Kind::kState || mention.kind == ActorMention::Kind::kCapital ||
                        mention.kind == ActorMention::Kind::kOrganisation;
      if ((names && !name) || holds(taken, mention) || holds(side.parties, mention)) continue;
      side.parties.push_back(std::move(mention));
      used = true;
    }
    if (used || side.pair || side.referred) match.words.push_back(filler);
  }
  return side;
}

RelationFrames::Side RelationFrames::first_filled(RelationMatch& match, const std::vector<SlotPath>& paths,
                                                  std::size_t& at, const std::vector<ActorMention>& taken) const {
  Side reference;  // words that mean somebody who was not found
  for (; at < paths.size(); ++at) {
    Side side = read_slot(match, paths, paths[at], taken);
    if (!side.parties.empty()) return side;
    if (!reference.pair && !reference.referred && reference.rebels < 0) reference = std::move(side);
  }
  return reference;
}

// "the alliance", "that dependence", "the two rivals".
bool RelationFrames::points_back(TokenId noun) const {
  const bool before = noun > 0 && tree_.sentence(noun - 1) == tree_.sentence(noun) &&
                      knowledge_.in_set("grammar_pointing", tree_.folded(noun - 1));
  return before || std::any_of(tree_.children(noun).begin(), tree_.children(noun).end(), [&](TokenId c) {
           return (tree_.is(c, "det") || tree_.is(c, "nmod:poss")) &&
                  knowledge_.in_set("grammar_pointing", tree_.folded(c));
         });
}

// "Relations have been tense since": of those the text is about.
bool RelationFrames::bare_subject(TokenId noun) const {
  const bool told = tree_.is(noun, "nsubj") && !tree_.is(tree_.head(noun), "advcl");  // not "once relations are"
  return told && tree_.has_feat(noun, "Number=Plur") && tree_.child(noun, "det") < 0 &&
         knowledge_.in_set("relation_ties", tree_.lemma(noun));
}

// Two that a relation told shortly before is between, or for whom somebody mediates; else those the text is about.
std::vector<ActorMention> RelationFrames::recalled_pair(const RelationMatch& match, TokenId reference_at,
                                                        const RelationMatch* last,
                                                        const std::vector<ActorMention>& taken) const {
  const bool reference = reference_at >= 0;
  const auto& types = knowledge_.relations.types;
  const RelationType& type = types.at(match.frame->type);
  if (last != nullptr && !last->pairs.empty()) {
    const RelationType& before = types.at(last->frame->type);
    const auto& [a, b] = last->pairs.front();
    std::vector<ActorMention> pair = {a, b};
    if (last->frame->type == "mediation" && last->pairs.size() == 2) pair = {b, last->pairs.back().second};
    const bool known = !reference || parties_.may_mean(reference_at, pair);
    const bool free =
        known && std::none_of(pair.begin(), pair.end(), [&](const ActorMention& m) { return holds(taken, m); });
    const bool fits = before.directed || before.tone == type.tone || (reference && slots_.predicated(match.trigger));
    if (free && fits && last->pairs.size() <= 2) return pair;
  }
  const bool friendly = type.tone == RelationType::Tone::kFriendly;
  if (friendly && (!reference || reference_at == match.trigger)) return parties_.friends_before(match.trigger);
  return parties_.pair_before(reference ? reference_at : match.trigger, taken);
}

// What only points at somebody named before and was not found, or was taken for the other side.
void RelationFrames::settle_sides(RelationMatch& match, Side& a, Side& b, const RelationMatch* last) const {
  const RelationFrame& frame = *match.frame;
  const bool directed = knowledge_.relations.types.at(frame.type).directed;
  const bool bond = frame.pos == Frame::Pos::kNoun && frame.a.front() != SlotPath{"holder"};
  const TokenId t = match.trigger;
  if (a.pair && a.parties.size() < 2 && (b.parties.empty() ? !directed : a.parties.empty()) && !b.pair) {
    a.parties = recalled_pair(match, a.at, last, b.parties);
    match.recalled = true;
  }
  // "Both republics lean on Peru": taken for one of them.
  if (a.both && a.parties.size() < 2 && b.parties.size() == 1 && !b.pair) {
    std::vector<ActorMention> pair = recalled_pair(match, a.at, last, b.parties);
    if (pair.size() == 2) a.parties = std::move(pair);
    match.recalled = true;
  }
  // "mediates for both", "has ties with both": not "with each other", and nobody of the two.
  if (b.pair && b.parties.size() < 2 &&
      (directed || (a.parties.size() == 1 && !a.pair && (b.both || b.parties.empty())))) {
    b.parties = recalled_pair(match, b.at, last, a.parties);
    match.recalled = true;
  }
  // "The guerrillas are at war with Peru": those of that state.
  if (a.parties.empty() && a.rebels >= 0 && b.parties.size() == 1)
    a.parties = parties_.rebels_of(a.rebels, b.parties[0]);
  if (b.parties.empty() && b.rebels >= 0 && a.parties.size() == 1)
    b.parties = parties_.rebels_of(b.rebels, a.parties[0]);
  const bool open = bond && !frame.alone && frame.a.front() != SlotPath{"self"};
  // "it occupies the Peruvian half": who is named outright keeps its side.
  const bool clash = a.parties.size() == 1 && b.parties.size() == 1 && a.referred && !b.referred &&
                     a.parties[0].actor.code == b.parties[0].actor.code && directed;
  if (clash) {
    a.parties = parties_.other_before(a.at, b.parties);
    match.recalled = true;
  }
  if (a.parties.empty() && !b.parties.empty() && (open || a.referred)) {
    a.parties = parties_.other_before(a.at >= 0 ? a.at : t, b.parties);
    match.recalled = true;
  }
  if (b.parties.empty() && !a.parties.empty() && b.referred && (directed || a.parties.size() == 1)) {
    b.parties = parties_.other_before(b.at, a.parties);
    match.recalled = true;
  }
  if (a.parties.empty() && b.parties.empty() && open && !directed && (points_back(t) || bare_subject(t))) {
    a.parties = recalled_pair(match, -1, last, {});
    match.recalled = true;
  }
}

void RelationFrames::fill_sides(RelationMatch& match, const RelationMatch* last) const {
  const RelationFrame& frame = *match.frame;
  const bool directed = knowledge_.relations.types.at(frame.type).directed;
  std::size_t at = 0;
  std::size_t b_at = 0;
  Side a = first_filled(match, frame.a, at, {});
  Side b = first_filled(match, frame.b, b_at, a.referred && directed ? std::vector<ActorMention>() : a.parties);
  if (b.parties.empty() && a.parties.size() == 1 && !directed && !a.pair && !b.referred)
    b = first_filled(match, frame.a, ++at, a.parties);
  const bool none = a.parties.empty() && b.parties.empty() && !a.pair && !a.referred;
  const bool recall = none && directed && last != nullptr && last->frame->type == frame.type;
  if (recall && frame.pos == Frame::Pos::kNoun && points_back(match.trigger)) {
    match.pairs = last->pairs;
    match.recalled = true;
    return;
  }
  // Land is a state's: "Italy occupied it" means no charity named before.
  if (frame.type == "occupation" && b.referred) {
    std::erase_if(b.parties, [&](const ActorMention& m) { return m.kind != ActorMention::Kind::kState; });
    if (b.parties.empty() && a.parties.size() == 1) b.parties = parties_.other_of_two(b.at, a.parties[0]);
  }
  settle_sides(match, a, b, last);
  // "The Saudi-backed government": of the country where it stands.
  const bool backed = frame.a.front() == SlotPath{"prefix"} && a.parties.size() == 1 && frame.type == "partnership";
  if (backed && b.parties.empty()) {
    for (const TokenId filler : slots_.fill(match.trigger, frame.b.front()))
      b.parties = parties_.local_of(filler, a.parties[0]);
  }
  const std::vector<ActorMention>& first = a.parties;
  const std::vector<ActorMention>& other = b.parties.empty() && !directed ? a.parties : b.parties;
  for (std::size_t i = 0; i < first.size(); ++i) {
    for (std::size_t j = &other == &first ? i + 1 : 0; j < other.size(); ++j) {
      const bool same_state = first[i].actor.code == other[j].actor.code;
      if (!distinct(first[i].actor, other[j].actor)) continue;
      if (same_state && frame.type == "occupation") continue;  // "the party that governs"
      if (same_state && (!is_party(first[i]) || !is_party(other[j]))) continue;
      match.pairs.emplace_back(first[i], other[j]);
    }
  }
}

// As what a word may stand in the tables: as it is tagged first, then as what a tagger takes for it.
std::vector<Frame::Pos> RelationFrames::parts_of_speech(TokenId t) const {
  using Pos = Frame::Pos;
  const auto& children = tree_.children(t);
  const auto any = [&](std::initializer_list<std::string_view> deprels) {
    return std::any_of(children.begin(), children.end(), [&](TokenId c) { return tree_.is_any(c, deprels); });
  };
  if (tree_.has_upos(t, {"NOUN"})) return {Pos::kNoun};
  if (tree_.has_upos(t, {"PROPN"}) && !hyphened(t).empty()) return {Pos::kNoun};  // "betweens", of "go-betweens"
  if (tree_.has_upos(t, {"VERB"})) {
    // "remains heavily reliant", taken for a participle; "fighting between the two is", for a verb
    const bool gerund = tree_.word(t).xpos == "VBG" && !any({"nsubj", "obj", "aux"});
    if (gerund && tree_.is_any(t, {"csubj", "nsubj", "obj", "obl", "nmod"})) return {Pos::kVerb, Pos::kNoun};
    return {Pos::kVerb, Pos::kAdjective};
  }
  if (!tree_.has_upos(t, {"ADJ", "ADV"})) return {};
  // "as intermediary", "an intermediary"
  if (!tree_.is(t, "amod") && any({"case", "det", "nmod:poss"})) return {Pos::kAdjective, Pos::kNoun};
  return {Pos::kAdjective};
}

std::optional<RelationMatch> RelationFrames::match(TokenId trigger, const RelationMatch* last) const {
  for (const Frame::Pos pos : parts_of_speech(trigger)) {
    std::optional<RelationMatch> found = match_as(pos, trigger, last);
    if (found.has_value()) return found;
  }
  return std::nullopt;
}

std::optional<RelationMatch> RelationFrames::match_as(Frame::Pos pos, TokenId trigger,
                                                      const RelationMatch* last) const {
  const auto& index = knowledge_.relations.by_lemma;
  auto frames = index.find({pos, hyphened(trigger)});
  if (frames == index.end()) frames = index.find({pos, tree_.folded(trigger)});  // "hostilities" are no hostility
  const bool participle = pos == Frame::Pos::kAdjective && tree_.has_upos(trigger, {"VERB"});  // "closed" is not close
  if (frames == index.end() && !participle) frames = index.find({pos, tree_.lemma(trigger)});
  if (frames == index.end()) return std::nullopt;
  std::optional<RelationMatch> best;
  std::int32_t best_rank = -1;
  for (const std::int32_t i : frames->second) {
    RelationMatch candidate;
    candidate.trigger = trigger;
    candidate.frame = &knowledge_.relations.frames[static_cast<std::size_t>(i)];
    candidate.words.push_back(trigger);
    const auto& where = candidate.frame->where;
    if (!std::all_of(where.begin(), where.end(), [&](const Condition& c) { return meets(c, candidate); })) continue;
    std::int32_t rank = 0;
    for (const Condition& c : where) {
      if (!c.absent)
        rank += c.test == Condition::Test::kLemma ? kLemmaRank : c.test == Condition::Test::kFilled ? 1 : kActorRank;
    }
    if (rank <= best_rank) continue;
    fill_sides(candidate, last);
    if (candidate.pairs.empty()) continue;
    best_rank = rank;
    best = std::move(candidate);
  }
  if (!best.has_value()) return best;
  for (const auto& [a, b] : best->pairs) best->confidence = std::min(best->confidence, a.confidence * b.confidence);
  if (best->recalled) best->confidence *= kRecalled;
  return best;
}

}  // namespace entente
