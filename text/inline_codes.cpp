// SPDX-License-Identifier: Apache-2.0
#include "text/inline_codes.h"

#include <algorithm>
#include <utility>

namespace egiz {
namespace {

using Kind = InlineCode::Kind;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_of_name(char c) { return is_letter_or_digit(c) || c == '.' || c == '_' || c == ':' || c == '-'; }

// A tag at the begin of rest.
struct Tag {
  std::string_view whole;
  std::string_view name;
  std::string_view id;  // the attribute, if any
  Kind kind = Kind::opening;
};

class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text) {}

  std::optional<Tag> read() {
    Tag tag;
    if (!take('<')) return std::nullopt;
    if (take('/')) tag.kind = Kind::closing;
    if (at_ >= text_.size() || !is_letter_or_digit(text_[at_])) return std::nullopt;
    tag.name = take_name();
    while (take_space()) {
      if (at_ < text_.size() && is_letter_or_digit(text_[at_]) && !take_attribute(tag)) return std::nullopt;
    }
    if (take('/')) {
      if (tag.kind == Kind::closing) return std::nullopt;
      tag.kind = Kind::standalone;
    }
    if (!take('>')) return std::nullopt;
    tag.whole = text_.substr(0, at_);
    return tag;
  }

 private:
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool take_space() {
    const std::size_t begin = at_;
    while (take(' ')) {
    }
    return at_ > begin;
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_of_name(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  // name="value" or name='value'
  bool take_attribute(Tag& tag) {
    const std::string_view name = take_name();
    if (!take('=')) return false;
    const char quote = take('"') ? '"' : take('\'') ? '\'' : '\0';
    const std::size_t end = quote == '\0' ? text_.npos : text_.find(quote, at_);
    if (end == text_.npos) return false;
    if (name == "id") tag.id = text_.substr(at_, end - at_);
    at_ = end + 1;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

constexpr std::size_t kMostOpen = 256;  // tags within one another

class OpenTags {
 public:
  // The id of a tag; a closing one has that of the tag it closes.
  std::string id_of(const Tag& tag) {
    const std::string_view id = tag.id.empty() ? tag.name : tag.id;
    if (tag.kind == Kind::opening) {
      if (open_.size() == kMostOpen) open_.erase(open_.begin());
      open_.emplace_back(tag.name, id);
    }
    if (tag.kind != Kind::closing) return std::string(id);
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const auto& one) { return one.first == tag.name; });
    if (found == open_.rend()) return std::string(id);
    const std::string_view closed = found->second;
    open_.erase(std::next(found).base());
    return std::string(closed);
  }

 private:
  std::vector<std::pair<std::string_view, std::string_view>> open_;  // names and ids
};

}  // namespace

CodedText parse_coded_text(std::string_view line) {
  CodedText coded;
  OpenTags open;
  while (!line.empty()) {
    const std::size_t text = std::min(line.find('<'), line.size());
    coded.text += line.substr(0, text);
    line.remove_prefix(text);
    if (line.empty()) break;
    const std::optional<Tag> tag = TagReader(line).read();
    if (tag) {
      coded.codes.push_back({tag->kind, coded.text.size(), open.id_of(*tag), std::string(tag->whole)});
    } else {
      coded.text += '<';
    }
    line.remove_prefix(tag ? tag->whole.size() : 1);
  }
  return coded;
}

std::string coded_text(std::string_view text, std::span<const InlineCode> codes) {
  std::string line;
  std::size_t at = 0;
  for (const InlineCode& code : codes) {
    line += text.substr(at, code.offset - at);
    line += code.original;
    at = code.offset;
  }
  line += text.substr(at);
  return line;
}

bool have_same_codes(std::span<const InlineCode> a, std::span<const InlineCode> b) {
  return std::ranges::equal(a, b, {}, &InlineCode::kind, &InlineCode::kind);
}

std::vector<std::size_t> match_codes(const Variant& source, const Variant& target) {
  if (source.codes.size() != target.codes.size()) return {};
  std::vector<bool> is_taken(source.codes.size(), false);
  const auto find = [&](const auto& is_same) {
    for (std::size_t i = 0; i < source.codes.size(); ++i) {
      if (!is_taken[i] && is_same(source.codes[i])) return i;
    }
    return source.codes.size();
  };
  std::vector<std::size_t> matches;
  for (const InlineCode& code : target.codes) {
    std::size_t found = find([&](const InlineCode& c) { return c.kind == code.kind && !c.id.empty() && c.id == code.id; });
    if (found == source.codes.size()) {
      found = find([&](const InlineCode& c) { return c.kind == code.kind && c.original == code.original; });
    }
    if (found == source.codes.size()) return {};
    is_taken[found] = true;
    matches.push_back(found);
  }
  return matches;
}

std::optional<std::string> target_with_codes(std::span<const InlineCode> codes, const Variant& source,
                                             const Variant& target) {
  if (!have_same_codes(codes, source.codes)) return std::nullopt;
  const std::vector<std::size_t> places = match_codes(source, target);
  if (places.size() != target.codes.size() || places.size() != codes.size()) return std::nullopt;
  std::vector<InlineCode> placed = target.codes;
  for (std::size_t i = 0; i < placed.size(); ++i) placed[i].original = codes[places[i]].original;
  return coded_text(target.text, placed);
}

}  // namespace egiz
