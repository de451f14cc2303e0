// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/kernels.h"

#include <cstdlib>
#include <string_view>

namespace egiz::detail {
namespace {

// The sets that this processor runs, the best one last.
std::size_t runnable(const Kernels* sets[3]) {
  std::size_t count = 0;
  sets[count++] = &kPlainKernels;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) sets[count++] = &kAvx2Kernels;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")) sets[count++] = &kAvx512Kernels;
#endif
  return count;
}

// EGIZ_KERNELS names another set than the best, to measure it or to rule it out.
const Kernels& chosen_kernels() {
  const Kernels* sets[3];
  const std::size_t count = runnable(sets);
  const char* wanted = std::getenv("EGIZ_KERNELS");
  for (std::size_t i = 0; wanted != nullptr && i < count; ++i) {
    if (sets[i]->name == std::string_view(wanted)) return *sets[i];
  }
  return *sets[count - 1];
}

}  // namespace

const Kernels& kernels() {
  static const Kernels& chosen = chosen_kernels();
  return chosen;
}

}  // namespace egiz::detail
