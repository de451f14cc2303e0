// SPDX-License-Identifier: Apache-2.0

// Checks "urls" and "acronyms".

#include <algorithm>
#include <array>
#include <cctype>

#include "tm/detail/check.h"

namespace egiz::detail {
namespace {

struct Anchor {
  const Token* token = nullptr;
  std::string value;
};

// A page has another address in each of its languages: https://site.kz/ru/news, https://site.kz/kk/news.
std::string without_language(std::string_view url) {
  static constexpr std::array<std::string_view, 8> kSegments = {"ru", "kk", "kz", "en", "rus", "kaz", "eng", "qaz"};
  std::string kept;
  std::string lower(url);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  std::string_view rest = lower;
  while (!rest.empty()) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view segment = rest.substr(0, slash);
    if (!segment.empty() && std::ranges::find(kSegments, segment) == kSegments.end())
      kept.append(segment).push_back('/');
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  return kept;
}

std::vector<Anchor> anchors_of(const CheckedText& text, TokenKind kind) {
  std::vector<Anchor> found;
  for (const Token& token : text.tokens) {
    if (token.kind != kind) continue;
    found.push_back({&token, kind == TokenKind::url ? without_language(token.value) : token.value});
  }
  return found;
}

// Takes out of both what they have in common; how often does not matter.
void drop_common(std::vector<Anchor>& a, std::vector<Anchor>& b) {
  const auto lacks = [](const std::vector<Anchor>& list, const Anchor& anchor) {
    return std::ranges::find(list, anchor.value, &Anchor::value) == list.end();
  };
  std::vector<Anchor> only_a;
  std::vector<Anchor> only_b;
  std::ranges::copy_if(a, std::back_inserter(only_a), [&](const Anchor& anchor) { return lacks(b, anchor); });
  std::ranges::copy_if(b, std::back_inserter(only_b), [&](const Anchor& anchor) { return lacks(a, anchor); });
  a = std::move(only_a);
  b = std::move(only_b);
}

std::string spelled(const CheckedText& text, const Token& token) {
  return text.text().substr(token.range.begin, token.range.size());
}

// An ending may have grown on it in the other text: "egiz.example-ға".
void report_urls(const CheckedText& text, const std::vector<Anchor>& urls, const CheckedText& other,
                 FindingList& findings) {
  for (const Anchor& anchor : urls) {
    const std::string url = spelled(text, *anchor.token);
    if (other.text().find(url) != std::string::npos) continue;
    findings.add("urls", text, anchor.token->range, url + " is not in " + other.tag());
  }
}

void check_urls(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  std::vector<Anchor> wanted = anchors_of(source, TokenKind::url);
  std::vector<Anchor> found = anchors_of(target, TokenKind::url);
  drop_common(wanted, found);
  report_urls(source, wanted, target, findings);
  report_urls(target, found, source, findings);
}

// An acronym may be written out in a translation; another acronym is wrong.
void check_acronyms(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  std::vector<Anchor> wanted = anchors_of(source, TokenKind::acronym);
  std::vector<Anchor> found = anchors_of(target, TokenKind::acronym);
  drop_common(wanted, found);
  for (std::size_t i = 0; i < std::min(wanted.size(), found.size()); ++i) {
    findings.add("acronyms", target, found[i].token->range,
                 spelled(source, *wanted[i].token) + " in " + source.tag() + " is " + spelled(target, *found[i].token) +
                     " here");
  }
}

}  // namespace

void check_anchors(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  check_urls(source, target, findings);
  check_acronyms(source, target, findings);
}

}  // namespace egiz::detail
