#include "ledger/event_mention.h"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_set>
#include <vector>

namespace entente {
namespace {

constexpr std::size_t kMostWords = 255;

std::int32_t bounded(const std::optional<std::int64_t>& value) {
  if (!value || *value < 0) return -1;
  return static_cast<std::int32_t>(std::min<std::int64_t>(*value, std::numeric_limits<std::int32_t>::max()));
}

void add_words(const std::string& text, const JoinTables& tables, std::unordered_set<std::string>& to) {
  for (std::string& word : content_words(text, tables)) to.insert(std::move(word));
}

// Whom, where and when are compared by themselves; that two tellings share those words says nothing more.
std::vector<std::string> words_of(const Event& event, const JoinTables& tables) {
  std::unordered_set<std::string> told;
  for (const auto* list : {&event.actor, &event.recipient}) {
    for (const Actor& actor : *list) {
      if (actor.type && (*actor.type == "group" || actor.via == "description")) continue;
      add_words(actor.text, tables, told);
      add_words(actor.name, tables, told);
    }
  }
  if (event.place) {
    add_words(event.place->text, tables, told);
    add_words(event.place->name, tables, told);
  }
  if (event.date) add_words(event.date->text, tables, told);
  std::string text;
  for (const Evidence& evidence : event.evidence) text += evidence.text + " ";
  std::vector<std::string> words = content_words(text, tables);
  std::erase_if(words, [&](const std::string& word) { return told.contains(word); });
  return words;
}

void set_place(const Place& place, const JoinTables& tables, EventMention& mention) {
  std::string name;
  for (const std::string& word : content_words(place.name, tables)) name += word + " ";
  mention.place = hash32(name);
  mention.place_country = place.country ? hash32(*place.country) : 0;
  if (place.latitude && place.longitude && std::isfinite(*place.latitude) && std::isfinite(*place.longitude)) {
    mention.latitude = static_cast<float>(*place.latitude);
    mention.longitude = static_cast<float>(*place.longitude);
  }
}

void set_cameo(const std::string& code, EventMention& mention) {
  if (code.empty() || code.size() > 4 ||
      !std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return;
  }
  unsigned value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = 10 * value + (i < code.size() ? static_cast<unsigned>(code[i] - '0') : 0U);
  mention.cameo = static_cast<std::uint16_t>(value);
  mention.cameo_digits = static_cast<std::uint8_t>(code.size());
}

void set_magnitude(const Magnitude& magnitude, EventMention& mention) {
  mention.killed = bounded(magnitude.killed);
  mention.wounded = bounded(magnitude.wounded);
  mention.arrested = bounded(magnitude.arrested);
  mention.displaced = bounded(magnitude.displaced);
  mention.crowd = bounded(magnitude.crowd);
  if (magnitude.amount && std::isfinite(*magnitude.amount) && *magnitude.amount >= 0)
    mention.amount = static_cast<float>(*magnitude.amount);
  if (magnitude.currency) mention.currency = hash32(*magnitude.currency);
}

bool has_named_person(const JoinParties& parties) {
  return std::any_of(parties.list.begin(), parties.list.begin() + parties.size,
                     [](const JoinActor& actor) { return actor.kind == JoinActorKind::kPerson && actor.name != 0; });
}

int coded(const JoinParties& parties) {
  return static_cast<int>(std::count_if(parties.list.begin(), parties.list.begin() + parties.size,
                                        [](const JoinActor& actor) { return actor.code != 0; }));
}

}  // namespace

MentionDate mention_date(const std::optional<DateInterval>& date) {
  MentionDate result;
  if (!date) return result;
  result.from = optional_day(date->from);
  result.to = optional_day(date->to);
  if (result.from == kNoDay) result.from = result.to;
  if (result.to == kNoDay) result.to = result.from;
  if (result.from == kNoDay) return result;
  if (result.to < result.from) std::swap(result.from, result.to);
  if (date->text.empty()) return {DateClass::kArticle, kNoDay, kNoDay};
  result.kind = result.from == result.to && date->from && date->to ? DateClass::kStated : DateClass::kInterval;
  return result;
}

StatusClass status_class(std::string_view status) {
  if (status == "future") return StatusClass::kFuture;
  if (status == "hypothetical") return StatusClass::kHypothetical;
  if (status == "negated") return StatusClass::kNegated;
  return StatusClass::kDone;
}

EventMention event_mention(const Event& event, const MentionContext& context, const JoinTables& tables) {
  EventMention mention;
  mention.record = record_key(event.id);
  mention.article = context.article;
  mention.copy_group = context.copy_group;
  mention.published_day = context.published_day;
  mention.date = mention_date(event.date);
  mention.actor = join_parties(event.actor, tables);
  mention.recipient = join_parties(event.recipient, tables);
  const std::vector<std::string> words = words_of(event, tables);
  mention.wording = wording_of(words);
  mention.content_words = static_cast<std::uint8_t>(std::min(words.size(), kMostWords));
  mention.confidence = static_cast<float>(event.confidence);
  if (event.place) set_place(*event.place, tables, mention);
  set_magnitude(event.magnitude, mention);
  if (event.mode) mention.mode = hash32(*event.mode);
  if (event.cameo) set_cameo(*event.cameo, mention);
  if (const auto type = tables.types.find(event.type); type != tables.types.end()) {
    mention.type = type->second.index;
    mention.family = type->second.family;
    mention.near = type->second.near;
    mention.joint = type->second.joint;
    mention.persons = type->second.persons;
    mention.daily = type->second.daily;
  }
  mention.status = status_class(event.status);
  mention.reciprocal = event.reciprocal;
  return mention;
}

std::int32_t anchor_day(const EventMention& mention) {
  switch (mention.date.kind) {
    case DateClass::kStated: return mention.date.from;
    case DateClass::kInterval: return mention.date.from + (mention.date.to - mention.date.from) / 2;
    case DateClass::kArticle:
    case DateClass::kNone: return mention.published_day;
  }
  return mention.published_day;
}

int specificity(const EventMention& mention) {
  int score = 2 * std::min(coded(mention.actor), 2) + 2 * std::min(coded(mention.recipient), 2);
  if (mention.reciprocal && coded(mention.actor) >= 2) score += 2;
  if (has_named_person(mention.actor)) ++score;
  if (has_named_person(mention.recipient)) ++score;
  if (!std::isnan(mention.latitude)) score += 2;
  if (mention.place != 0) ++score;
  if (mention.mode != 0) ++score;
  if (mention.cameo_digits > 2) ++score;
  for (const std::int32_t number : {mention.killed, mention.wounded, mention.arrested, mention.displaced}) {
    if (number >= 0) ++score;
  }
  if (mention.content_words >= 4) ++score;
  return score;
}

}  // namespace entente
