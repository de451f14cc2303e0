// SPDX-License-Identifier: Apache-2.0
#include "text/language.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/error.h"

namespace egiz {
namespace {

using Alias = std::pair<std::string_view, std::string_view>;

// What people write for a language, and its shortest BCP 47 code: ISO 639-2 codes, retired codes, English
// names, and the country code that is often taken for Kazakh.
constexpr std::array kAliases = std::to_array<Alias>({
    {"kz", "kk"},  {"kaz", "kk"}, {"kazakh", "kk"}, {"rus", "ru"}, {"russian", "ru"}, {"eng", "en"}, {"english", "en"},
    {"ara", "ar"}, {"aze", "az"}, {"bel", "be"},    {"bul", "bg"}, {"ces", "cs"},     {"cze", "cs"}, {"chi", "zh"},
    {"deu", "de"}, {"fas", "fa"}, {"fra", "fr"},    {"fre", "fr"}, {"ger", "de"},     {"heb", "he"}, {"hin", "hi"},
    {"ind", "id"}, {"ita", "it"}, {"iw", "he"},     {"jpn", "ja"}, {"kat", "ka"},     {"kir", "ky"}, {"kor", "ko"},
    {"mon", "mn"}, {"nld", "nl"}, {"per", "fa"},    {"pol", "pl"}, {"por", "pt"},     {"spa", "es"}, {"srp", "sr"},
    {"swe", "sv"}, {"tat", "tt"}, {"tgk", "tg"},    {"tuk", "tk"}, {"tur", "tr"},     {"uig", "ug"}, {"ukr", "uk"},
    {"uzb", "uz"}, {"zho", "zh"},
});

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_alpha(c) || is_digit(c); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

template <class Predicate>
bool every(std::string_view text, Predicate predicate) {
  return std::all_of(text.begin(), text.end(), predicate);
}

bool is_script(std::string_view subtag) { return subtag.size() == 4 && every(subtag, is_alpha); }

bool is_region(std::string_view subtag) {
  return (subtag.size() == 2 && every(subtag, is_alpha)) || (subtag.size() == 3 && every(subtag, is_digit));
}

bool is_variant(std::string_view subtag) {
  return subtag.size() >= 5 || (subtag.size() == 4 && is_digit(subtag.front()));
}

std::vector<std::string> split(std::string_view tag) {
  std::vector<std::string> subtags(1);
  for (const char c : tag) {
    if (c == '-' || c == '_') {
      subtags.emplace_back();
    } else {
      subtags.back() += lower(c);
    }
  }
  return subtags;
}

[[noreturn]] void refuse(std::string_view tag) {
  throw Error(ErrorCode::invalid_argument,
              "\"" + std::string(tag) + "\" is not a language tag; write one such as ru, kk, kk-Latn or en-US");
}

// The order of RFC 5646, section 2.1: language, extended languages, script, region, variants, extensions,
// private use.
bool is_well_formed(const std::vector<std::string>& subtags) {
  const auto fits = [](const std::string& s) { return !s.empty() && s.size() <= 8 && every(s, is_alphanumeric); };
  if (!std::all_of(subtags.begin(), subtags.end(), fits)) return false;
  std::size_t i = 0;
  if (subtags[0] != "x") {
    if (subtags[0].size() < 2 || !every(subtags[0], is_alpha)) return false;
    i = 1;
    while (i < subtags.size() && i <= 3 && subtags[i].size() == 3 && every(subtags[i], is_alpha)) ++i;
    if (i < subtags.size() && is_script(subtags[i])) ++i;
    if (i < subtags.size() && is_region(subtags[i])) ++i;
    while (i < subtags.size() && is_variant(subtags[i])) ++i;
  }
  while (i < subtags.size()) {
    if (subtags[i].size() != 1 || i + 1 == subtags.size()) return false;
    if (subtags[i] == "x") return true;
    if (subtags[i + 1].size() == 1) return false;
    for (++i; i < subtags.size() && subtags[i].size() > 1;) ++i;
  }
  return true;
}

// Scripts are written Latn, regions KZ, everything else, and all behind a singleton, in lower case.
std::string join_canonically(std::vector<std::string> subtags) {
  std::string tag = std::move(subtags[0]);
  bool in_extension = tag.size() == 1;
  for (std::size_t i = 1; i < subtags.size(); ++i) {
    std::string& subtag = subtags[i];
    in_extension = in_extension || subtag.size() == 1;
    if (!in_extension && is_script(subtag)) subtag[0] = upper(subtag[0]);
    if (!in_extension && is_region(subtag)) std::transform(subtag.begin(), subtag.end(), subtag.begin(), upper);
    tag += '-';
    tag += subtag;
  }
  return tag;
}

// Takes the first subtag off rest.
std::string_view take(std::string_view& rest) {
  const std::string_view subtag = rest.substr(0, rest.find('-'));
  rest.remove_prefix(std::min(rest.size(), subtag.size() + 1));
  return subtag;
}

// The first subtag behind the language that predicate accepts, or nothing; extensions are not looked at.
template <class Predicate>
std::string_view find_subtag(std::string_view tag, Predicate predicate) {
  take(tag);
  while (!tag.empty()) {
    const std::string_view subtag = take(tag);
    if (subtag.size() == 1) break;
    if (predicate(subtag)) return subtag;
  }
  return {};
}

}  // namespace

Language::Language(std::string_view tag) {
  std::vector<std::string> subtags = split(tag);
  if (!is_well_formed(subtags)) refuse(tag);
  const auto alias =
      std::find_if(kAliases.begin(), kAliases.end(), [&](const Alias& a) { return a.first == subtags[0]; });
  if (alias != kAliases.end()) subtags[0] = alias->second;
  tag_ = join_canonically(std::move(subtags));
}

std::string_view Language::primary() const { return std::string_view(tag_).substr(0, tag_.find('-')); }

std::string_view Language::script() const {
  return primary() == "x" ? std::string_view{} : find_subtag(tag_, is_script);
}

std::string_view Language::region() const {
  return primary() == "x" ? std::string_view{} : find_subtag(tag_, is_region);
}

// Extended filtering of RFC 4647, section 3.3.2: kk-KZ covers kk-Cyrl-KZ too.
bool Language::covers(const Language& other) const {
  std::string_view wanted = tag_;
  std::string_view found = other.tag_;
  if (take(wanted) != take(found)) return false;
  while (!wanted.empty()) {
    const std::string_view want = take(wanted);
    std::string_view have;
    do {
      if (found.empty() || have.size() == 1) return false;
      have = take(found);
    } while (have != want);
  }
  return true;
}

}  // namespace egiz
