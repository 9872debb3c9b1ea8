#include "syntax/model.h"

#include <cmath>
#include <cstring>
#include <utility>

namespace entente {
namespace {

// Takes tensors by name, with the type and shape that the configuration asks for.
class Taker {
 public:
  Taker(const SafeTensors& file, const std::string& name) : file_(file), name_(name) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::size_t taken() const { return taken_; }

  [[nodiscard]] Error bad(std::string_view tensor, const std::string& message) const {
    return {ErrorCode::kBadModel, "tensor \"" + std::string(tensor) + "\" " + message, name_};
  }

  Result<const TensorView*> take(const std::string& tensor, TensorType type) {
    const auto found = file_.tensors().find(tensor);
    if (found == file_.tensors().end()) return bad(tensor, "is missing");
    if (found->second.type != type) return bad(tensor, "is not of the dtype that the format asks for");
    ++taken_;
    return &found->second;
  }

  Result<const TensorView*> take(const std::string& tensor, TensorType type, const std::vector<std::int64_t>& shape) {
    ENTENTE_TRY(const TensorView* view, take(tensor, type));
    if (view->shape == shape) return view;
    std::string expected;
    for (const std::int64_t size : shape) expected += (expected.empty() ? "" : ", ") + std::to_string(size);
    return bad(tensor, "has another shape than [" + expected + "], which the configuration asks for");
  }

  Result<std::vector<float>> floats(const std::string& tensor, const std::vector<std::int64_t>& shape) {
    ENTENTE_TRY(const TensorView* view, take(tensor, TensorType::kF32, shape));
    std::vector<float> values(view->bytes.size() / sizeof(float));
    std::memcpy(values.data(), view->bytes.data(), view->bytes.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!std::isfinite(values[i])) return bad(tensor, "holds no finite number at " + std::to_string(i));
    }
    return values;
  }

  Result<NormWeights> norm(const std::string& prefix, int width) {
    NormWeights weights;
    ENTENTE_TRY(weights.weight, floats(prefix + ".weight", {width}));
    ENTENTE_TRY(weights.bias, floats(prefix + ".bias", {width}));
    return weights;
  }

  Result<LinearWeights> linear(const std::string& prefix, std::int64_t out, int in) {
    ENTENTE_TRY(const TensorView* view, take(prefix + ".weight", TensorType::kI8, {out, in}));
    LinearWeights weights;
    weights.out = static_cast<int>(out);
    weights.in = in;
    weights.weight = reinterpret_cast<const std::int8_t*>(view->bytes.data());
    ENTENTE_TRY(weights.scale, floats(prefix + ".scale", {out}));
    ENTENTE_TRY(weights.bias, floats(prefix + ".bias", {out}));
    return weights;
  }

 private:
  const SafeTensors& file_;
  const std::string& name_;
  std::size_t taken_ = 0;
};

Status read_embeddings(Taker& taker, ModelWeights& model) {
  const int hidden = model.config.hidden;
  ENTENTE_TRY(const TensorView* word, taker.take("embeddings.word.weight", TensorType::kI8));
  if (word->shape.size() != 2 || word->shape[1] != hidden || word->shape[0] < 2 || word->shape[0] > (1 << 24)) {
    return taker.bad("embeddings.word.weight", "must have the shape [vocabulary, " + std::to_string(hidden) + "]");
  }
  model.vocabulary = static_cast<int>(word->shape[0]);
  model.word = reinterpret_cast<const std::int8_t*>(word->bytes.data());
  ENTENTE_TRY(model.word_scale, taker.floats("embeddings.word.scale", {model.vocabulary}));
  ENTENTE_TRY(model.position, taker.floats("embeddings.position", {model.config.max_positions, hidden}));
  ENTENTE_TRY(model.shape, taker.floats("embeddings.shape", {ModelConfig::kShapes, hidden}));
  ENTENTE_TRY(model.embedding_norm, taker.norm("embeddings.norm", hidden));
  return Unit{};
}

Result<LayerWeights> read_layer(Taker& taker, const ModelConfig& config, const std::string& group, std::size_t index) {
  const std::string prefix = group + std::to_string(index) + ".";
  LayerWeights layer;
  ENTENTE_TRY(layer.qkv, taker.linear(prefix + "qkv", 3 * config.hidden, config.hidden));
  ENTENTE_TRY(layer.out, taker.linear(prefix + "out", config.hidden, config.hidden));
  ENTENTE_TRY(layer.attention_norm, taker.norm(prefix + "attention_norm", config.hidden));
  ENTENTE_TRY(layer.ffn_in, taker.linear(prefix + "ffn_in", config.ffn, config.hidden));
  ENTENTE_TRY(layer.ffn_out, taker.linear(prefix + "ffn_out", config.hidden, config.ffn));
  ENTENTE_TRY(layer.ffn_norm, taker.norm(prefix + "ffn_norm", config.hidden));
  return layer;
}

Status read_heads(Taker& taker, ModelWeights& model) {
  const ModelConfig& config = model.config;
  ENTENTE_TRY(model.tags, taker.linear("heads.tags", config.tag_count(), config.hidden));
  ENTENTE_TRY(model.arc_dep, taker.linear("heads.arc_dep", config.arc, config.hidden));
  ENTENTE_TRY(model.arc_head, taker.linear("heads.arc_head", config.arc, config.hidden));
  ENTENTE_TRY(model.label_dep, taker.linear("heads.label_dep", config.label, config.hidden));
  ENTENTE_TRY(model.label_head, taker.linear("heads.label_head", config.label, config.hidden));
  ENTENTE_TRY(model.arc, taker.linear("heads.arc", config.arc + 1, config.arc));
  const auto relations = static_cast<std::int64_t>(config.deprels.size());
  ENTENTE_TRY(model.label, taker.linear("heads.label", relations * (config.label + 1), config.label));
  return Unit{};
}

Status read_events(Taker& taker, const ModelConfig& config, EventWeights& events) {
  for (std::size_t i = 0; i < events.layers.size(); ++i) {
    ENTENTE_TRY(events.layers[i], read_layer(taker, config, "events.layers.", i));
  }
  const std::int64_t hidden = config.hidden;
  const auto types = static_cast<std::int64_t>(events.types.size());
  const auto roots = static_cast<std::int64_t>(events.roots.size());
  ENTENTE_TRY(events.trigger_weight, taker.floats("events.trigger.weight", {types, hidden}));
  ENTENTE_TRY(events.trigger_bias, taker.floats("events.trigger.bias", {types}));
  ENTENTE_TRY(events.query_weight, taker.floats("events.query.weight", {hidden, 3 * hidden}));
  ENTENTE_TRY(events.query_bias, taker.floats("events.query.bias", {hidden}));
  ENTENTE_TRY(events.value, taker.floats("events.value", {hidden}));
  ENTENTE_TRY(events.root_weight, taker.floats("events.root.weight", {roots, 3 * hidden}));
  ENTENTE_TRY(events.root_bias, taker.floats("events.root.bias", {roots}));
  return Unit{};
}

Status read_attribution(Taker& taker, int hidden, AttributionWeights& attribution) {
  const int link = attribution.link;
  ENTENTE_TRY(attribution.marks_weight, taker.floats("attribution.marks.weight", {9, hidden}));
  ENTENTE_TRY(attribution.marks_bias, taker.floats("attribution.marks.bias", {9}));
  ENTENTE_TRY(attribution.word_weight, taker.floats("attribution.link_word.weight", {link, hidden}));
  ENTENTE_TRY(attribution.word_bias, taker.floats("attribution.link_word.bias", {link}));
  ENTENTE_TRY(attribution.cue_weight, taker.floats("attribution.link_cue", {link, hidden}));
  ENTENTE_TRY(attribution.distance, taker.floats("attribution.link_distance", {2 * attribution.reach + 1, link}));
  ENTENTE_TRY(attribution.role_weight, taker.floats("attribution.link_role.weight", {3, link}));
  ENTENTE_TRY(attribution.role_bias, taker.floats("attribution.link_role.bias", {3}));
  return Unit{};
}

}  // namespace

Result<ModelWeights> read_model(const SafeTensors& file, const std::string& name) {
  ModelWeights model;
  ENTENTE_TRY(model.config, read_model_config(file, name));
  Taker taker(file, name);
  ENTENTE_CHECK_OK(read_embeddings(taker, model));
  for (int i = 0; i < model.config.layers; ++i) {
    ENTENTE_TRY(LayerWeights layer, read_layer(taker, model.config, "layers.", static_cast<std::size_t>(i)));
    model.layers.push_back(std::move(layer));
  }
  ENTENTE_CHECK_OK(read_heads(taker, model));
  ENTENTE_TRY(model.events, read_event_config(file, model.config, name));
  if (model.events.has_value()) ENTENTE_CHECK_OK(read_events(taker, model.config, *model.events));
  ENTENTE_TRY(model.attribution, read_attribution_config(file, model.config, name));
  if (model.attribution.has_value()) {
    ENTENTE_CHECK_OK(read_attribution(taker, model.config.hidden, *model.attribution));
  }
  ENTENTE_TRY(const TensorView* vocabulary, taker.take("tokenizer.vocabulary", TensorType::kU8));
  model.vocabulary_text = vocabulary->bytes;
  ENTENTE_TRY(const TensorView* exceptions, taker.take("lemma.exceptions", TensorType::kU8));
  model.exceptions_text = exceptions->bytes;
  ENTENTE_TRY(const TensorView* known, taker.take("lemma.known", TensorType::kU8));
  model.known_lemmas_text = known->bytes;
  if (taker.taken() != file.tensors().size()) {
    return Error{ErrorCode::kBadModel, "holds tensors that the format does not know", name};
  }
  return model;
}

}  // namespace entente
