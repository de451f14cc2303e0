// SPDX-License-Identifier: Apache-2.0
#pragma once

// Language: a BCP 47 tag.

#include <compare>
#include <string>
#include <string_view>

namespace egiz {

// A BCP 47 tag in canonical form: "ru", "kk", "kk-Latn", "en-US".  Immutable value.
//
// On input case does not matter, "_" is "-", three-letter codes and names in common use are mapped
// ("kaz", "rus", "eng"), and "kz", a country code often written for the language, means "kk".
// "und" is the tag of text whose language is not known.
class Language {
 public:
  Language() : tag_("und") {}

  // Throws Error{invalid_argument} when tag is not well-formed.
  explicit Language(std::string_view tag);

  const std::string& tag() const { return tag_; }

  // The first subtag: "kk" of "kk-Latn-KZ".
  std::string_view primary() const;

  // The script subtag, "Latn", or empty.
  std::string_view script() const;

  // The region subtag, "KZ", or empty.
  std::string_view region() const;

  bool is_undetermined() const { return tag_ == "und"; }

  // True when text in other is text in this: ru covers ru-RU, kk covers kk-Latn, en-US does not cover en.
  bool covers(const Language& other) const;

  bool operator==(const Language&) const = default;
  auto operator<=>(const Language&) const = default;

 private:
  std::string tag_;
};

}  // namespace egiz
