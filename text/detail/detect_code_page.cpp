// SPDX-License-Identifier: Apache-2.0
#include "text/detail/detect_code_page.h"

#include <algorithm>
#include <limits>
#include <string>

#include "text/detail/code_pages.h"
#include "text/detail/plausibility.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kMostBytes = 6000;  // of words that hold a byte of 0x80 or more

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// The words of bytes, cut at white space, that pages read differently, with a blank behind each.
std::string telling_words(std::string_view bytes) {
  std::string words;
  while (!bytes.empty() && words.size() < kMostBytes) {
    const auto end = std::find_if(bytes.begin(), bytes.end(), is_blank);
    const auto high = std::find_if(bytes.begin(), end, is_high);
    const auto size = static_cast<std::size_t>(end - bytes.begin());
    if (high != end) {
      // Of a very long run without blanks what follows its first such byte.
      const std::size_t begin = size > kMostBytes ? static_cast<std::size_t>(high - bytes.begin()) : 0;
      words += bytes.substr(begin, std::min(size - begin, kMostBytes));
      words += ' ';
    }
    bytes.remove_prefix(std::min(size + 1, bytes.size()));
  }
  return words;
}

std::u32string read(std::string_view bytes, const CodePage& page) {
  std::u32string text;
  text.reserve(bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text.push_back(byte < 0x80 ? byte : page[byte - 0x80U]);
  }
  return text;
}

}  // namespace

Encoding detect_code_page(std::string_view bytes) {
  const std::string words = telling_words(bytes);
  Encoding best = Encoding::windows_1252;
  double least = std::numeric_limits<double>::max();
  bool best_has_cyrillic = false;
  // In the order of preference where the text comes out the same.
  for (const Encoding encoding : {Encoding::windows_1251, Encoding::kz_1048, Encoding::pt154, Encoding::koi8_r,
                                  Encoding::ibm866, Encoding::mac_cyrillic, Encoding::windows_1252}) {
    Plausibility plausibility;
    plausibility.add(read(words, code_page(encoding)));
    const double bits = plausibility.bits();
    const bool is_latin_tie = encoding == Encoding::windows_1252 && bits == least && !best_has_cyrillic;
    if (bits < least || is_latin_tie) {
      best = encoding;
      least = bits;
      best_has_cyrillic = plausibility.has_cyrillic();
    }
  }
  return best;
}

}  // namespace egiz::detail
