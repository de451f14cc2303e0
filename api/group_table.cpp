// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <ostream>
#include <set>

#include "api/detail/cells.h"
#include "api/detail/folder_files.h"
#include "api/detail/read_file.h"
#include "api/pairing.h"
#include "base/error.h"
#include "text/utf8.h"

namespace egiz {
namespace {

constexpr std::string_view kConfidence = "confidence";
constexpr std::string_view kNames = "names";

std::string cell_of(const std::filesystem::path& file) {
  std::string name = file.string();
  if (name.find_first_of("\t\r\n") != name.npos) {
    throw Error(ErrorCode::invalid_argument,
                name + ": a name with a tab or a line break cannot stand in a table; rename the file");
  }
  return name;
}

// One line of a table under its header.
class RowReader {
 public:
  RowReader(std::string_view header, const std::string& place) {
    std::set<Language> seen;
    for (const std::string_view cell : detail::cells_of(header)) {
      Column column{.is_confidence = cell == kConfidence, .is_skipped = cell == kNames, .language = {}};
      if (!column.is_confidence && !column.is_skipped) column.language = language_of(cell, place);
      if (!column.language.is_undetermined() && !seen.insert(column.language).second) {
        throw Error(ErrorCode::parse, place + ": the language " + column.language.tag() + " stands there twice");
      }
      columns_.push_back(std::move(column));
    }
  }

  DocumentGroup read(std::string_view line, const std::string& place) const {
    const std::vector<std::string_view> cells = detail::cells_of(line);
    if (cells.size() > columns_.size()) {
      throw Error(ErrorCode::parse, place + ": " + std::to_string(cells.size()) +
                                        " columns, but the first line names " + std::to_string(columns_.size()));
    }
    DocumentGroup group;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (cells[c].empty() || columns_[c].is_skipped || columns_[c].is_confidence) continue;
      group.files.emplace_back(cells[c]);
      group.languages.push_back(columns_[c].language);
    }
    if (group.files.size() < 2) {
      throw Error(ErrorCode::parse, place + ": a group has two documents or more, in columns separated by tabs");
    }
    detail::order_by_language(group);
    return group;
  }

 private:
  struct Column {
    bool is_confidence = false;
    bool is_skipped = false;
    Language language;
  };

  static Language language_of(std::string_view cell, const std::string& place) {
    try {
      return Language(cell);
    } catch (const Error&) {
      throw Error(ErrorCode::parse,
                  place + ": the first line names the language of each column, as ru<TAB>kk<TAB>en, not \"" +
                      std::string(cell) + "\"");
    }
  }

  std::vector<Column> columns_;
};

}  // namespace

void write_group_table(std::ostream& out, std::span<const DocumentGroup> groups) {
  const auto comes_first = [](const Language& a, const Language& b) { return detail::comes_first(a, b); };
  std::set<Language, decltype(comes_first)> languages(comes_first);
  for (const DocumentGroup& group : groups) languages.insert(group.languages.begin(), group.languages.end());
  out << kConfidence << '\t' << kNames;
  for (const Language& language : languages) out << '\t' << language.tag();
  out << '\n';
  for (const DocumentGroup& group : groups) {
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.4f", group.confidence);
    out << confidence << '\t' << (group.has_like_names ? 1 : 0);
    for (const Language& language : languages) {
      const auto place = std::ranges::find(group.languages, language);
      out << '\t';
      if (place != group.languages.end()) {
        out << cell_of(group.files[static_cast<std::size_t>(place - group.languages.begin())]);
      }
    }
    out << '\n';
  }
}

std::vector<DocumentGroup> parse_group_table(std::string_view text, std::string_view name) {
  if (const auto byte = find_invalid_utf8(text)) {
    throw Error(ErrorCode::parse, std::string(name) + ": byte " + std::to_string(*byte) + " is not UTF-8");
  }
  std::vector<DocumentGroup> groups;
  std::optional<RowReader> reader;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    const std::string place = std::string(name) + ":" + std::to_string(++number);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (!reader) {
      reader.emplace(line, place);
    } else {
      groups.push_back(reader->read(line, place));
    }
  }
  return groups;
}

std::vector<DocumentGroup> read_group_table(const std::filesystem::path& file) {
  return parse_group_table(detail::read_file(file), file.string());
}

}  // namespace egiz
