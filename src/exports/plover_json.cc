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
  if (row.coded.goldstein) json.number("goldstein", row.coded.goldstein, kScoreDecimals);
  json.number("confidence", row.event.confidence, kScoreDecimals);
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
  if (event.score) json.number("event_scale", event.score, kScoreDecimals);
  put_place(json, row);
  put_text(json, row);
  put_size(json, event.magnitude);
  put_citation(json, row);
  put_more(json, row);
  json.end_object();
  return json.finish();
}

const std::vector<ColumnText>& plover_keys() {
  constexpr CellType kText = CellType::kText;
  constexpr CellType kInteger = CellType::kInteger;
  constexpr CellType kNumber = CellType::kNumber;
  static const std::vector<ColumnText> kKeys = {
      {"id", kText, "the ledger's id", "", "id"},
      {"date", CellType::kDay, "first day of the event's date; the day of publication where the text gives none",
       "YYYY-MM-DD; null where neither is known", "date.from, date.to, mentions.published"},
      {"enddate", CellType::kDay, "its last day, where that is another", "YYYY-MM-DD", "date.to"},
      {"actor[].code", kText, "who did it; all parties of a joint act",
       "alpha-3, KOS for Kosovo; IGO UNO EUR NGO IMG MNC", "actor.country, actor.code"},
      {"actor[].sector", kText, "a list of one", "PLOVER's sectors", "actor.sector"},
      {"actor[].entity_text", kText, "as the article has it", "", "actor.text"},
      {"actor[].identifier_text", kText, "the resolved name", "", "actor.name"},
      {"actor[].office", kText, "what it is, as held on the article's date", "", "actor.role"},
      {"recipient[]", kText, "to whom: the same keys", "", "recipient"},
      {"event", kText, "what was done: a list of one", "the 16 types of PLOVER 2.0", "type"},
      {"mode", kText, "how; for an event that is not actual its status beside it",
       "PLOVER's modes; historical, future, hypothetical, negation", "mode, status"},
      {"context", kText, "what it is part of", "PLOVER's 37 contexts", "contexts"},
      {"quad_code", kInteger, "quad class",
       "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", "quad"},
      {"event_scale", kNumber, "PLOVER's score", "-10 to 10", "score"},
      {"event_loc.extracted_place", kText, "the place as the article has it", "", "place.text"},
      {"event_loc.resolved_place", kText, "its name", "", "place.name"},
      {"event_loc.lat", kNumber, "of the place", "degrees", "place.latitude"},
      {"event_loc.lon", kNumber, "of the place", "degrees", "place.longitude"},
      {"event_loc.country", kText, "country of the place", "English names", "place.country"},
      {"event_loc.country_code", kText, "country of the place", "alpha-3, KOS for Kosovo", "place.country"},
      {"event_text", kText, "the evidence", "", "evidence.text"},
      {"text_info.sequence", kInteger, "its sentence, from 1", "1 and up", "evidence.sentence"},
      {"text_info.start", kInteger, "its first code point in the article's text", "0 and up", "evidence.start"},
      {"text_info.end", kInteger, "the code point after its last", "1 and up", "evidence.end"},
      {"size.dead", kInteger, "as far as stated", "0 and up", "magnitude.killed"},
      {"size.injured", kInteger, "as far as stated", "0 and up", "magnitude.wounded"},
      {"size.arrested", kInteger, "as far as stated", "0 and up", "magnitude.arrested"},
      {"cite_info.citation", kText, "id of the article that tells it most fully: event_text is from there", "",
       "mentions.article"},
      {"cite_info.url", kText, "of that article", "", "mentions.url"},
      {"cite_info.title", kText, "of that article", "", "mentions.title"},
      {"cite_info.publication", kText, "its publisher", "", "mentions.publisher"},
      {"cite_info.language", kText, "of the article; Entente reads English alone", "eng", ""},
      {"cite_info.coder", kText, "who coded it", "entente", ""},
      {"cite_info.codebook", kText, "by which rules", "PLOVER 2.0", ""},
      {"cite_info.version", kText, "version of the engine", "", "engine.version"},
      {"entente.status", kText, "whether it happened", "actual, future, hypothetical, historical, negated", "status"},
      {"entente.reciprocal", kText, "whether it is a joint act", "true, false", "reciprocal"},
      {"entente.cameo", kText, "the most specific CAMEO code", "2 to 4 digits", "cameo"},
      {"entente.goldstein", kNumber, "Goldstein value of the code", "-10 to 10", "goldstein"},
      {"entente.confidence", kNumber, "calibrated", "0 to 1", "confidence"},
      {"entente.attributed_to", kText, "id of the statement that reports it", "", "attributed_to"},
      {"entente.articles", kInteger, "how many articles tell it", "1 and up", "articles"},
      {"entente.sources", kInteger, "how many publishers; near-copies of one article are one source", "1 and up",
       "sources"},
      {"entente.verdict", kText, "what a reviewer said", "accepted, corrected, rejected", "verdict"},
      {"entente.published", kText, "when the article of cite_info was", "ISO 8601", "mentions.published"},
      {"entente.date.from", kText, "the first day that the text allows", "ISO 8601", "date.from"},
      {"entente.date.to", kText, "the last", "ISO 8601", "date.to"},
      {"entente.date.text", kText, "the date as written", "", "date.text"},
      {"entente.date.precision", kText, "how exact the text is about it", "day, week, month, year, open",
       "date.precision"},
      {"entente.size.displaced", kInteger, "as far as stated", "0 and up", "magnitude.displaced"},
      {"entente.size.crowd", kInteger, "as far as stated", "0 and up", "magnitude.crowd"},
      {"entente.size.amount", kNumber, "of money, as far as stated", "", "magnitude.amount"},
      {"entente.size.currency", kText, "of the amount", "ISO 4217", "magnitude.currency"},
      {"entente.actor[].code", kText, "of each actor, in the order of actor",
       "alpha-3, or an international actor's code", "actor.code"},
      {"entente.actor[].country", kText, "its country", "alpha-3", "actor.country"},
      {"entente.actor[].type", kText, "what it is", "state, organisation, person, group, place", "actor.type"},
      {"entente.actor[].via", kText, "what in the text names it, or that a reviewer does",
       "name, title, nationality, capital, pronoun, description, review", "actor.via"},
      {"entente.actor[].start", kInteger, "its first code point in the article's text", "0 and up", "actor.start"},
      {"entente.actor[].end", kInteger, "the code point after its last", "1 and up", "actor.end"},
      {"entente.recipient[]", kText, "to whom: the same keys", "", "recipient"},
  };
  return kKeys;
}

}  // namespace entente
