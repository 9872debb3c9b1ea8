// What oneDNN reaches at best on one core in int8: the yardstick of the encoder's share.
#include <benchmark/benchmark.h>

#include <dnnl.hpp>
#include <unordered_map>

#include "corpus.h"

namespace entente::bench {
namespace {

// Large enough to hide each call's cost, small enough to stay in the second-level cache as the encoder's layers do.
constexpr dnnl::memory::dim kRows = 512;
constexpr dnnl::memory::dim kInner = 1536;
constexpr dnnl::memory::dim kColumns = 1536;

// u8 · s8 to s32, operands in the layout that oneDNN likes best.
void onednn_int8_matmul(benchmark::State& state) {
  using dnnl::memory;
  const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
  dnnl::stream stream(engine);
  const memory::desc left({kRows, kInner}, memory::data_type::u8, memory::format_tag::ab);
  const memory::desc right({kInner, kColumns}, memory::data_type::s8, memory::format_tag::any);
  const memory::desc out({kRows, kColumns}, memory::data_type::s32, memory::format_tag::ab);
  const dnnl::matmul::primitive_desc descriptor(dnnl::matmul::desc(left, right, out), engine);
  const dnnl::matmul matmul(descriptor);
  const memory left_memory(left, engine);
  const memory right_memory(descriptor.weights_desc(), engine);
  const memory out_memory(out, engine);
  for (const memory& operand : {left_memory, right_memory}) {
    auto* const bytes = static_cast<char*>(operand.get_data_handle());
    for (std::size_t i = 0; i < operand.get_desc().get_size(); ++i) bytes[i] = static_cast<char>(i % 7);
  }
  for (auto _ : state) {
    matmul.execute(stream, {{DNNL_ARG_SRC, left_memory}, {DNNL_ARG_WEIGHTS, right_memory}, {DNNL_ARG_DST, out_memory}});
    stream.wait();
  }
  const double operations = 2.0 * static_cast<double>(kRows * kInner * kColumns);
  state.counters["operations_per_second"] =
      benchmark::Counter(operations * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(onednn_int8_matmul)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente::bench
