// The kernels' code, compiled once for each instruction set by kernels_*.cc. Not to be included elsewhere.
//
// Before it: ENTENTE_KERNELS names the namespace, ENTENTE_VECTOR_BYTES the vectors' width, ENTENTE_QUERY_BLOCK how many
// queries attention takes at a time. Vectors are GCC's and Clang's own extension: no intrinsics, any CPU. Nothing from
// the standard library is called here, or its inline functions could be linked into code for older CPUs.
#include "syntax/kernels.h"

#define ENTENTE_INLINE inline __attribute__((always_inline))

namespace entente::ENTENTE_KERNELS {
namespace {

constexpr int kLanes = ENTENTE_VECTOR_BYTES / 4;
using Vector = float __attribute__((vector_size(ENTENTE_VECTOR_BYTES)));
using Ints = std::int32_t __attribute__((vector_size(ENTENTE_VECTOR_BYTES)));
using Bytes = std::uint8_t __attribute__((vector_size(ENTENTE_VECTOR_BYTES / 4)));
using SignedBytes = std::int8_t __attribute__((vector_size(ENTENTE_VECTOR_BYTES / 4)));
using LooseVector = float __attribute__((vector_size(ENTENTE_VECTOR_BYTES), aligned(4), may_alias));
using LooseInts = std::int32_t __attribute__((vector_size(ENTENTE_VECTOR_BYTES), aligned(4), may_alias));
using LooseBytes = std::uint8_t __attribute__((vector_size(ENTENTE_VECTOR_BYTES / 4), aligned(1), may_alias));
using LooseSignedBytes = std::int8_t __attribute__((vector_size(ENTENTE_VECTOR_BYTES / 4), aligned(1), may_alias));

ENTENTE_INLINE Vector load(const float* p) { return *reinterpret_cast<const LooseVector*>(p); }
ENTENTE_INLINE void store(float* p, Vector v) { *reinterpret_cast<LooseVector*>(p) = v; }
ENTENTE_INLINE Ints load_ints(const std::int32_t* p) { return *reinterpret_cast<const LooseInts*>(p); }
ENTENTE_INLINE Vector set(float x) { return Vector{} + x; }
ENTENTE_INLINE Vector larger(Vector a, Vector b) { return a > b ? a : b; }
ENTENTE_INLINE Vector smaller(Vector a, Vector b) { return a < b ? a : b; }
ENTENTE_INLINE Vector magnitude(Vector v) { return (Vector)((Ints)v & 0x7FFFFFFF); }

template <int... kIndex>
struct Lanes {};
template <int kCount, int... kIndex>
struct MakeLanes : MakeLanes<kCount - 1, kCount - 1, kIndex...> {};
template <int... kIndex>
struct MakeLanes<0, kIndex...> {
  using Type = Lanes<kIndex...>;
};
using AllLanes = MakeLanes<kLanes>::Type;

template <int kStep, int... kIndex>
ENTENTE_INLINE Vector swap_lanes(Vector v, Lanes<kIndex...>) {
  return __builtin_shufflevector(v, v, (kIndex ^ kStep)...);
}

template <int kStep = kLanes / 2>
ENTENTE_INLINE float sum(Vector v) {
  if constexpr (kStep == 0) {
    return v[0];
  } else {
    return sum<kStep / 2>(v + swap_lanes<kStep>(v, AllLanes()));
  }
}

template <int kStep = kLanes / 2>
ENTENTE_INLINE float largest(Vector v) {
  if constexpr (kStep == 0) {
    return v[0];
  } else {
    return largest<kStep / 2>(larger(v, swap_lanes<kStep>(v, AllLanes())));
  }
}

// Swaps the off-diagonal blocks of kStep by kStep lanes; over all steps this turns rows into columns.
template <int kStep, int... kIndex>
ENTENTE_INLINE void swap_blocks(Vector& a, Vector& b, Lanes<kIndex...>) {
  const Vector low = __builtin_shufflevector(a, b, ((kIndex & kStep) == 0 ? kIndex : kLanes + (kIndex ^ kStep))...);
  b = __builtin_shufflevector(a, b, ((kIndex & kStep) == 0 ? kIndex + kStep : kLanes + kIndex)...);
  a = low;
}

template <int kStep = kLanes / 2>
ENTENTE_INLINE void transpose(Vector* rows) {
  if constexpr (kStep > 0) {
#pragma GCC unroll 16
    for (int i = 0; i < kLanes; ++i) {
      if ((i & kStep) == 0) swap_blocks<kStep>(rows[i], rows[i + kStep], AllLanes());
    }
    transpose<kStep / 2>(rows);
  }
}

template <int... kIndex>
ENTENTE_INLINE Ints count_up(Lanes<kIndex...>) {
  return Ints{kIndex...};
}

// e^x for x <= 0, to about 2e-7; below -87 it is the smallest normal number.
ENTENTE_INLINE Vector exponential(Vector x) {
  const Vector power = larger(x, set(-87.0F)) * 1.44269504F;
  const Vector rounded = (power + 12582912.0F) - 12582912.0F;
  const Vector f = power - rounded;
  Vector p = set(1.53558205e-4F);
  p = p * f + 1.33981827e-3F;
  p = p * f + 9.61817400e-3F;
  p = p * f + 5.55034594e-2F;
  p = p * f + 2.40226507e-1F;
  p = p * f + 6.93147182e-1F;
  p = p * f + 1.0F;
  return (Vector)((Ints)p + (__builtin_convertvector(rounded, Ints) << 23));
}

// x * Phi(x); Phi - 1/2 is x times a minimax polynomial of x squared over [-5, 5], whose argument is mapped to [-1, 1]
// to keep its terms small. Error below 2e-6.
ENTENTE_INLINE Vector gelu(Vector x) {
  const Vector c = smaller(larger(x, set(-5.0F)), set(5.0F));
  const Vector t = c * c * 0.08F - 1.0F;
  Vector p = set(4.929684219e-04F);
  p = p * t - 1.514153322e-03F;
  p = p * t + 2.001862973e-03F;
  p = p * t - 2.915674122e-03F;
  p = p * t + 6.165428087e-03F;
  p = p * t - 1.097323094e-02F;
  p = p * t + 1.649765670e-02F;
  p = p * t - 2.333673090e-02F;
  p = p * t + 3.142622858e-02F;
  p = p * t - 4.043294862e-02F;
  p = p * t + 5.152142048e-02F;
  p = p * t - 7.029665262e-02F;
  p = p * t + 1.413637847e-01F;
  return x * (c * p + 0.5F);
}

// One row of sums, finished as it is read.
template <bool kInt8>
struct Finisher {
  const void* sums;
  Vector row_scale;
  Epilogue epilogue;

  ENTENTE_INLINE Finisher(const void* s, float scale, const Epilogue& e)
      : sums(s), row_scale(set(scale)), epilogue(e) {}

  ENTENTE_INLINE Vector at(int i) const {
    if constexpr (kInt8) {
      const Ints exact = load_ints(static_cast<const std::int32_t*>(sums) + i) - load_ints(epilogue.zero + i);
      return __builtin_convertvector(exact, Vector) * (row_scale * load(epilogue.scale + i)) + load(epilogue.bias + i);
    } else {
      return load(static_cast<const float*>(sums) + i) + load(epilogue.bias + i);
    }
  }

  ENTENTE_INLINE float one(int i) const {
    if constexpr (kInt8) {
      const std::int32_t exact = static_cast<const std::int32_t*>(sums)[i] - epilogue.zero[i];
      return static_cast<float>(exact) * (row_scale[0] * epilogue.scale[i]) + epilogue.bias[i];
    } else {
      return static_cast<const float*>(sums)[i] + epilogue.bias[i];
    }
  }
};

ENTENTE_INLINE void normalise(float* x, Vector total, const Norm& norm, int n) {
  const float width = static_cast<float>(n);
  const Vector mean = set(sum(total) / width);
  Vector squares = Vector{};
  for (int i = 0; i < n; i += kLanes) {
    const Vector d = load(x + i) - mean;
    squares += d * d;
  }
  const Vector factor = set(1.0F / __builtin_sqrtf(sum(squares) / width + norm.epsilon));
  for (int i = 0; i < n; i += kLanes) {
    store(x + i, (load(x + i) - mean) * factor * load(norm.weight + i) + load(norm.bias + i));
  }
}

void embed(const std::int8_t* word, float word_scale, const float* position, const float* shape, const Norm& norm,
           int n, float* out) {
  Vector total = Vector{};
  for (int i = 0; i < n; i += kLanes) {
    const auto bytes = *reinterpret_cast<const LooseSignedBytes*>(word + i);
    Vector x = __builtin_convertvector(__builtin_convertvector(SignedBytes(bytes), Ints), Vector) * word_scale +
               load(position + i);
    if (shape != nullptr) x += load(shape + i);
    total += x;
    store(out + i, x);
  }
  normalise(out, total, norm, n);
}

// Rounds to the nearest in the low bits of a float that is large enough, where zero is 128.
ENTENTE_INLINE float quantise(const float* in, Vector most, int n, std::uint8_t* out) {
  const float high = largest(most);
  const float inverse = high > 0 ? 127.0F / high : 0.0F;
  for (int i = 0; i < n; i += kLanes) {
    const Ints bits = (Ints)(load(in + i) * inverse + (12582912.0F + 128.0F));
    *reinterpret_cast<LooseBytes*>(out + i) = __builtin_convertvector(bits & 0xFF, Bytes);
  }
  return high / 127.0F;
}

template <bool kInt8>
float pack(const float* in, int n, void* packed) {
  if constexpr (kInt8) {
    Vector most = Vector{};
    for (int i = 0; i < n; i += kLanes) most = larger(most, magnitude(load(in + i)));
    return quantise(in, most, n, static_cast<std::uint8_t*>(packed));
  } else {
    for (int i = 0; i < n; i += kLanes) store(static_cast<float*>(packed) + i, load(in + i));
    return 1.0F;
  }
}

template <bool kInt8>
void finish(const void* sums, float row_scale, const Epilogue& epilogue, int n, float* out) {
  const Finisher<kInt8> row(sums, row_scale, epilogue);
  for (int i = 0; i < n; i += kLanes) store(out + i, row.at(i));
}

template <bool kInt8>
void finish_relu(const void* sums, float row_scale, const Epilogue& epilogue, int n, float* out) {
  const Finisher<kInt8> row(sums, row_scale, epilogue);
  for (int i = 0; i < n; i += kLanes) store(out + i, larger(row.at(i), Vector{}));
}

template <bool kInt8>
void finish_norm(const void* sums, float row_scale, const Epilogue& epilogue, const Norm& norm, int n, float* x) {
  const Finisher<kInt8> row(sums, row_scale, epilogue);
  Vector total = Vector{};
  for (int i = 0; i < n; i += kLanes) {
    const Vector y = row.at(i) + load(x + i);
    total += y;
    store(x + i, y);
  }
  normalise(x, total, norm, n);
}

template <bool kInt8>
float finish_gelu(const void* sums, float row_scale, const Epilogue& epilogue, int n, float* scratch, void* packed) {
  const Finisher<kInt8> row(sums, row_scale, epilogue);
  if constexpr (kInt8) {
    Vector most = Vector{};
    for (int i = 0; i < n; i += kLanes) {
      const Vector y = gelu(row.at(i));
      most = larger(most, magnitude(y));
      store(scratch + i, y);
    }
    return quantise(scratch, most, n, static_cast<std::uint8_t*>(packed));
  } else {
    for (int i = 0; i < n; i += kLanes) store(static_cast<float*>(packed) + i, gelu(row.at(i)));
    return 1.0F;
  }
}

// scores[q][j] = rows[q] . columns[:, j] for kCount rows; width is a multiple of kLanes.
template <int kCount>
ENTENTE_INLINE void row_products(const float* const* rows, const float* columns, int width, int depth, float* out) {
  for (int j = 0; j < width; j += kLanes) {
    Vector totals[kCount] = {};
    for (int d = 0; d < depth; ++d) {
      const Vector column = load(columns + static_cast<std::size_t>(d) * width + j);
#pragma GCC unroll 16
      for (int q = 0; q < kCount; ++q) totals[q] += column * rows[q][d];
    }
#pragma GCC unroll 16
    for (int q = 0; q < kCount; ++q) store(out + static_cast<std::size_t>(q) * width + j, totals[q]);
  }
}

// In place: e^(scale * (x - largest)) over the first n, zero from there to width; their sum.
ENTENTE_INLINE float soften(float* x, int n, int width, float scale) {
  const Ints lanes = count_up(AllLanes());
  Vector most = set(-3.0e38F);
  for (int i = 0; i < width; i += kLanes) {
    const Vector value = lanes < n - i ? load(x + i) : set(-3.0e38F);
    most = larger(most, value);
  }
  const Vector high = set(largest(most));
  Vector total = Vector{};
  for (int i = 0; i < width; i += kLanes) {
    const Vector value = exponential(smaller((load(x + i) - high) * scale, Vector{}));
    const Vector kept = lanes < n - i ? value : Vector{};
    total += kept;
    store(x + i, kept);
  }
  return sum(total);
}

struct Head {
  const float* columns;  // keys, transposed: [head width, padded rows]
  const float* values;   // of row 0
  float* weights;        // [query block, padded rows]
  int width;             // of the head
  int padded;
  float scale;
};

template <int kCount, int kWidthVectors>
ENTENTE_INLINE void mix(const AttentionInput& in, const Head& head, const float* inverse, int offset,
                        float* const* out) {
  Vector totals[kCount][kWidthVectors] = {};
  const std::size_t stride = 3 * static_cast<std::size_t>(in.hidden);
  for (int j = 0; j < in.rows; ++j) {
    const float* value = head.values + static_cast<std::size_t>(j) * stride + offset;
#pragma GCC unroll 16
    for (int v = 0; v < kWidthVectors; ++v) {
      const Vector part = load(value + v * kLanes);
#pragma GCC unroll 16
      for (int q = 0; q < kCount; ++q)
        totals[q][v] += part * head.weights[static_cast<std::size_t>(q) * head.padded + j];
    }
  }
#pragma GCC unroll 16
  for (int q = 0; q < kCount; ++q) {
#pragma GCC unroll 16
    for (int v = 0; v < kWidthVectors; ++v) store(out[q] + offset + v * kLanes, totals[q][v] * inverse[q]);
  }
}

template <int kCount>
ENTENTE_INLINE void attend(const AttentionInput& in, const Head& head, int first, int column) {
  const float* rows[kCount];
  float* out[kCount];
  float inverse[kCount];
#pragma GCC unroll 16
  for (int q = 0; q < kCount; ++q) {
    rows[q] = in.qkv + static_cast<std::size_t>(in.queries[first + q]) * 3 * in.hidden + column;
    out[q] = in.out + static_cast<std::size_t>(first + q) * in.hidden + column;
  }
  row_products<kCount>(rows, head.columns, head.padded, head.width, head.weights);
#pragma GCC unroll 16
  for (int q = 0; q < kCount; ++q) {
    inverse[q] =
        1.0F / soften(head.weights + static_cast<std::size_t>(q) * head.padded, in.rows, head.padded, head.scale);
  }
  int offset = 0;
  for (; offset + 2 * kLanes <= head.width; offset += 2 * kLanes) mix<kCount, 2>(in, head, inverse, offset, out);
  for (; offset < head.width; offset += kLanes) mix<kCount, 1>(in, head, inverse, offset, out);
}

// columns[d][j] = rows[j][d], zero for the rows from `count` to `padded`.
ENTENTE_INLINE void to_columns(const float* rows, std::size_t stride, int count, int padded, int width,
                               float* columns) {
  for (int j = 0; j < padded; j += kLanes) {
    for (int d = 0; d < width; d += kLanes) {
      Vector block[kLanes];
#pragma GCC unroll 16
      for (int i = 0; i < kLanes; ++i) {
        block[i] = j + i < count ? load(rows + static_cast<std::size_t>(j + i) * stride + d) : Vector{};
      }
      transpose(block);
#pragma GCC unroll 16
      for (int i = 0; i < kLanes; ++i) store(columns + static_cast<std::size_t>(d + i) * padded + j, block[i]);
    }
  }
}

void attention(const AttentionInput& in) {
  constexpr int kBlock = ENTENTE_QUERY_BLOCK;
  const int width = in.hidden / in.heads;
  const int padded = (in.rows + 15) / 16 * 16;
  float* columns = in.scratch;
  Head head{columns, nullptr, in.scratch + static_cast<std::size_t>(width) * padded,
            width,   padded,  1.0F / __builtin_sqrtf(static_cast<float>(width))};
  for (int column = 0; column < in.hidden; column += width) {
    to_columns(in.qkv + in.hidden + column, 3 * static_cast<std::size_t>(in.hidden), in.rows, padded, width, columns);
    head.values = in.qkv + 2 * static_cast<std::size_t>(in.hidden) + column;
    int q = 0;
    for (; q + kBlock <= in.query_count; q += kBlock) attend<kBlock>(in, head, q, column);
    // The rest as one block that reaches back over queries already done, to the same result.
    if (q < in.query_count && in.query_count >= kBlock) {
      attend<kBlock>(in, head, in.query_count - kBlock, column);
    } else {
      for (; q < in.query_count; ++q) attend<1>(in, head, q, column);
    }
  }
}

void transpose_rows(const float* rows, std::size_t stride, int count, int padded, int width, float* columns) {
  to_columns(rows, stride, count, padded, width, columns);
}

template <int kCount>
ENTENTE_INLINE void score_block(const float* rows, std::size_t row_stride, const float* columns, int width, int depth,
                                float* out) {
  const float* starts[kCount];
#pragma GCC unroll 16
  for (int q = 0; q < kCount; ++q) starts[q] = rows + static_cast<std::size_t>(q) * row_stride;
  row_products<kCount>(starts, columns, width, depth, out);
#pragma GCC unroll 16
  for (int q = 0; q < kCount; ++q) {
    float* target = out + static_cast<std::size_t>(q) * width;
    for (int j = 0; j < width; j += kLanes) store(target + j, load(target + j) + starts[q][depth]);
  }
}

void scores(const float* rows, std::size_t row_stride, int count, const float* columns, int width, int depth,
            float* out) {
  int i = 0;
  for (; i < count; i += i + 4 <= count ? 4 : 1) {
    const float* block = rows + static_cast<std::size_t>(i) * row_stride;
    float* target = out + static_cast<std::size_t>(i) * width;
    if (i + 4 <= count) {
      score_block<4>(block, row_stride, columns, width, depth, target);
    } else {
      score_block<1>(block, row_stride, columns, width, depth, target);
    }
  }
}

template <bool kInt8>
void label_scores(const void* sums, float row_scale, const Epilogue& epilogue, const float* head, int width, int blocks,
                  float* out) {
  const Finisher<kInt8> row(sums, row_scale, epilogue);
  for (int r = 0; r < blocks; ++r) {
    const int begin = r * (width + 1);
    Vector total = Vector{};
    for (int i = 0; i < width; i += kLanes) total += row.at(begin + i) * load(head + i);
    out[r] = sum(total) + row.one(begin + width);
  }
}

template <bool kInt8>
constexpr Kernels make(const char* name) {
  return {name,
          kInt8 ? std::size_t{1} : sizeof(float),
          embed,
          pack<kInt8>,
          finish<kInt8>,
          finish_norm<kInt8>,
          finish_gelu<kInt8>,
          finish_relu<kInt8>,
          attention,
          transpose_rows,
          scores,
          label_scores<kInt8>};
}

}  // namespace

extern const Kernels kInt8Kernels;
extern const Kernels kFloatKernels;
constinit const Kernels kInt8Kernels = make<true>(ENTENTE_KERNELS_NAME " int8");
constinit const Kernels kFloatKernels = make<false>(ENTENTE_KERNELS_NAME " f32");

}  // namespace entente::ENTENTE_KERNELS
