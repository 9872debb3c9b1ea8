#include "syntax/kernels.h"

#include <algorithm>

namespace entente {

namespace baseline {
extern const Kernels kInt8Kernels;
extern const Kernels kFloatKernels;
}  // namespace baseline

#if defined(__x86_64__)
namespace avx2 {
extern const Kernels kInt8Kernels;
extern const Kernels kFloatKernels;
}  // namespace avx2
namespace avx512 {
extern const Kernels kInt8Kernels;
extern const Kernels kFloatKernels;
}  // namespace avx512
#endif

std::size_t attention_scratch(int rows, int head_width) {
  constexpr int kMostQueries = 8;
  const auto padded = static_cast<std::size_t>(rows + 15) / 16 * 16;
  return padded * static_cast<std::size_t>(head_width + kMostQueries);
}

KernelSet best_kernel_set() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("bmi2")) {
    return KernelSet::kAvx512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2"))
    return KernelSet::kAvx2;
#endif
  return KernelSet::kBaseline;
}

const Kernels& kernels(KernelSet set, bool int8) {
#if defined(__x86_64__)
  if (set == KernelSet::kAvx512) return int8 ? avx512::kInt8Kernels : avx512::kFloatKernels;
  if (set == KernelSet::kAvx2) return int8 ? avx2::kInt8Kernels : avx2::kFloatKernels;
#endif
  return int8 ? baseline::kInt8Kernels : baseline::kFloatKernels;
}

}  // namespace entente
