// SPDX-License-Identifier: Apache-2.0
#include "text/detail/literal_suffix.h"

namespace egiz::detail {
namespace {

bool is_one_of(char16_t c, std::u16string_view set) { return set.find(c) != std::u16string_view::npos; }

// Walks over a pattern and keeps what certainly stands at its end.  Whatever it does not know for one
// character makes it forget what came before.
class SuffixReader {
 public:
  explicit SuffixReader(std::u16string_view pattern) : pattern_(pattern) {}

  std::u16string read() {
    while (at_ < pattern_.size()) {
      const char16_t c = pattern_[at_];
      if (c == u'|' || pattern_.substr(at_, 2) == u"(?") return {};
      if (c == u'\\') {
        read_escape();
      } else if (c == u'[') {
        skip_set();
      } else if (c == u'(') {
        skip_group();
      } else if (is_one_of(c, u"*+?{")) {
        skip_quantifier();
      } else {
        ++at_;
        if (c == u'^' || c == u'$') continue;
        suffix_ += c == u'.' || is_surrogate(c) ? kAnything : c;
      }
    }
    return suffix_;
  }

 private:
  static bool is_surrogate(char16_t c) { return c >= 0xD800 && c <= 0xDFFF; }

  void read_escape() {
    const char16_t c = at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : u'\\';
    at_ += 2;
    if (is_one_of(c, u"bBAzZG")) return;  // no character
    const bool is_letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    if (!is_letter) {
      suffix_ += c;
    } else if (is_one_of(c, u"sSdDwW")) {
      suffix_ += kAnything;
    } else {
      forget();
      if (at_ < pattern_.size() && pattern_[at_] == u'{') skip_quantifier();  // \p{Lu}
    }
  }

  // A set may hold sets.
  void skip_set() {
    int depth = 0;
    for (; at_ < pattern_.size(); ++at_) {
      if (pattern_[at_] == u'\\') {
        ++at_;
      } else if (pattern_[at_] == u'[') {
        ++depth;
      } else if (pattern_[at_] == u']' && --depth == 0) {
        ++at_;
        break;
      }
    }
    suffix_ += kAnything;
  }

  void skip_group() {
    int depth = 0;
    for (; at_ < pattern_.size(); ++at_) {
      const char16_t c = pattern_[at_];
      if (c == u'\\') {
        ++at_;
      } else if (c == u'[') {
        skip_set();
        --at_;
      } else if (c == u'(') {
        ++depth;
      } else if (c == u')' && --depth == 0) {
        ++at_;
        break;
      }
    }
    forget();
  }

  void skip_quantifier() {
    if (pattern_[at_] == u'{') {
      while (at_ < pattern_.size() && pattern_[at_] != u'}') ++at_;
    }
    ++at_;
    forget();
  }

  void forget() { suffix_.clear(); }

  std::u16string_view pattern_;
  std::size_t at_ = 0;
  std::u16string suffix_;
};

}  // namespace

std::u16string find_literal_suffix(std::u16string_view pattern) { return SuffixReader(pattern).read(); }

bool may_end_with(std::u16string_view text, std::u16string_view suffix) {
  if (text.size() < suffix.size()) return false;
  for (std::size_t i = 1; i <= suffix.size(); ++i) {
    const char16_t wanted = suffix[suffix.size() - i];
    if (wanted != kAnything && wanted != text[text.size() - i]) return false;
  }
  return true;
}

}  // namespace egiz::detail
