// SPDX-License-Identifier: Apache-2.0
#pragma once

// Language codes as other programs want them.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace egiz::exchange {

// Which code is written for a language.
class LanguageCodes {
 public:
  // has_regions: ru-RU, kk-KZ, kk-Latn-KZ, en-US for tags without a region; chosen goes before that.  Any other language
  // keeps its tag.
  LanguageCodes(bool has_regions, const std::map<Language, Language>& chosen);

  const std::string& code_of(const Language& language) const;

  // Whether code is written for another tag.
  bool is_taken(std::string_view code) const;

  // All that is written for another tag, for the header of our files: "ru-RU=ru kk-KZ=kk ...".  A reader that knows it
  // gives back the tags that were there before.  Empty when there is nothing.
  std::string table() const;

 private:
  struct Entry {
    std::string tag, code;
  };
  std::vector<Entry> entries_;
};

// The text of LanguageCodes::table(), read: from the code to the tag.  Pairs that are damaged are passed over.
std::map<std::string, std::string> parse_language_codes(std::string_view text);

}  // namespace egiz::exchange
