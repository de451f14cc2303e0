// SPDX-License-Identifier: Apache-2.0
#pragma once

// A rule of SRX, compiled, and the cutting of paragraphs by such rules.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include "text/detail/expression_facts.h"
#include "text/srx.h"

namespace egiz::detail {

struct CompiledSrxRule {
  bool breaks = true;
  std::size_t line = 0;
  std::unique_ptr<icu::RegexPattern> before;      // to be found; null when empty
  std::unique_ptr<icu::RegexPattern> before_end;  // the same, to end at a place
  std::unique_ptr<icu::RegexPattern> after;       // null when empty
  TailSet tails;                                  // before ends with one of them
  std::int32_t look_back = 0;                     // UTF-16 units before a place that a match of before may begin
  bool asks_for_begin = false;                    // before has "^" or the like
};

// Throws SrxFault when ICU refuses an expression of the rule.
std::unique_ptr<CompiledSrxRule> compile_srx_rule(const SrxRule& rule);

// Cuts paragraphs one after the other, with one matcher for each expression that is needed.
class SrxCutter {
 public:
  using Rules = std::vector<std::unique_ptr<CompiledSrxRule>>;

  explicit SrxCutter(const Rules& rules);
  ~SrxCutter();

  // The places where the first rule that matches says break, in UTF-16 units, ascending.  Valid until the next call.
  // Throws Error{unsupported} when a rule takes too long.
  const std::vector<std::int32_t>& cut(std::string_view paragraph);

 private:
  class Matcher;
  struct Matchers;

  Matcher& ready(std::unique_ptr<Matcher>& matcher, const icu::RegexPattern& pattern, std::size_t rule);
  void find_places(std::size_t rule);
  void find_places_by_tail(std::size_t rule);
  void find_places_by_after(std::size_t rule);
  bool may_end(std::size_t rule, std::int32_t place) const;
  bool ends_at(std::size_t rule, std::int32_t place);
  bool starts_at(std::size_t rule, std::int32_t place);
  bool is_exception(std::int32_t place, std::size_t break_rule);

  const Rules& rules_;
  std::vector<Matchers> matchers_;  // one for each rule
  icu::UnicodeString text_;         // of the paragraph
  std::u16string_view units_;       // the same
  std::size_t paragraph_ = 0;       // counts from 1
  std::vector<std::pair<std::int32_t, std::size_t>> breaks_;  // place, rule
  std::vector<std::int32_t> places_;
};

}  // namespace egiz::detail
