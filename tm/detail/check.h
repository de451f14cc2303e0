// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the checks have in common.  Each is a function in a check_*.cpp file of its own.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.h"
#include "tm/checks.h"

namespace egiz::detail {

// A variant, and what several checks want to know of it.
struct CheckedText {
  explicit CheckedText(const Variant& of);

  const Variant& variant;
  std::vector<Token> tokens;

  const std::string& text() const { return variant.text; }
  const std::string& tag() const { return variant.language.tag(); }
};

// Takes the findings of one unit, those of the checks that are wanted.
class FindingList {
 public:
  FindingList(UnitId id, const std::set<std::string_view>& wanted) : id_(id), wanted_(wanted) {}

  void add(std::string_view check, const CheckedText& at, ByteRange range, std::string message);

  // Something lacks: the place is the end of the text.
  void add_at_end(std::string_view check, const CheckedText& at, std::string message);

  std::vector<CheckFinding> take() { return std::move(findings_); }

 private:
  UnitId id_;
  const std::set<std::string_view>& wanted_;
  std::vector<CheckFinding> findings_;
};

// Checks of one text.
void check_spacing(const CheckedText& text, FindingList& findings);     // doublespacing, puncspacing
void check_characters(const CheckedText& text, FindingList& findings);  // validchars

// Checks of a translation.

// blank, unchanged, short, long.  False when one side has no words, and nothing more can be said.
bool check_presence(const CheckedText& source, const CheckedText& target, FindingList& findings);
void check_numbers(const CheckedText& source, const CheckedText& target, FindingList& findings);  // numbers, dates
void check_ends(const CheckedText& source, const CheckedText& target, FindingList& findings);     // endpunc, startcaps
void check_brackets(const CheckedText& source, const CheckedText& target, FindingList& findings);
void check_anchors(const CheckedText& source, const CheckedText& target, FindingList& findings);  // urls, acronyms
// codes, xmltags, printf, pythonbraceformat
void check_markup(const CheckedText& source, const CheckedText& target, FindingList& findings);

}  // namespace egiz::detail
