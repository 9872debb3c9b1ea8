#include "syntax/model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "syntax/test_model.h"

namespace entente {
namespace {

// The error of a model file after `change`.
std::string error_after(const std::function<void(TestModel&)>& change) {
  TestModel model;
  change(model);
  const std::string bytes = model.bytes();
  const Result<SafeTensors> file = SafeTensors::parse(bytes, "f");
  if (!file) return "not parsed: " + file.error().to_string();
  const Result<ModelWeights> weights = read_model(*file, "f");
  if (weights) return "no error";
  return weights.error().code == ErrorCode::kBadModel ? weights.error().to_string() : "wrong code";
}

std::function<void(TestModel&)> replace(const std::string& from, const std::string& to) {
  return [=](TestModel& model) {
    std::string& config = model.metadata["config"];
    config.replace(config.find(from), from.size(), to);
  };
}

TEST(Model, ReadsEveryPart) {
  const std::string bytes = TestModel().bytes();
  const Result<SafeTensors> file = SafeTensors::parse(bytes, "f");
  ASSERT_TRUE(file) << file.error().to_string();
  const Result<ModelWeights> model = read_model(*file, "f");
  ASSERT_TRUE(model) << model.error().to_string();
  EXPECT_EQ(model->config.hidden, 32);
  EXPECT_EQ(model->config.max_subwords, 4);
  EXPECT_EQ(model->config.tag_count(), 34);
  EXPECT_EQ(model->config.root_deprel, 1);
  EXPECT_EQ(model->layers.size(), 2U);
  EXPECT_EQ(model->layers[1].qkv.out, 96);
  EXPECT_EQ(model->label.out, 4 * 17);
  EXPECT_EQ(model->vocabulary, static_cast<int>(TestModel::vocabulary().size()));
}

TEST(Model, RefusesOtherFormatsAndVersions) {
  EXPECT_EQ(error_after([](TestModel& m) { m.metadata["format"] = "pt"; }),
            "f: no entente-syntax model: format is \"pt\"");
  EXPECT_EQ(error_after([](TestModel& m) { m.metadata["version"] = "4"; }),
            "f: version \"4\" of the format; this program reads 1 to 3");
  EXPECT_EQ(error_after([](TestModel& m) { m.metadata["version"] = "2"; }),
            "f: config: no events, which a file of version 2 or 3 has");
  EXPECT_NE(error_after([](TestModel& m) { m.metadata["config"] = "{"; }).find("f: config: is not JSON"),
            std::string::npos);
}

TEST(Model, RefusesTensorsThatDoNotFit) {
  EXPECT_EQ(error_after([](TestModel& m) { m.tensors.erase("layers.1.ffn_in.scale"); }),
            "f: tensor \"layers.1.ffn_in.scale\" is missing");
  EXPECT_EQ(error_after([](TestModel& m) { m.tensors["layers.2.odd"] = m.tensors["layers.1.ffn_in.scale"]; }),
            "f: holds tensors that the format does not know");
  EXPECT_EQ(error_after([](TestModel& m) { m.tensors["heads.tags.bias"] = m.tensors["heads.arc.bias"]; }),
            "f: tensor \"heads.tags.bias\" has another shape than [34], which the configuration asks for");
  EXPECT_EQ(error_after([](TestModel& m) { m.tensors["heads.arc.weight"].type = "U8"; }),
            "f: tensor \"heads.arc.weight\" is not of the dtype that the format asks for");
  EXPECT_EQ(error_after([](TestModel& m) {
              const float nan = std::numeric_limits<float>::quiet_NaN();
              std::memcpy(m.tensors["embeddings.shape"].bytes.data() + 12, &nan, sizeof nan);
            }),
            "f: tensor \"embeddings.shape\" holds no finite number at 3");
}

TEST(Model, RefusesConfigurationsThatDoNotFit) {
  EXPECT_NE(error_after(replace("\"hidden\":32", "\"hidden\":40")).find("f: config: hidden must be a number"),
            std::string::npos);
  EXPECT_NE(error_after(replace("\"layers\":2", "\"layers\":\"2\"")).find("f: config: layers"), std::string::npos);
  EXPECT_EQ(error_after(replace("\"attention_heads\":2", "\"attention_heads\":3")),
            "f: config: hidden must be attention_heads times a multiple of 16");
  EXPECT_EQ(error_after(replace("\"shapes\":32", "\"shapes\":16")), "f: config: shapes must be 32");
  EXPECT_EQ(error_after(replace("\"max_positions\":40", "\"max_positions\":4")),
            "f: config: max_subwords must be less than max_positions");
  EXPECT_EQ(error_after(replace("1e-12", "2")), "f: config: norm_epsilon must be a number from 0 to 0.1");
  EXPECT_EQ(error_after(replace("\"name\":\"cue\"", "\"name\":\"clue\"")),
            "f: config: groups must be upos, xpos, feats, lemma, name, source, cue, content, in this order");
  EXPECT_EQ(error_after(replace("\"nsubj\",\"root\"", "\"nsubj\",\"nsubj\"")),
            "f: config: deprels holds \"nsubj\" twice");
  EXPECT_EQ(error_after(replace("\"nsubj\",\"root\"", "\"nsubj\",\"iobj\"")),
            "f: config: deprels must hold root and another relation");
}

TEST(Model, ReadsTheBranchOfVersion2) {
  TestModel parts;
  parts.add_events(1, 2);
  const std::string bytes = parts.bytes();
  const Result<SafeTensors> file = SafeTensors::parse(bytes, "f");
  ASSERT_TRUE(file) << file.error().to_string();
  const Result<ModelWeights> model = read_model(*file, "f");
  ASSERT_TRUE(model) << model.error().to_string();
  ASSERT_TRUE(model->events.has_value());
  EXPECT_EQ(model->events->from, 1);
  EXPECT_EQ(model->events->layers.size(), 2U);
  EXPECT_EQ(model->events->layers[1].qkv.out, 96);
  EXPECT_EQ(model->events->types, (std::vector<std::string>{"none", "AGREE"}));
  EXPECT_EQ(model->events->roots, (std::vector<std::string>{"none", "talks", "fights"}));
  EXPECT_EQ(model->events->trigger_weight.size(), 2U * 32);
  EXPECT_EQ(model->events->root_weight.size(), 3U * 96);
  EXPECT_EQ(model->layers.size(), 2U);
}

// The error of a file of version 2 after `change`.
std::string events_error_after(const std::function<void(TestModel&)>& change) {
  return error_after([&](TestModel& model) {
    model.add_events(1, 2);
    change(model);
  });
}

TEST(Model, RefusesABranchWhoseTensorsDoNotFit) {
  EXPECT_EQ(events_error_after([](TestModel&) {}), "no error");
  EXPECT_EQ(events_error_after([](TestModel& m) { m.metadata["version"] = "1"; }),
            "f: holds tensors that the format does not know");
  EXPECT_EQ(events_error_after([](TestModel& m) { m.tensors.erase("events.value"); }),
            "f: tensor \"events.value\" is missing");
  EXPECT_EQ(events_error_after([](TestModel& m) { m.tensors.erase("events.layers.1.qkv.bias"); }),
            "f: tensor \"events.layers.1.qkv.bias\" is missing");
  for (const auto& [name, shape] :
       {std::pair("events.trigger.weight", "[2, 32]"), std::pair("events.trigger.bias", "[2]"),
        std::pair("events.query.weight", "[32, 96]"), std::pair("events.query.bias", "[32]"),
        std::pair("events.value", "[32]"), std::pair("events.root.weight", "[3, 96]"),
        std::pair("events.root.bias", "[3]")}) {
    const std::string tensor = name;
    EXPECT_EQ(events_error_after([&](TestModel& m) { m.floats(tensor, {7}, 0, 1); }),
              "f: tensor \"" + tensor + "\" has another shape than " + shape + ", which the configuration asks for");
    EXPECT_EQ(events_error_after([&](TestModel& m) { m.tensors[tensor].type = "I8"; }).find("no error"),
              std::string::npos);
    EXPECT_EQ(events_error_after([&](TestModel& m) {
                const float infinite = std::numeric_limits<float>::infinity();
                std::memcpy(m.tensors[tensor].bytes.data(), &infinite, sizeof infinite);
              }),
              "f: tensor \"" + tensor + "\" holds no finite number at 0");
  }
}

TEST(Model, RefusesABranchWhoseConfigurationDoesNotFit) {
  const std::string from = "f: config: events.from must be a number from 0 to layers less one";
  const std::string layers = "f: config: events.layers must be a number from 1 to layers";
  for (const char* value : {"-1", "2", "1.5", "\"1\"", "9223372036854775807", "null"}) {
    EXPECT_EQ(events_error_after(replace("\"from\":1", std::string("\"from\":") + value)), from) << value;
  }
  for (const char* value : {"0", "3", "-1", "4294967297"}) {
    EXPECT_EQ(events_error_after(replace("\"layers\":2,\"types\"", std::string("\"layers\":") + value + ",\"types\"")),
              layers)
        << value;
  }
  const std::string types = "f: config: events.types must begin with none and hold at most 32";
  EXPECT_EQ(events_error_after(replace("[\"none\",\"AGREE\"]", "[\"AGREE\",\"none\"]")), types);
  std::string many = "\"none\"";
  for (int i = 0; i < 32; ++i) many += ",\"T" + std::to_string(i) + "\"";
  EXPECT_EQ(events_error_after(replace("\"none\",\"AGREE\"", many)), types);
  EXPECT_EQ(events_error_after(replace("\"talks\"", "\"none\"")), "f: config: events.roots holds \"none\" twice");
  EXPECT_EQ(events_error_after(replace("[\"none\",\"talks\",\"fights\"]", "[]")), "f: config: events.roots is empty");
  EXPECT_EQ(events_error_after(replace("\"events\"", "\"event\"")),
            "f: config: no events, which a file of version 2 or 3 has");
}

std::string attribution_error_after(const std::function<void(TestModel&)>& change) {
  return error_after([&](TestModel& model) {
    model.add_events(1, 2);
    model.add_attribution(16, 3);
    change(model);
  });
}

TEST(Model, AttributionIsReadAndChecked) {
  EXPECT_EQ(attribution_error_after([](TestModel&) {}), "no error");
  for (const char* tensor : {"marks.weight", "marks.bias", "link_word.weight", "link_word.bias", "link_cue",
                             "link_distance", "link_role.weight", "link_role.bias"}) {
    const std::string name = std::string("attribution.") + tensor;
    EXPECT_EQ(attribution_error_after([&](TestModel& m) { m.tensors.erase(name); }),
              "f: tensor \"" + name + "\" is missing");
    EXPECT_NE(attribution_error_after([&](TestModel& m) { m.floats(name, {7}, 0, 1); }), "no error") << name;
  }
  const auto replace = [](const std::string& from, const std::string& to) {
    return [=](TestModel& m) {
      std::string& json = m.metadata["config"];
      json.replace(json.find(from), from.size(), to);
    };
  };
  EXPECT_EQ(attribution_error_after(replace("\"link\":16", "\"link\":0")),
            "f: config: attribution.link must be a number from 1 to 4096");
  EXPECT_EQ(attribution_error_after(replace("\"reach\":3", "\"reach\":-1")),
            "f: config: attribution.reach must be a number from 1 to 512");
  EXPECT_EQ(attribution_error_after(replace("\"attribution\"", "\"attributions\"")),
            "f: config: no attribution, which a file of version 3 has");
  EXPECT_EQ(attribution_error_after(replace(R"("cue","labels":["O","B","I"])", R"("cue","labels":["O","I","B"])")),
            "f: config: with attribution the groups source, cue and content must be O, B, I");
}

}  // namespace
}  // namespace entente
