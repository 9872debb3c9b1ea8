#include "agreements/occasion.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr std::int32_t kDayReach = 2;    // sentences back to the day that "shortly before midnight" is of
constexpr std::int32_t kPlaceReach = 2;  // and to where "there" is
constexpr std::int32_t kMeetingReach = 1;
constexpr TokenId kTownReach = 80;  // words from a verb back to "in X"

bool is_told(const Event& event) {
  return event.date.has_value() && event.date->from.has_value() && !event.date->text.empty();
}

}  // namespace

OccasionReader::OccasionReader(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                               const std::vector<FoundEvent>& events)
    : tree_(tree), knowledge_(knowledge), actors_(actors), events_(events), dates_(tree, knowledge) {
  for (const FoundEvent& event : events) event_at_.emplace(event.trigger, &event);
}

// The event told last before t, at most so many sentences back: one with a date of its own, or a meeting with a place.
const FoundEvent* OccasionReader::last_before(TokenId t, std::int32_t sentences, bool dated) const {
  const FoundEvent* last = nullptr;
  for (const FoundEvent& found : events_) {
    if (found.trigger >= t || tree_.sentence(t) - tree_.sentence(found.trigger) > sentences) continue;
    const bool fits = dated ? is_told(found.event) : found.event.type == "CONSULT" && found.event.place.has_value();
    if (fits && (last == nullptr || found.trigger > last->trigger)) last = &found;
  }
  return last;
}

bool OccasionReader::names_day_part(TokenId trigger) const {
  const auto& children = tree_.children(trigger);
  return std::any_of(children.begin(), children.end(), [&](TokenId c) {
    return tree_.is_any(c, {"obl", "obl:unmarked", "advmod"}) &&
           knowledge_.in_set("agreement_day_part", tree_.lemma(c));
  });
}

// The verb, what it is joined to, and what stands around it: "the council on Thursday ratified".
std::vector<TokenId> OccasionReader::words_of_time(TokenId trigger) const {
  std::vector<TokenId> words = {trigger};
  if (tree_.is_any(trigger, {"conj", "xcomp"}) && tree_.head(trigger) >= 0 && tree_.child(trigger, "nsubj") < 0)
    words.push_back(tree_.head(trigger));
  for (const TokenId c : tree_.children(trigger)) {
    if (tree_.is_any(c, {"nsubj", "obl", "advmod"}) && c < trigger) words.push_back(c);  // "late on Monday"
    if (tree_.is(c, "obj")) words.push_back(c);
  }
  return words;
}

std::optional<DateInterval> OccasionReader::date(const FoundStep& step) const {
  const auto event = event_at_.find(step.trigger);
  if (event != event_at_.end() && is_told(event->second->event)) return event->second->event.date;
  const FoundEvent* before = last_before(step.trigger, tree_.size(), true);
  const std::string told = before != nullptr ? *before->event.date->from : "";
  const bool future = step.status == "future" || step.status == "hypothetical";
  for (const TokenId word : words_of_time(step.trigger)) {
    std::optional<DateInterval> found = dates_.read(word, future, told);
    if (!found.has_value()) continue;
    if (!future && found->from.has_value() && dates_.lies_ahead(*found, true)) continue;
    if (found->from.has_value() || !names_day_part(step.trigger)) return found;
  }
  if (auto found = future ? std::nullopt : counted_back(step.trigger); found.has_value()) return found;
  if (!names_day_part(step.trigger) || future) return std::nullopt;
  const FoundEvent* day = last_before(step.trigger, kDayReach, true);
  return day != nullptr ? day->event.date : dates_.of_article();
}

// "Nine days after they signed it, wheat has come": counted back from the day of what came after.
std::optional<DateInterval> OccasionReader::counted_back(TokenId trigger) const {
  const TokenId mark = tree_.child(trigger, "mark");
  const TokenId main = tree_.head(trigger);
  if (mark < 1 || main < 0 || !tree_.is(trigger, "advcl") || tree_.folded(mark) != "after") return std::nullopt;
  const WordValue* unit = knowledge_.word(tree_.lemma(mark - 1));
  if (unit == nullptr || unit->kind != "unit" || tree_.sentence(mark - 1) != tree_.sentence(mark)) return std::nullopt;
  std::optional<DateInterval> later = dates_.read(main, false);
  if (!later.has_value() || !later->from.has_value()) later = dates_.of_article();
  if (!later.has_value()) return std::nullopt;
  return dates_.back_from(*later->from, tree_.subtree(mark - 1).front(), mark - 1);
}

// "Has been in force since 1999", "has governed the ferries since the 1990s": when it was concluded; of a month or a
// day that need not be so.
std::optional<DateInterval> OccasionReader::since(TokenId trigger) const {
  std::vector<TokenId> verbs = {trigger};
  if (tree_.head(trigger) >= 0 && tree_.is_any(trigger, {"xcomp", "obl"})) verbs.push_back(tree_.head(trigger));
  for (const TokenId verb : verbs) {
    for (const TokenId c : tree_.children(verb)) {
      if (!tree_.is(c, "obl") || preposition(tree_, c) != "since") continue;
      std::optional<DateInterval> found = dates_.read_words(c, c);
      if (found.has_value() && found->precision == "year") return found;
    }
  }
  return std::nullopt;
}

std::optional<DateInterval> OccasionReader::date_of_noun(TokenId noun) const { return dates_.read(noun, false); }

std::optional<Place> OccasionReader::place_at(TokenId trigger, const std::vector<TokenId>& nouns) const {
  static const Frame kFrame;
  FrameMatch match;
  match.frame = &kFrame;
  match.trigger = trigger;
  match.nouns = nouns;
  return read_place(tree_, knowledge_, actors_, match);
}

// "Signed a convention on the river in Maun": a town, though it hangs from the river.
std::optional<Place> OccasionReader::town_below(TokenId trigger) const {
  const auto below = tree_.subtree(trigger, [&](TokenId c) {
    return tree_.is_any(c, {"conj", "acl", "advcl", "ccomp", "parataxis", "appos", "nmod:poss"});
  });
  for (const TokenId w : below) {
    if (!tree_.is_any(w, {"nmod", "obl", "obj"}) || w == trigger) continue;
    const std::string by = preposition(tree_, w);
    if (by != "in" && by != "at") continue;
    const ActorMention* place = actors_.place(w);
    if (place == nullptr || place->kind == ActorMention::Kind::kState) continue;
    const bool town = place->where == nullptr || place->where->kind == "town";
    if (town) return to_place(*place);
  }
  return std::nullopt;
}

// "In Buenos Aires X signed", with the town run together with X by the parser.
std::optional<Place> OccasionReader::town_before(TokenId trigger) const {
  for (TokenId w = trigger - 1;
       w > std::max(0, trigger - kTownReach) && tree_.sentence(w - 1) == tree_.sentence(trigger); --w) {
    if (tree_.folded(w - 1) != "in" && tree_.folded(w - 1) != "at") continue;
    const ActorMention* place = actors_.place(w);
    if (place == nullptr || place->kind == ActorMention::Kind::kState) continue;
    return to_place(*place);
  }
  return std::nullopt;
}

// What "there" points to.
std::optional<Place> OccasionReader::place_told_last(TokenId t) const {
  for (TokenId w = t - 1; w >= 0 && tree_.sentence(t) - tree_.sentence(w) <= kPlaceReach; --w) {
    const ActorMention* place = actors_.place(w);
    if (place == nullptr || place->kind == ActorMention::Kind::kState) continue;
    return to_place(*place);
  }
  return std::nullopt;
}

std::optional<Place> OccasionReader::place(const FoundStep& step) const {
  const auto event = event_at_.find(step.trigger);
  if (event != event_at_.end() && event->second->event.place.has_value()) return event->second->event.place;
  if (auto own = place_at(step.trigger, {step.about}); own.has_value()) return own;
  for (const TokenId c : tree_.children(step.trigger)) {
    if (tree_.is(c, "advmod") && tree_.folded(c) == "there") return place_told_last(step.trigger);
  }
  if (auto town = town_below(step.trigger); town.has_value()) return town;
  if (settles(step)) {
    if (auto town = town_before(step.trigger); town.has_value()) return town;
  }
  // "The presidents met in Managua. They signed": where the meeting was.
  const FoundEvent* meeting = settles(step) ? last_before(step.trigger, kMeetingReach, false) : nullptr;
  return meeting != nullptr ? meeting->event.place : std::nullopt;
}

// "The communique of Kuala Lumpur".
std::optional<Place> OccasionReader::place_of_noun(TokenId noun) const {
  for (const TokenId c : tree_.children(noun)) {
    if (!tree_.is(c, "nmod") || tree_.is(c, "nmod:poss") || preposition(tree_, c) != "of") continue;
    const ActorMention* place = actors_.place(c);
    if (place == nullptr || place->kind == ActorMention::Kind::kState) continue;
    Place found = to_place(*place);
    found.name = found.text;
    return found;
  }
  return std::nullopt;
}

}  // namespace entente
