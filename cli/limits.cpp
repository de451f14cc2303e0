// SPDX-License-Identifier: Apache-2.0
#include "cli/limits.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace egiz::cli {
namespace {

[[noreturn]] void refuse(const std::string& item) {
  throw UsageError("--limits " + item +
                   ": wanted is NAME=NUMBER with file, text, entries, entry, unpacked, ratio, depth, time, "
                   "output or memory, as in ratio=1000,unpacked=2G");
}

// 2048 for "2K".
std::size_t parse_amount(std::string_view text, const std::string& item) {
  constexpr std::string_view kSuffixes = "KMG";
  unsigned shift = 0;
  if (const std::size_t suffix = text.empty() ? kSuffixes.npos : kSuffixes.find(text.back());
      suffix != kSuffixes.npos) {
    shift = 10 * (static_cast<unsigned>(suffix) + 1);
    text.remove_suffix(1);
  }
  std::size_t amount = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (code != std::errc() || end != text.data() + text.size() || amount == 0 || amount > SIZE_MAX >> (shift + 1))
    refuse(item);
  return amount << shift;
}

void set_limit(DocumentLimits& limits, const std::string& item) {
  struct Name {
    std::string_view name;
    std::size_t DocumentLimits::*limit;
  };
  static constexpr Name kNames[] = {
      {"file", &DocumentLimits::max_file_bytes},
      {"text", &DocumentLimits::max_text_bytes},
      {"entries", &DocumentLimits::max_entries},
      {"entry", &DocumentLimits::max_entry_bytes},
      {"unpacked", &DocumentLimits::max_unpacked_bytes},
      {"ratio", &DocumentLimits::max_ratio},
      {"depth", &DocumentLimits::max_depth},
      {"output", &DocumentLimits::max_program_output},
      {"memory", &DocumentLimits::max_program_memory},
  };
  const std::size_t equals = item.find('=');
  if (equals == item.npos) refuse(item);
  const std::string_view name = std::string_view(item).substr(0, equals);
  const std::size_t amount = parse_amount(std::string_view(item).substr(equals + 1), item);
  if (name == "time") {
    constexpr std::size_t kMostSeconds = 365 * 24 * 3600;
    if (amount > kMostSeconds) refuse(item);
    limits.max_program_time = std::chrono::seconds(amount);
    return;
  }
  for (const Name& known : kNames) {
    if (known.name != name) continue;
    limits.*known.limit = amount;
    return;
  }
  refuse(item);
}

}  // namespace

DocumentLimits parse_limits(const Words& words) {
  DocumentLimits limits;
  const std::string text = words.value("limits").value_or("");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    set_limit(limits, text.substr(begin, end - begin));
    begin = end + 1;
  }
  return limits;
}

}  // namespace egiz::cli
