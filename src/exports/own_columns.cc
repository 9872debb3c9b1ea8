#include "exports/own_columns.h"

namespace entente {
namespace {

constexpr const char* kNone = "-";

}  // namespace

Cell actor_names(const std::vector<Actor>& actors) {
  return actor_parts(actors, kNone, [](const Actor& actor) { return actor.name; });
}

Cell actor_codes(const std::vector<Actor>& actors) {
  return actor_parts(actors, kNone, [](const Actor& actor) { return actor.code.value_or(""); });
}

Cell actor_countries(const std::vector<Actor>& actors) {
  return actor_parts(actors, kNone, [](const Actor& actor) { return actor.country.value_or(""); });
}

Cell actor_sectors(const std::vector<Actor>& actors) {
  return actor_parts(actors, kNone, [](const Actor& actor) { return actor.sector.value_or(""); });
}

Cell actor_roles(const std::vector<Actor>& actors) {
  return actor_parts(actors, kNone, [](const Actor& actor) { return actor.role.value_or(""); });
}

Cell other_actors(const std::vector<OtherActor>& others) {
  std::vector<std::string> parts;
  for (const OtherActor& other : others) {
    const std::string code = other.actor.code ? " (" + *other.actor.code + ")" : "";
    parts.push_back(other.role + ": " + other.actor.name + code);
  }
  return text_cell(join_list(parts, "; ", ""));
}

Cell day_cell(const std::optional<DateInterval>& date, std::optional<std::string> DateInterval::*end) {
  return date ? text_cell(whole_day(((*date).*end).value_or(""))) : std::monostate();
}

Cell date_text(const std::optional<DateInterval>& date, std::string DateInterval::*text) {
  return date ? text_cell((*date).*text) : std::monostate();
}

Cell published_day(const Account& account, bool last) {
  std::string found;
  for (const Mention& mention : account.mentions) {
    const std::string day = whole_day(mention.published.value_or(""));
    if (!day.empty() && (found.empty() || (last ? day > found : day < found))) found = day;
  }
  return text_cell(found);
}

Cell flag(bool value) { return std::int64_t{value ? 1 : 0}; }

Cell rule_of(const RecordCommon& record) {
  return record.why.empty() ? std::monostate() : text_cell(record.why.front().rule);
}

Cell words_of(const RecordCommon& record) {
  return record.evidence.empty() ? std::monostate() : text_cell(record.evidence.front().text);
}

}  // namespace entente
