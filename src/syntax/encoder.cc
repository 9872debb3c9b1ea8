#include "syntax/encoder.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace entente {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

int round_up(int rows) { return (rows + kRowStep - 1) / kRowStep * kRowStep; }

Norm norm_of(const NormWeights& weights, float epsilon) {
  return {weights.weight.data(), weights.bias.data(), epsilon};
}

}  // namespace

Result<Encoder> Encoder::make(const ModelWeights& weights, LinearFactory& factory, const Kernels& kernels) {
  Encoder encoder(weights, kernels);
  const float epsilon = weights.config.norm_epsilon;
  ENTENTE_TRY(encoder.layers_, make_layers(weights.layers, epsilon, factory));
  if (weights.events.has_value()) {
    encoder.fork_ = at(weights.events->from);
    ENTENTE_TRY(encoder.branch_, make_layers(weights.events->layers, epsilon, factory));
  }
  return encoder;
}

Result<std::vector<Encoder::Layer>> Encoder::make_layers(const std::vector<LayerWeights>& layers, float epsilon,
                                                         LinearFactory& factory) {
  std::vector<Layer> made;
  for (const LayerWeights& layer : layers) {
    ENTENTE_TRY(Linear qkv, factory.make({&layer.qkv}));
    ENTENTE_TRY(Linear out, factory.make({&layer.out}));
    ENTENTE_TRY(Linear ffn_in, factory.make({&layer.ffn_in}));
    ENTENTE_TRY(Linear ffn_out, factory.make({&layer.ffn_out}));
    made.push_back({std::move(qkv), std::move(out), std::move(ffn_in), std::move(ffn_out),
                    norm_of(layer.attention_norm, epsilon), norm_of(layer.ffn_norm, epsilon)});
  }
  return made;
}

void Encoder::embed(Workspace& w) const {
  const int hidden = weights_->config.hidden;
  const Norm norm = norm_of(weights_->embedding_norm, weights_->config.norm_epsilon);
  const auto rows = static_cast<int>(w.batch.rows.size());
  float* x = w.x.get<float>(at(round_up(rows)) * at(hidden));
  for (const EncoderBatch::Row& row : w.batch.rows) {
    const float* shape = row.shape < 0 ? nullptr : weights_->shape.data() + at(row.shape) * at(hidden);
    kernels_->embed(weights_->word + at(row.id) * at(hidden), weights_->word_scale[at(row.id)],
                    weights_->position.data() + at(row.position) * at(hidden), shape, norm, hidden, x);
    x += hidden;
  }
}

// Fills w.packed and w.scales.
void Encoder::pack_rows(const float* x, int rows, Workspace& w) const {
  const int hidden = weights_->config.hidden;
  const std::size_t row_bytes = at(hidden) * kernels_->packed_bytes;
  char* packed = w.packed.get<char>(at(round_up(rows)) * row_bytes);
  w.scales.resize(at(rows));
  for (int r = 0; r < rows; ++r)
    w.scales[at(r)] = kernels_->pack(x + at(r) * at(hidden), hidden, packed + at(r) * row_bytes);
}

// w.packed to w.qkv.
void Encoder::project(const Layer& layer, int rows, Workspace& w) const {
  const int hidden = weights_->config.hidden;
  const int width = layer.qkv.width();
  const std::size_t row_bytes = at(hidden) * kernels_->packed_bytes;
  const char* packed = w.packed.get<char>(0);
  float* qkv = w.qkv.get<float>(at(rows) * at(3 * hidden));
  float* sums = w.sums.get<float>(at(kRowStep) * at(width));
  for (int begin = 0; begin < rows; begin += kRowStep) {
    const int count = std::min(kRowStep, rows - begin);
    layer.qkv.run(packed + at(begin) * row_bytes, count, sums, w.scratch);
    for (int r = 0; r < count; ++r) {
      kernels_->finish(sums + at(r) * at(width), w.scales[at(begin + r)], layer.qkv.epilogue(), 3 * hidden,
                       qkv + at(begin + r) * at(3 * hidden));
    }
  }
}

// w.qkv to w.mixed: in the last layer for the wanted rows only.
void Encoder::attend(bool last, Workspace& w) const {
  const ModelConfig& config = weights_->config;
  const std::size_t hidden = at(config.hidden);
  AttentionInput input;
  input.hidden = config.hidden;
  input.heads = config.attention_heads;
  input.out = w.mixed.get<float>(w.batch.rows.size() * hidden);
  const float* qkv = w.qkv.get<float>(0);
  for (const EncoderBatch::Part& part : w.batch.parts) {
    input.rows = part.end - part.begin;
    input.qkv = qkv + at(part.begin) * 3 * hidden;
    input.queries = last ? w.batch.wanted.data() + part.wanted_begin : w.all_rows.data();
    input.query_count = last ? part.wanted_end - part.wanted_begin : input.rows;
    input.scratch = w.attention.get<float>(attention_scratch(input.rows, config.hidden / config.attention_heads));
    kernels_->attention(input);
    input.out += at(input.query_count) * hidden;
  }
}

// w.x: the wanted rows move to the front.
void Encoder::keep_wanted(Workspace& w) const {
  const std::size_t hidden = at(weights_->config.hidden);
  float* x = w.x.get<float>(0);
  std::size_t to = 0;
  for (const EncoderBatch::Part& part : w.batch.parts) {
    for (int i = part.wanted_begin; i < part.wanted_end; ++i, ++to) {
      std::memmove(x + to * hidden, x + at(part.begin + w.batch.wanted[at(i)]) * hidden, hidden * sizeof(float));
    }
  }
}

// The layer's second half runs product by product over all rows, so that one matrix at a time stays in the CPU's cache.
void Encoder::finish_attention(const Layer& layer, int rows, Workspace& w) const {
  const int hidden = weights_->config.hidden;
  const std::size_t row_bytes = at(hidden) * kernels_->packed_bytes;
  const int width = layer.out.width();
  pack_rows(w.mixed.get<float>(0), rows, w);
  char* packed = w.packed.get<char>(0);
  float* x = w.x.get<float>(0);
  float* sums = w.sums.get<float>(at(kRowStep) * at(width));
  for (int begin = 0; begin < rows; begin += kRowStep) {
    const int count = std::min(kRowStep, rows - begin);
    layer.out.run(packed + at(begin) * row_bytes, count, sums, w.scratch);
    for (int r = 0; r < count; ++r) {
      float* row = x + at(begin + r) * at(hidden);
      float& scale = w.scales[at(begin + r)];
      kernels_->finish_norm(sums + at(r) * at(width), scale, layer.out.epilogue(), layer.attention_norm, hidden, row);
      scale = kernels_->pack(row, hidden, packed + at(begin + r) * row_bytes);
    }
  }
}

// w.packed to w.inner.
void Encoder::widen(const Layer& layer, int rows, Workspace& w) const {
  const int ffn = weights_->config.ffn;
  const std::size_t row_bytes = at(weights_->config.hidden) * kernels_->packed_bytes;
  const std::size_t inner_bytes = at(ffn) * kernels_->packed_bytes;
  const int width = layer.ffn_in.width();
  const char* packed = w.packed.get<char>(0);
  float* sums = w.sums.get<float>(at(kRowStep) * at(width));
  char* inner = w.inner.get<char>(at(round_up(rows)) * inner_bytes);
  float* scratch = w.inner_scratch.get<float>(at(ffn));
  w.inner_scales.resize(at(rows));
  for (int begin = 0; begin < rows; begin += kRowStep) {
    const int count = std::min(kRowStep, rows - begin);
    layer.ffn_in.run(packed + at(begin) * row_bytes, count, sums, w.scratch);
    for (int r = 0; r < count; ++r) {
      const int row = begin + r;
      w.inner_scales[at(row)] =
          kernels_->finish_gelu(sums + at(r) * at(width), w.scales[at(row)], layer.ffn_in.epilogue(), ffn, scratch,
                                inner + at(row) * inner_bytes);
    }
  }
}

// w.inner and w.x to the layer's output in w.x, and in w.packed for the next layer.
void Encoder::narrow(const Layer& layer, int rows, Workspace& w) const {
  const int hidden = weights_->config.hidden;
  const std::size_t row_bytes = at(hidden) * kernels_->packed_bytes;
  const std::size_t inner_bytes = at(weights_->config.ffn) * kernels_->packed_bytes;
  const int width = layer.ffn_out.width();
  const char* inner = w.inner.get<char>(0);
  char* packed = w.packed.get<char>(0);
  float* x = w.x.get<float>(0);
  float* sums = w.sums.get<float>(at(kRowStep) * at(width));
  for (int begin = 0; begin < rows; begin += kRowStep) {
    const int count = std::min(kRowStep, rows - begin);
    layer.ffn_out.run(inner + at(begin) * inner_bytes, count, sums, w.scratch);
    for (int r = 0; r < count; ++r) {
      const int number = begin + r;
      float* row = x + at(number) * at(hidden);
      kernels_->finish_norm(sums + at(r) * at(width), w.inner_scales[at(number)], layer.ffn_out.epilogue(),
                            layer.ffn_norm, hidden, row);
      w.scales[at(number)] = kernels_->pack(row, hidden, packed + at(number) * row_bytes);
    }
  }
}

const float* Encoder::run(Workspace& w) const {
  const auto rows = static_cast<int>(w.batch.rows.size());
  int longest = 0;
  for (const EncoderBatch::Part& part : w.batch.parts) longest = std::max(longest, part.end - part.begin);
  while (static_cast<int>(w.all_rows.size()) < longest) w.all_rows.push_back(static_cast<int>(w.all_rows.size()));
  embed(w);
  pack_rows(w.x.get<float>(0), rows, w);
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (has_branch() && i == fork_) keep_fork(rows, w);
    run_layer(layers_[i], i + 1 == layers_.size(), rows, w);
  }
  return w.x.get<float>(0);
}

void Encoder::run_layer(const Layer& layer, bool last, int rows, Workspace& w) const {
  project(layer, rows, w);
  attend(last, w);
  if (last) keep_wanted(w);
  const int kept = last ? static_cast<int>(w.batch.wanted.size()) : rows;
  finish_attention(layer, kept, w);
  widen(layer, kept, w);
  narrow(layer, kept, w);
}

// What the branch starts from: rows as they are, packed rows and their scales.
void Encoder::keep_fork(int rows, Workspace& w) const {
  const std::size_t values = at(rows) * at(weights_->config.hidden);
  std::memcpy(w.fork.get<float>(values), w.x.get<float>(0), values * sizeof(float));
  const std::size_t bytes = values * kernels_->packed_bytes;
  std::memcpy(w.packed_fork.get<char>(bytes), w.packed.get<char>(0), bytes);
  w.fork_scales.assign(w.scales.begin(), w.scales.begin() + rows);
}

const float* Encoder::run_branch(Workspace& w) const {
  const auto rows = static_cast<int>(w.batch.rows.size());
  const std::size_t values = at(rows) * at(weights_->config.hidden);
  std::memcpy(w.x.get<float>(0), w.fork.get<float>(0), values * sizeof(float));
  std::memcpy(w.packed.get<char>(0), w.packed_fork.get<char>(0), values * kernels_->packed_bytes);
  w.scales.assign(w.fork_scales.begin(), w.fork_scales.end());
  for (std::size_t i = 0; i < branch_.size(); ++i) run_layer(branch_[i], i + 1 == branch_.size(), rows, w);
  return w.x.get<float>(0);
}

}  // namespace entente
