// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/heading_language.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/error.h"
#include "text/match_key.h"

namespace egiz::exchange {
namespace {

struct Name {
  std::string_view begin;  // of the word, as in a match key
  bool is_whole;           // the word has no other ending
  std::string_view tag;
};

constexpr Name kNames[] = {
    {"русск", false, "ru"},    {"рус", true, "ru"},       {"орыс", true, "ru"},     {"орысша", true, "ru"},
    {"russian", true, "ru"},   {"rus", true, "ru"},       {"казахск", false, "kk"}, {"каз", true, "kk"},
    {"қазақ", true, "kk"},     {"қазақша", true, "kk"},   {"қаз", true, "kk"},      {"kazakh", true, "kk"},
    {"kaz", true, "kk"},       {"английск", false, "en"}, {"англ", true, "en"},     {"ағылшын", true, "en"},
    {"ағылшынша", true, "en"}, {"ағыл", true, "en"},      {"english", true, "en"},  {"eng", true, "en"},
};

constexpr std::string_view kPlainWords[] = {
    "source",   "target",    "original", "translation", "translated", "text",    "language", "segment",
    "sentence", "term",      "исходный", "исходник",    "оригинал",   "перевод", "текст",    "язык",
    "языке",    "сегмент",   "термин",   "предложение", "түпнұсқа",   "аударма", "мәтін",    "тілі",
    "тілінде",  "тіліндегі", "сөйлем",   "in",          "into",       "the",     "на",
};

// In lower case, without anything but letters and digits.
std::vector<std::string> words_of(std::string_view heading) {
  const std::string key = match_key(heading, Language("ru"));
  std::vector<std::string> words(1);
  for (const char c : key) {
    const bool is_letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_letter) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string_view tag_of_word(std::string_view word) {
  for (const Name& name : kNames) {
    if (name.is_whole ? word == name.begin : word.starts_with(name.begin)) return name.tag;
  }
  return {};
}

bool is_plain_word(std::string_view word) {
  return std::find(std::begin(kPlainWords), std::end(kPlainWords), word) != std::end(kPlainWords);
}

std::optional<Language> language_of_name(std::string_view heading) {
  constexpr std::size_t kLongest = 80;  // bytes
  if (heading.size() > kLongest) return std::nullopt;
  std::string_view found;
  for (const std::string& word : words_of(heading)) {
    const std::string_view tag = tag_of_word(word);
    if (tag.empty() ? !is_plain_word(word) : !found.empty() && found != tag) return std::nullopt;
    if (!tag.empty()) found = tag;
  }
  if (found.empty()) return std::nullopt;
  return Language(found);
}

}  // namespace

std::optional<Language> language_of_heading(std::string_view heading) {
  const std::size_t primary = std::min(heading.size(), heading.find_first_of("-_"));
  if ((primary == 2 || primary == 3) && normal_heading(heading) != "id") {  // a number, in every table
    try {
      return Language(heading);
    } catch (const Error&) {
      return std::nullopt;
    }
  }
  return language_of_name(heading);
}

std::string normal_heading(std::string_view heading) { return match_key(heading, Language("en")); }

std::string heading_of(const Language& language) { return language.tag() == "id" ? "ind" : language.tag(); }

bool is_plain_heading(std::string_view heading) {
  const std::vector<std::string> words = words_of(heading);
  return !words.empty() && std::all_of(words.begin(), words.end(), is_plain_word);
}

}  // namespace egiz::exchange
