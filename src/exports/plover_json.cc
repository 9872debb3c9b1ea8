#include "exports/plover_json.h"

#include "formats/json_line.h"

namespace entente {
namespace {

// A key that has no value is left out: the manual marks which are required.
void put(JsonLine& json, const char* key, const std::string& value) {
  if (!value.empty()) json.text(key, value);
}

void put(JsonLine& json, const char* key, const std::optional<std::int64_t>& value) {
  if (value) json.integer(key, *value);
}

void put_list(JsonLine& json, const char* key, const std::vector<std::string>& values) {
  if (values.empty()) return;
  json.begin_list(key);
  for (const std::string& value : values) json.item(value);
  json.end_list();
}

void put_entities(JsonLine& json, const char* key, const EventRow& row, const std::vector<Actor>& actors) {
  json.begin_list(key);
  for (const Actor& actor : actors) {
    json.begin_object();
    put(json, "code", plover_country(row.tables, actor));
    if (actor.sector) put_list(json, "sector", {*actor.sector});
    put(json, "entity_text", actor.text);
    put(json, "identifier_text", actor.name);
    put(json, "office", actor.role.value_or(""));
    json.end_object();
  }
  json.end_list();
}

void put_place(JsonLine& json, const EventRow& row) {
  if (!row.event.place) return;
  const Place& place = *row.event.place;
  const ExportCountry* country = row.tables.country(place.country.value_or(""));
  json.begin_object("event_loc");
  put(json, "extracted_place", place.text);
  put(json, "resolved_place", place.name);
  if (place.latitude && place.longitude) {
    json.number("lat", place.latitude, kManyDecimals);
    json.number("lon", place.longitude, kManyDecimals);
  }
  put(json, "country", country != nullptr ? country->name : "");
  put(json, "country_code", plover_country(row.tables, place));
  json.end_object();
}

void put_text(JsonLine& json, const EventRow& row) {
  if (row.event.evidence.empty()) return;
  const Evidence& evidence = row.event.evidence.front();
  put(json, "event_text", evidence.text);
  json.begin_object("text_info");
  json.integer("sequence", evidence.sentence + 1);
  json.integer("start", evidence.span.begin.value);
  json.integer("end", evidence.span.end.value);
  json.end_object();
}

void put_size(JsonLine& json, const Magnitude& magnitude) {
  if (!magnitude.killed && !magnitude.wounded && !magnitude.arrested) return;
  json.begin_object("size");
  put(json, "dead", magnitude.killed);
  put(json, "injured", magnitude.wounded);
  put(json, "arrested", magnitude.arrested);
  json.end_object();
}

void put_citation(JsonLine& json, const EventRow& row) {
  const Mention& mention = fullest_mention(row.account, row.event);
  json.begin_object("cite_info");
  put(json, "citation", mention.article);
  put(json, "url", mention.url.value_or(""));
  put(json, "title", mention.title.value_or(""));
  put(json, "publication", mention.publisher.value_or(""));
  put(json, "language", "eng");
  put(json, "coder", "entente");
  put(json, "codebook", "PLOVER 2.0");
  put(json, "version", row.stamp.version);
  json.end_object();
}

// Of each actor in the same order what an entity has no key for: "IGOUNO", which is UNO there.
void put_resolved(JsonLine& json, const char* key, const std::vector<Actor>& actors) {
  if (actors.empty()) return;
  json.begin_list(key);
  for (const Actor& actor : actors) {
    json.begin_object();
    put(json, "code", actor.code.value_or(""));
    put(json, "country", actor.country.value_or(""));
    put(json, "type", actor.type.value_or(""));
    put(json, "via", actor.via);
    if (actor.span.begin < actor.span.end) {  // no words name it where a reviewer did
      json.integer("start", actor.span.begin.value);
      json.integer("end", actor.span.end.value);
    }
    json.end_object();
  }
  json.end_list();
}

void put_date(JsonLine& json, const std::optional<DateInterval>& date) {
  if (!date) return;
  json.begin_object("date");
  put(json, "from", date->from.value_or(""));
  put(json, "to", date->to.value_or(""));
  put(json, "text", date->text);
  put(json, "precision", date->precision);
  json.end_object();
}

void put_more_size(JsonLine& json, const Magnitude& magnitude) {
  if (!magnitude.displaced && !magnitude.crowd && !magnitude.amount) return;
  json.begin_object("size");
  put(json, "displaced", magnitude.displaced);
  put(json, "crowd", magnitude.crowd);
  if (magnitude.amount) json.number("amount", magnitude.amount, kManyDecimals);
  put(json, "currency", magnitude.currency.value_or(""));
  json.end_object();
}

// What PLOVER has no key for; the manual allows others beside its own.
void put_more(JsonLine& json, const EventRow& row) {
  json.begin_object("entente");
  put(json, "status", row.event.status);
  json.boolean("reciprocal", row.event.reciprocal);
  put(json, "cameo", row.coded.cameo.value_or(""));
  if (row.coded.goldstein) json.number("goldstein", row.coded.goldstein, kCellDecimals);
  json.number("confidence", row.event.confidence, kCellDecimals);
  put(json, "attributed_to", row.event.attributed_to.value_or(""));
  json.integer("articles", row.account.articles);
  json.integer("sources", row.account.sources);
  put(json, "verdict", verdict_name(row.account.verdict));
  put(json, "published", fullest_mention(row.account, row.event).published.value_or(""));
  put_date(json, row.event.date);
  put_more_size(json, row.event.magnitude);
  put_resolved(json, "actor", row.event.actor);
  put_resolved(json, "recipient", row.event.recipient);
  json.end_object();
}

}  // namespace

std::string write_plover_json(const EventRow& row) {
  const Event& event = row.event;
  JsonLine json;
  json.begin_object();
  json.text("id", row.account.id);
  json.text("date", row.day);
  const std::string end = event.date ? whole_day(event.date->to.value_or("")) : "";
  if (end != row.day) put(json, "enddate", end);
  put_entities(json, "actor", row, event.actor);
  if (!event.recipient.empty()) put_entities(json, "recipient", row, event.recipient);
  put_list(json, "event", {event.type});
  std::vector<std::string> modes;
  if (event.mode) modes.push_back(*event.mode);
  if (event.status != "actual") modes.push_back(event.status == "negated" ? "negation" : event.status);
  put_list(json, "mode", modes);
  put_list(json, "context", event.contexts);
  if (row.coded.quad) json.integer("quad_code", *row.coded.quad);
  if (event.score) json.number("event_scale", event.score, kCellDecimals);
  put_place(json, row);
  put_text(json, row);
  put_size(json, event.magnitude);
  put_citation(json, row);
  put_more(json, row);
  json.end_object();
  return json.finish();
}

}  // namespace entente
