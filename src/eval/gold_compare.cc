#include "eval/gold_compare.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "eval/person_names.h"

namespace entente {
namespace {

// Words that say nothing of what a label is about.
constexpr std::array<std::string_view, 38> kFunctionWords = {
    "a",    "an",  "and", "as",  "at",  "be",   "between", "by",   "for",   "from",  "has",   "have", "in",
    "into", "is",  "it",  "its", "not", "of",   "on",      "or",   "over",  "s",     "that",  "the",  "their",
    "to",   "was", "who", "why", "if",  "with", "about",   "were", "which", "whose", "would", "will"};

Names label_words(const std::string& label) {
  Names words;
  std::string word;
  const auto close = [&] {
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    if (!word.empty() && std::find(kFunctionWords.begin(), kFunctionWords.end(), word) == kFunctionWords.end()) {
      words.insert(word);
    }
    word.clear();
  };
  for (const char c : folded(label)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      word += c;
    } else {
      close();
    }
  }
  close();
  return words;
}

using OfActors = Names (*)(const std::vector<Actor>&);

bool same_parties(const Event& gold, const Event& system, const std::vector<Actor>& of_gold,
                  const std::vector<Actor>& of_system, OfActors names) {
  if (gold.reciprocal == system.reciprocal) return names(of_gold) == names(of_system);
  const auto all = [&](const Event& event) {
    Names found = names(event.actor);
    found.merge(names(event.recipient));
    return found;
  };
  return all(gold) == all(system);
}

// Open ends reach as far as any date.
std::pair<std::string, std::string> bounds(const DateInterval& date) {
  return {date.from.value_or("0000-00-00"), date.to.value_or("9999-99-99")};
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
      .foldCase()
      .toUTF8String(out);
  return out;
}

std::string code_of(const Actor& actor) {
  if (actor.code) return *actor.code;
  return "~" + folded(actor.name.empty() ? actor.text : actor.name);
}

std::string code_and_sector(const Actor& actor) {
  return actor.sector ? code_of(actor) + " " + *actor.sector : code_of(actor);
}

Names codes_of(const std::vector<Actor>& actors) {
  Names names;
  for (const Actor& actor : actors) names.insert(code_of(actor));
  return names;
}

Names codes_and_sectors(const std::vector<Actor>& actors) {
  Names names;
  for (const Actor& actor : actors) names.insert(code_and_sector(actor));
  return names;
}

std::size_t shared(const Names& a, const Names& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const auto& name) { return b.contains(name); }));
}

bool same_actor_codes(const Event& gold, const Event& system) {
  return same_parties(gold, system, gold.actor, system.actor, codes_of);
}
bool same_recipient_codes(const Event& gold, const Event& system) {
  return same_parties(gold, system, gold.recipient, system.recipient, codes_of);
}
bool same_actors(const Event& gold, const Event& system) {
  return same_parties(gold, system, gold.actor, system.actor, codes_and_sectors);
}
bool same_recipients(const Event& gold, const Event& system) {
  return same_parties(gold, system, gold.recipient, system.recipient, codes_and_sectors);
}

bool same_speaker(const std::optional<Actor>& gold, const std::optional<Actor>& system) {
  if (!gold || !system) return !gold && !system;
  if (!gold->code && !system->code) return gold->span.overlaps(system->span);
  if (gold->code != system->code) return false;
  const bool persons = gold->type == "person" && system->type == "person" && is_proper_name(gold->name);
  return !persons || names_alike(gold->name, system->name);
}

bool same_speaker_and_sector(const std::optional<Actor>& gold, const std::optional<Actor>& system) {
  return same_speaker(gold, system) && (!gold || gold->sector == system->sector);
}

bool same_others(const std::vector<OtherActor>& gold, const std::vector<OtherActor>& system) {
  const auto names = [](const std::vector<OtherActor>& others) {
    Names found;
    for (const OtherActor& other : others) found.insert(other.role + " " + code_of(other.actor));
    return found;
  };
  return names(gold) == names(system);
}

bool same_dates(const std::optional<DateInterval>& gold, const std::optional<DateInterval>& system) {
  const DateInterval none;
  const DateInterval& a = gold ? *gold : none;
  const DateInterval& b = system ? *system : none;
  return a.from == b.from && a.to == b.to;
}

bool dates_meet(const std::optional<DateInterval>& gold, const std::optional<DateInterval>& system) {
  const auto dated = [](const std::optional<DateInterval>& date) { return date && (date->from || date->to); };
  if (!dated(gold) || !dated(system)) return !dated(gold) && !dated(system);
  const auto [gold_from, gold_to] = bounds(*gold);
  const auto [system_from, system_to] = bounds(*system);
  return gold_from <= system_to && system_from <= gold_to;
}

bool same_place(const std::optional<Place>& gold, const std::optional<Place>& system) {
  if (!gold || !system) return !gold && !system;
  return folded(gold->name) == folded(system->name);
}

bool same_issue(const std::optional<Issue>& gold, const std::optional<Issue>& system) {
  if (!gold || !system) return !gold && !system;
  if (gold->id && system->id) return gold->id == system->id;
  const Names a = label_words(gold->label);
  const Names b = label_words(system->label);
  const std::size_t shorter = std::min(a.size(), b.size());
  return shorter == 0 ? folded(gold->label) == folded(system->label) : 2 * shared(a, b) >= shorter;
}

bool any_magnitude(const Magnitude& m) {
  return m.killed || m.wounded || m.arrested || m.displaced || m.crowd || m.amount || m.currency;
}

bool same_magnitude(const Magnitude& a, const Magnitude& b) {
  return a.killed == b.killed && a.wounded == b.wounded && a.arrested == b.arrested && a.displaced == b.displaced &&
         a.crowd == b.crowd && a.amount == b.amount && a.currency == b.currency;
}

}  // namespace entente
