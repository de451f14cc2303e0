// SPDX-License-Identifier: Apache-2.0
#include "text/srx.h"

#include <algorithm>
#include <utility>

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include "text/detail/characters.h"
#include "text/detail/paragraphs.h"
#include "text/detail/srx_rule.h"
#include "text/utf8.h"

namespace egiz {
namespace {

icu::RegexMatcher tag_matcher(const std::string& pattern, UErrorCode& status) {
  return {icu::UnicodeString::fromUTF8(pattern), UREGEX_CASE_INSENSITIVE, status};
}

bool matches_tag(const std::string& pattern, const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RegexMatcher matcher = tag_matcher(pattern, status);
  if (U_FAILURE(status)) return false;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(tag);
  matcher.reset(text);
  return matcher.matches(status) && U_SUCCESS(status);
}

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

std::vector<SrxFault> take_out_faulty(SrxRules& rules) {
  std::vector<SrxFault> faults;
  for (SrxLanguageRules& language : rules.languages) {
    std::erase_if(language.rules, [&](const SrxRule& rule) {
      try {
        detail::compile_srx_rule(rule);
        return false;
      } catch (SrxFault& fault) {
        faults.push_back(std::move(fault));
        return true;
      }
    });
  }
  std::erase_if(rules.maps, [&](const SrxLanguageMap& map) {
    UErrorCode status = U_ZERO_ERROR;
    tag_matcher(map.pattern, status);
    if (U_FAILURE(status)) faults.push_back({map.line, map.pattern, u_errorName(status)});
    return U_FAILURE(status);
  });
  std::ranges::stable_sort(faults, {}, &SrxFault::line);
  return faults;
}

SrxSegmenter::SrxSegmenter(const SrxRules& rules, const Language& language) {
  for (const SrxLanguageMap& map : rules.maps) {
    if (!matches_tag(map.pattern, language.tag())) continue;
    const auto found = std::ranges::find(rules.languages, map.rules, &SrxLanguageRules::name);
    if (found == rules.languages.end()) continue;
    for (const SrxRule& rule : found->rules) {
      try {
        rules_.push_back(detail::compile_srx_rule(rule));
      } catch (SrxFault& fault) {
        faults_.push_back(std::move(fault));
      }
    }
    if (!rules.cascade) break;
  }
}

SrxSegmenter::~SrxSegmenter() = default;
SrxSegmenter::SrxSegmenter(SrxSegmenter&&) noexcept = default;
SrxSegmenter& SrxSegmenter::operator=(SrxSegmenter&&) noexcept = default;

std::vector<Segment> SrxSegmenter::segment(std::string_view text, ParagraphMode mode) const {
  std::vector<Segment> segments;
  detail::SrxCutter cutter(rules_);
  const std::vector<ByteRange> paragraphs = detail::find_paragraphs(text, mode);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const ByteRange paragraph = paragraphs[i];
    const std::string_view inside = text.substr(paragraph.begin, paragraph.size());
    std::vector<std::size_t> ends = to_bytes(inside, cutter.cut(inside));
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
