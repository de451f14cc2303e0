// SPDX-License-Identifier: Apache-2.0
#include "tm/checks.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "base/error.h"
#include "tm/detail/check.h"
#include "tm/detail/check_terms.h"
#include "tm/detail/consistency.h"

namespace egiz {
namespace {

using detail::CheckedText;
using detail::FindingList;

constexpr std::array kChecks = std::to_array<CheckName>({
    {"untranslated", "a language that was asked for is not there"},
    {"blank", "no words, where the other text has some"},
    {"unchanged", "the same text in two languages"},
    {"short", "much shorter than its source"},
    {"long", "much longer than its source"},
    {"numbers", "a number that the other text has not"},
    {"dates", "a date or time that the other text has not"},
    {"endpunc", "another punctuation mark at the end"},
    {"startcaps", "a sentence with a capital here, a small letter there"},
    {"brackets", "brackets that the other text has not"},
    {"urls", "a web or mail address or file name that the other text has not"},
    {"acronyms", "an acronym whose counterpart is another one"},
    {"codes", "inline codes that the other text has not"},
    {"xmltags", "tags that the other text has not"},
    {"printf", "%s and the like that the other text has not"},
    {"pythonbraceformat", "{name} and the like that the other text has not"},
    {"doublespacing", "more than one blank between words"},
    {"puncspacing", "a blank before punctuation"},
    {"validchars", "a letter outside the alphabet of the language, or no letter at all"},
    {"terms", "a term rendered by a name that is not preferred"},
    {"missingterms", "a term that is not rendered"},
    {"severaltargets", "one source with several targets"},
    {"severalsources", "one target with several sources"},
});

void require_check(std::string_view name) {
  if (std::ranges::find(kChecks, name, &CheckName::name) != kChecks.end()) return;
  std::string names;
  for (const CheckName& check : kChecks) names += (names.empty() ? "" : ", ") + std::string(check.name);
  throw Error(ErrorCode::invalid_argument, std::string(name) + ": there is no such check; there are " + names);
}

std::set<std::string_view> wanted_checks(const CheckOptions& options) {
  std::set<std::string_view> wanted;
  for (const std::string& name : options.only) require_check(name);
  for (const std::string& name : options.skip) require_check(name);
  for (const CheckName& check : kChecks) {
    const bool is_chosen = options.only.empty() || std::ranges::find(options.only, check.name) != options.only.end();
    if (is_chosen && std::ranges::find(options.skip, check.name) == options.skip.end()) wanted.insert(check.name);
  }
  return wanted;
}

std::size_t place_of(std::string_view check) {
  return static_cast<std::size_t>(std::ranges::find(kChecks, check, &CheckName::name) - kChecks.begin());
}

void append(std::vector<CheckFinding>& findings, std::vector<CheckFinding> more) {
  findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::span<const CheckName> check_names() { return kChecks; }

class Checker::Impl {
 public:
  explicit Impl(CheckOptions options)
      : languages_(std::move(options.languages)), wanted_(wanted_checks(options)), terms_(std::move(options.terms)) {
    if (languages_.size() == 1) {
      throw Error(ErrorCode::invalid_argument,
                  "one language, " + languages_.front().tag() + "; name two or more to compare");
    }
  }

  std::vector<CheckFinding> check_all(std::span<const NumberedUnit> units) {
    std::vector<Answer> answers(units.size());
    tbb::parallel_for(std::size_t{0}, units.size(), [&](std::size_t i) { answers[i] = check(units[i]); });
    std::vector<CheckFinding> findings;
    for (Answer& answer : answers) {
      append(findings, std::move(answer.findings));
      for (Pair& pair : answer.pairs) consistency_.add(pair.source, pair.target, pair.saying);
    }
    return findings;
  }

  std::vector<CheckFinding> finish() const {
    std::vector<CheckFinding> findings;
    if (wanted_.contains("severaltargets")) append(findings, consistency_.several_targets());
    if (wanted_.contains("severalsources")) append(findings, consistency_.several_sources());
    std::ranges::stable_sort(findings, {}, &CheckFinding::id);
    return findings;
  }

 private:
  struct Pair {
    Language source;
    Language target;
    detail::Saying saying;
  };
  struct Answer {
    std::vector<CheckFinding> findings;
    std::vector<Pair> pairs;
  };

  // The variants to look at, the source first; tells which are not there.
  std::vector<const Variant*> chosen_variants(const TranslationUnit& unit, UnitId id, Answer& answer) const {
    std::vector<const Variant*> chosen;
    for (const Variant& variant : unit.variants) {
      if (languages_.empty() && !variant.text.empty()) chosen.push_back(&variant);
    }
    for (const Language& language : languages_) {
      const Variant* variant = unit.find(language);
      if (variant != nullptr && !variant->text.empty()) {
        chosen.push_back(variant);
      } else if (wanted_.contains("untranslated")) {
        answer.findings.push_back({id, "untranslated", language, {}, "there is no text"});
      }
    }
    return chosen;
  }

  void check_alone(const CheckedText& text, FindingList& findings) const {
    detail::check_spacing(text, findings);
    detail::check_characters(text, findings);
  }

  void check_pair(const CheckedText& source, const CheckedText& target, FindingList& findings) const {
    if (!detail::check_presence(source, target, findings)) return;
    detail::check_numbers(source, target, findings);
    detail::check_ends(source, target, findings);
    detail::check_brackets(source, target, findings);
    detail::check_anchors(source, target, findings);
    detail::check_markup(source, target, findings);
    terms_.check(source, target, findings);
  }

  Answer check(const NumberedUnit& numbered) const {
    Answer answer;
    const std::vector<const Variant*> variants = chosen_variants(numbered.unit, numbered.id, answer);
    std::vector<CheckedText> texts;
    texts.reserve(variants.size());
    for (const Variant* variant : variants) texts.emplace_back(*variant);
    FindingList findings(numbered.id, wanted_);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      check_alone(texts[i], findings);
      if (i == 0) continue;
      check_pair(texts[0], texts[i], findings);
      answer.pairs.push_back(
          {variants[0]->language, variants[i]->language, detail::make_saying(numbered.id, *variants[0], *variants[i])});
    }
    append(answer.findings, findings.take());
    std::ranges::stable_sort(answer.findings, {}, [](const CheckFinding& finding) { return place_of(finding.check); });
    return answer;
  }

  std::vector<Language> languages_;
  std::set<std::string_view> wanted_;
  detail::TermCheck terms_;
  detail::Consistency consistency_;
};

Checker::Checker(CheckOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

std::vector<CheckFinding> Checker::check_all(std::span<const NumberedUnit> units) { return impl_->check_all(units); }
std::vector<CheckFinding> Checker::finish() const { return impl_->finish(); }

}  // namespace egiz
