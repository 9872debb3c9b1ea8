// The encoder: subwords in, one vector a word out. BERT's post-norm layers; docs/formats/model.md says which.
//
// Threads: immutable after make(); each thread brings a Workspace of its own.
// A row's result depends on its own sentence only: not on the batch, nor on its place in it.
#ifndef ENTENTE_SYNTAX_ENCODER_H_
#define ENTENTE_SYNTAX_ENCODER_H_

#include <cstdint>
#include <vector>

#include "entente/result.h"
#include "syntax/aligned.h"
#include "syntax/kernels.h"
#include "syntax/linear.h"
#include "syntax/model.h"

namespace entente {

// Rows of many sentences, one after the other, without padding.
struct EncoderBatch {
  struct Row {
    std::int32_t id = 0;
    std::int32_t position = 0;
    std::int32_t shape = -1;  // -1: none, for [CLS]
  };
  struct Part {
    int begin = 0;  // rows of one sentence
    int end = 0;
    int wanted_begin = 0;  // its part of `wanted`
    int wanted_end = 0;
  };
  std::vector<Row> rows;
  std::vector<int> wanted;  // rows whose vectors are asked for, counted from their sentence's first
  std::vector<Part> parts;

  void clear() {
    rows.clear();
    wanted.clear();
    parts.clear();
  }
};

class Encoder {
 public:
  struct Workspace {
    EncoderBatch batch;
    AlignedBuffer x, packed, qkv, mixed, sums, inner, inner_scratch, attention, out, fork, packed_fork;
    std::vector<float> fork_scales;
    std::vector<float> scales, inner_scales;
    std::vector<int> all_rows;
    Linear::Scratch scratch;
  };

  // `weights` must outlive the encoder.
  [[nodiscard]] static Result<Encoder> make(const ModelWeights& weights, LinearFactory& factory,
                                            const Kernels& kernels);

  // Vectors of workspace.batch's wanted rows: [wanted, hidden], room for whole row steps; lives in the workspace.
  [[nodiscard]] const float* run(Workspace& workspace) const;
  // The same from the branch that reads events, for the batch that run() was last called with. Only where has_branch().
  [[nodiscard]] const float* run_branch(Workspace& workspace) const;
  [[nodiscard]] bool has_branch() const { return !branch_.empty(); }

 private:
  struct Layer {
    Linear qkv, out, ffn_in, ffn_out;
    Norm attention_norm, ffn_norm;
  };

  [[nodiscard]] static Result<std::vector<Layer>> make_layers(const std::vector<LayerWeights>& layers, float epsilon,
                                                              LinearFactory& factory);
  Encoder(const ModelWeights& weights, const Kernels& kernels) : weights_(&weights), kernels_(&kernels) {}
  void run_layer(const Layer& layer, bool last, int rows, Workspace& w) const;
  void keep_fork(int rows, Workspace& w) const;
  void embed(Workspace& w) const;
  void pack_rows(const float* x, int rows, Workspace& w) const;
  void project(const Layer& layer, int rows, Workspace& w) const;
  void attend(bool last, Workspace& w) const;
  void keep_wanted(Workspace& w) const;
  void finish_attention(const Layer& layer, int rows, Workspace& w) const;
  void widen(const Layer& layer, int rows, Workspace& w) const;
  void narrow(const Layer& layer, int rows, Workspace& w) const;

  const ModelWeights* weights_;
  const Kernels* kernels_;
  std::vector<Layer> layers_;
  std::size_t fork_ = 0;  // layers that the branch shares with the others
  std::vector<Layer> branch_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_ENCODER_H_
