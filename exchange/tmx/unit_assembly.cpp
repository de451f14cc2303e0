// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx/unit_assembly.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "exchange/detail/unit_check.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kMaxLanguages = 1000;  // that are remembered; a file with more is no memory

constexpr std::string_view kLeftOut = "; left out";

std::string without_end(std::string text, std::string_view end) {
  if (text.ends_with(end)) text.resize(text.size() - end.size());
  return text;
}

bool is_blank(const Variant& variant) { return variant.text.find_first_not_of(" \t\r\n") == std::string::npos; }

bool repeats_a_language(const std::vector<Variant>& variants) {
  for (std::size_t i = 1; i < variants.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (variants[i].language == variants[j].language) return true;
    }
  }
  return false;
}

// The variants of each language, in order, without repetitions.
std::vector<std::vector<Variant>> group_by_language(std::vector<Variant> variants) {
  std::vector<std::vector<Variant>> by_language;
  for (Variant& variant : variants) {
    const auto same = std::find_if(by_language.begin(), by_language.end(), [&](const std::vector<Variant>& group) {
      return group[0].language == variant.language;
    });
    if (same == by_language.end()) {
      by_language.emplace_back().push_back(std::move(variant));
    } else if (std::find(same->begin(), same->end(), variant) == same->end()) {
      same->push_back(std::move(variant));
    }
  }
  return by_language;
}

// srclang's variant to the front: the first is the source.  One of that very tag goes before one that it covers.
void put_source_first(std::vector<Variant>& variants, const Language& source) {
  auto found = std::find_if(variants.begin(), variants.end(),
                            [&](const Variant& variant) { return variant.language == source; });
  if (found == variants.end()) {
    found = std::find_if(variants.begin(), variants.end(), [&](const Variant& variant) {
      return source.covers(variant.language) || variant.language.covers(source);
    });
  }
  if (found != variants.end()) std::rotate(variants.begin(), found, found + 1);
}

void set_context(const RawUnit& raw, std::vector<Variant>& variants) {
  if (variants[0].previous.empty()) variants[0].previous = raw.previous;
  if (variants[0].next.empty()) variants[0].next = raw.next;
  if (variants[1].previous.empty()) variants[1].previous = raw.previous_target;
}

}  // namespace

const std::optional<Language>& UnitAssembly::language(const std::string& tag) {
  if (languages_.size() > kMaxLanguages) languages_.clear();
  const auto [entry, is_new] = languages_.try_emplace(tag);
  if (is_new) {
    try {
      entry->second.emplace(tag);
    } catch (const Error&) {
      entry->second.reset();
    }
  }
  return entry->second;
}

std::optional<Language> UnitAssembly::language_of(const RawUnit::RawVariant& part) {
  if (!part.exact_language.empty()) return language(part.exact_language);
  const auto code = codes_.find(part.language);
  return language(code == codes_.end() ? part.language : code->second);
}

std::vector<Variant> UnitAssembly::usable_variants(RawUnit& raw, std::string& refusal) {
  std::vector<Variant> variants;
  std::size_t empty = 0;
  std::size_t unwanted = 0;
  for (RawUnit::RawVariant& part : raw.variants) {
    const bool is_first = &part == &raw.variants.front();
    if (part.language.empty() && is_first) part.language = source_language_;
    const std::optional<Language> found = language_of(part);
    if (!part.has_segment || is_blank(part.variant)) {
      ++empty;
      raw.faults.push_back((part.has_segment ? "nothing in the <seg> of " : "no <seg> in the <tuv> of ") +
                           (part.language.empty() ? std::string("no language") : part.language) +
                           std::string(kLeftOut));
    } else if (!found) {
      raw.faults.push_back((part.language.empty() ? "a <tuv> without a language"
                                                  : "\"" + part.language.substr(0, 40) + "\" is no language") +
                           std::string(kLeftOut));
    } else if (!is_wanted(*found, options_)) {
      ++unwanted;
    } else {
      part.variant.language = *found;
      variants.push_back(std::move(part.variant));
    }
  }
  if (variants.size() < 2) {
    refusal = !raw.faults.empty() ? without_end(raw.faults.front(), kLeftOut)
              : unwanted > 0      ? "lacks a language that was asked for"
                                  : "says something in one language only";
    if (raw.variants.empty()) refusal = "has no <tuv>";
  }
  return variants;
}

Assembly UnitAssembly::assemble(RawUnit& raw) {
  Assembly result;
  std::vector<Variant> variants = usable_variants(raw, result.refusal);
  if (variants.size() < 2) return result;
  const std::string& source = raw.source_language.empty() ? source_language_ : raw.source_language;
  if (source != "*all*" && language(source)) put_source_first(variants, *language(source));

  if (!repeats_a_language(variants)) {
    set_context(raw, variants);
    raw.unit.variants = std::move(variants);
    result.units.push_back(std::move(raw.unit));
  } else {
    split_alternatives(raw, std::move(variants), result);
  }
  return result;
}

// The nth variant of each language makes the nth unit; a language that has fewer gives its first again.
void UnitAssembly::split_alternatives(RawUnit& raw, std::vector<Variant> variants, Assembly& result) {
  const std::vector<std::vector<Variant>> groups = group_by_language(std::move(variants));
  if (groups.size() < 2) {
    result.refusal = "says something in one language only";
    return;
  }
  std::size_t count = 0;
  for (const auto& group : groups) count = std::max(count, group.size());
  for (std::size_t i = 0; i < count; ++i) {
    TranslationUnit& unit = result.units.emplace_back(raw.unit);
    for (const auto& group : groups) unit.variants.push_back(i < group.size() ? group[i] : group[0]);
    set_context(raw, unit.variants);
  }
}

}  // namespace egiz::exchange
