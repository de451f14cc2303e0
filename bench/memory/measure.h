// SPDX-License-Identifier: Apache-2.0
#pragma once

// Times and sizes, and how they are printed.

#include <cstddef>
#include <string_view>
#include <vector>

namespace egiz::bench {

double wall_ms();

// CPU time of this thread, so that other work on the machine does not count; and of all threads of this process.
double thread_ms();
double process_ms();

// A field of /proc/self/status in MB: "VmRSS:", "RssAnon:".
double resident_mb(std::string_view field);

// Times of many calls, ascending.
struct Times {
  std::vector<double> ms;

  double at(double share) const;  // 0.5 is the median
  double mean() const;
};

template <class Call>
Times measure(std::size_t count, Call call);

// One line: mean, median, high percentiles, and what was asked.
void print(std::string_view what, const Times& times, std::string_view asked);

void sort(Times& times);

template <class Call>
Times measure(std::size_t count, Call call) {
  Times times;
  for (std::size_t i = 0; i < count; ++i) {
    const double start = thread_ms();
    call(i);
    times.ms.push_back(thread_ms() - start);
  }
  sort(times);
  return times;
}

}  // namespace egiz::bench
