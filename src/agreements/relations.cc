#include "agreements/relations.h"

#include <algorithm>
#include <set>
#include <utility>

#include "agreements/relation_frames.h"
#include "agreements/relation_slots.h"
#include "agreements/relation_words.h"

namespace entente {
namespace {

constexpr std::size_t kMostRelations = 1000;  // of an article
constexpr std::int32_t kSentencesBack = 4;    // as far as "the alliance" reaches
// How often a frame is right whose sides are sure, and whose sides are not.
constexpr double kSure = 0.9;
constexpr double kUnsure = 0.5;
constexpr double kNeutral = 0.9;  // of words that say nothing by themselves
constexpr double kUntold = 0.9;   // where neither a time nor a trend is told

class RelationMaker {
 public:
  RelationMaker(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses)
      : tree_(tree),
        knowledge_(knowledge),
        actors_(actors),
        slots_(tree, knowledge, clauses),
        frames_(tree, knowledge, actors, clauses, slots_),
        words_(tree, knowledge, clauses, slots_) {}

  // Words that are part of a longer expression: "ties" of "broke off ties".
  void find_parts() {
    for (TokenId t = 0; t < tree_.size(); ++t) {
      if (!tree_.has_upos(t, {"VERB"})) continue;
      if (const auto match = frames_.match(t, nullptr); match.has_value() && !match->frame->neutral)
        parts_.insert(match->nouns.begin(), match->nouns.end());
    }
  }

  void read(TokenId trigger, std::vector<FoundRelation>& found) {
    const bool near = last_.has_value() && tree_.sentence(trigger) - tree_.sentence(last_->trigger) <= kSentencesBack;
    if (parts_.contains(trigger)) return;
    if (near) read_denial(trigger, found);
    std::optional<RelationMatch> match = frames_.match(trigger, near ? &*last_ : nullptr);
    if (!match.has_value() || words_.unreal(*match) || in_sport(*match)) return;
    const RelationFrame& frame = *match->frame;
    const std::vector<TokenId> region = words_.region(*match);
    Relation relation;
    relation.type = frame.type;
    const RelationType& type = knowledge_.relations.types.at(frame.type);
    relation.directed = type.directed;
    const RelationTimes times = words_.times(*match, region);
    std::string trend = words_.trend(*match, region, type.tone);
    const std::string hostile = frame.neutral ? words_.trend(*match, region, RelationType::Tone::kHostile) : "";
    const bool going_on = times.lasting || !trend.empty() || words_.habit(*match, region) || shown(*match);
    const bool said = going_on || !frame.trend.empty();
    relation.negated = frame.negated || (!frame.positive && words_.negated(*match));
    const bool topic = frame.pos == Frame::Pos::kNoun && !slots_.predicated(trigger);
    if (match->recalled && topic && !said) return;  // "the two rivals met", "the quarrel is about water"
    if (trend == "steady" && times.until.has_value()) trend.clear();
    if (frame.lasting && (!going_on || relation.negated)) return;
    if (frame.habitual && ((!said && !words_.trait(trigger)) || relation.negated)) return;
    if (frame.neutral && !said && !relation.negated) return;
    if (!frame.trend.empty() && (trend.empty() || trend == "steady")) trend = frame.trend;
    relation.since = times.since;
    relation.until = times.until;
    // "Has had no relations with it since 1978": they ended then.
    const bool ended = relation.negated && topic && frame.type == "partnership" && times.since.has_value() &&
                       !times.until.has_value() && !frame.negated;
    if (ended) {
      std::swap(relation.since, relation.until);
      relation.negated = false;
      trend = "weakening";
    }
    // "Still refuses to recognise it": that it is withheld goes on.
    if (!trend.empty() && (!relation.negated || (frame.negated && trend == "steady"))) relation.trend = trend;
    const double rule = (frame.neutral ? kNeutral : 1) * (said ? 1 : kUntold);
    relation.confidence = kUnsure + (kSure - kUnsure) * match->confidence * rule;
    relation.why.push_back({"relation:" + frame.name, tree_.lemma(trigger), std::nullopt});
    relation.evidence.push_back(evidence(*match, region));
    for (const auto& [a, b] : match->pairs) {
      relation.a = a.actor;
      relation.b = b.actor;
      // A feud of armed groups is fought with arms, and so are soldiers' clashes.
      const bool soldiers = frame.pos == Frame::Pos::kVerb && is_force(a) && is_force(b);
      const bool armed = relation.type == "rivalry" && ((is_armed(a) && is_armed(b)) || soldiers);
      found.push_back({relation, trigger, &frame, hostile});
      if (armed) found.back().relation.type = "conflict";
    }
    last_ = std::move(match);
  }

 private:
  // "Peru recognises it; Chile does not", "and neither does Chile": of what was told last in the sentence.
  void read_denial(TokenId verb, std::vector<FoundRelation>& found) const {
    if (tree_.lemma(verb) != "do" || tree_.sentence(verb) != tree_.sentence(last_->trigger) || found.empty()) return;
    const Relation& told = found.back().relation;
    if (!told.directed || last_->frame->pos != Frame::Pos::kVerb || tree_.is(verb, "aux")) return;
    const auto& children = tree_.children(verb);
    const bool denies = std::any_of(children.begin(), children.end(), [&](TokenId c) {
      return tree_.is(c, "advmod") && knowledge_.in_set("grammar_negation", tree_.folded(c));
    });
    for (const TokenId c : children) {
      if (!denies || !tree_.is(c, "nsubj")) continue;
      for (const ActorMention& side : actors_.parties(c)) {
        if (!side.actor.code.has_value() || !is_party(side) || !distinct(side.actor, *told.b)) continue;
        Relation denied = told;
        denied.a = side.actor;
        denied.negated = true;
        denied.since.reset();
        denied.until.reset();
        denied.trend.reset();
        denied.confidence = kUnsure;
        denied.evidence.front().span = clause_span(verb);
        denied.evidence.front().text = tree_.text(denied.evidence.front().span);
        found.push_back({std::move(denied), verb, last_->frame, ""});
        return;
      }
    }
  }

  [[nodiscard]] CodePointSpan clause_span(TokenId verb) const {
    const std::vector<TokenId> words = tree_.subtree(verb, [&](TokenId c) { return tree_.is_any(c, {"punct", "cc"}); });
    return tree_.span(words.front(), words.back());
  }

  // An act that its frame takes for a trait where it is told in the simple present.
  [[nodiscard]] bool shown(const RelationMatch& match) const { return match.frame->present && words_.present(match); }

  // "Old rivals Brazil and Chile meet in the semi-final": words that players have too. A test match says nothing of who
  // recognises or occupies whom.
  [[nodiscard]] bool in_sport(const RelationMatch& match) const {
    const TokenId t = match.trigger;
    if (!knowledge_.in_set("relation_sporting", tree_.lemma(t))) return false;
    const TokenSpan sentence = tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(t))].tokens;
    for (TokenId word = sentence.begin.value; word < std::min(sentence.end.value, tree_.size()); ++word) {
      if (tree_.has_upos(word, {"NOUN"}) && knowledge_.in_set("relation_sport", tree_.lemma(word))) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_armed(const ActorMention& side) const {
    return knowledge_.in_set("relation_armed", fold_case(side.actor.sector.value_or("")));
  }

  [[nodiscard]] bool is_force(const ActorMention& side) const {
    return is_armed(side) || fold_case(side.actor.sector.value_or("")) == "mil";
  }

  [[nodiscard]] Evidence evidence(const RelationMatch& match, const std::vector<TokenId>& region) const {
    TokenId first = match.trigger;
    TokenId last = match.trigger;
    const auto take = [&](TokenId t) {
      if (tree_.sentence(t) != tree_.sentence(match.trigger)) return;
      first = std::min(first, t);
      last = std::max(last, t);
    };
    for (const TokenId t : match.words) take(t);
    for (const TokenId t : region) {
      if (!tree_.has_upos(t, {"PUNCT", "CCONJ"})) take(t);
    }
    Evidence found;
    found.sentence = tree_.sentence(match.trigger);
    found.span = tree_.span(first, last);
    const CodePointSpan sentence = tree_.parsed().document.sentences[static_cast<std::size_t>(found.sentence)].span;
    for (const auto& [a, b] : match.pairs) {
      for (const Actor* actor : {&a.actor, &b.actor}) {
        if (!sentence.contains(actor->span)) continue;
        found.span.begin = std::min(found.span.begin, actor->span.begin);
        found.span.end = std::max(found.span.end, actor->span.end);
      }
    }
    found.text = tree_.text(found.span);
    return found;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  RelationSlots slots_;
  RelationFrames frames_;
  RelationWords words_;
  std::optional<RelationMatch> last_;
  std::set<TokenId> parts_;
};

}  // namespace

std::vector<FoundRelation> find_relations(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                                          const Clauses& clauses) {
  RelationMaker maker(tree, knowledge, actors, clauses);
  std::vector<FoundRelation> found;
  maker.find_parts();
  for (TokenId t = 0; t < tree.size() && found.size() < kMostRelations; ++t) maker.read(t, found);
  settle_neutral(knowledge, found);
  join_retold(knowledge, found);
  return found;
}

}  // namespace entente
