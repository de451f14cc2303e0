// SPDX-License-Identifier: Apache-2.0
#pragma once

// SRX 2.0, Segmentation Rules eXchange: cutting by the rules of other tools.  Reading and writing the XML is
// exchange/'s.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/language.h"
#include "text/segmenter.h"

namespace egiz {

// At a place where before matches up to it and after from it, a sentence ends or does not.  Both are regular
// expressions as ICU writes them; an empty one matches everywhere.
struct SrxRule {
  bool breaks = true;
  std::string before;
  std::string after;
  std::size_t line = 0;  // in the file, for messages; 0 when not known

  bool operator==(const SrxRule&) const = default;
};

struct SrxLanguageRules {
  std::string name;  // of the rules, "Russian", not of the language
  std::vector<SrxRule> rules;

  bool operator==(const SrxLanguageRules&) const = default;
};

struct SrxLanguageMap {
  std::string pattern;   // a regular expression that matches a whole language tag, in any case
  std::string rules;     // SrxLanguageRules::name
  std::size_t line = 0;  // as SrxRule::line

  bool operator==(const SrxLanguageMap&) const = default;
};

struct SrxRules {
  bool cascade = true;  // the rules of all maps that match, in order; else of the first one only
  std::vector<SrxLanguageRules> languages;
  std::vector<SrxLanguageMap> maps;

  bool operator==(const SrxRules&) const = default;
};

// A rule, or the pattern of a map, that cannot be used.  It is left out, the others work.
struct SrxFault {
  std::size_t line = 0;
  std::string rule;    // its regular expression
  std::string reason;  // ICU's name of the error: "U_REGEX_LOOK_BEHIND_LIMIT"
};

// Takes out of rules what ICU cannot compile, and tells it in order of lines.
std::vector<SrxFault> take_out_faulty(SrxRules& rules);

namespace detail {
struct CompiledSrxRule;
}

// The rules for one language, compiled.  Immutable: any number of threads may cut with it.
//
// At each place the first rule that matches decides (SRX 2.0, section 2.1).  before is looked for in the 200
// characters before the place.
class SrxSegmenter {
 public:
  SrxSegmenter(const SrxRules& rules, const Language& language);
  ~SrxSegmenter();
  SrxSegmenter(SrxSegmenter&&) noexcept;
  SrxSegmenter& operator=(SrxSegmenter&&) noexcept;

  const std::vector<SrxFault>& faults() const { return faults_; }

  // As segment() of text/segmenter.h.  Throws Error{unsupported} when a rule takes too long on this text.
  // REQUIRES: text is valid UTF-8
  std::vector<Segment> segment(std::string_view text, ParagraphMode paragraphs = ParagraphMode::detect) const;

 private:
  std::vector<std::unique_ptr<detail::CompiledSrxRule>> rules_;  // in order
  std::vector<SrxFault> faults_;
};

}  // namespace egiz
