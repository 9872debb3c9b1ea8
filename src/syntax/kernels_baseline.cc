// The kernels for any CPU.
#include <cstddef>
#include <cstdint>

#include "syntax/kernels.h"

#define ENTENTE_KERNELS baseline
#define ENTENTE_KERNELS_NAME "baseline"
#define ENTENTE_VECTOR_BYTES 16
#define ENTENTE_QUERY_BLOCK 2

#include "syntax/kernels_impl.h"
