// The kernels for x86-64 with AVX-512 (F, BW, VL, DQ).
#include <cstddef>
#include <cstdint>

#include "syntax/kernels.h"

#if defined(__x86_64__)
#define ENTENTE_KERNELS avx512
#define ENTENTE_KERNELS_NAME "avx512"
#define ENTENTE_VECTOR_BYTES 64
#define ENTENTE_QUERY_BLOCK 8

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx2,fma,bmi,bmi2"))), \
                             apply_to = function)
#else
#pragma GCC target("avx512f,avx512bw,avx512vl,avx512dq,avx2,fma,bmi,bmi2")
#endif
#include "syntax/kernels_impl.h"
#if defined(__clang__)
#pragma clang attribute pop
#endif
#endif
