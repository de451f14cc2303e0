// SPDX-License-Identifier: Apache-2.0
// The kernels for processors with AVX512; compiled with its instructions, run only where it is.
#if defined(__x86_64__)
#define EGIZ_KERNEL_BYTES 64
#include "tm/detail/kernels_code.h"

namespace egiz::detail {

const Kernels kAvx512Kernels = make_kernels("avx512");

}  // namespace egiz::detail
#endif
