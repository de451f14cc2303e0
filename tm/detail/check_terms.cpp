// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/check_terms.h"

#include <algorithm>
#include <set>

namespace egiz::detail {
namespace {

std::string spelled(const CheckedText& text, const ByteRange& range) {
  return text.text().substr(range.begin, range.size());
}

}  // namespace

TermCheck::TermCheck(std::vector<Term> terms) : terms_(std::move(terms)) {
  std::set<Language> languages;
  for (const Term& term : terms_) {
    for (const auto& [language, names] : term.names) languages.insert(language);
  }
  for (const Language& language : languages) finders_.emplace(language, TermFinder(terms_, language));
}

const TermFinder* TermCheck::finder_for(const Language& language) const {
  const auto finder = std::ranges::find_if(finders_, [&](const auto& entry) { return entry.first.covers(language); });
  return finder == finders_.end() ? nullptr : &finder->second;
}

const std::vector<std::string>* TermCheck::names_of(const Term& term, const Language& language) const {
  const auto names = std::ranges::find_if(term.names, [&](const auto& entry) { return entry.first.covers(language); });
  return names == term.names.end() ? nullptr : &names->second;
}

void TermCheck::check(const CheckedText& source, const CheckedText& target, FindingList& findings) const {
  const TermFinder* from = finder_for(source.variant.language);
  const TermFinder* to = finder_for(target.variant.language);
  if (from == nullptr || to == nullptr) return;
  const std::vector<TermHit> wanted = from->find(source.text());
  if (wanted.empty()) return;
  const std::vector<TermHit> found = to->find(target.text());
  std::set<std::size_t> seen;
  for (const TermHit& term : wanted) {
    const std::vector<std::string>* names = names_of(terms_[term.term], target.variant.language);
    if (names == nullptr || names->empty() || !seen.insert(term.term).second) continue;
    // The name that is preferred most among those that stand there.
    const TermHit* rendered = nullptr;
    for (const TermHit& hit : found) {
      if (hit.term == term.term && (rendered == nullptr || hit.name < rendered->name)) rendered = &hit;
    }
    const std::string preferred = "\"" + names->front() + "\"";
    if (rendered == nullptr) {
      findings.add("missingterms", source, term.range,
                   "\"" + spelled(source, term.range) + "\" is not rendered by " + preferred + " in " + target.tag());
    } else if (rendered->name != 0) {
      findings.add("terms", target, rendered->range,
                   "\"" + spelled(source, term.range) + "\" is rendered by \"" + spelled(target, rendered->range) +
                       "\"; " + preferred + " is preferred");
    }
  }
}

}  // namespace egiz::detail
