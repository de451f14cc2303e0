// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/kernels.h"

namespace egiz::detail {
namespace {

const Kernels& best_kernels() {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")) return kAvx512Kernels;
  if (__builtin_cpu_supports("avx2")) return kAvx2Kernels;
#endif
  return kPlainKernels;
}

}  // namespace

const Kernels& kernels() {
  static const Kernels& best = best_kernels();
  return best;
}

}  // namespace egiz::detail
