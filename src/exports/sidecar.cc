#include "exports/sidecar.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "exports/format_rules.h"

namespace entente {
namespace {

using Json = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void text(Json& json, const char* key, const std::string& value) {
  const std::string clean = clean_text(value);
  json.Key(key);
  json.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
}

void number(Json& json, const char* key, std::int64_t value) {
  json.Key(key);
  json.Int64(value);
}

// The variant written; "as recorded" where each record says its own.
void convention(Json& json, const char* key, const std::optional<std::string>& value, bool held) {
  if (held) return text(json, key, value.value_or("as recorded"));
  json.Key(key);
  json.Null();
}

void conventions(Json& json, const ExportOptions& options) {
  const ExportConventions& chosen = options.conventions;
  json.Key("conventions");
  json.StartObject();
  convention(json, "cameo", chosen.cameo, holds_cameo(options.format));
  convention(json, "goldstein", chosen.goldstein, holds_cameo(options.format));
  convention(json, "quad", chosen.quad, holds_quad(options.format));
  convention(json, "score", std::nullopt, holds_score(options.format));
  json.EndObject();
}

void engines_of(Json& json, const std::vector<std::pair<EngineStamp, std::int64_t>>& engines) {
  json.Key("engines");
  json.StartArray();
  for (const auto& [stamp, accounts] : engines) {
    json.StartObject();
    text(json, "version", stamp.version);
    text(json, "model", stamp.model);
    text(json, "knowledge", stamp.knowledge);
    json.Key("conventions");
    json.StartObject();
    for (const auto& [what, which] : stamp.conventions) text(json, what.c_str(), which);
    json.EndObject();
    number(json, "accounts", accounts);
    json.EndObject();
  }
  json.EndArray();
}

void accounts(Json& json, const ExportOptions& options, const ExportCounts& counts) {
  json.Key("accounts");
  json.StartObject();
  number(json, "given", counts.given);
  number(json, "written", counts.written);
  json.Key("left_out");
  json.StartObject();
  for (const auto& [reason, accounts_left] : counts.left_out) number(json, reason.c_str(), accounts_left);
  json.EndObject();
  if (options.one_a_day) number(json, "merged_by_day", counts.merged);
  json.EndObject();
}

}  // namespace

std::string write_sidecar(const ExportOptions& options, const std::string& tables_checksum, std::size_t columns,
                          const ExportCounts& counts, const std::vector<LossCount>& lost,
                          const std::vector<std::pair<EngineStamp, std::int64_t>>& engines) {
  const bool events = options.kind == AccountKind::kEvents;
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.SetIndent(' ', 2);
  json.StartObject();
  text(json, "format", name_of(options.format));
  text(json, "title", rules_of(options.format).title);
  text(json, "kind", name_of(options.kind));
  if (columns != 0) number(json, "columns", static_cast<std::int64_t>(columns));
  number(json, "rows", counts.rows);
  if (events) {
    conventions(json, options);
    json.Key("statuses");
    json.StartArray();
    for (const std::string& status : options.statuses) json.String(status.c_str());
    json.EndArray();
    json.Key("one_a_day");
    json.Bool(options.one_a_day);
    number(json, "dated_by_publication", counts.day_of_publication);
    number(json, "codes_in_a_wider_sense", counts.wider);
  }
  text(json, "reviews", options.as_coded ? "left aside" : "applied");
  accounts(json, options, counts);
  json.Key("lost");
  json.StartArray();
  for (const LossCount& loss : lost) {
    json.StartObject();
    text(json, "what", loss.name);
    text(json, "meaning", loss.meaning);
    number(json, "accounts", loss.accounts);
    json.EndObject();
  }
  json.EndArray();
  engines_of(json, engines);
  text(json, "export_tables", tables_checksum);
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace entente
