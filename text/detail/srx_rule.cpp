// SPDX-License-Identifier: Apache-2.0
#include "text/detail/srx_rule.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/error.h"
#include "text/detail/expression_facts.h"

namespace egiz::detail {
namespace {

constexpr std::int32_t kLookBack = 200;     // UTF-16 units that a before may be long
constexpr std::int32_t kTimeLimit = 2'000;  // ICU's steps, about a millisecond each, for one match

icu::UnicodeString to_unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::u16string_view view(const icu::UnicodeString& text) {
  return {text.getBuffer(), static_cast<std::size_t>(text.length())};
}

std::unique_ptr<icu::RegexPattern> compile(const SrxRule& rule, const std::string& expression, const std::string& as) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  std::unique_ptr<icu::RegexPattern> pattern(icu::RegexPattern::compile(to_unicode(as), 0, place, status));
  if (U_FAILURE(status)) throw SrxFault{rule.line, expression, u_errorName(status)};
  return pattern;
}

}  // namespace

std::unique_ptr<CompiledSrxRule> compile_srx_rule(const SrxRule& rule) {
  auto compiled = std::make_unique<CompiledSrxRule>();
  compiled->breaks = rule.breaks;
  compiled->line = rule.line;
  if (!rule.before.empty()) {
    compiled->before = compile(rule, rule.before, rule.before);
    compiled->before_end = compile(rule, rule.before, "(?:" + rule.before + ")\\z");
    const icu::UnicodeString before = to_unicode(rule.before);
    const ExpressionFacts facts = find_facts(view(before));
    compiled->tails = TailSet(facts.tails);
    compiled->look_back = static_cast<std::int32_t>(std::min<std::size_t>(facts.longest.value_or(kLookBack), kLookBack));
    compiled->asks_for_begin = facts.asks_for_begin;
  }
  if (!rule.after.empty()) compiled->after = compile(rule, rule.after, rule.after);
  return compiled;
}

// Matches one expression against one paragraph after the other.
class SrxCutter::Matcher {
 public:
  Matcher(const icu::RegexPattern& pattern, std::size_t line) : line_(line) {
    UErrorCode status = U_ZERO_ERROR;
    matcher_.reset(pattern.matcher(status));
    check(status);
    matcher_->setTimeLimit(kTimeLimit, status);
    matcher_->useTransparentBounds(true);
    check(status);
  }

  // Takes text, the paragraph of that number, unless it has it.
  void see(const icu::UnicodeString& text, std::size_t paragraph) {
    if (std::exchange(paragraph_, paragraph) != paragraph) matcher_->reset(text);
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

  // Does the expression, which ends in \z, match somewhere in [begin, end), not at begin itself when is_begin_false?
  bool ends_at(std::int32_t begin, std::int32_t end, bool is_begin_false) {
    UErrorCode status = U_ZERO_ERROR;
    matcher_->region(begin, end, status);
    while (matcher_->find(status)) {
      if (!is_begin_false || matcher_->start(status) > begin) return true;
    }
    check(status);
    return false;
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
  std::size_t paragraph_ = 0;
};

// Made when they are first needed.
struct SrxCutter::Matchers {
  std::unique_ptr<Matcher> before, before_end, after;
};

SrxCutter::SrxCutter(const Rules& rules) : rules_(rules), matchers_(rules.size()) {}
SrxCutter::~SrxCutter() = default;

const std::vector<std::int32_t>& SrxCutter::cut(std::string_view paragraph) {
  text_ = to_unicode(paragraph);
  units_ = view(text_);
  ++paragraph_;
  breaks_.clear();
  places_.clear();
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    if (rules_[i]->breaks) find_places(i);
  }
  std::ranges::sort(breaks_);
  std::int32_t last = 0;
  for (const auto& [place, rule] : breaks_) {
    if (place == std::exchange(last, place) || place >= text_.length()) continue;
    if (!is_exception(place, rule)) places_.push_back(place);
  }
  return places_;
}

SrxCutter::Matcher& SrxCutter::ready(std::unique_ptr<Matcher>& matcher, const icu::RegexPattern& pattern,
                                     std::size_t rule) {
  if (!matcher) matcher = std::make_unique<Matcher>(pattern, rules_[rule]->line);
  matcher->see(text_, paragraph_);
  return *matcher;
}

// Where break rule i matches.  A match may begin inside another one, so the next is looked for one unit on.
void SrxCutter::find_places(std::size_t i) {
  const CompiledSrxRule& rule = *rules_[i];
  if (!rule.before) return find_places_by_after(i);
  if (rule.after && !rule.tails.lasts().empty()) return find_places_by_tail(i);
  Matcher& before = ready(matchers_[i].before, *rule.before, i);
  for (std::int32_t from = 0; from <= text_.length();) {
    const auto match = before.find(from);
    if (!match) return;
    const auto [begin, end] = *match;
    if (starts_at(i, end)) breaks_.emplace_back(end, i);
    from = end - begin > kLookBack ? end : begin + 1;
  }
}

// Looks only behind the few characters that what stands before can end with.
void SrxCutter::find_places_by_tail(std::size_t i) {
  const std::u16string_view lasts = rules_[i]->tails.lasts();
  for (std::size_t at = units_.find_first_of(lasts); at != units_.npos; at = units_.find_first_of(lasts, at + 1)) {
    const auto place = static_cast<std::int32_t>(at + 1);
    if (may_end(i, place) && starts_at(i, place) && ends_at(i, place)) breaks_.emplace_back(place, i);
  }
}

void SrxCutter::find_places_by_after(std::size_t i) {
  for (std::int32_t from = 1; from < text_.length(); ++from) {
    if (rules_[i]->after) {
      const auto match = ready(matchers_[i].after, *rules_[i]->after, i).find(from);
      if (!match) return;
      from = match->first;
    }
    breaks_.emplace_back(from, i);
  }
}

bool SrxCutter::starts_at(std::size_t i, std::int32_t place) {
  if (!rules_[i]->after) return true;
  return ready(matchers_[i].after, *rules_[i]->after, i).starts_at(place, text_.length());
}

bool SrxCutter::may_end(std::size_t i, std::int32_t place) const {
  return rules_[i]->tails.may_end(units_.substr(0, static_cast<std::size_t>(place)));
}

bool SrxCutter::ends_at(std::size_t i, std::int32_t place) {
  const CompiledSrxRule& rule = *rules_[i];
  if (!rule.before) return true;
  if (!may_end(i, place)) return false;
  // One unit more than a match can take, so that the begin of what is looked at is not the begin of a match.
  const std::int32_t begin = std::max(0, place - rule.look_back - 1);
  return ready(matchers_[i].before_end, *rule.before_end, i).ends_at(begin, place, rule.asks_for_begin && begin > 0);
}

bool SrxCutter::is_exception(std::int32_t place, std::size_t break_rule) {
  for (std::size_t i = 0; i < break_rule; ++i) {
    if (!rules_[i]->breaks && ends_at(i, place) && starts_at(i, place)) return true;
  }
  return false;
}

}  // namespace egiz::detail
