// SPDX-License-Identifier: Apache-2.0
#include "text/srx.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include "base/error.h"
#include "text/detail/characters.h"
#include "text/detail/literal_suffix.h"
#include "text/detail/paragraphs.h"
#include "text/utf8.h"

namespace egiz {
namespace {

constexpr std::int32_t kLookBack = 200;     // UTF-16 units that a before may be long
constexpr std::int32_t kTimeLimit = 2'000;  // ICU's steps, about a millisecond each, for one match

icu::UnicodeString to_unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::u16string_view view(const icu::UnicodeString& text) {
  return {text.getBuffer(), static_cast<std::size_t>(text.length())};
}

// Matches one expression against one paragraph.
class Matcher {
 public:
  Matcher(const icu::RegexPattern& pattern, const icu::UnicodeString& text, std::size_t line) : line_(line) {
    UErrorCode status = U_ZERO_ERROR;
    matcher_.reset(pattern.matcher(text, status));
    check(status);
    matcher_->setTimeLimit(kTimeLimit, status);
    matcher_->useTransparentBounds(true);
    check(status);
  }

  // The first match that begins at or behind from.
  std::optional<std::pair<std::int32_t, std::int32_t>> find(std::int32_t from) {
    UErrorCode status = U_ZERO_ERROR;
    const bool found = matcher_->find(from, status);
    check(status);
    if (!found) return std::nullopt;
    const std::int32_t begin = matcher_->start(status);
    const std::int32_t end = matcher_->end(status);
    check(status);
    return std::pair(begin, end);
  }

  // Does the expression match from begin on, at most to end?
  bool starts_at(std::int32_t begin, std::int32_t end) {
    UErrorCode status = U_ZERO_ERROR;
    matcher_->region(begin, end, status);
    const bool found = matcher_->lookingAt(status);
    check(status);
    return found;
  }

  // Does the expression, which ends in \z, match somewhere in [begin, end)?
  bool ends_at(std::int32_t begin, std::int32_t end) {
    UErrorCode status = U_ZERO_ERROR;
    matcher_->region(begin, end, status);
    const bool found = matcher_->find(status);
    check(status);
    return found;
  }

 private:
  void check(UErrorCode status) const {
    if (U_SUCCESS(status)) return;
    throw Error(ErrorCode::unsupported, "SRX rule of line " + std::to_string(line_) +
                                            " is too slow or too deep for this text (" + u_errorName(status) +
                                            "); simplify its expression");
  }

  std::unique_ptr<icu::RegexMatcher> matcher_;
  std::size_t line_;
};

bool matches_tag(const std::string& pattern, const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  const bool matches =
      icu::RegexMatcher(to_unicode(pattern), to_unicode(tag), UREGEX_CASE_INSENSITIVE, status).matches(status);
  return U_SUCCESS(status) && matches;
}

}  // namespace

struct SrxSegmenter::Rule {
  bool breaks = true;
  std::size_t line = 0;
  std::unique_ptr<icu::RegexPattern> before;      // to be found; null when empty
  std::unique_ptr<icu::RegexPattern> before_end;  // the same, to end at a place
  std::unique_ptr<icu::RegexPattern> after;       // null when empty
  std::u16string suffix;                          // what before certainly ends with
};

SrxSegmenter::SrxSegmenter(const SrxRules& rules, const Language& language) {
  for (const SrxLanguageMap& map : rules.maps) {
    if (!matches_tag(map.pattern, language.tag())) continue;
    const auto found = std::ranges::find(rules.languages, map.rules, &SrxLanguageRules::name);
    if (found == rules.languages.end()) continue;
    for (const SrxRule& rule : found->rules) add(rule);
    if (!rules.cascade) break;
  }
}

SrxSegmenter::~SrxSegmenter() = default;
SrxSegmenter::SrxSegmenter(SrxSegmenter&&) noexcept = default;
SrxSegmenter& SrxSegmenter::operator=(SrxSegmenter&&) noexcept = default;

void SrxSegmenter::add(const SrxRule& rule) {
  auto compiled = std::make_unique<Rule>();
  compiled->breaks = rule.breaks;
  compiled->line = rule.line;
  const auto compile = [&](const std::string& expression, const std::string& as) -> std::unique_ptr<icu::RegexPattern> {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    std::unique_ptr<icu::RegexPattern> pattern(icu::RegexPattern::compile(to_unicode(as), 0, place, status));
    if (U_SUCCESS(status)) return pattern;
    faults_.push_back({rule.line, expression, u_errorName(status)});
    return nullptr;
  };
  if (!rule.before.empty()) {
    if (!(compiled->before = compile(rule.before, rule.before))) return;
    if (!(compiled->before_end = compile(rule.before, "(?:" + rule.before + ")\\z"))) return;
    compiled->suffix = detail::find_literal_suffix(view(to_unicode(rule.before)));
  }
  if (!rule.after.empty() && !(compiled->after = compile(rule.after, rule.after))) return;
  rules_.push_back(std::move(compiled));
}

namespace {

// The places of one paragraph where the first rule that matches says break.
template <class Rules>
class Cutter {
 public:
  Cutter(const Rules& rules, const icu::UnicodeString& text) : rules_(rules), text_(text), units_(view(text)) {
    for (const auto& rule : rules) {
      before_.push_back(matcher(rule->before, rule->line));
      before_end_.push_back(matcher(rule->before_end, rule->line));
      after_.push_back(matcher(rule->after, rule->line));
    }
  }

  // In UTF-16 units, ascending.
  std::vector<std::int32_t> cut() {
    first_break_.assign(units_.size() + 1, rules_.size());
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      if (rules_[i]->breaks) find_places(i);
    }
    std::vector<std::int32_t> places;
    for (std::int32_t place = 1; place < length(); ++place) {
      const std::size_t rule = first_break_[static_cast<std::size_t>(place)];
      if (rule < rules_.size() && !is_exception(place, rule)) places.push_back(place);
    }
    return places;
  }

 private:
  std::unique_ptr<Matcher> matcher(const std::unique_ptr<icu::RegexPattern>& pattern, std::size_t line) const {
    return pattern ? std::make_unique<Matcher>(*pattern, text_, line) : nullptr;
  }

  std::int32_t length() const { return text_.length(); }

  void note(std::size_t rule, std::int32_t place) {
    std::size_t& first = first_break_[static_cast<std::size_t>(place)];
    first = std::min(first, rule);
  }

  // Where break rule i matches.  A match may begin inside another one, so the next is looked for one unit on.
  void find_places(std::size_t i) {
    if (!before_[i]) return find_places_by_after(i);
    for (std::int32_t from = 0; from <= length();) {
      const auto match = before_[i]->find(from);
      if (!match) return;
      const auto [begin, end] = *match;
      if (!after_[i] || after_[i]->starts_at(end, length())) note(i, end);
      from = end - begin > kLookBack ? end : begin + 1;
    }
  }

  void find_places_by_after(std::size_t i) {
    for (std::int32_t from = 1; from < length(); ++from) {
      if (after_[i]) {
        const auto match = after_[i]->find(from);
        if (!match) return;
        from = match->first;
      }
      note(i, from);
    }
  }

  bool is_exception(std::int32_t place, std::size_t rule) {
    const std::u16string_view head = units_.substr(0, static_cast<std::size_t>(place));
    for (std::size_t i = 0; i < rule; ++i) {
      if (rules_[i]->breaks || !detail::may_end_with(head, rules_[i]->suffix)) continue;
      if (before_end_[i] && !before_end_[i]->ends_at(std::max(0, place - kLookBack), place)) continue;
      if (after_[i] && !after_[i]->starts_at(place, length())) continue;
      return true;
    }
    return false;
  }

  const Rules& rules_;
  const icu::UnicodeString& text_;
  std::u16string_view units_;
  std::vector<std::unique_ptr<Matcher>> before_;
  std::vector<std::unique_ptr<Matcher>> before_end_;
  std::vector<std::unique_ptr<Matcher>> after_;
  std::vector<std::size_t> first_break_;
};

// UTF-16 offsets, ascending, as byte offsets.
std::vector<std::size_t> to_bytes(std::string_view text, const std::vector<std::int32_t>& places) {
  std::vector<std::size_t> bytes;
  std::size_t at = 0;
  std::int32_t units = 0;
  for (const std::int32_t place : places) {
    while (units < place) units += next_code_point(text, at) > 0xFFFF ? 2 : 1;
    bytes.push_back(at);
  }
  return bytes;
}

}  // namespace

std::vector<Segment> SrxSegmenter::segment(std::string_view text, ParagraphMode mode) const {
  std::vector<Segment> segments;
  const std::vector<ByteRange> paragraphs = detail::find_paragraphs(text, mode);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const ByteRange paragraph = paragraphs[i];
    const std::string_view inside = text.substr(paragraph.begin, paragraph.size());
    const icu::UnicodeString units = to_unicode(inside);
    std::vector<std::size_t> ends = to_bytes(inside, Cutter(rules_, units).cut());
    ends.push_back(inside.size());
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      const ByteRange range = detail::trim(inside, {begin, end});
      if (range.size() > 0) segments.push_back({{paragraph.begin + range.begin, paragraph.begin + range.end}, i});
      begin = end;
    }
  }
  return segments;
}

}  // namespace egiz
