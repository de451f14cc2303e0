// SPDX-License-Identifier: Apache-2.0

// Whatever the texts, numbers are put into a translation as UTF-8, and their own numbers change nothing.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/utf8.h"
#include "tm/detail/adjusted_target.h"

namespace {

using egiz::Language;
using egiz::Variant;

std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

void check(std::string_view query, const Variant& source, const Variant& target) {
  const auto adjusted = egiz::detail::adjusted_target(query, source, target);
  if (adjusted && !egiz::is_valid_utf8(*adjusted)) std::abort();
  const auto same = egiz::detail::adjusted_target(source.text, source, target);
  if (same && *same != target.text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!egiz::is_valid_utf8(text)) return 0;
  const std::string_view query = next_line(text);
  const std::string_view source = next_line(text);
  const std::string_view target = next_line(text);
  for (const char* from : {"ru", "kk", "en"}) {
    for (const char* to : {"ru", "kk", "en", "de"}) {
      check(query, {Language(from), std::string(source), {}, {}, {}, {}},
            {Language(to), std::string(target), {}, {}, {}, {}});
    }
  }
  return 0;
}
