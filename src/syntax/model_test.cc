#include "syntax/model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <string>

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
  EXPECT_EQ(error_after([](TestModel& m) { m.metadata["version"] = "3"; }),
            "f: version \"3\" of the format; this program reads 1 and 2");
  EXPECT_EQ(error_after([](TestModel& m) { m.metadata["version"] = "2"; }),
            "f: config: no events, which version 2 has");
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

}  // namespace
}  // namespace entente
