#include <simdjson.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "syntax/model.h"

namespace entente {
namespace {

using simdjson::dom::element;

constexpr std::size_t kMaxLabels = 10000;
constexpr std::array<const char*, kTagGroups> kGroupNames = {"upos", "xpos",   "feats", "lemma",
                                                             "name", "source", "cue",   "content"};

struct IntField {
  const char* key;
  int ModelConfig::*member;
  int least;
  int most;
  int step;
};

constexpr std::array<IntField, 8> kIntFields = {{{"hidden", &ModelConfig::hidden, 16, 4096, ModelConfig::kWidthStep},
                                                 {"layers", &ModelConfig::layers, 1, 64, 1},
                                                 {"attention_heads", &ModelConfig::attention_heads, 1, 256, 1},
                                                 {"ffn", &ModelConfig::ffn, 16, 16384, ModelConfig::kWidthStep},
                                                 {"max_positions", &ModelConfig::max_positions, 2, 4096, 1},
                                                 {"max_subwords", &ModelConfig::max_subwords, 1, 64, 1},
                                                 {"arc", &ModelConfig::arc, 16, 4096, ModelConfig::kWidthStep},
                                                 {"label", &ModelConfig::label, 16, 1024, ModelConfig::kWidthStep}}};

Error bad(const std::string& name, const std::string& message) {
  return {ErrorCode::kBadModel, "config: " + message, name};
}

Status read_int(const element& json, const IntField& field, ModelConfig& config, const std::string& name) {
  std::int64_t value = 0;
  if (json[field.key].get(value) != simdjson::SUCCESS || value < field.least || value > field.most ||
      value % field.step != 0) {
    return bad(name, std::string(field.key) + " must be a number from " + std::to_string(field.least) + " to " +
                         std::to_string(field.most) +
                         (field.step > 1 ? ", a multiple of " + std::to_string(field.step) : ""));
  }
  config.*field.member = static_cast<int>(value);
  return Unit{};
}

Result<std::vector<std::string>> read_labels(const element& json, const char* key, const std::string& what,
                                             const std::string& name) {
  simdjson::dom::array array;
  if (json[key].get(array) != simdjson::SUCCESS) return bad(name, what + " is no list of labels");
  std::vector<std::string> labels;
  std::set<std::string_view> seen;
  for (const element& item : array) {
    std::string_view text;
    if (item.get(text) != simdjson::SUCCESS || labels.size() == kMaxLabels)
      return bad(name, what + " has a wrong label");
    if (!seen.insert(text).second) return bad(name, what + " holds \"" + std::string(text) + "\" twice");
    labels.emplace_back(text);
  }
  if (labels.empty()) return bad(name, what + " is empty");
  return labels;
}

Status read_groups(const element& json, ModelConfig& config, const std::string& name) {
  simdjson::dom::array array;
  if (json["groups"].get(array) != simdjson::SUCCESS) return bad(name, "no groups");
  for (const element& item : array) {
    const std::size_t index = config.groups.size();
    std::string_view group;
    if (index == kTagGroups || item["name"].get(group) != simdjson::SUCCESS || group != kGroupNames[index]) {
      return bad(name, "groups must be upos, xpos, feats, lemma, name, source, cue, content, in this order");
    }
    ENTENTE_TRY(std::vector<std::string> labels, read_labels(item, "labels", std::string(group), name));
    config.groups.push_back(std::move(labels));
  }
  if (config.groups.size() != kTagGroups) return bad(name, "a group is missing: expected eight");
  return Unit{};
}

Status check_sums(const element& json, const ModelConfig& config, const std::string& name) {
  std::int64_t shapes = 0;
  if (json["shapes"].get(shapes) != simdjson::SUCCESS || shapes != ModelConfig::kShapes)
    return bad(name, "shapes must be 32");
  if (config.hidden % config.attention_heads != 0 ||
      config.hidden / config.attention_heads % ModelConfig::kWidthStep != 0) {
    return bad(name, "hidden must be attention_heads times a multiple of 16");
  }
  if (config.max_subwords >= config.max_positions) return bad(name, "max_subwords must be less than max_positions");
  return Unit{};
}

}  // namespace

int ModelConfig::tag_count() const {
  std::size_t count = 0;
  for (const auto& labels : groups) count += labels.size();
  return static_cast<int>(count);
}

Result<ModelConfig> read_model_config(const SafeTensors& file, const std::string& name) {
  const auto value = [&](const char* key) {
    const auto found = file.metadata().find(key);
    return found == file.metadata().end() ? std::string() : found->second;
  };
  if (value("format") != "entente-syntax") {
    return Error{ErrorCode::kBadModel, "no entente-syntax model: format is \"" + value("format") + "\"", name};
  }
  if (value("version") != "1" && value("version") != "2" && value("version") != "3") {
    return Error{ErrorCode::kBadModel, "version \"" + value("version") + "\" of the format; this program reads 1 to 3",
                 name};
  }
  simdjson::dom::parser parser;
  const std::string text = value("config");
  element json;
  if (const auto error = parser.parse(text).get(json); error != simdjson::SUCCESS) {
    return bad(name, std::string("is not JSON: ") + simdjson::error_message(error));
  }
  ModelConfig config;
  for (const IntField& field : kIntFields) ENTENTE_CHECK_OK(read_int(json, field, config, name));
  double epsilon = 0;
  if (json["norm_epsilon"].get(epsilon) != simdjson::SUCCESS || !(epsilon >= 0 && epsilon <= 0.1)) {
    return bad(name, "norm_epsilon must be a number from 0 to 0.1");
  }
  config.norm_epsilon = static_cast<float>(epsilon);
  ENTENTE_CHECK_OK(check_sums(json, config, name));
  ENTENTE_CHECK_OK(read_groups(json, config, name));
  ENTENTE_TRY(config.deprels, read_labels(json, "deprels", "deprels", name));
  const auto root = std::find(config.deprels.begin(), config.deprels.end(), "root");
  if (root == config.deprels.end() || config.deprels.size() < 2)
    return bad(name, "deprels must hold root and another relation");
  config.root_deprel = static_cast<int>(root - config.deprels.begin());
  return config;
}

Result<std::optional<EventWeights>> read_event_config(const SafeTensors& file, const ModelConfig& config,
                                                      const std::string& name) {
  const auto version = file.metadata().find("version");
  if (version == file.metadata().end() || version->second == "1") return std::optional<EventWeights>();
  simdjson::dom::parser parser;
  element json;
  element events;
  const std::string text = file.metadata().at("config");
  if (parser.parse(text).get(json) != simdjson::SUCCESS || json["events"].get(events) != simdjson::SUCCESS)
    return bad(name, "no events, which a file of version 2 or 3 has");
  EventWeights weights;
  std::int64_t from = 0;
  std::int64_t layers = 0;
  if (events["from"].get(from) != simdjson::SUCCESS || from < 0 || from >= config.layers)
    return bad(name, "events.from must be a number from 0 to layers less one");
  if (events["layers"].get(layers) != simdjson::SUCCESS || layers < 1 || layers > config.layers)
    return bad(name, "events.layers must be a number from 1 to layers");
  weights.from = static_cast<int>(from);
  weights.layers.resize(static_cast<std::size_t>(layers));
  ENTENTE_TRY(weights.types, read_labels(events, "types", "events.types", name));
  ENTENTE_TRY(weights.roots, read_labels(events, "roots", "events.roots", name));
  if (weights.types.front() != "none" || weights.types.size() > 32)
    return bad(name, "events.types must begin with none and hold at most 32");
  return std::optional(std::move(weights));
}

Result<std::optional<AttributionWeights>> read_attribution_config(const SafeTensors& file, const ModelConfig& config,
                                                                  const std::string& name) {
  const auto version = file.metadata().find("version");
  if (version == file.metadata().end() || version->second != "3") return std::optional<AttributionWeights>();
  simdjson::dom::parser parser;
  element json;
  element attribution;
  const std::string text = file.metadata().at("config");
  if (parser.parse(text).get(json) != simdjson::SUCCESS || json["attribution"].get(attribution) != simdjson::SUCCESS)
    return bad(name, "no attribution, which a file of version 3 has");
  std::int64_t link = 0;
  std::int64_t reach = 0;
  if (attribution["link"].get(link) != simdjson::SUCCESS || link < 1 || link > 4096)
    return bad(name, "attribution.link must be a number from 1 to 4096");
  if (attribution["reach"].get(reach) != simdjson::SUCCESS || reach < 1 || reach > 512)
    return bad(name, "attribution.reach must be a number from 1 to 512");
  for (const TagGroup group : {TagGroup::kSource, TagGroup::kCue, TagGroup::kContent}) {
    if (config.groups[static_cast<std::size_t>(group)] != std::vector<std::string>{"O", "B", "I"})
      return bad(name, "with attribution the groups source, cue and content must be O, B, I");
  }
  AttributionWeights weights;
  weights.link = static_cast<int>(link);
  weights.reach = static_cast<int>(reach);
  return std::optional(std::move(weights));
}

}  // namespace entente
