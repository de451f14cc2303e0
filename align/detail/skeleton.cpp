// SPDX-License-Identifier: Apache-2.0
// Consonant skeletons: names and international words across scripts.

#include "align/detail/skeleton.h"

#include <array>
#include <utility>

#include "align/detail/letters.h"
#include "text/utf8.h"

namespace egiz::align_detail {
namespace {

constexpr char kVowel = '*';
constexpr char kSilent = 0;

// One Cyrillic letter as levelled Latin consonants.
std::string_view cyrillic_consonants(char32_t c) {
  switch (c) {
    case U'б':
      return "b";
    case U'в':
      return "v";
    case U'г':
    case U'ғ':
    case U'ж':
    case U'һ':
      return "g";
    case U'д':
      return "d";
    case U'з':
    case U'с':
    case U'ц':
    case U'ч':
    case U'ш':
    case U'щ':
      return "s";
    case U'к':
    case U'қ':
      return "k";
    case U'л':
      return "l";
    case U'м':
      return "m";
    case U'н':
      return "n";
    case U'ң':
      return "n";
    case U'п':
      return "p";
    case U'р':
      return "r";
    case U'т':
      return "t";
    case U'ф':
      return "f";
    case U'х':
      return "h";
    default:
      return "";
  }
}

char latin_consonant(char32_t c, char32_t next) {
  const bool softens = next == 'e' || next == 'i' || next == 'y';
  switch (c) {
    case 'b':
    case 'd':
    case 'f':
    case 'k':
    case 'l':
    case 'm':
    case 'n':
    case 'p':
    case 'r':
    case 's':
    case 't':
    case 'v':
      return static_cast<char>(c);
    case 'c':
      return softens || next == 'h' ? 's' : 'k';
    case 'g':
    case 'j':
      return 'g';
    case 'h':
      return 'h';
    case 'q':
      return 'k';
    case 'w':
      return 'v';
    case 'z':
      return 's';
    default:
      return kSilent;
  }
}

class Skeleton {
 public:
  void push(char consonant) {
    if (consonant == 'h') {  // often silent or another letter
      if (!text_.empty()) {
        return;
      }
      consonant = 'g';
    }
    if (text_.empty() || text_.back() != consonant) {
      text_.push_back(consonant);
    }
  }
  void vowel(bool is_first) {
    if (is_first) {
      text_.push_back(kVowel);
    }
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

char32_t level_letter(char32_t c) {
  switch (c) {
    case U'қ':
      return U'к';
    case U'ғ':
      return U'г';
    case U'ұ':
    case U'ү':
      return U'у';
    case U'і':
      return U'и';
    case U'ә':
      return U'а';
    case U'ө':
      return U'о';
    case U'ң':
      return U'н';
    case U'һ':
      return U'х';
    case U'й':
      return U'и';
    case U'ы':
      return U'и';
    default:
      break;
  }
  if (c < 0xE0 || c > 0x17F) {
    return c;
  }
  constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo/ouuuuypy";  // à to ÿ
  if (c <= 0xFF) {
    return static_cast<char32_t>(kLatin1[c - 0xE0]);
  }
  return c;
}

std::string consonant_skeleton(std::string_view word) {
  const std::u32string letters = to_utf32(word);
  Skeleton skeleton;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = level_letter(letters[i]);
    const char32_t next = i + 1 < letters.size() ? letters[i + 1] : U' ';
    if (is_cyrillic(letters[i])) {
      const std::string_view consonants = cyrillic_consonants(letters[i]);
      for (const char consonant : consonants) {
        skeleton.push(consonant);
      }
      const bool is_sign = c == U'ь' || c == U'ъ';
      if (consonants.empty() && !is_sign) {
        skeleton.vowel(i == 0);
      }
    } else if (c == 'p' && next == 'h') {
      skeleton.push('f');
      ++i;
    } else if (c == 's' && next == 'h') {
      skeleton.push('s');
      ++i;
    } else if (c == 'x') {
      skeleton.push('k');
      skeleton.push('s');
    } else if (is_latin(letters[i])) {
      const char consonant = latin_consonant(c, next);
      if (consonant != kSilent) {
        skeleton.push(consonant);
      } else {
        skeleton.vowel(i == 0);
      }
    } else {
      return {};
    }
  }
  return skeleton.take();
}

}  // namespace egiz::align_detail
