// The parts of a record's JSON object, for all who write one.
#ifndef ENTENTE_FORMATS_RECORD_JSON_H_
#define ENTENTE_FORMATS_RECORD_JSON_H_

#include <optional>
#include <string>
#include <vector>

#include "entente/record.h"
#include "formats/json_line.h"

namespace entente {

// Begins the object: kind, id, article, published.
void write_head(JsonLine& json, const char* kind, const std::string& id, const RecordCommon& record);

// The fields that only this kind has.
void write_body(JsonLine& json, const Event& event);
void write_body(JsonLine& json, const Statement& statement);
void write_body(JsonLine& json, const Agreement& agreement);
void write_body(JsonLine& json, const Relation& relation);
void write_body(JsonLine& json, const Dispute& dispute);

void write_evidence(JsonLine& json, const std::vector<Evidence>& evidence);
void write_grounds(JsonLine& json, const RecordCommon& record);  // evidence, confidence, why
void write_stamp(JsonLine& json, const EngineStamp& stamp);      // engine

void write_actor(JsonLine& json, const char* key, const std::optional<Actor>& actor);
void write_date(JsonLine& json, const char* key, const std::optional<DateInterval>& date);
void write_issue(JsonLine& json, const std::optional<Issue>& issue);

}  // namespace entente

#endif  // ENTENTE_FORMATS_RECORD_JSON_H_
