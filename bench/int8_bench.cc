// The encoder alone in int8, and what oneDNN reaches at best on one core in int8: the yardstick of the encoder's share.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <dnnl.hpp>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/files.h"
#include "corpus.h"
#include "syntax/encoder.h"
#include "syntax/kernels.h"
#include "syntax/linear.h"
#include "syntax/model.h"
#include "syntax/safetensors.h"
#include "syntax/shapes.h"
#include "syntax/wordpiece.h"

namespace entente::bench {
namespace {

// u8 · s8 to s32 in the layout that oneDNN likes best: large enough to hide each call's cost, small enough to stay in
// the second-level cache.
class Int8Matmul {
 public:
  Int8Matmul() {
    using dnnl::memory;
    const memory::desc left({kRows, kInner}, memory::data_type::u8, memory::format_tag::ab);
    const memory::desc right({kInner, kColumns}, memory::data_type::s8, memory::format_tag::any);
    const memory::desc out({kRows, kColumns}, memory::data_type::s32, memory::format_tag::ab);
    const dnnl::matmul::primitive_desc descriptor(dnnl::matmul::desc(left, right, out), engine_);
    matmul_ = dnnl::matmul(descriptor);
    for (const memory::desc& operand : {left, descriptor.weights_desc(), out}) operands_.emplace_back(operand, engine_);
    for (const memory& operand : operands_) {
      auto* const bytes = static_cast<char*>(operand.get_data_handle());
      for (std::size_t i = 0; i < operand.get_desc().get_size(); ++i) bytes[i] = static_cast<char>(i % 7);
    }
  }

  void run() {
    matmul_.execute(stream_,
                    {{DNNL_ARG_SRC, operands_[0]}, {DNNL_ARG_WEIGHTS, operands_[1]}, {DNNL_ARG_DST, operands_[2]}});
    stream_.wait();
  }

  static constexpr dnnl::memory::dim kRows = 512;
  static constexpr dnnl::memory::dim kInner = 1536;
  static constexpr dnnl::memory::dim kColumns = 1536;
  static constexpr double kOperations = 2.0 * static_cast<double>(kRows * kInner * kColumns);

 private:
  dnnl::engine engine_{dnnl::engine::kind::cpu, 0};
  dnnl::stream stream_{engine_};
  dnnl::matmul matmul_;
  std::vector<dnnl::memory> operands_;
};

// Operations a second: the best of several short runs, so that a busy machine does not flatter the encoder's share.
double int8_peak() {
  static const double kPeak = [] {
    using Clock = std::chrono::steady_clock;
    Int8Matmul matmul;
    double best = 0;
    for (int round = 0; round < 20; ++round) {
      constexpr int kRuns = 20;
      const auto start = Clock::now();
      for (int i = 0; i < kRuns; ++i) matmul.run();
      best =
          std::max(best, kRuns * Int8Matmul::kOperations / std::chrono::duration<double>(Clock::now() - start).count());
    }
    return best;
  }();
  return kPeak;
}

void onednn_int8_matmul(benchmark::State& state) {
  const SingleThread single_thread;
  Int8Matmul matmul;
  for (auto _ : state) matmul.run();
  state.counters["operations_per_second"] = benchmark::Counter(
      Int8Matmul::kOperations * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(onednn_int8_matmul)->Unit(benchmark::kMillisecond);

// The encoder with the model's weights, and the fixed text as its batches.
struct EncoderSetup {
  std::unique_ptr<MappedFile> file;
  ModelWeights weights;
  std::optional<Encoder> encoder;
  std::vector<EncoderBatch> batches;
  double operations = 0;  // of the int8 products over all batches
};

// Sentences of the text as rows, as the parser makes them; about a thousand rows a batch.
std::vector<EncoderBatch> make_batches(const WordPiece& pieces, int max_positions) {
  std::vector<EncoderBatch> batches(1);
  std::vector<std::int32_t> ids;
  for (const Document& document : corpus().documents) {
    ShapeReader shapes;
    for (const Sentence& sentence : document.sentences) {
      if (batches.back().rows.size() >= 1024) batches.emplace_back();
      EncoderBatch& batch = batches.back();
      EncoderBatch::Part part{static_cast<int>(batch.rows.size()), 0, static_cast<int>(batch.wanted.size()), 0};
      batch.rows.push_back({pieces.cls(), 0, -1});
      batch.wanted.push_back(0);
      if (sentence.starts_paragraph) shapes.start_paragraph();
      shapes.start_sentence();
      for (std::int32_t i = sentence.tokens.begin.value; i < sentence.tokens.end.value; ++i) {
        const std::string& form = document.tokens[static_cast<std::size_t>(i)].form;
        const std::int32_t shape = shapes.next(form);
        ids.clear();
        pieces.cut(form, ids);
        int position = static_cast<int>(batch.rows.size()) - part.begin;
        if (position + static_cast<int>(ids.size()) > max_positions) break;
        batch.wanted.push_back(position);
        for (const std::int32_t id : ids) batch.rows.push_back({id, position++, shape});
      }
      part.end = static_cast<int>(batch.rows.size());
      part.wanted_end = static_cast<int>(batch.wanted.size());
      batch.parts.push_back(part);
    }
  }
  return batches;
}

// The last layer works on after attention only for the rows that are wanted.
double int8_operations(const ModelConfig& config, const EncoderBatch& batch) {
  const auto rows = static_cast<double>(batch.rows.size());
  const auto wanted = static_cast<double>(batch.wanted.size());
  const double before = 3.0 * config.hidden * config.hidden;
  const double after = 1.0 * config.hidden * config.hidden + 2.0 * config.hidden * config.ffn;
  return 2 * (config.layers * before * rows + after * ((config.layers - 1) * rows + wanted));
}

Result<std::unique_ptr<EncoderSetup>> load_encoder() {
  auto setup = std::make_unique<EncoderSetup>();
  const std::string path = model_path();
  ENTENTE_TRY(setup->file, MappedFile::open(path));
  ENTENTE_TRY(const SafeTensors tensors, SafeTensors::parse(setup->file->bytes(), path));
  ENTENTE_TRY(setup->weights, read_model(tensors, path));
  const ModelWeights& weights = setup->weights;
  ENTENTE_TRY(const WordPiece pieces,
              WordPiece::load(weights.vocabulary_text, weights.vocabulary, weights.config.max_subwords, path));
  LinearFactory factory(true);
  ENTENTE_TRY(setup->encoder, Encoder::make(weights, factory, kernels(best_kernel_set(), true)));
  setup->batches = make_batches(pieces, weights.config.max_positions);
  for (const EncoderBatch& batch : setup->batches) setup->operations += int8_operations(weights.config, batch);
  return setup;
}

void encoder_int8(benchmark::State& state) {
  const SingleThread single_thread;
  if (skip_without_int8(state)) return;
  static const Result<std::unique_ptr<EncoderSetup>> kSetup = load_encoder();
  if (!kSetup) {
    state.SkipWithError(kSetup.error().to_string().c_str());
    return;
  }
  const EncoderSetup& setup = **kSetup;
  const double peak = int8_peak();
  Encoder::Workspace workspace;
  for (auto _ : state) {
    for (const EncoderBatch& batch : setup.batches) {
      workspace.batch = batch;
      benchmark::DoNotOptimize(setup.encoder->run(workspace));
    }
  }
  const double done = setup.operations * static_cast<double>(state.iterations());
  state.counters["operations_per_second"] = benchmark::Counter(done, benchmark::Counter::kIsRate);
  state.counters["share_of_int8_peak"] = benchmark::Counter(done / peak, benchmark::Counter::kIsRate);
  const auto words = static_cast<double>(corpus().words) * static_cast<double>(state.iterations());
  state.counters["words_per_second"] = benchmark::Counter(words, benchmark::Counter::kIsRate);
}
BENCHMARK(encoder_int8)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente::bench
