// SPDX-License-Identifier: Apache-2.0
#include "exchange/po/po_reader.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/detail/line_reader.h"
#include "exchange/detail/reporter.h"
#include "exchange/detail/unit_check.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

// One entry: comments and the strings of its keywords.
struct Entry {
  std::string place;
  std::string context, source, source_plural;
  bool has_context = false, has_source = false, has_plural = false, is_fuzzy = false;
  std::vector<std::string> translations;
  std::vector<std::string> notes;
  std::string references;
};

// The text of a C string in quotes.  nullopt when line is none.
std::optional<std::string> quoted_text(std::string_view line) {
  if (line.size() < 2 || line.front() != '"' || line.back() != '"') return std::nullopt;
  line = line.substr(1, line.size() - 2);
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\') {
      text += line[i];
      continue;
    }
    if (++i == line.size()) return std::nullopt;
    switch (line[i]) {
      case 'n':
        text += '\n';
        break;
      case 't':
        text += '\t';
        break;
      case 'r':
        text += '\r';
        break;
      default:
        text += line[i];
    }
  }
  return text;
}

class PoReader {
 public:
  PoReader(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
           const UnitReadOptions& options)
      : lines_(std::move(source), name), sink_(sink), options_(options) {}

  ReadReport read() {
    while (const auto line = lines_.next()) {
      if (!take_line(trim(*line))) break;
    }
    finish_entry();
    return reporter_.take();
  }

 private:
  static std::string_view trim(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return line.substr(begin, line.find_last_not_of(" \t") - begin + 1);
  }

  // False when the sink has enough.
  bool take_line(std::string_view line) {
    const bool begins_entry = line.empty() || line.starts_with('#') || line.starts_with("msgctxt") ||
                              line.starts_with("msgid ") || line.starts_with("msgid\"");
    const bool is_complete = !entry_.translations.empty();
    if (begins_entry && is_complete && !finish_entry()) return false;
    if (line.empty()) return true;
    if (line.starts_with('#')) {
      take_comment(line);
    } else if (!is_valid_utf8(line)) {
      fault_ = "not UTF-8";
    } else {
      take_keyword(line);
    }
    return true;
  }

  void take_comment(std::string_view line) {
    if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) entry_.is_fuzzy = true;
    if (!is_valid_utf8(line)) return;
    if (line.starts_with("#: "))
      entry_.references += std::string(entry_.references.empty() ? "" : " ") + std::string(line.substr(3));
    if (line.starts_with("# ") || line.starts_with("#. ")) {
      entry_.notes.emplace_back(trim(line.substr(line[1] == '.' ? 3 : 2)));
    }
  }

  void take_keyword(std::string_view line) {
    if (const auto more = quoted_text(line); more && target_ != nullptr) {
      *target_ += *more;
      return;
    }
    const std::size_t quote = line.find('"');
    const std::string_view keyword = trim(line.substr(0, quote));
    const auto text = quote == std::string_view::npos ? std::nullopt : quoted_text(line.substr(quote));
    target_ = text ? place_of(keyword) : nullptr;
    if (target_ == nullptr) {
      throw Error(ErrorCode::parse, lines_.place() +
                                        ": not a line of a PO file; msgid or msgstr and a text in quotes "
                                        "was expected");
    }
    *target_ = *text;
  }

  std::string* place_of(std::string_view keyword) {
    if (keyword == "msgid" || keyword == "msgctxt") entry_.place = lines_.place();
    if (keyword == "msgctxt") {
      entry_.has_context = true;
      return &entry_.context;
    }
    if (keyword == "msgid") {
      entry_.has_source = true;
      return &entry_.source;
    }
    if (keyword == "msgid_plural") {
      entry_.has_plural = true;
      return &entry_.source_plural;
    }
    const bool is_translation = keyword == "msgstr" || keyword.starts_with("msgstr[");
    return is_translation && entry_.has_source ? &entry_.translations.emplace_back() : nullptr;
  }

  bool finish_entry() {
    Entry entry = std::exchange(entry_, Entry());
    const std::string fault = std::exchange(fault_, {});
    target_ = nullptr;
    if (!entry.has_source) return true;
    if (entry.source.empty() && !entry.has_context) {
      if (!entry.translations.empty()) read_header(entry.translations[0]);
      return true;
    }
    if (!fault.empty()) return skip(entry, fault);
    if (entry.is_fuzzy) return skip(entry, "marked fuzzy");
    if (entry.translations.empty() || entry.translations[0].empty()) return skip(entry, "not translated");
    if (!deliver(entry, entry.source, entry.translations.front())) return false;
    return !entry.has_plural || entry.translations.size() < 2 ||
           deliver(entry, entry.source_plural, entry.translations.back());
  }

  bool skip(const Entry& entry, const std::string& reason) {
    reporter_.skipped(entry.place, reason + "; skipped");
    return true;
  }

  // "Language: kk\n" among the lines of the header.
  void read_header(std::string_view header) {
    constexpr std::string_view kKey = "Language:";
    const std::size_t key = header.find(kKey);
    if (key == std::string_view::npos) return;
    const std::string_view rest = header.substr(key + kKey.size());
    try {
      target_language_.emplace(trim(rest.substr(0, rest.find('\n'))));
    } catch (const Error&) {  // "LANGUAGE", as templates have it
    }
  }

  std::optional<Language> source_language() const {
    for (const Language& language : options_.languages) {
      if (!language.covers(*target_language_)) return language;
    }
    return target_language_->primary() == "en" ? std::nullopt : std::optional(Language("en"));
  }

  bool deliver(const Entry& entry, const std::string& source, const std::string& translation) {
    if (!target_language_ && options_.languages.size() == 2) target_language_ = options_.languages[1];
    const auto from = target_language_ ? source_language() : std::nullopt;
    if (!from) return skip(entry, "the file does not say its language (\"Language: kk\\n\" in its header)");
    TranslationUnit unit;
    unit.variants = {{*from, source, {}, "", "", {}}, {*target_language_, translation, {}, "", "", {}}};
    unit.context.id = entry.context;
    unit.context.document = entry.references;
    unit.notes = entry.notes;
    unit.origin.kind = Origin::Kind::imported;
    if (std::string refusal = check_unit(unit, options_); !refusal.empty()) return skip(entry, refusal);
    reporter_.delivered();
    return sink_(std::move(unit));
  }

  LineReader lines_;
  const UnitSink& sink_;
  const UnitReadOptions& options_;
  Reporter reporter_;
  Entry entry_;
  std::string* target_ = nullptr;  // the string that further lines in quotes go on with
  std::string fault_;              // of the entry
  std::optional<Language> target_language_;
};

}  // namespace

ReadReport read_po(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                   const UnitReadOptions& options) {
  return PoReader(std::move(source), name, sink, options).read();
}

}  // namespace egiz::exchange
