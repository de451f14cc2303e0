// SPDX-License-Identifier: Apache-2.0
// The kernels for processors with AVX2; compiled with its instructions, run only where it is.
#if defined(__x86_64__)
#define EGIZ_KERNEL_BYTES 32
#include "tm/detail/kernels_code.h"

namespace egiz::detail {

const Kernels kAvx2Kernels = make_kernels("avx2");

}  // namespace egiz::detail
#endif
