#include "agreements/truce_breaches.h"

#include <algorithm>
#include <map>
#include <set>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr double kShot = 0.6;            // how sure the model is that a verb tells of an attack
constexpr std::int32_t kReach = 2;       // sentences from a truce to the shots that end it
constexpr std::int32_t kMostUp = 6;      // from the truce up to the clause of the shots
constexpr std::size_t kMostShots = 200;  // of a text

// From when on it should be kept, or nothing but that it is there.
bool stands(const FoundStep& step) {
  const std::string& status = step.row->status;
  return happened(step) && (status.empty() || status == "agreed" || status == "signed" || status == "in_force");
}

}  // namespace

TruceBreaches::TruceBreaches(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                             const Clauses& clauses, const OccasionReader& occasions,
                             const std::vector<FoundEvent>& events)
    : tree_(tree), knowledge_(knowledge), actors_(actors), clauses_(clauses), occasions_(occasions), opinion_(tree) {
  std::map<TokenId, const FoundEvent*> told;
  for (const FoundEvent& found : events) {
    const bool done = found.event.status == "actual" || found.event.status == "historical";
    if (found.event.type == "ASSAULT" && done) told[found.trigger] = &found;
  }
  for (TokenId t = 0; t < tree_.size() && shots_.size() < kMostShots; ++t) {
    const auto event = told.find(t);
    if (event != told.end() || is_shot(t)) shots_.push_back({t, event != told.end() ? event->second : nullptr});
  }
}

// "Guns opened up on the village", of which no frame knows.
bool TruceBreaches::is_shot(TokenId t) const {
  if (!clauses_.is_verb(t)) return false;
  // "Explosions were heard", "fighting broke out".
  const auto told = clauses_.fill(t, clauses_.passive(t) ? "obj" : "subj");
  const bool heard = std::any_of(told.begin(), told.end(), [&](TokenId w) {
    return knowledge_.in_set("agreement_gunfire", tree_.lemma(w)) ||
           knowledge_.in_set("agreement_gunfire", tree_.folded(w));
  });
  const bool rings = heard && knowledge_.in_set("agreement_ringing_out", tree_.lemma(t));
  if (!rings && opinion_.of(t, "ASSAULT") < kShot) return false;
  FrameMatch match;
  match.trigger = t;
  return read_status(tree_, knowledge_, clauses_, match) == "actual";
}

// Fired by a party, or by nobody who is told: not by a third.
bool TruceBreaches::of_parties(const Shot& shot, const std::vector<ActorMention>& parties) const {
  std::set<std::string> own;
  for (const ActorMention& party : parties) {
    own.insert(party.actor.code.value_or(""));
    own.insert(party.actor.country.value_or(""));
  }
  own.erase("");
  const auto is_own = [&](const Actor& actor) {
    return own.contains(actor.code.value_or("")) || own.contains(actor.country.value_or(""));
  };
  if (shot.event != nullptr && !shot.event->event.actor.empty()) {
    const auto& doers = shot.event->event.actor;
    return std::any_of(doers.begin(), doers.end(), is_own);
  }
  for (const TokenId subject : clauses_.fill(shot.trigger, "subj")) {
    for (const TokenId w : tree_.subtree(subject, [&](TokenId c) { return clauses_.is_verb(c); })) {
      const ActorMention* mention = actors_.mention(w);
      if (mention != nullptr && mention->actor.code.has_value() && !mention->guessed && is_own(mention->actor))
        return true;
      if (mention != nullptr && mention->actor.code.has_value() && mention->actor.via != "description") return false;
    }
  }
  return true;
}

// "Hours after the truce began, shells fell", "fired a week into it".
bool TruceBreaches::below_it(const Shot& shot, TokenId truce) const {
  TokenId t = truce;
  for (std::int32_t step = 0; step < kMostUp && t >= 0 && t != shot.trigger; ++step, t = tree_.head(t)) {
    const std::string by = preposition(tree_, t);
    if (!knowledge_.in_set("agreement_broken_by", by)) continue;
    return tree_.is_below(t, shot.trigger);
  }
  return false;
}

// "When", "before".
std::string TruceBreaches::mark_of(TokenId clause) const {
  for (const TokenId c : tree_.children(clause)) {
    if (c < clause && tree_.is_any(c, {"mark", "advmod"})) return tree_.folded(c);
  }
  return "";
}

// "It was an hour old when rockets hit", "had held for a day before soldiers fired"; but not "they agreed on it when".
bool TruceBreaches::interrupts(const Shot& shot, const FoundStep& step) const {
  TokenId t = shot.trigger;
  for (std::int32_t up = 0; up < kMostUp && t >= 0; ++up, t = tree_.head(t)) {
    if (!tree_.is(t, "advcl") || tree_.head(t) != step.trigger) continue;
    const std::string by = mark_of(t);
    if (by == "before" || (by == "when" && !settles(step))) return true;
  }
  // "They agreed on Monday, but shells fell".
  const TokenId but = tree_.is_any(shot.trigger, {"conj"}) ? tree_.child(shot.trigger, "cc") : -1;
  return but >= 0 && tree_.head(shot.trigger) == step.trigger && knowledge_.in_set("agreement_but", tree_.folded(but));
}

// "Hours later", "then", "within a day".
bool TruceBreaches::says_later(TokenId shot) const {
  TokenId verb = shot;
  for (std::int32_t up = 0; up < 2 && verb >= 0; ++up, verb = tree_.head(verb)) {
    const auto& below = tree_.children(verb);
    const bool later = std::any_of(below.begin(), below.end(), [&](TokenId c) {
      if (c > shot && tree_.is_any(c, {"advcl", "conj"})) return false;
      return knowledge_.in_set("agreement_later", tree_.folded(c)) ||
             (tree_.is(c, "obl") && preposition(tree_, c) == "within") ||
             (tree_.is(c, "advmod") && tree_.child(c, "obl:unmarked") >= 0 && tree_.folded(c) == "after");
    });
    if (later) return true;
    if (tree_.is_any(verb, {"root"})) break;
  }
  return false;
}

// "Only the evening before", "two days ago", "last week"; but not "by evening they had agreed on it", which came last.
bool TruceBreaches::says_earlier(TokenId settled) const {
  const auto words = tree_.subtree(settled, [&](TokenId c) {
    return tree_.is_any(c, {"advcl", "conj", "parataxis", "ccomp", "acl", "nsubj"});
  });
  return std::any_of(words.begin(), words.end(),
                     [&](TokenId w) { return knowledge_.in_set("agreement_earlier", tree_.folded(w)); });
}

bool TruceBreaches::dated_later(const Shot& shot, const FoundStep& step) const {
  if (shot.event == nullptr || !shot.event->event.date.has_value()) return false;
  const auto settled = occasions_.date(step);
  if (!settled.has_value() || settled->precision != "day") return false;
  const auto& fired = shot.event->event.date;
  return fired->precision == "day" && fired->from.has_value() && settled->from.has_value() &&
         *fired->from > *settled->from;
}

bool TruceBreaches::in_past_perfect(TokenId t) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(),
                     [&](TokenId c) { return tree_.is(c, "aux") && tree_.folded(c) == "had"; });
}

// "Barely a day into the truce, tanks rolled in", with the day for the root.
bool TruceBreaches::times_it(TokenId truce) const {
  const std::string by = preposition(tree_, truce);
  const TokenId unit = tree_.is_any(truce, {"nmod", "obl"}) && (by == "into" || by == "after") ? tree_.head(truce) : -1;
  const WordValue* word = unit >= 0 ? knowledge_.word(tree_.lemma(unit)) : nullptr;
  return word != nullptr && word->kind == "unit";
}

// "Has been in effect since August".
bool TruceBreaches::kept_since(const FoundStep& step) const {
  if (step.row->status != "in_force" || !happened(step)) return false;
  const auto& below = tree_.children(step.trigger);
  return std::any_of(below.begin(), below.end(),
                     [&](TokenId c) { return tree_.is(c, "obl") && preposition(tree_, c) == "since"; });
}

bool TruceBreaches::in_present(TokenId t) const {
  const auto present = [&](TokenId w) { return tree_.word(w).xpos == "VBZ" || tree_.word(w).xpos == "VBP"; };
  const auto& below = tree_.children(t);
  return present(t) || std::any_of(below.begin(), below.end(), [&](TokenId c) {
           return tree_.is_any(c, {"aux", "aux:pass", "cop"}) && present(c) && tree_.lemma(c) != "have";
         });
}

bool TruceBreaches::follows(const Shot& shot, const FoundStep& step) const {
  const std::int32_t apart = tree_.sentence(shot.trigger) - tree_.sentence(step.trigger);
  if (apart == 0)
    return below_it(shot, step.about) || below_it(shot, step.trigger) || interrupts(shot, step) || times_it(step.about);
  const bool had = in_past_perfect(step.trigger) && !in_past_perfect(shot.trigger);
  if ((apart == -1 || apart == 1) && kept_since(step)) return true;
  if (apart == -1)
    return had && says_earlier(
                      step.trigger);  // "Guns opened up on the town. They had signed a truce only the evening before."
  return apart > 0 && apart <= kReach &&
         ((had && says_earlier(step.trigger)) || says_later(shot.trigger) || dated_later(shot, step));
}

bool TruceBreaches::broken(const InstrumentGroup& group, const std::vector<ActorMention>& parties) const {
  if (group.nouns.front().row->form != "ceasefire" || shots_.empty()) return false;
  const bool ahead = std::any_of(group.steps.begin(), group.steps.end(), [](const FoundStep& step) {
    return step.row->status == "in_force" && step.status == "future";
  });
  // "Is being kept": whatever was fired before.
  const bool held = std::any_of(group.steps.begin(), group.steps.end(), [&](const FoundStep& step) {
    return step.row->status == "in_force" && happened(step) && in_present(step.trigger);
  });
  return !ahead && !held && std::any_of(shots_.begin(), shots_.end(), [&](const Shot& shot) {
    return of_parties(shot, parties) && std::any_of(group.steps.begin(), group.steps.end(), [&](const FoundStep& step) {
             return stands(step) && follows(shot, step);
           });
  });
}

}  // namespace entente
