// SPDX-License-Identifier: Apache-2.0
#include "bench/memory/measure.h"

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <numeric>
#include <string>

namespace egiz::bench {
namespace {

double clock_ms(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

}  // namespace

double wall_ms() { return clock_ms(CLOCK_MONOTONIC); }
double thread_ms() { return clock_ms(CLOCK_THREAD_CPUTIME_ID); }
double process_ms() { return clock_ms(CLOCK_PROCESS_CPUTIME_ID); }

double resident_mb(std::string_view field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field)) return std::stod(line.substr(field.size())) / 1024;
  }
  return 0;
}

double Times::at(double share) const {
  if (ms.empty()) return 0;
  return ms[std::min(ms.size() - 1, static_cast<std::size_t>(share * static_cast<double>(ms.size())))];
}

double Times::mean() const {
  return ms.empty() ? 0 : std::accumulate(ms.begin(), ms.end(), 0.0) / static_cast<double>(ms.size());
}

void sort(Times& times) { std::ranges::sort(times.ms); }

void print(std::string_view what, const Times& times, std::string_view asked) {
  std::printf("%-40.*s mean %9.3f  p50 %9.3f  p95 %9.3f  p99 %9.3f  max %9.3f ms   asked %.*s\n",
              static_cast<int>(what.size()), what.data(), times.mean(), times.at(0.5), times.at(0.95), times.at(0.99),
              times.ms.empty() ? 0 : times.ms.back(), static_cast<int>(asked.size()), asked.data());
  std::fflush(stdout);
}

}  // namespace egiz::bench
