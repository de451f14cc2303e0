// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/unit_hash.h"

#include <algorithm>
#include <bit>
#include <string_view>

#include "tm/detail/hash.h"

namespace egiz::detail {
namespace {

// Hashes one field after another.
class Hasher {
 public:
  void add(std::string_view bytes) { state_ = hash_bytes(bytes, state_); }
  void add(std::int64_t value) { state_ = hash_step(state_, static_cast<std::uint64_t>(value)); }
  void add(double value) { state_ = hash_step(state_, std::bit_cast<std::uint64_t>(value)); }

  void add(const std::optional<std::int64_t>& value) {
    add(static_cast<std::int64_t>(value.has_value()));
    add(value.value_or(0));
  }

  void add(const std::optional<std::chrono::sys_seconds>& time) {
    add(time ? std::optional<std::int64_t>(time->time_since_epoch().count()) : std::nullopt);
  }

  void add(const Properties& properties) {
    add(static_cast<std::int64_t>(properties.size()));
    for (const auto& [name, value] : properties) {
      add(name);
      add(value);
    }
  }

  void add_said(const Language& language, std::string_view text) {
    add(language.tag());
    add(text);
  }

  void add_said(const Variant& variant) {
    add_said(variant.language, variant.text);
    for (const InlineCode& code : variant.codes) {
      add(static_cast<std::int64_t>(code.kind));
      add(static_cast<std::int64_t>(code.offset));
      add(code.id);
      add(code.original);
    }
  }

  std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = kHashFactor;
};

}  // namespace

std::uint64_t unit_identity(const TranslationUnit& unit) {
  std::uint64_t sum = 0;  // a sum does not depend on the order
  for (const Variant& variant : unit.variants) {
    Hasher hasher;
    hasher.add_said(variant);
    sum += hasher.value();
  }
  return sum;
}

std::uint64_t variant_identity(const Language& language, std::string_view text) {
  Hasher hasher;
  hasher.add_said(language, text);
  return hasher.value();
}

std::uint64_t place_hash(const Language& language, std::string_view previous_key, std::string_view next_key) {
  Hasher hasher;
  hasher.add(language.tag());
  hasher.add(previous_key);
  hasher.add(next_key);
  return hasher.value();
}

std::uint64_t place_hash(std::string_view context_id) {
  Hasher hasher;
  hasher.add(context_id);
  return hasher.value();
}

std::uint64_t unit_checksum(const TranslationUnit& unit) {
  Hasher hasher;
  for (const Variant& variant : unit.variants) {
    hasher.add_said(variant);
    hasher.add(variant.previous);
    hasher.add(variant.next);
    hasher.add(variant.properties);
  }
  hasher.add(static_cast<std::int64_t>(unit.origin.kind));
  hasher.add(unit.origin.confidence);
  hasher.add(unit.context.document);
  hasher.add(unit.context.position);
  hasher.add(unit.context.id);
  hasher.add(unit.properties);
  for (const std::string& note : unit.notes) hasher.add(note);
  hasher.add(unit.created);
  hasher.add(unit.changed);
  hasher.add(unit.created_by);
  hasher.add(unit.changed_by);
  return hasher.value();
}

bool says_the_same(const TranslationUnit& a, const TranslationUnit& b) {
  const auto is_in_b = [&b](const Variant& variant) {
    return std::ranges::any_of(b.variants, [&variant](const Variant& other) {
      return variant.language == other.language && variant.text == other.text && variant.codes == other.codes;
    });
  };
  return a.variants.size() == b.variants.size() && std::ranges::all_of(a.variants, is_in_b);
}

}  // namespace egiz::detail
