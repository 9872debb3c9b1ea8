// Which matches are told: what is news about states, and done or suffered by somebody who acts.
#include <algorithm>

#include "events/events.h"

namespace entente {
namespace {

constexpr double kSure = 0.8;
constexpr const char* kDenial = "016";  // CAMEO: deny an accusation

bool is_political(const ActorMention& mention, const Knowledge& knowledge) {
  const auto sector = knowledge.sectors.find(mention.actor.sector.value_or(""));
  return sector != knowledge.sectors.end() && sector->second;
}

// Politics, not private life: somebody with a code, or of a sector that makes politics.
bool matters(const FrameMatch& match, const Knowledge& knowledge) {
  const auto known = [&](const ActorMention& m) {
    return m.actor.code.has_value() || (is_political(m, knowledge) && m.kind != ActorMention::Kind::kPlace);
  };
  return std::any_of(match.actor.begin(), match.actor.end(), known) ||
         std::any_of(match.recipient.begin(), match.recipient.end(), known);
}

// Somebody with a code; not "the Sino-American talks", which are only of some states.
bool has_state(const std::vector<ActorMention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [](const ActorMention& m) {
    return m.actor.code.has_value() && m.kind != ActorMention::Kind::kOther;
  });
}

// "The court", "the bloc" of no state that is told, by a word of which the model is sure.
bool acts_for_sure(const FrameMatch& match, const Knowledge& knowledge) {
  return match.model >= kSure && std::any_of(match.actor.begin(), match.actor.end(), [&](const ActorMention& m) {
           return is_party(m) && is_political(m, knowledge);
         });
}

// "Gunfire raked a Turkish patrol boat": harm to what makes politics, of some state, by a word of which the model is
// sure.
bool harms_for_sure(const FrameMatch& match, const Knowledge& knowledge) {
  return match.model >= kSure && knowledge.types.at(match.frame->type).quad > kVerbalConflict &&
         std::any_of(match.recipient.begin(), match.recipient.end(),
                     [&](const ActorMention& m) { return m.actor.code.has_value() && is_political(m, knowledge); });
}

// "A Swiss coach praised the organisers": a word of somebody who is no actor to nobody who is one, only of some
// country.
bool idle_words(const FrameMatch& match, const Knowledge& knowledge) {
  const int quad = knowledge.types.at(match.frame->type).quad;
  if (quad != kVerbalCooperation && quad != kVerbalConflict) return false;
  // Whoever denies a charge does it for the state that is charged: "Qatar's agent denied that ...".
  const auto of_state = [](const ActorMention& m) { return m.actor.code.has_value(); };
  if (match.frame->cameo == kDenial && std::any_of(match.actor.begin(), match.actor.end(), of_state)) return false;
  return std::none_of(match.actor.begin(), match.actor.end(), is_party) &&
         std::none_of(match.recipient.begin(), match.recipient.end(), is_party);
}

// "The bank rejected a bid from a French insurer": told of somebody who is no actor, to nobody who is one.
bool by_nobody(const FrameMatch& match, const ActorFinder& actors, const Clauses& clauses) {
  if (match.frame->pos == Frame::Pos::kNoun || !match.actor.empty() || clauses.passive(match.trigger)) return false;
  // "A roadside bomb hit a convoy": the weapon that the frame asked for is nobody's, and the deed is one all the same.
  const bool by_weapon = std::any_of(match.frame->where.begin(), match.frame->where.end(), [](const Condition& c) {
    return !c.absent && c.test == Condition::Test::kLemma && c.paths.front() == SlotPath{"subj"};
  });
  if (by_weapon && !match.recipient.empty()) return false;
  const bool reaches = std::any_of(match.recipient.begin(), match.recipient.end(), [](const ActorMention& m) {
    return m.kind != ActorMention::Kind::kOther && m.kind != ActorMention::Kind::kPlace;
  });
  if (reaches) return false;
  const auto subjects = clauses.fill(match.trigger, "subj");
  return std::any_of(subjects.begin(), subjects.end(), [&](TokenId t) { return actors.parties(t).empty(); });
}

// "2,000 people who had fled their homes": a crowd of no state of its own gives and agrees to nothing by a word that
// only the model takes for it.
bool crowd_at_peace(const FrameMatch& match, const Knowledge& knowledge) {
  if (!match.frame->open || knowledge.types.at(match.frame->type).quad >= kVerbalConflict) return false;
  return !match.actor.empty() && std::all_of(match.actor.begin(), match.actor.end(), [](const ActorMention& m) {
    return m.guessed && m.actor.sector == "CVL";
  });
}

}  // namespace

std::string reason_to_drop(const FrameMatch& match, const Knowledge& knowledge, const ActorFinder& actors,
                           const Clauses& clauses) {
  if (match.unlikely) return "the model is sure that it tells no event";
  if (!matters(match, knowledge)) return "nobody in it is known";
  if (match.frame->open && !has_state(match.actor) && !acts_for_sure(match, knowledge) &&
      !(has_state(match.recipient) && clauses.passive(match.trigger)) && !harms_for_sure(match, knowledge))
    return "the model alone takes it for an event, and nobody with a code does it";
  if (by_nobody(match, actors, clauses)) return "its subject is no actor, and nobody is acted upon";
  if (crowd_at_peace(match, knowledge)) return "the model alone takes it for an event, and a crowd does it";
  if (idle_words(match, knowledge)) return "words of nobody who is an actor, to nobody who is one";
  return "";
}

}  // namespace entente
