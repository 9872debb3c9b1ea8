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

// Capitals tell names, except of a sentence's first word and in a headline that has them throughout.
OtherNames names_of(const Event& event, const JoinTables& tables) {
  std::unordered_set<std::string> told;
  for (const auto* list : {&event.actor, &event.recipient}) {
    for (const Actor& actor : *list) {
      if (actor.type == "place") continue;
      for (const std::string& text : {actor.text, actor.name, actor.role.value_or("")}) {
        for (std::string& word : folded_words(text)) told.insert(std::move(word));
      }
    }
  }
  std::vector<std::uint16_t> hashes;
  std::size_t words = 0;
  for (const Evidence& evidence : event.evidence) {
    std::string_view rest = evidence.text;
    for (bool first = true; !rest.empty(); first = false) {
      const std::size_t space = rest.find(' ');
      const std::string word(rest.substr(0, space));
      rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
      ++words;
      if (first || word.empty() || word[0] < 'A' || word[0] > 'Z') continue;
      const std::vector<std::string> folded = folded_words(word);
      if (folded.empty() || told.contains(folded[0]) || tables.stop_words.contains(folded[0])) continue;
      hashes.push_back(static_cast<std::uint16_t>(hash32(folded[0]) | 1U));
    }
  }
  OtherNames names;
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (2 * hashes.size() > words) return names;
  for (std::size_t i = 0; i < std::min(hashes.size(), OtherNames::kMost); ++i) names.list[i] = hashes[i];
  return names;
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

// "hit Srinagar", "the shelling of Srinagar": the town is told as a party, and says where.
void set_place_of_party(const Event& event, const JoinTables& tables, EventMention& mention) {
  for (const auto* list : {&event.recipient, &event.actor}) {
    for (const Actor& actor : *list) {
      if (actor.type != "place") continue;
      set_place({actor.name, actor.country, std::nullopt, std::nullopt, actor.text}, tables, mention);
      return;
    }
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
  mention.names = names_of(event, tables);
  mention.confidence = static_cast<float>(event.confidence);
  if (event.place) {
    set_place(*event.place, tables, mention);
  } else {
    set_place_of_party(event, tables, mention);
  }
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
