#include "syntax/linear.h"

#include <algorithm>
#include <cstring>
#include <dnnl.hpp>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

// OpenMP's own functions, declared here since Clang finds no omp.h beside GCC's runtime.
extern "C" {
int omp_get_max_threads();
void omp_set_num_threads(int count);
}

namespace entente {
namespace {

using dnnl::memory;

constexpr int kWidthStep = 64;  // of outputs: what oneDNN's kernels write without a tail

// Rows of one call. Int8 takes what is left after the large blocks in small ones. In f32 each call runs the same block,
// and a multiple of six: oneDNN's AVX2 kernel takes six rows at a time and sums those left over in another order.
constexpr int kLargeRows = kRowStep;
constexpr int kSmallRows = 16;
constexpr int kFloatRows = kRowStep;
static_assert(kRowStep % kSmallRows == 0 && kFloatRows % 6 == 0);

// One primitive: `rows` of packed input to sums.
struct Product {
  int rows = 0;
  dnnl::matmul primitive;
  memory::desc input, weights, output, scratch;
};

dnnl::matmul::primitive_desc describe(const dnnl::engine& engine, bool int8, int rows, int in, int out,
                                      const memory::desc* weights) {
  using Type = memory::data_type;
  using Tag = memory::format_tag;
  const memory::desc input({rows, in}, int8 ? Type::u8 : Type::f32, Tag::ab);
  const memory::desc any({in, out}, int8 ? Type::s8 : Type::f32, Tag::any);
  const memory::desc output({rows, out}, int8 ? Type::s32 : Type::f32, Tag::ab);
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  return {dnnl::matmul::desc(input, weights != nullptr ? *weights : any, output), attributes, engine};
}

Product make_product(const dnnl::engine& engine, bool int8, int rows, int in, int out, const memory::desc* weights) {
  const auto pd = describe(engine, int8, rows, in, out, weights);
  return {rows, dnnl::matmul(pd), pd.src_desc(), pd.weights_desc(), pd.dst_desc(), pd.scratchpad_desc()};
}

// The products of one shape, from the most rows to the least; all take the same packed weights.
using Products = std::vector<Product>;

Products make_products(const dnnl::engine& engine, bool int8, int in, int out) {
  Products products;
  products.push_back(make_product(engine, int8, int8 ? kLargeRows : kFloatRows, in, out, nullptr));
  if (int8) {
    try {
      products.push_back(make_product(engine, true, kSmallRows, in, out, &products[0].weights));
    } catch (const dnnl::error&) {
      // No kernel for few rows with this packing: the large block does it all.
    }
  }
  return products;
}

}  // namespace

SingleThread::SingleThread() : before_(omp_get_max_threads()) { omp_set_num_threads(1); }
SingleThread::~SingleThread() { omp_set_num_threads(before_); }

struct LinearFactory::State {
  bool int8 = false;
  dnnl::engine engine{dnnl::engine::kind::cpu, 0};
  std::map<std::pair<int, int>, std::shared_ptr<const Products>> products;
};

struct Linear::State {
  dnnl::engine engine;
  std::shared_ptr<const Products> products;
  memory weights;
};

struct Linear::Scratch::State {
  AlignedBuffer buffer;
};

Linear::Scratch::Scratch() : state_(std::make_unique<State>()) {}
Linear::Scratch::~Scratch() = default;
Linear::Scratch::Scratch(Scratch&&) noexcept = default;
Linear::Scratch& Linear::Scratch::operator=(Scratch&&) noexcept = default;

Linear::Linear(std::unique_ptr<State> state) : state_(std::move(state)) {}
Linear::Linear(Linear&&) noexcept = default;
Linear& Linear::operator=(Linear&&) noexcept = default;
Linear::~Linear() = default;

LinearFactory::LinearFactory(bool int8) : state_(std::make_unique<State>()) { state_->int8 = int8; }
LinearFactory::~LinearFactory() = default;

Epilogue Linear::epilogue(int first) const {
  return {zero_.data() + first, scale_.data() + first, bias_.data() + first};
}

void Linear::run(const void* packed, int rows, void* sums, Scratch& scratch) const {
  const State& state = *state_;
  dnnl::stream stream(state.engine);
  const auto* input = static_cast<const char*>(packed);
  auto* output = static_cast<char*>(sums);
  const Products& products = *state.products;
  for (int left = rows; left > 0;) {
    const Product& product = left >= products.front().rows ? products.front() : products.back();
    // oneDNN takes memory that it may write to; it does not write to what it reads.
    const memory source(product.input, state.engine, const_cast<char*>(input));
    const memory target(product.output, state.engine, output);
    const memory pad(product.scratch, state.engine, scratch.state_->buffer.get<char>(product.scratch.get_size() + 1));
    product.primitive.execute(stream, {{DNNL_ARG_SRC, source},
                                       {DNNL_ARG_WEIGHTS, state.weights},
                                       {DNNL_ARG_DST, target},
                                       {DNNL_ARG_SCRATCHPAD, pad}});
    input += product.input.get_size();
    output += product.output.get_size();
    left -= product.rows;
  }
  stream.wait();
}

namespace {

// Weights of the parts, one below the other, with rows of zeros up to `width`.
struct Plain {
  AlignedBuffer buffer;
  void* data = nullptr;
};

Plain lay_out(const std::vector<const LinearWeights*>& parts, bool int8, int width) {
  Plain plain;
  const auto in = static_cast<std::size_t>(parts.front()->in);
  const std::size_t cells = static_cast<std::size_t>(width) * in;
  const std::size_t bytes = cells * (int8 ? 1 : sizeof(float));
  plain.data = plain.buffer.get<char>(bytes);
  std::memset(plain.data, 0, bytes);
  std::size_t row = 0;
  for (const LinearWeights* part : parts) {
    const std::size_t out = static_cast<std::size_t>(part->out);
    if (int8) {
      std::memcpy(static_cast<std::int8_t*>(plain.data) + row * in, part->weight, out * in);
    } else {
      float* to = static_cast<float*>(plain.data) + row * in;
      for (std::size_t i = 0; i < out * in; ++i) to[i] = static_cast<float>(part->weight[i]) * part->scale[i / in];
    }
    row += out;
  }
  return plain;
}

}  // namespace

void Linear::set_outputs(const std::vector<const LinearWeights*>& parts, int width) {
  width_ = width;
  const auto size = static_cast<std::size_t>(width);
  zero_.assign(size, 0);
  scale_.assign(size, 0.0F);
  bias_.assign(size, 0.0F);
  std::size_t row = 0;
  for (const LinearWeights* part : parts) {
    std::copy(part->scale.begin(), part->scale.end(), scale_.begin() + static_cast<std::ptrdiff_t>(row));
    std::copy(part->bias.begin(), part->bias.end(), bias_.begin() + static_cast<std::ptrdiff_t>(row));
    for (int r = 0; r < part->out; ++r, ++row) {
      const std::int8_t* weight = part->weight + static_cast<std::size_t>(r) * static_cast<std::size_t>(part->in);
      std::int32_t sum = 0;
      for (int i = 0; i < part->in; ++i) sum += weight[i];
      zero_[row] = 128 * sum;
    }
  }
}

Result<Linear> LinearFactory::make(const std::vector<const LinearWeights*>& parts) {
  const bool int8 = state_->int8;
  const int in = parts.front()->in;
  int outputs = 0;
  for (const LinearWeights* part : parts) outputs += part->out;
  const int width = (outputs + kWidthStep - 1) / kWidthStep * kWidthStep;
  try {
    auto& products = state_->products[{in, width}];
    if (products == nullptr)
      products = std::make_shared<const Products>(make_products(state_->engine, int8, in, width));
    const memory::desc layout({in, width}, int8 ? memory::data_type::s8 : memory::data_type::f32,
                              memory::format_tag::ba);
    const Plain plain = lay_out(parts, int8, width);
    memory source(layout, state_->engine, plain.data);
    memory packed(products->front().weights, state_->engine);
    dnnl::stream stream(state_->engine);
    dnnl::reorder(source, packed).execute(stream, source, packed);
    stream.wait();
    Linear linear(std::make_unique<Linear::State>(Linear::State{state_->engine, products, packed}));
    linear.set_outputs(parts, width);
    return linear;
  } catch (const dnnl::error& error) {
    return Error{ErrorCode::kInternal, std::string("oneDNN: ") + error.what(), ""};
  }
}

namespace {

// Kernels for CPUs without VNNI add pairs in 16 bits, where 255 * 127 * 2 does not fit.
bool int8_is_exact() {
  constexpr int kWidth = 64;
  const std::vector<std::int8_t> weight(std::size_t{kWidth} * kWidth, 127);
  LinearWeights weights{kWidth, kWidth, weight.data(), std::vector<float>(kWidth, 1.0F),
                        std::vector<float>(kWidth, 0.0F)};
  const SingleThread single_thread;
  LinearFactory factory(true);
  const Result<Linear> linear = factory.make({&weights});
  if (!linear) return false;
  for (const int rows : {kSmallRows, kLargeRows}) {
    const std::vector<std::uint8_t> input(std::size_t{kRowStep} * kWidth, 255);
    std::vector<std::int32_t> sums(std::size_t{kRowStep} * kWidth, 0);
    Linear::Scratch scratch;
    linear->run(input.data(), rows, sums.data(), scratch);
    const auto end = sums.begin() + static_cast<std::ptrdiff_t>(rows) * kWidth;
    if (!std::all_of(sums.begin(), end, [](std::int32_t sum) { return sum == 255 * 127 * kWidth; })) return false;
  }
  return true;
}

}  // namespace

bool has_exact_int8() {
  switch (dnnl::get_effective_cpu_isa()) {
    case dnnl::cpu_isa::avx2_vnni:
    case dnnl::cpu_isa::avx512_core_vnni:
    case dnnl::cpu_isa::avx512_core_bf16:
    case dnnl::cpu_isa::avx512_core_amx: return int8_is_exact();
    default: return false;
  }
}

}  // namespace entente
