// SPDX-License-Identifier: Apache-2.0
#include "exchange/lexicon/tbx_reader.h"

#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "exchange/detail/reporter.h"
#include "exchange/detail/xml_parser.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kMostTerms = 1000;      // of one concept
constexpr std::size_t kMostTermBytes = 1000;  // longer is a text, not a term

bool is_concept(std::string_view element) { return element == "termEntry" || element == "conceptEntry"; }
bool is_language(std::string_view element) { return element == "langSet" || element == "langSec"; }

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  std::string words(text.substr(begin, text.find_last_not_of(kSpace) - begin + 1));
  for (char& c : words) c = kSpace.find(c) == kSpace.npos ? c : ' ';
  return words;
}

class TbxHandler : public XmlHandler {
 public:
  explicit TbxHandler(XmlParser& parser) : parser_(parser) {}

  void start(std::string_view element, const XmlAttributes& attributes) override {
    if (!has_root_) return start_root(element);
    if (is_concept(element)) {
      entry_ = {};
      place_ = parser_.place();
      is_in_concept_ = true;
    } else if (is_language(element)) {
      language_ = language_of(attributes);
    } else if (element == "term" && is_in_concept_ && language_) {
      is_in_term_ = true;
      term_.clear();
    }
  }

  void text(std::string_view text) override {
    if (is_in_term_ && term_.size() <= kMostTermBytes) term_ += text;
  }

  void end(std::string_view element) override {
    if (element == "term" && is_in_term_) {
      is_in_term_ = false;
      std::string term = trimmed(term_);
      if (!term.empty() && term.size() <= kMostTermBytes && entry_.terms.size() < kMostTerms) {
        entry_.terms.push_back({*language_, std::move(term)});
      }
    } else if (is_language(element)) {
      language_.reset();
    } else if (is_concept(element) && is_in_concept_) {
      is_in_concept_ = false;
      end_concept();
    }
  }

  LexiconFile take() { return {std::move(entries_), reporter_.take()}; }

 private:
  void start_root(std::string_view element) {
    if (element != "martif" && element != "tbx" && element != "TBX") {
      throw Error(ErrorCode::parse, parser_.place() + ": <" + std::string(element.substr(0, 40)) +
                                        ">: not a TBX; the root element should be <martif> or <tbx>");
    }
    has_root_ = true;
  }

  static std::optional<Language> language_of(const XmlAttributes& attributes) {
    const auto tag = attributes.find("lang");
    if (!tag) return std::nullopt;
    try {
      return Language(*tag);
    } catch (const Error&) {
      return std::nullopt;
    }
  }

  void end_concept() {
    std::set<Language> languages;
    for (const LexiconEntry::Term& term : entry_.terms) languages.insert(term.language);
    if (languages.size() < 2) return reporter_.skipped(place_, "terms in fewer than two languages; skipped");
    entries_.push_back(std::move(entry_));
    reporter_.delivered();
  }

  XmlParser& parser_;
  Reporter reporter_;
  bool has_root_ = false;
  bool is_in_concept_ = false;
  bool is_in_term_ = false;
  std::string place_;  // of the concept
  std::string term_;
  std::optional<Language> language_;
  LexiconEntry entry_;
  std::vector<LexiconEntry> entries_;
};

}  // namespace

LexiconFile read_tbx(std::unique_ptr<ByteSource> source, const std::string& name) {
  XmlInput input(std::move(source), name);
  XmlParser parser(input);
  TbxHandler handler(parser);
  parser.parse(handler);
  return handler.take();
}

}  // namespace egiz::exchange
