// SPDX-License-Identifier: Apache-2.0
#include "text/segmentation_rules.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <unicode/uchar.h>

#include "base/error.h"
#include "text/detail/characters.h"
#include "text/detail/embedded_segmentation.h"
#include "text/detail/fold_word.h"
#include "text/language.h"
#include "text/utf8.h"

namespace egiz {
namespace {

constexpr auto kSections = std::to_array<std::pair<std::string_view, WordClass>>({
    {"never ends", WordClass::never_ends},
    {"before number", WordClass::before_number},
    {"after number", WordClass::after_number},
    {"magnitude", WordClass::magnitude},
    {"year", WordClass::year},
    {"may end", WordClass::may_end},
    {"rarely ends", WordClass::rarely_ends},
    {"starters", WordClass::starter},
    {"headings", WordClass::heading},
    {"keeps exclamation", WordClass::keeps_exclamation},
    {"continues", WordClass::continues},
});

constexpr std::string_view kSurnames = "surname endings";
constexpr std::string_view kNoAbbreviations = "not abbreviations";

std::string_view strip(std::string_view line) {
  const ByteRange range = detail::trim(line, {0, line.size()});
  return line.substr(range.begin, range.size());
}

// Reads a data file line by line into tables.
class Parser {
 public:
  Parser(std::string_view name, std::map<std::string, WordTable, std::less<>>& tables) : name_(name), tables_(tables) {}

  template <class AddWord>
  void parse(std::string_view data, AddWord add_word) {
    while (!data.empty()) {
      ++line_;
      const std::string_view line = data.substr(0, data.find('\n'));
      data.remove_prefix(std::min(data.size(), line.size() + 1));
      if (!is_valid_utf8(line)) fail("not UTF-8; save the file as UTF-8");
      const std::string_view content = strip(line.substr(0, line.find('#')));
      if (content.empty()) continue;
      if (content.starts_with("language:")) {
        open_language(strip(content.substr(9)));
      } else if (content.front() == '[') {
        open_section(content);
      } else {
        add_words(content, add_word);
      }
    }
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorCode::parse, name_ + ":" + std::to_string(line_) + ": " + what);
  }

  void open_language(std::string_view tag) {
    try {
      table_ = &tables_[Language(tag).tag()];
    } catch (const Error& error) {
      fail(error.what());
    }
    section_ = {};
  }

  void open_section(std::string_view content) {
    if (content.back() != ']') fail("the heading of a section has no ]");
    section_ = strip(content.substr(1, content.size() - 2));
    const bool is_known = section_ == kSurnames || section_ == kNoAbbreviations ||
                          std::ranges::any_of(kSections, [&](const auto& s) { return s.first == section_; });
    if (is_known) return;
    std::string message = "there is no section [";
    message.append(section_).append("]; the sections are: ");
    for (const auto& section : kSections) message.append(section.first).append(", ");
    message.append(kSurnames).append(", ").append(kNoAbbreviations);
    fail(message);
  }

  template <class AddWord>
  void add_words(std::string_view content, AddWord add_word) {
    if (table_ == nullptr) fail("a word before the line \"language: ...\"; say which language this is for");
    if (section_.empty()) fail("a word before the first section; begin with a line such as [never ends]");
    while (!content.empty()) {
      const std::string_view word = strip(content.substr(0, content.find(',')));
      content.remove_prefix(std::min(
          content.size(), content.find(',') == std::string_view::npos ? content.size() : content.find(',') + 1));
      if (word.empty()) fail("nothing between two commas");
      if (word.size() > 64) fail("\"" + std::string(word) + "\" is too long for a word; separate words by commas");
      add_word(*table_, section_, word);
    }
  }

  std::string name_;
  std::map<std::string, WordTable, std::less<>>& tables_;
  std::size_t line_ = 0;
  WordTable* table_ = nullptr;
  std::string_view section_;
};

bool is_capital(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c)); }

}  // namespace

WordClasses WordTable::find(std::string_view folded, Form form) const {
  const auto found = words_.find(folded);
  if (found == words_.end()) return {};
  const Entry& entry = found->second;
  switch (form) {
    case Form::small:
      return entry.always;
    case Form::capitalised:
      return entry.always | entry.capitalised;
    case Form::initials:
      return entry.capitalised;
  }
  return {};
}

bool WordTable::is_surname(std::string_view folded) const {
  return std::ranges::any_of(surname_endings_, [&](const std::string& ending) {
    return folded.size() > ending.size() + 2 && folded.ends_with(ending);
  });
}

std::vector<WordTable::Word> WordTable::words() const {
  std::vector<Word> all;
  for (const auto& [folded, entry] : words_) all.push_back({folded, entry.always, entry.capitalised});
  std::ranges::sort(all, {}, &Word::folded);
  return all;
}

const SegmentationRules& SegmentationRules::built_in() {
  static const SegmentationRules rules = [] {
    SegmentationRules all;
    all.add(embedded::segmentation::segment_en_txt, "segment.en.txt");
    all.add(embedded::segmentation::segment_ru_txt, "segment.ru.txt");
    all.add(embedded::segmentation::segment_kk_txt, "segment.kk.txt");
    all.add(embedded::segmentation::segment_kk_Latn_txt, "segment.kk-Latn.txt");
    return all;
  }();
  return rules;
}

void SegmentationRules::add(std::string_view data, std::string_view name) {
  auto tables = tables_;
  Parser(std::string(name), tables).parse(data, [](WordTable& table, std::string_view section, std::string_view word) {
    const bool is_capitalised = is_capital(detail::code_point_at(word, 0));
    if (word.size() > 1 && (word.back() == '.' || word.back() == '!')) word.remove_suffix(1);
    const detail::FoldedWord folded(word);
    const std::string key(folded.view());
    if (section == kSurnames) {
      table.surname_endings_.push_back(key.starts_with('-') ? key.substr(1) : key);
      return;
    }
    if (section == kNoAbbreviations) {
      table.words_.erase(key);
      return;
    }
    const auto* const found = std::ranges::find(kSections, section, &std::pair<std::string_view, WordClass>::first);
    WordTable::Entry& entry = table.words_[key];
    WordClasses& classes = is_capitalised ? entry.capitalised : entry.always;
    classes = classes | found->second;
  });
  tables_ = std::move(tables);
}

const WordTable* SegmentationRules::find(std::string_view tag) const {
  const auto found = tables_.find(tag);
  return found == tables_.end() ? nullptr : &found->second;
}

}  // namespace egiz
