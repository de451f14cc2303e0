// SPDX-License-Identifier: Apache-2.0
#include "text/detail/expression_facts.h"

#include <algorithm>
#include <utility>

namespace egiz::detail {
namespace {

constexpr std::size_t kFar = 1'000'000;   // a length beyond it is taken for none
constexpr std::size_t kCharacter = 2;     // a pair of surrogates
constexpr std::size_t kMostTails = 1000;  // more are taken for nothing certain
constexpr std::size_t kLongestTail = 8;
constexpr int kDeepest = 100;  // groups

using Length = std::optional<std::size_t>;  // UTF-16 units; nullopt: without bound

// The end of what an expression matches; whole when nothing stands before it.
struct Tail {
  std::u16string text;
  bool is_whole = true;

  auto operator<=>(const Tail&) const = default;
};

// What is known of a part of an expression.
struct Part {
  Length longest = 0;
  std::vector<Tail> tails = {{}};
};

Part nothing_certain(Length longest) { return {longest, {{u"", false}}}; }

Part character(char16_t c) { return {1, {{std::u16string(1, c), true}}}; }

void level(std::vector<Tail>& tails) {
  for (Tail& tail : tails) {
    if (tail.text.size() <= kLongestTail) continue;
    tail = {tail.text.substr(tail.text.size() - kLongestTail), false};
  }
  std::ranges::sort(tails);
  tails.erase(std::unique(tails.begin(), tails.end()), tails.end());
  if (tails.size() > kMostTails) tails = {{u"", false}};
}

Part joined(const Part& a, const Part& b) {
  Part part{std::nullopt, {}};
  if (a.longest && b.longest && *a.longest + *b.longest <= kFar) part.longest = *a.longest + *b.longest;
  for (const Tail& end : b.tails) {
    if (!end.is_whole) {
      part.tails.push_back(end);
    } else if (a.tails.size() * b.tails.size() > kMostTails) {
      part.tails.push_back({end.text, false});
    } else {
      for (const Tail& begin : a.tails) part.tails.push_back({begin.text + end.text, begin.is_whole});
    }
  }
  level(part.tails);
  return part;
}

Part either(Part a, const Part& b) {
  a.longest = a.longest && b.longest ? Length(std::max(*a.longest, *b.longest)) : std::nullopt;
  a.tails.insert(a.tails.end(), b.tails.begin(), b.tails.end());
  level(a.tails);
  return a;
}

struct Count {
  std::size_t least = 1;
  Length most = 1;
};

Part repeated(Part part, const Count& count) {
  if (count.most == 0U) return {};
  const bool is_short = part.longest && count.most && *part.longest <= kFar && *count.most <= kFar;
  part.longest = part.longest == 0U ? Length(0)
                 : is_short && *part.longest * *count.most <= kFar ? Length(*part.longest * *count.most)
                                                                   : std::nullopt;
  if (count.most != 1U) {
    for (Tail& tail : part.tails) tail.is_whole = tail.is_whole && tail.text.empty();
  }
  return count.least == 0 ? either(std::move(part), {}) : part;
}

bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }
bool is_one_of(char16_t c, std::u16string_view set) { return set.find(c) != set.npos; }

// Walks over an expression by recursive descent.  Of what it does not know nothing is certain.
class Reader {
 public:
  explicit Reader(std::u16string_view expression) : text_(expression) {}

  ExpressionFacts read() {
    Part part = read_alternatives(0);
    if (at_ < text_.size() || has_flags_) part = nothing_certain(std::nullopt);  // at_: a bracket opens nothing
    ExpressionFacts facts{{}, part.longest, asks_for_begin_};
    for (Tail& tail : part.tails) facts.tails.push_back(std::move(tail.text));
    return facts;
  }

 private:
  bool take(std::u16string_view text) {
    if (!text_.substr(at_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }

  Part read_alternatives(int depth) {
    std::optional<Part> all;
    Part sequence;
    while (at_ < text_.size() && text_[at_] != u')') {
      if (take(u"|")) {
        all = all ? either(std::move(*all), sequence) : sequence;
        sequence = {};
      } else {
        const Part atom = read_atom(depth);
        sequence = joined(sequence, repeated(atom, read_count()));
      }
    }
    return all ? either(std::move(*all), sequence) : sequence;
  }

  Part read_atom(int depth) {
    const char16_t c = text_[at_];
    if (c == u'\\') return read_escape();
    if (c == u'(') return read_group(depth);
    if (c == u'[') {
      skip_set();
      return any_character();
    }
    ++at_;
    if (c == u'.') return any_character();
    if (c == u'^') asks_for_begin_ = true;
    if (c == u'^' || c == u'$') return {};
    return c >= 0xD800 && c <= 0xDFFF ? nothing_certain(1) : character(c);
  }

  // One that may be a pair of surrogates: what stands before it is not known to stand at one place.
  static Part any_character() { return {kCharacter, {{std::u16string(1, kAnything), false}}}; }

  Part read_escape() {
    if (++at_ == text_.size()) return nothing_certain(std::nullopt);
    const char16_t c = text_[at_++];
    if (is_one_of(c, u"AG")) asks_for_begin_ = true;
    if (is_one_of(c, u"AGbBzZ")) return {};
    if (is_one_of(c, u"shv")) return character(kAnything);
    if (is_one_of(c, u"dSDwWHVtnrfae")) return any_character();
    if (is_one_of(c, u"pPN") && at_ < text_.size() && text_[at_] == u'{') return skip_behind(u'}');
    if (is_one_of(c, u"xuU")) return read_number_of_character(c);
    const bool is_letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    return is_letter || is_digit(c) ? nothing_certain(std::nullopt) : character(c);  // \1, \X, \Q ...
  }

  Part read_number_of_character(char16_t escape) {
    if (escape == u'x' && at_ < text_.size() && text_[at_] == u'{') return skip_behind(u'}');
    const std::size_t digits = escape == u'x' ? 2 : escape == u'u' ? 4 : 8;
    at_ = std::min(at_ + digits, text_.size());
    return any_character();
  }

  Part skip_behind(char16_t end) {
    at_ = std::min(text_.find(end, at_), text_.size() - 1) + 1;
    return any_character();
  }

  Part read_group(int depth) {
    ++at_;
    bool is_look = false;
    bool is_plain = true;
    if (take(u"?#")) {
      skip_behind(u')');
      return {};
    }
    if (take(u"?=") || take(u"?!") || take(u"?<=") || take(u"?<!")) {
      is_look = true;
    } else if (take(u"?<")) {
      skip_behind(u'>');
    } else if (!take(u"?:") && !take(u"?>") && take(u"?")) {
      is_plain = false;  // flags: letters may match other ones, blanks may count for nothing
      while (at_ < text_.size() && text_[at_] != u':' && text_[at_] != u')') ++at_;
      if (!take(u":")) has_flags_ = true;
    }
    if (depth == kDeepest) {
      at_ = text_.size();
      has_flags_ = true;
      return {};
    }
    const Part inside = read_alternatives(depth + 1);
    take(u")");
    if (is_look) return {};
    return is_plain ? inside : nothing_certain(std::nullopt);
  }

  Count read_count() {
    Count count;
    if (take(u"*")) {
      count = {0, std::nullopt};
    } else if (take(u"+")) {
      count = {1, std::nullopt};
    } else if (take(u"?")) {
      count = {0, 1};
    } else if (take(u"{")) {
      count = read_bounds();
    } else {
      return count;
    }
    if (!take(u"?")) take(u"+");  // lazy, possessive
    return count;
  }

  // "2}", "2,}", "2,5}"
  Count read_bounds() {
    Count count;
    count.most = read_number();
    count.least = count.most.value_or(0);
    if (take(u",")) count.most = read_number();
    skip_behind(u'}');
    return count;
  }

  Length read_number() {
    if (at_ == text_.size() || !is_digit(text_[at_])) return std::nullopt;
    std::size_t number = 0;
    for (; at_ < text_.size() && is_digit(text_[at_]); ++at_) {
      number = std::min<std::size_t>(kFar + 1, number * 10 + static_cast<std::size_t>(text_[at_] - u'0'));
    }
    return number;
  }

  // A set may hold sets.
  void skip_set() {
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == u'\\') {
        ++at_;
      } else if (text_[at_] == u'[') {
        ++depth;
      } else if (text_[at_] == u']' && --depth == 0) {
        ++at_;
        return;
      }
    }
    at_ = text_.size();
  }

  std::u16string_view text_;
  std::size_t at_ = 0;
  bool asks_for_begin_ = false;
  bool has_flags_ = false;  // or is too deep: nothing is certain
};

bool ends_with(std::u16string_view text, std::u16string_view tail) {
  if (text.size() < tail.size()) return false;
  for (std::size_t i = 1; i <= tail.size(); ++i) {
    const char16_t wanted = tail[tail.size() - i];
    if (wanted != kAnything && wanted != text[text.size() - i]) return false;
  }
  return true;
}

}  // namespace

ExpressionFacts find_facts(std::u16string_view expression) { return Reader(expression).read(); }

TailSet::TailSet(const std::vector<std::u16string>& tails) {
  for (const std::u16string& tail : tails) {
    if (tail.empty() || tail.back() == kAnything) {
      open_.push_back(tail);
    } else {
      if (lasts_.find(tail.back()) == lasts_.npos) lasts_ += tail.back();
      const char16_t before = tail.size() > 1 ? tail[tail.size() - 2] : kAnything;
      (before == kAnything ? closed_[{kAnything, tail.back()}] : closed_[{before, tail.back()}]).push_back(tail);
    }
  }
}

bool TailSet::may_end(std::u16string_view text) const {
  const auto is_end = [text](const std::u16string& tail) { return ends_with(text, tail); };
  if (std::ranges::any_of(open_, is_end)) return true;
  if (text.empty() || lasts_.find(text.back()) == lasts_.npos) return false;
  const char16_t before = text.size() > 1 ? text[text.size() - 2] : kAnything;
  for (const char16_t c : {before, kAnything}) {
    const auto found = closed_.find({c, text.back()});
    if (found != closed_.end() && std::ranges::any_of(found->second, is_end)) return true;
  }
  return false;
}

}  // namespace egiz::detail
