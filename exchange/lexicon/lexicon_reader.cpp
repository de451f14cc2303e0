// SPDX-License-Identifier: Apache-2.0
#include "exchange/lexicon_reader.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/error.h"
#include "exchange/detail/byte_source.h"
#include "exchange/detail/reporter.h"
#include "exchange/lexicon/tbx_reader.h"
#include "text/decode.h"

namespace egiz {
namespace exchange {
namespace {

constexpr std::size_t kMostBytes = 256 << 20;

// Whether a text begins with '<', whatever its encoding: blanks, marks and the NUL bytes of UTF-16 passed over.
bool is_xml(std::string_view bytes) {
  const std::size_t found = bytes.find_first_not_of(std::string_view(" \t\r\n\0\xFF\xFE\xEF\xBB\xBF", 10));
  return found != bytes.npos && bytes[found] == '<';
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    if (end == text.size()) return parts;
    begin = end + 1;
  }
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t begin = text.find_first_not_of(kSpace);
  return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::vector<Language> read_header(std::string_view line, const std::string& place) {
  std::vector<Language> languages;
  for (const std::string_view cell : split(line, '\t')) {
    try {
      languages.emplace_back(trimmed(cell));
    } catch (const Error&) {
      throw Error(ErrorCode::parse, place + ": \"" + std::string(trimmed(cell).substr(0, 40)) +
                                        "\" is no language; the first line names them, as ru<TAB>kk<TAB>en");
    }
  }
  if (languages.size() < 2) {
    throw Error(ErrorCode::parse, place + ": the first line names two languages or more, as ru<TAB>kk<TAB>en");
  }
  return languages;
}

LexiconEntry read_entry(std::string_view line, const std::vector<Language>& languages, const std::string& place) {
  const std::vector<std::string_view> cells = split(line, '\t');
  if (cells.size() > languages.size()) {
    throw Error(ErrorCode::parse, place + ": " + std::to_string(cells.size()) + " columns, but the first line names " +
                                      std::to_string(languages.size()) + " languages");
  }
  LexiconEntry entry;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    for (const std::string_view term : split(cells[c], '|')) {
      if (!trimmed(term).empty()) entry.terms.push_back({languages[c], std::string(trimmed(term))});
    }
  }
  return entry;
}

bool has_two_languages(const LexiconEntry& entry) {
  return std::ranges::any_of(
      entry.terms, [&](const LexiconEntry::Term& term) { return term.language != entry.terms.front().language; });
}

LexiconFile read_table(std::string_view text, const std::string& name) {
  LexiconFile file;
  Reporter reporter;
  std::vector<Language> languages;
  std::size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    const std::string place = name + ":" + std::to_string(++number);
    if (languages.empty() && line.starts_with("#\t")) line.remove_prefix(2);
    if (trimmed(line).empty() || line.front() == '#') continue;
    if (languages.empty()) {
      languages = read_header(line, place);
      continue;
    }
    LexiconEntry entry = read_entry(line, languages, place);
    if (!has_two_languages(entry)) {
      reporter.skipped(place, "words in fewer than two languages; skipped");
      continue;
    }
    file.entries.push_back(std::move(entry));
    reporter.delivered();
  }
  file.report = reporter.take();
  return file;
}

LexiconFile read_from(std::string bytes, const std::string& name) {
  if (is_xml(bytes)) return read_tbx(open_memory(bytes), name);
  try {
    return read_table(decode(bytes).text, name);
  } catch (const Error& error) {
    const std::string_view message = error.what();
    if (message.starts_with(name)) throw;
    throw Error(error.code(), name + ": " + std::string(message));
  }
}

}  // namespace
}  // namespace exchange

LexiconFile read_lexicon(const std::filesystem::path& file) {
  const std::string name = file.string();
  return exchange::read_from(exchange::read_all(*exchange::open_bytes(file), exchange::kMostBytes, name), name);
}

LexiconFile read_lexicon(std::string_view bytes, std::string_view name) {
  return exchange::read_from(std::string(bytes), std::string(name));
}

}  // namespace egiz
