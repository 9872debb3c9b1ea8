#include "entente/export.h"
#include "exports/event_row.h"
#include "formats/record_json.h"

namespace entente {
namespace {

void write_mention_fields(JsonLine& json, const Mention& mention) {
  json.text("record", mention.record);
  json.text("article", mention.article);
  json.integer("version", mention.version);
  json.optional_text("published", mention.published);
  json.optional_text("publisher", mention.publisher);
  json.optional_text("url", mention.url);
  json.optional_text("title", mention.title);
  json.integer("sentence", mention.sentence);
  json.integer("start", mention.span.begin.value);
  json.integer("end", mention.span.end.value);
}

void write_mention(JsonLine& json, const char* key, const Mention& mention) {
  if (mention.article.empty()) return json.null(key);
  json.begin_object(key);
  write_mention_fields(json, mention);
  json.end_object();
}

void write_mentions(JsonLine& json, const char* key, const std::vector<Mention>& mentions) {
  json.begin_list(key);
  for (const Mention& mention : mentions) {
    json.begin_object();
    write_mention_fields(json, mention);
    json.end_object();
  }
  json.end_list();
}

// What every account has beside its record's fields; ends the object.
std::string finish(JsonLine& json, const Account& account, const EngineStamp& stamp) {
  write_stamp(json, stamp);
  write_mentions(json, "mentions", account.mentions);
  json.integer("articles", account.articles);
  json.integer("sources", account.sources);
  json.text("verdict", verdict_name(account.verdict));
  json.end_object();
  return json.finish();
}

template <class Body>
void write_record(JsonLine& json, const char* kind, const Account& account, const Body& body) {
  write_head(json, kind, account.id, body);
  write_body(json, body);
  write_grounds(json, body);
}

void write_steps(JsonLine& json, const std::vector<AgreementStep>& steps) {
  json.begin_list("steps");
  for (const AgreementStep& step : steps) {
    json.begin_object();
    json.text("status", step.status);
    write_date(json, "date", step.date);
    write_mention(json, "mention", step.mention);
    json.end_object();
  }
  json.end_list();
}

void write_positions(JsonLine& json, const std::vector<Position>& positions) {
  json.begin_list("positions");
  for (const Position& position : positions) {
    json.begin_object();
    write_actor(json, "speaker", position.speaker);
    json.text("stance", position.stance);
    json.text("first_day", position.first_day);
    json.text("last_day", position.last_day);
    json.text("text", position.text);
    json.integer("count", position.count);
    write_mentions(json, "statements", position.statements);
    json.end_object();
  }
  json.end_list();
}

}  // namespace

std::string write_account_json(const LedgerEvent& event, const EngineStamp& stamp) {
  JsonLine json;
  write_record(json, "event", event, event.event);
  return finish(json, event, stamp);
}

std::string write_account_json(const LedgerStatement& statement, const EngineStamp& stamp) {
  JsonLine json;
  write_record(json, "statement", statement, statement.statement);
  return finish(json, statement, stamp);
}

std::string write_account_json(const AgreementThread& thread, const EngineStamp& stamp) {
  JsonLine json;
  write_record(json, "agreement", thread, thread.agreement);
  write_steps(json, thread.steps);
  return finish(json, thread, stamp);
}

std::string write_account_json(const RelationInterval& relation, const EngineStamp& stamp) {
  JsonLine json;
  write_record(json, "relation", relation, relation.relation);
  json.optional_text("from", relation.from);
  json.optional_text("to", relation.to);
  write_mention(json, "first", relation.first);
  write_mention(json, "last", relation.last);
  return finish(json, relation, stamp);
}

// A dispute across articles is no record of one: its sides are the positions, and it has no confidence of its own.
std::string write_account_json(const LedgerDispute& dispute, const EngineStamp& stamp) {
  const Mention& first = first_mention(dispute);
  Dispute sides;
  sides.article = first.article;
  sides.published = first.published;
  sides.issue = dispute.issue;
  for (const Position& position : dispute.positions) {
    DisputeSide side{position.speaker, position.stance, std::nullopt};
    if (!position.statements.empty()) {
      const Mention& statement = position.statements.front();
      side.statement = statement.record;
      sides.evidence.push_back({statement.sentence, statement.span, position.text});
    }
    sides.sides.push_back(std::move(side));
  }
  JsonLine json;
  write_head(json, "dispute", dispute.id, sides);
  write_body(json, sides);
  write_evidence(json, sides.evidence);
  json.null("confidence");
  json.begin_list("why");
  json.end_list();
  write_positions(json, dispute.positions);
  json.boolean("change_of_position", dispute.change_of_position);
  return finish(json, dispute, stamp);
}

}  // namespace entente
