// The kernels for x86-64 with AVX2 and FMA.
#include <cstddef>
#include <cstdint>

#include "syntax/kernels.h"

#if defined(__x86_64__)
#define ENTENTE_KERNELS avx2
#define ENTENTE_KERNELS_NAME "avx2"
#define ENTENTE_VECTOR_BYTES 32
#define ENTENTE_QUERY_BLOCK 4

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,fma,bmi,bmi2"))), apply_to = function)
#else
#pragma GCC target("avx2,fma,bmi,bmi2")
#endif
#include "syntax/kernels_impl.h"
#if defined(__clang__)
#pragma clang attribute pop
#endif
#endif
