// SPDX-License-Identifier: Apache-2.0
#include "tm/terms.h"

#include <optional>

#include "base/error.h"
#include "text/utf8.h"

namespace egiz {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \r") + 1 - begin);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(separator); end != text.npos; end = text.find(separator)) {
    parts.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(end + 1);
  }
  parts.push_back(trimmed(text));
  return parts;
}

std::vector<Language> read_languages(std::string_view line, const std::string& place) {
  std::vector<Language> languages;
  for (const std::string_view tag : split(line, '\t')) {
    try {
      languages.emplace_back(tag);
    } catch (const Error&) {
      throw Error(ErrorCode::parse, place +
                                        ": the first line of a term list names its languages, such as ru, kk, en; "
                                        "found is \"" +
                                        std::string(tag) + "\"");
    }
  }
  if (languages.size() < 2) {
    throw Error(ErrorCode::parse, place + ": a term list has two languages or more, apart by tabs");
  }
  return languages;
}

Term read_term(std::string_view line, const std::vector<Language>& languages, const std::string& place) {
  const std::vector<std::string_view> cells = split(line, '\t');
  if (cells.size() > languages.size()) {
    throw Error(ErrorCode::parse, place + ": " + std::to_string(cells.size()) + " columns, but " +
                                      std::to_string(languages.size()) + " languages in the first line");
  }
  Term term;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (const std::string_view name : split(cells[i], '|')) {
      if (!name.empty()) term.names[languages[i]].emplace_back(name);
    }
  }
  return term;
}

}  // namespace

std::vector<Term> parse_terms(std::string_view text, std::string_view place) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const auto byte = find_invalid_utf8(text)) {
    throw Error(ErrorCode::parse, std::string(place) + ": byte " + std::to_string(*byte) +
                                      " is not UTF-8; convert the list to UTF-8 first");
  }
  std::vector<Term> terms;
  std::optional<std::vector<Language>> languages;
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const std::string here = std::string(place) + ":" + std::to_string(number);
    if (!languages) {
      languages = read_languages(line, here);
      continue;
    }
    Term term = read_term(line, *languages, here);
    if (term.names.size() >= 2) terms.push_back(std::move(term));
  }
  if (!languages) throw Error(ErrorCode::parse, std::string(place) + ": the term list is empty");
  return terms;
}

}  // namespace egiz
