// SPDX-License-Identifier: Apache-2.0
// The kernels for every processor of the architecture.
#define EGIZ_KERNEL_BYTES 16
#include "tm/detail/kernels_code.h"

namespace egiz::detail {

const Kernels kPlainKernels = make_kernels("plain");

}  // namespace egiz::detail

