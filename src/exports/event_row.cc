#include "exports/event_row.h"

#include <algorithm>

#include "base/hash.h"
#include "formats/ledger_labels.h"

namespace entente {
namespace {

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string whole_day(const std::string& iso) {
  const std::string_view text = std::string_view(iso).substr(0, std::min<std::size_t>(iso.size(), 10));
  std::string day(text);
  if (text.size() == 4) day += "-01";
  if (day.size() == 7) day += "-01";
  const std::string_view d = day;
  const bool right = d.size() == 10 && d[4] == '-' && d[7] == '-' && digits(d.substr(0, 4)) && digits(d.substr(5, 2)) &&
                     digits(d.substr(8, 2));
  return right ? day : "";
}

EventDay day_of(const Event& event, const Account& account) {
  if (event.date) {
    for (const auto& end : {event.date->from, event.date->to}) {
      const std::string day = whole_day(end.value_or(""));
      if (!day.empty()) return {day, false};
    }
  }
  for (const Mention& mention : account.mentions) {
    const std::string day = whole_day(mention.published.value_or(""));
    if (!day.empty()) return {day, true};
  }
  return {whole_day(event.published.value_or("")), true};
}

std::vector<Dyad> dyads_of(const Event& event, bool alone) {
  std::vector<Dyad> dyads;
  if (event.reciprocal) {
    for (const Actor& source : event.actor) {
      for (const Actor& target : event.actor) {
        if (&source != &target) dyads.push_back({&source, &target});
      }
    }
  } else {
    for (const Actor& source : event.actor) {
      for (const Actor& target : event.recipient) dyads.push_back({&source, &target});
    }
  }
  if (dyads.empty() && alone) {
    for (const Actor& source : event.actor) dyads.push_back({&source, nullptr});
    if (event.actor.empty()) {
      for (const Actor& target : event.recipient) dyads.push_back({nullptr, &target});
    }
  }
  return dyads;
}

std::int64_t stable_number(std::string_view key) {
  constexpr std::size_t kHexDigits = 13;
  return std::stoll(sha256_hex(key).substr(0, kHexDigits), nullptr, 16);
}

std::string actor_key(const Actor& actor) {
  if (!actor.code) return "name:" + actor.name;
  return *actor.code + ":" + actor.sector.value_or("");
}

std::int64_t row_number(const EventRow& row) {
  std::string key = row.account.id;
  for (const Actor* side : {row.source, row.target}) {
    key += "\n";
    if (side != nullptr) key += actor_key(*side) + "\n" + side->name;
  }
  return stable_number(key);
}

std::int64_t story_number(const Mention& mention) { return stable_number(mention.article); }

const Mention& first_mention(const Account& account) {
  static const Mention kNone;
  return account.mentions.empty() ? kNone : account.mentions.front();
}

const Mention& fullest_mention(const Account& account, const RecordCommon& record) {
  return account.mentions.empty() ? first_mention(account) : mention_of(account, record.id);
}

bool is_country(const ExportTables& tables, const Place& place) {
  const ExportCountry* country = tables.country(place.country.value_or(""));
  return country != nullptr && (place.name == country->name || place.name == country->icews);
}

std::vector<std::string> mention_texts(const Account& account, std::optional<std::string> Mention::*field) {
  std::vector<std::string> texts;
  for (const Mention& mention : account.mentions) {
    const auto& text = mention.*field;
    if (text && !text->empty() && std::find(texts.begin(), texts.end(), *text) == texts.end()) texts.push_back(*text);
  }
  return texts;
}

}  // namespace entente
