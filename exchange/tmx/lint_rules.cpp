// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx/lint_rules.h"

#include <algorithm>
#include <array>

namespace egiz {
namespace exchange {
namespace {

constexpr std::string_view kEveryParser = "every program that reads XML";
constexpr std::string_view kValidators = "OmegaT 6, others that validate";

constexpr std::array<ElementRule, 16> kElements = {{
    {"tmx", "", "version", ""},
    {"header", "tmx", "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype",
     "o-encoding creationdate creationid changedate changeid"},
    {"body", "tmx", "", ""},
    {"note", "header tu tuv", "", "o-encoding lang"},
    {"prop", "header tu tuv", "type", "o-encoding lang"},
    {"ude", "header", "name", "base"},
    {"map", "ude", "unicode", "code ent subst"},
    {"tu", "body", "",
     "tuid o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid "
     "changedate segtype changeid o-tmf srclang"},
    {"tuv", "tu", "",
     "lang o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid "
     "changedate o-tmf changeid"},
    {"seg", "tuv", "", ""},
    {"bpt", "seg hi sub", "i", "x type"},
    {"ept", "seg hi sub", "i", ""},
    {"it", "seg hi sub", "pos", "x type"},
    {"ph", "seg hi sub", "", "x assoc type"},
    {"hi", "seg hi sub", "", "x type"},
    {"sub", "bpt ept it ph ut", "", "datatype type"},
}};

constexpr ElementRule kOldCode = {"ut", "seg hi sub", "", "x"};

}  // namespace

const ElementRule* element_rule(std::string_view name) {
  if (name == kOldCode.name) return &kOldCode;
  const auto found = std::ranges::find(kElements, name, &ElementRule::name);
  return found == kElements.end() ? nullptr : &*found;
}

bool is_among(std::string_view word, std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.size(), words.find(' '));
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(words.size(), end + 1));
  }
  return false;
}

std::vector<std::string> programs_of(std::string_view rule) {
  std::string_view names = std::ranges::find(tmx_rules(), rule, &TmxRule::name)->programs;
  std::vector<std::string> programs;
  while (!names.empty()) {
    const std::size_t end = std::min(names.size(), names.find(", "));
    programs.emplace_back(names.substr(0, end));
    names.remove_prefix(std::min(names.size(), end + 2));
  }
  return programs;
}

}  // namespace exchange

const std::vector<TmxRule>& tmx_rules() {
  using exchange::kEveryParser;
  using exchange::kValidators;
  static const std::vector<TmxRule> rules = {
      {"not-well-formed", "the file is no well-formed XML, or no TMX", "every program"},
      {"forbidden-character", "a character that XML forbids", kEveryParser},
      {"broken-bytes", "bytes that are not in the encoding of the file", kEveryParser},
      {"bare-ampersand", "an & that begins no reference", kEveryParser},
      {"undeclared-entity", "an entity of HTML, such as &nbsp;, that XML does not know", kEveryParser},
      {"external-entity", "an entity that would have to be fetched", kEveryParser},
      {"version", "<tmx> has no version, or an unknown one", kValidators},
      {"missing-element", "no <header> or no <body>", kValidators},
      {"missing-attribute", "an attribute that the standard demands is not there", kValidators},
      {"missing-srclang", "<header> has no srclang", "OmegaT 6, Poedit, Smartling"},
      {"unknown-element", "an element that TMX does not have", kValidators},
      {"unknown-attribute", "an attribute that TMX does not have there", kValidators},
      {"misplaced", "an element where it may not stand", kValidators},
      {"wrong-value", "a value that the standard does not have", kValidators},
      {"datatype", "a datatype in <header> that is none of unknown, html, plaintext, rtf, sgml, xml", "Smartling"},
      {"source-languages", "units with another srclang than <header>, or *all*", "Smartling"},
      {"language-missing", "a <tuv> without xml:lang", "every program"},
      {"language-old", "lang instead of xml:lang, as before TMX 1.4", kValidators},
      {"language-unknown", "an xml:lang that is no language", "every program"},
      {"language-of-country", "the code of a country instead of a language: kz for kk", "every program"},
      {"language-without-region", "a language without a region", "Trados cloud, Trados GroupShare"},
      {"language-twice", "two <tuv> of one language in a <tu>", "OmegaT, Trados, memoQ"},
      {"source-missing", "no <tuv> in the source language", "OmegaT, Trados"},
      {"one-language", "a <tu> with fewer than two <tuv>", "every program"},
      {"empty-segment", "a <seg> with nothing in it, or none", "Trados"},
      {"date", "a date that is not as 20260131T120000Z", "Trados, OmegaT 6"},
      {"code-unpaired", "a <bpt> without its <ept>, or the other way round", "Trados, memoQ"},
      {"code-old", "<ut>, which TMX 1.4 gives up", "memoQ, Phrase"},
      {"paragraphs", "segtype is paragraph, so texts are cut again when the file is loaded", "OmegaT"},
      {"too-long", "more than 2,000 characters in a segment", "Trados cloud"},
      {"too-large", "more than 1 GB", "Trados cloud"},
      {"no-units", "no <tu>", "every program"},
  };
  return rules;
}

}  // namespace egiz
