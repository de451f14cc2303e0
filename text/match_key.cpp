// SPDX-License-Identifier: Apache-2.0
#include "text/match_key.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/error.h"
#include "text/detail/kazakh_scripts.h"
#include "text/detail/key_tables.h"
#include "text/detail/look_alike_words.h"
#include "text/detail/look_alikes.h"
#include "text/utf8.h"

namespace egiz {
namespace {

using detail::kDropped;
using detail::kUnknown;
using detail::Script;

// Writes into a buffer as long as the text: up to the look-alikes a key is never longer.  Nothing but two places in it,
// so that they can stay in registers.
class KeyWriter {
 public:
  explicit KeyWriter(char* buffer) : begin_(buffer), end_(buffer) {}

  void put(char c) { *end_++ = c; }

  void put(std::uint16_t code_point) {
    if (code_point < 0x80) {
      if (code_point == ' ') return put_space();
      return put(static_cast<char>(code_point));
    }
    if (code_point >= 0x800) put(static_cast<char>(0xE0 | (code_point >> 12)));
    put(static_cast<char>(code_point >= 0x800 ? 0x80 | ((code_point >> 6) & 0x3F) : 0xC0 | (code_point >> 6)));
    put(static_cast<char>(0x80 | (code_point & 0x3F)));
  }

  void put(std::string_view bytes) { end_ = std::copy(bytes.begin(), bytes.end(), end_); }

  // White space at the beginning and after white space is nothing.
  void put_space() {
    if (end_ != begin_ && end_[-1] != ' ') put(' ');
  }

  // How long the key is, without a blank at its end.
  std::size_t finish() {
    if (end_ != begin_ && end_[-1] == ' ') --end_;
    return static_cast<std::size_t>(end_ - begin_);
  }

 private:
  char* begin_;
  char* end_;
};

struct Levelled {
  std::string key;
  std::uint8_t letters = 0;  // kLatinLetter | kCyrillicLetter
  bool is_complete = false;  // false: a character was met that the tables do not know
};

// The code point of a sequence of two or three bytes.
std::uint16_t code_point_at(const unsigned char* p) {
  if (p[0] < 0xE0) return static_cast<std::uint16_t>(((p[0] & 0x1F) << 6) | (p[1] & 0x3F));
  return static_cast<std::uint16_t>(((p[0] & 0x0F) << 12) | ((p[1] & 0x3F) << 6) | (p[2] & 0x3F));
}

// What the tables say of a code point from U+0080 to U+FFFF.
std::uint16_t table_key(std::uint16_t code_point) {
  if (code_point >= 0x400 && code_point < 0x500) return detail::kCyrillicKeys[code_point - 0x400U];
  if (code_point < 0x100) return detail::kLatin1Keys[code_point - 0x80U];
  if (code_point >= 0x2000 && code_point < 0x2040) return detail::kPunctuationKeys[code_point - 0x2000U];
  if (code_point >= 0x2B9 && code_point <= 0x2BD) return '\'';  // letters that stand for an apostrophe
  if (code_point == 0x2116) return code_point;                  // number sign
  if (code_point == 0x2212) return '-';                         // minus
  return kUnknown;
}

// ․ ‥ …, as many dots as they show.
bool is_dot_leader(std::uint16_t code_point) { return code_point >= 0x2024 && code_point <= 0x2026; }

std::uint8_t letter_bit(std::uint16_t code_point) {
  if (code_point < 0xC0) return 0;
  if (code_point < 0x2B0) return detail::kLatinLetter;
  return code_point >= 0x400 && code_point < 0x530 ? detail::kCyrillicLetter : 0;
}

// One pass with the tables.  is_prepared: what the tables do not know is copied, for it is folded and composed.
Levelled level(std::string_view text, bool is_kazakh, bool is_prepared) {
  std::string buffer(text.size(), '\0');
  KeyWriter key(buffer.data());
  std::uint8_t letters = 0;
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = p + text.size();
  while (p != end) {
    if (*p < 0x80) {
      const char c = detail::kAsciiKeys[*p];
      letters |= detail::kAsciiLetters[*p];
      if (c == ' ') {
        key.put_space();
      } else if ((is_kazakh && *p == 'H') || (is_prepared && *p == detail::kCapitalH)) {
        key.put(detail::kCapitalH);
        letters |= detail::kLatinLetter;
      } else if (c != '\0') {
        key.put(c);
      }
      ++p;
      continue;
    }
    const std::size_t size = *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : 4;
    const std::uint16_t code_point = size == 4 ? std::uint16_t{0} : code_point_at(p);
    const std::uint16_t folded = size == 4 ? kUnknown : table_key(code_point);
    if (folded == kUnknown) {
      if (!is_prepared) return {};
      key.put(std::string_view(reinterpret_cast<const char*>(p), size));
    } else if (is_dot_leader(code_point)) {
      key.put(std::string_view("...", code_point - 0x2023U));
    } else if (folded != kDropped) {
      key.put(folded);
    }
    letters |= letter_bit(code_point);
    p += size;
  }
  buffer.resize(key.finish());
  return {std::move(buffer), letters, true};
}

// Latin look-alikes matter where both scripts are met, and in languages where a Latin letter may stand alone.
bool needs_look_alikes(std::uint8_t letters, const Language& language) {
  if ((letters & detail::kLatinLetter) == 0) return false;
  return (letters & detail::kCyrillicLetter) != 0 || language.primary() == "ru" || language.primary() == "kk";
}

std::string finish(Levelled levelled, const Language& language) {
  if (!needs_look_alikes(levelled.letters, language)) return std::move(levelled.key);
  return detail::level_look_alikes(levelled.key, language);
}

icu::UnicodeString normalized(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString out = nfc->normalize(text, status);
  if (U_FAILURE(status)) throw Error(ErrorCode::io, std::string("match key: ICU: ") + u_errorName(status));
  return out;
}

bool is_stress_mark(char32_t c) { return c == 0x300 || c == 0x301; }

// Without invisible and control characters and the stress marks of Cyrillic vowels; white space as blanks.
std::u32string without_marks(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) {
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
      out.push_back(U' ');
    } else if (is_stress_mark(c) && !out.empty() && detail::script_of(out.back()) == Script::cyrillic) {
      continue;
    } else if (u_iscntrl(static_cast<UChar32>(c)) == 0 &&
               u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0) {
      out.push_back(c);
    }
  }
  return out;
}

std::u32string to_cyrillic(std::u32string text, const Language& language) {
  const bool has_script = !language.script().empty();
  const auto has = [&text](Script script) {
    for (const char32_t c : text) {
      if (detail::script_of(c) == script) return true;
    }
    return false;
  };
  if (has(Script::arabic)) text = detail::kazakh_arabic_to_cyrillic(text);
  // Without a script in the tag, only letters that no Western language has tell Kazakh from a foreign name.
  if (language.script() == "Latn" || (!has_script && detail::has_kazakh_latin_letter(text) && !has(Script::cyrillic))) {
    text = detail::kazakh_latin_to_cyrillic(text, detail::kazakh_latin_alphabet(text));
  }
  return text;
}

// What the tables cannot do: composition, full case folding, the scripts of Kazakh.
std::string prepare(std::string_view text, const Language& language) {
  const auto view = icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()));
  icu::UnicodeString composed = normalized(icu::UnicodeString::fromUTF8(view));
  std::string utf8;
  composed.toUTF8String(utf8);
  std::u32string plain = without_marks(to_utf32(utf8));
  if (language.primary() == "kk") {
    plain = to_cyrillic(std::move(plain), language);
    std::replace(plain.begin(), plain.end(), U'H', static_cast<char32_t>(detail::kCapitalH));
  }
  const auto folded = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(plain.data()),
                                                    static_cast<std::int32_t>(plain.size()));
  utf8.clear();
  normalized(icu::UnicodeString(folded).foldCase()).toUTF8String(utf8);
  return utf8;
}

std::string slow_match_key(std::string_view text, const Language& language) {
  return finish(level(prepare(text, language), language.primary() == "kk", true), language);
}

}  // namespace

std::string match_key(std::string_view text, const Language& language) {
  const bool is_kazakh = language.primary() == "kk";
  if (!(is_kazakh && language.script() == "Latn")) {
    Levelled levelled = level(text, is_kazakh, false);
    if (levelled.is_complete) return finish(std::move(levelled), language);
  }
  // A step may open the way for another (a mark that is left out brings two letters together that compose), so the
  // slow way is gone until nothing changes; twice is the rule.
  constexpr int kMostRounds = 8;
  std::string key = slow_match_key(text, language);
  for (int round = 0; round < kMostRounds; ++round) {
    std::string again = slow_match_key(key, language);
    if (again == key) break;
    key = std::move(again);
  }
  return key;
}

}  // namespace egiz
