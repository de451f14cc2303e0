// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/unit_check.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/error.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

[[noreturn]] void fail(const std::string& what) { throw Error(ErrorCode::invalid_argument, "unit: " + what); }

void check_text(std::string_view text, const char* what) {
  if (const auto offset = find_invalid_utf8(text)) {
    fail(std::string(what) + " is not UTF-8 at byte " + std::to_string(*offset) + "; decode it first");
  }
}

void check_properties(const Properties& properties) {
  for (const auto& [name, value] : properties) {
    check_text(name, "the name of a property");
    check_text(value, "a property");
  }
}

void check_codes(const Variant& variant) {
  std::size_t last = 0;
  for (const InlineCode& code : variant.codes) {
    if (code.offset < last || code.offset > variant.text.size()) {
      fail("an inline code at byte " + std::to_string(code.offset) + " is out of order or behind the text");
    }
    check_text(code.id, "the id of an inline code");
    check_text(code.original, "an inline code");
    last = code.offset;
  }
}

void check_variant(const Variant& variant) {
  if (variant.text.empty()) fail("the text in " + variant.language.tag() + " is empty; leave the variant out");
  check_text(variant.text, "a text");
  check_text(variant.previous, "the text before");
  check_text(variant.next, "the text after");
  check_codes(variant);
  check_properties(variant.properties);
}

// Higher is more trusted.
int trust(Origin::Kind kind) {
  switch (kind) {
    case Origin::Kind::reviewed: return 4;
    case Origin::Kind::human: return 3;
    case Origin::Kind::imported: return 2;
    case Origin::Kind::aligned: return 1;
    case Origin::Kind::machine: return 0;
  }
  return 0;
}

Origin more_trusted(const Origin& a, const Origin& b) {
  return std::pair(trust(b.kind), b.confidence) > std::pair(trust(a.kind), a.confidence) ? b : a;
}

void join(std::string& stored, const std::string& arrived) {
  if (stored.empty()) stored = arrived;
}

void join(Properties& stored, const Properties& arrived) {
  for (const auto& property : arrived) {
    const auto [begin, end] = stored.equal_range(property.first);
    const bool is_there = std::any_of(begin, end, [&](const auto& other) { return other.second == property.second; });
    if (!is_there) stored.insert(property);
  }
}

template <class Choose>
void join(std::optional<std::chrono::sys_seconds>& stored, const std::optional<std::chrono::sys_seconds>& arrived,
          Choose choose) {
  if (stored && arrived) {
    stored = choose(*stored, *arrived);
  } else if (arrived) {
    stored = arrived;
  }
}

void join(Variant& stored, const Variant& arrived) {
  if (stored.previous.empty() && stored.next.empty()) {
    stored.previous = arrived.previous;
    stored.next = arrived.next;
  }
  join(stored.properties, arrived.properties);
}

}  // namespace

void check_unit(const TranslationUnit& unit) {
  if (unit.variants.size() < 2) fail("it has fewer than two languages; give the text and a translation");
  for (std::size_t i = 0; i < unit.variants.size(); ++i) {
    check_variant(unit.variants[i]);
    for (std::size_t j = 0; j < i; ++j) {
      if (unit.variants[j].language == unit.variants[i].language) {
        fail("it has two texts in " + unit.variants[i].language.tag() + "; make two units of them");
      }
    }
  }
  if (!(unit.origin.confidence >= 0 && unit.origin.confidence <= 1)) fail("its confidence is not between 0 and 1");
  check_text(unit.context.document, "the name of the document");
  check_text(unit.context.id, "the context id");
  check_text(unit.created_by, "the name of its creator");
  check_text(unit.changed_by, "the name of its changer");
  for (const std::string& note : unit.notes) check_text(note, "a note");
  check_properties(unit.properties);
}

TranslationUnit join_units(const TranslationUnit& stored, const TranslationUnit& arrived) {
  TranslationUnit joined = stored;
  for (Variant& variant : joined.variants) {
    const auto same = std::ranges::find(arrived.variants, variant.language, &Variant::language);
    if (same != arrived.variants.end()) join(variant, *same);
  }
  if (joined.context == Context{}) joined.context = arrived.context;
  joined.origin = more_trusted(stored.origin, arrived.origin);
  join(joined.properties, arrived.properties);
  for (const std::string& note : arrived.notes) {
    if (std::ranges::find(joined.notes, note) == joined.notes.end()) joined.notes.push_back(note);
  }
  join(joined.created, arrived.created, [](auto a, auto b) { return std::min(a, b); });
  join(joined.changed, arrived.changed, [](auto a, auto b) { return std::max(a, b); });
  join(joined.created_by, arrived.created_by);
  join(joined.changed_by, arrived.changed_by);
  return joined;
}

}  // namespace egiz::detail
