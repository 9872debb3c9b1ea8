#include "formats/record_json.h"

#include <algorithm>

#include "entente/formats.h"

namespace entente {
namespace {

constexpr int kScoreDecimals = 4;
constexpr int kDegreeDecimals = 6;

void write_span(JsonLine& json, CodePointSpan span) {
  json.integer("start", span.begin.value);
  json.integer("end", span.end.value);
}

// A ledger without text has the span of words that it does not hold.
bool is_unsaid(const std::string& text, CodePointSpan span) { return text.empty() && !(span.begin < span.end); }

void write_actor_fields(JsonLine& json, const Actor& actor) {
  json.begin_object();
  json.text("name", actor.name);
  json.text("text", actor.text);
  if (is_unsaid(actor.text, actor.span)) {
    json.null("start");
    json.null("end");
  } else {
    write_span(json, actor.span);
  }
  json.optional_text("code", actor.code);
  json.optional_text("sector", actor.sector);
  json.optional_text("type", actor.type);
  json.optional_text("country", actor.country);
  json.optional_text("role", actor.role);
  json.text("via", actor.via);
  json.end_object();
}

void write_actors(JsonLine& json, const char* key, const std::vector<Actor>& actors) {
  json.begin_list(key);
  for (const Actor& actor : actors) write_actor_fields(json, actor);
  json.end_list();
}

void write_others(JsonLine& json, const std::vector<OtherActor>& others) {
  json.begin_list("others");
  for (const OtherActor& other : others) {
    json.begin_object();
    json.text("role", other.role);
    json.key("actor");
    write_actor_fields(json, other.actor);
    json.end_object();
  }
  json.end_list();
}

void write_place(JsonLine& json, const std::optional<Place>& place) {
  if (!place) return json.null("place");
  json.begin_object("place");
  json.text("name", place->name);
  json.optional_text("country", place->country);
  json.number("latitude", place->latitude, kDegreeDecimals);
  json.number("longitude", place->longitude, kDegreeDecimals);
  json.text("text", place->text);
  json.end_object();
}

void write_quote_fields(JsonLine& json, const Quote& quote) {
  json.text("text", quote.text);
  write_span(json, quote.span);
}

void write_magnitude(JsonLine& json, const Magnitude& magnitude) {
  const bool stated = magnitude.killed || magnitude.wounded || magnitude.arrested || magnitude.displaced ||
                      magnitude.crowd || magnitude.amount || magnitude.currency;
  if (!stated) return json.null("magnitude");
  json.begin_object("magnitude");
  json.integer("killed", magnitude.killed);
  json.integer("wounded", magnitude.wounded);
  json.integer("arrested", magnitude.arrested);
  json.integer("displaced", magnitude.displaced);
  json.number("amount", magnitude.amount, 2);
  json.optional_text("currency", magnitude.currency);
  json.integer("crowd", magnitude.crowd);
  json.end_object();
}

void write_provision(JsonLine& json, const Provision& provision) {
  json.begin_object();
  json.text("type", provision.type);
  json.text("obligation", provision.obligation);
  write_actors(json, "from", provision.from);
  write_actors(json, "to", provision.to);
  write_quote_fields(json, provision.quote);
  json.begin_list("conditions");
  for (const Quote& condition : provision.conditions) {
    json.begin_object();
    write_quote_fields(json, condition);
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

}  // namespace

void write_actor(JsonLine& json, const char* key, const std::optional<Actor>& actor) {
  if (!actor) return json.null(key);
  json.key(key);
  write_actor_fields(json, *actor);
}

void write_date(JsonLine& json, const char* key, const std::optional<DateInterval>& date) {
  if (!date) return json.null(key);
  json.begin_object(key);
  json.optional_text("from", date->from);
  json.optional_text("to", date->to);
  json.text("text", date->text);
  json.text("precision", date->precision);
  json.end_object();
}

void write_issue(JsonLine& json, const std::optional<Issue>& issue) {
  if (!issue) return json.null("issue");
  json.begin_object("issue");
  json.optional_text("id", issue->id);
  json.text("label", issue->label);
  json.end_object();
}

void write_head(JsonLine& json, const char* kind, const std::string& id, const RecordCommon& record) {
  json.begin_object();
  json.text("kind", kind);
  json.text("id", id);
  json.text("article", record.article);
  json.optional_text("published", record.published);
}

void write_evidence(JsonLine& json, const std::vector<Evidence>& evidence) {
  json.begin_list("evidence");
  for (const Evidence& one : evidence) {
    json.begin_object();
    json.integer("sentence", one.sentence);
    write_span(json, one.span);
    json.text("text", one.text);
    json.end_object();
  }
  json.end_list();
}

void write_grounds(JsonLine& json, const RecordCommon& record) {
  write_evidence(json, record.evidence);
  json.number("confidence", std::clamp(record.confidence, 0.0, 1.0), kScoreDecimals);
  json.begin_list("why");
  for (const Why& why : record.why) {
    json.begin_object();
    json.text("rule", why.rule);
    json.text("detail", why.detail);
    json.number("model_score", why.model_score, kScoreDecimals);
    json.end_object();
  }
  json.end_list();
}

void write_stamp(JsonLine& json, const EngineStamp& stamp) {
  json.begin_object("engine");
  json.text("version", stamp.version);
  json.text("model", stamp.model);
  json.text("knowledge", stamp.knowledge);
  if (!stamp.conventions.empty()) {
    json.begin_object("conventions");
    for (const auto& [what, convention] : stamp.conventions) json.text(what, convention);
    json.end_object();
  }
  json.end_object();
}

void write_body(JsonLine& json, const Event& event) {
  json.text("type", event.type);
  json.optional_text("mode", event.mode);
  json.begin_list("contexts");
  for (const std::string& context : event.contexts) json.item(context);
  json.end_list();
  json.optional_text("cameo", event.cameo);
  json.integer("quad", event.quad ? std::optional<std::int64_t>(*event.quad) : std::nullopt);
  json.number("goldstein", event.goldstein, kScoreDecimals);
  json.number("score", event.score, kScoreDecimals);
  write_actors(json, "actor", event.actor);
  write_actors(json, "recipient", event.recipient);
  json.boolean("reciprocal", event.reciprocal);
  write_others(json, event.others);
  write_date(json, "date", event.date);
  write_place(json, event.place);
  json.text("status", event.status);
  json.optional_text("attributed_to", event.attributed_to);
  write_magnitude(json, event.magnitude);
}

void write_body(JsonLine& json, const Statement& statement) {
  write_actor(json, "speaker", statement.speaker);
  write_actors(json, "addressee", statement.addressee);
  if (is_unsaid(statement.cue.text, statement.cue.span)) {
    json.null("cue");
  } else {
    json.begin_object("cue");
    json.text("text", statement.cue.text);
    json.text("lemma", statement.cue.lemma);
    write_span(json, statement.cue.span);
    json.end_object();
  }
  json.text("manner", statement.manner);
  if (is_unsaid(statement.content.text, statement.content.span)) {
    json.null("content");
  } else {
    json.begin_object("content");
    write_quote_fields(json, statement.content);
    json.end_object();
  }
  write_issue(json, statement.issue);
  json.text("stance", statement.stance);
  write_actors(json, "about", statement.about);
  write_date(json, "date", statement.date);
}

void write_body(JsonLine& json, const Agreement& agreement) {
  json.optional_text("title", agreement.title);
  json.text("form", agreement.form);
  write_actors(json, "parties", agreement.parties);
  write_actors(json, "brokers", agreement.brokers);
  write_others(json, agreement.others);
  json.text("status", agreement.status);
  write_date(json, "date", agreement.date);
  write_place(json, agreement.place);
  json.begin_list("provisions");
  for (const Provision& provision : agreement.provisions) write_provision(json, provision);
  json.end_list();
}

void write_body(JsonLine& json, const Relation& relation) {
  write_actor(json, "a", relation.a);
  write_actor(json, "b", relation.b);
  json.text("type", relation.type);
  json.boolean("directed", relation.directed);
  json.boolean("negated", relation.negated);
  write_date(json, "since", relation.since);
  write_date(json, "until", relation.until);
  json.optional_text("trend", relation.trend);
  write_date(json, "date", relation.date);
}

void write_body(JsonLine& json, const Dispute& dispute) {
  write_issue(json, dispute.issue);
  json.begin_list("sides");
  for (const DisputeSide& side : dispute.sides) {
    json.begin_object();
    write_actor(json, "speaker", side.speaker);
    json.text("stance", side.stance);
    json.optional_text("statement", side.statement);
    json.end_object();
  }
  json.end_list();
}

namespace {

const char* kind_of(const Event&) { return "event"; }
const char* kind_of(const Statement&) { return "statement"; }
const char* kind_of(const Agreement&) { return "agreement"; }
const char* kind_of(const Relation&) { return "relation"; }
const char* kind_of(const Dispute&) { return "dispute"; }

}  // namespace

std::string write_record_json(const Record& record, const EngineStamp& stamp) {
  JsonLine json;
  std::visit(
      [&](const auto& value) {
        write_head(json, kind_of(value), value.id, value);
        write_body(json, value);
        write_grounds(json, value);
        write_stamp(json, stamp);
        json.end_object();
      },
      record);
  return json.finish();
}

}  // namespace entente
