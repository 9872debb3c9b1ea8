// The model file's contents, checked against docs/formats/model.md.
//
// Lifetime: views into the file's bytes, which must outlive the object. Small tensors are copied.
#ifndef ENTENTE_SYNTAX_MODEL_H_
#define ENTENTE_SYNTAX_MODEL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.h"
#include "syntax/safetensors.h"

namespace entente {

// In the order of the rows of heads.tags.
enum class TagGroup : std::uint8_t { kUpos, kXpos, kFeats, kLemma, kName, kSource, kCue, kContent };
inline constexpr int kTagGroups = 8;

struct ModelConfig {
  // The kernels work on whole vectors: widths are multiples of this.
  static constexpr int kWidthStep = 16;
  static constexpr int kShapes = 32;

  int hidden = 0;
  int layers = 0;
  int attention_heads = 0;
  int ffn = 0;
  int max_positions = 0;
  int max_subwords = 0;
  int arc = 0;
  int label = 0;
  float norm_epsilon = 0;
  std::vector<std::vector<std::string>> groups;  // labels of each TagGroup
  std::vector<std::string> deprels;
  int root_deprel = 0;  // index of "root"

  [[nodiscard]] int tag_count() const;  // labels of all groups together
};

// y = (weight * scale per row) * input + bias
struct LinearWeights {
  int out = 0;
  int in = 0;
  const std::int8_t* weight = nullptr;  // [out, in]
  std::vector<float> scale;
  std::vector<float> bias;
};

struct NormWeights {
  std::vector<float> weight;
  std::vector<float> bias;
};

struct LayerWeights {
  LinearWeights qkv, out, ffn_in, ffn_out;
  NormWeights attention_norm, ffn_norm;
};

// The branch that reads events: layers of its own over the output of the main encoder's layer `from`, and heads in
// float.
struct EventWeights {
  int from = 0;
  std::vector<std::string> types;  // of the trigger head; the first is "none"
  std::vector<std::string> roots;  // of the pair head
  std::vector<LayerWeights> layers;
  std::vector<float> trigger_weight, trigger_bias;  // [types, hidden], [types]
  // Attention of a pair: tanh(query * [word; source; target]) . value; roots from [pooled; source; target].
  std::vector<float> query_weight, query_bias, value;  // [hidden, 3 * hidden], [hidden], [hidden]
  std::vector<float> root_weight, root_bias;           // [roots, 3 * hidden], [roots]
};

// What the branch's heads read of attribution, in float: marks of words, and of a cue what each word is to it.
struct AttributionWeights {
  int link = 0;                                 // width of what links words to a cue
  int reach = 0;                                // words apart beyond which all are as far
  std::vector<float> marks_weight, marks_bias;  // [9, hidden], [9]: O, B, I of source, cue and content
  std::vector<float> word_weight, word_bias;    // [link, hidden], [link]
  std::vector<float> cue_weight, distance;      // [link, hidden], [2 * reach + 1, link]
  std::vector<float> role_weight, role_bias;    // [3, link], [3]: nothing, source, content
};

struct ModelWeights {
  ModelConfig config;
  std::optional<EventWeights> events;
  std::optional<AttributionWeights> attribution;
  int vocabulary = 0;
  const std::int8_t* word = nullptr;  // [vocabulary, hidden]
  std::vector<float> word_scale;
  std::vector<float> position;  // [max_positions, hidden]
  std::vector<float> shape;     // [kShapes, hidden]
  NormWeights embedding_norm;
  std::vector<LayerWeights> layers;
  LinearWeights tags, arc_dep, arc_head, label_dep, label_head, arc, label;
  std::string_view vocabulary_text;
  std::string_view exceptions_text;
  std::string_view known_lemmas_text;
};

// The branch's parts of the configuration, without weights; nullopt in a file of version 1, the second in one of 2.
[[nodiscard]] Result<std::optional<EventWeights>> read_event_config(const SafeTensors& file, const ModelConfig& config,
                                                                    const std::string& name);
[[nodiscard]] Result<std::optional<AttributionWeights>> read_attribution_config(const SafeTensors& file,
                                                                                const ModelConfig& config,
                                                                                const std::string& name);
[[nodiscard]] Result<ModelConfig> read_model_config(const SafeTensors& file, const std::string& name);
[[nodiscard]] Result<ModelWeights> read_model(const SafeTensors& file, const std::string& name);

}  // namespace entente

#endif  // ENTENTE_SYNTAX_MODEL_H_
