// Everything between the matrix products: normalisation, GELU, attention, quantising. One set of functions for each
// instruction set and precision; all vectors are of widths that divide by 16.
//
// A product's result ("sums") is s32 in int8 and f32 in f32; its input ("packed") is u8 with zero point 128 and one
// scale a row, or f32. A row's result depends on nothing but that row, so no batch changes it.
#ifndef ENTENTE_SYNTAX_KERNELS_H_
#define ENTENTE_SYNTAX_KERNELS_H_

#include <cstddef>
#include <cstdint>

namespace entente {

// Turns a row of sums into numbers: (sum - zero) * row_scale * scale + bias in int8, sum + bias in f32.
struct Epilogue {
  const std::int32_t* zero = nullptr;  // 128 * the sum of the output's weights
  const float* scale = nullptr;
  const float* bias = nullptr;
};

struct Norm {
  const float* weight = nullptr;
  const float* bias = nullptr;
  float epsilon = 0;
};

// Attention of one sentence: rows of query, key, value side by side, `hidden` each.
struct AttentionInput {
  const float* qkv = nullptr;
  int rows = 0;
  int hidden = 0;
  int heads = 0;
  const int* queries = nullptr;  // rows that need a result
  int query_count = 0;
  float* scratch = nullptr;  // attention_scratch() floats
  float* out = nullptr;      // [query_count, hidden]
};
[[nodiscard]] std::size_t attention_scratch(int rows, int head_width);

struct Kernels {
  const char* name;
  std::size_t packed_bytes;  // of one number of a packed row

  // out = norm(word * word_scale + position + shape); shape may be null.
  void (*embed)(const std::int8_t* word, float word_scale, const float* position, const float* shape, const Norm& norm,
                int n, float* out);
  // The scale of the row.
  float (*pack)(const float* in, int n, void* packed);
  void (*finish)(const void* sums, float row_scale, const Epilogue& epilogue, int n, float* out);
  // x = norm(x + sums)
  void (*finish_norm)(const void* sums, float row_scale, const Epilogue& epilogue, const Norm& norm, int n, float* x);
  // packed = gelu(sums), with `scratch` for n floats; the scale of the row.
  float (*finish_gelu)(const void* sums, float row_scale, const Epilogue& epilogue, int n, float* scratch,
                       void* packed);
  void (*finish_relu)(const void* sums, float row_scale, const Epilogue& epilogue, int n, float* out);
  void (*attention)(const AttentionInput& input);
  // columns[d, j] = rows[j, d] for d < width, j < count; zero for j from count to padded.
  void (*transpose)(const float* rows, std::size_t row_stride, int count, int padded, int width, float* columns);
  // out[i, j] = rows[i] . columns[:, j] + rows[i, depth]; columns is [depth, width], out [count, width].
  void (*scores)(const float* rows, std::size_t row_stride, int count, const float* columns, int width, int depth,
                 float* out);
  // out[r] = finished block r of width + 1 sums, times [head; 1].
  void (*label_scores)(const void* sums, float row_scale, const Epilogue& epilogue, const float* head, int width,
                       int blocks, float* out);
};

enum class KernelSet { kBaseline, kAvx2, kAvx512 };

// The best set that this CPU runs.
[[nodiscard]] KernelSet best_kernel_set();
// A set that this CPU can't run must not be called.
[[nodiscard]] const Kernels& kernels(KernelSet set, bool int8);

}  // namespace entente

#endif  // ENTENTE_SYNTAX_KERNELS_H_
