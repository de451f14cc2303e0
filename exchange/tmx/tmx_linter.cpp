// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx/tmx_linter.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "exchange/detail/dates.h"
#include "exchange/tmx/lint_rules.h"
#include "text/language.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kMaxCharacters = 2000;      // of a segment, in Trados cloud
constexpr std::size_t kMaxSeenLanguages = 1000;
constexpr std::size_t kMaxVariants = 1000;        // of a unit that are compared
constexpr std::size_t kMaxWord = 40;              // characters of a file in a message

std::string_view rule_of(XmlRepair repair) {
  switch (repair) {
    case XmlRepair::broken_bytes: return "broken-bytes";
    case XmlRepair::bare_ampersand: return "bare-ampersand";
    case XmlRepair::undeclared_entity: return "undeclared-entity";
    case XmlRepair::external_entity: return "external-entity";
    case XmlRepair::control_character:
    case XmlRepair::lone_surrogate: break;
  }
  return "forbidden-character";
}

std::string in_quotes(std::string_view word) { return "\"" + std::string(word.substr(0, kMaxWord)) + "\""; }
std::string tag(std::string_view element) { return "<" + std::string(element.substr(0, kMaxWord)) + ">"; }

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return lower;
}

std::optional<Language> language_of(std::string_view tag) {
  try {
    return Language(tag);
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool is_same_language(std::string_view a, std::string_view b) { return lower_case(a) == lower_case(b); }

}  // namespace

void TmxLinter::add(std::string_view rule, std::string place, std::string message) {
  if (++report_.counts[std::string(rule)] > TmxLintReport::kMaxFaultsPerRule) return;
  if (message.empty()) message = std::ranges::find(tmx_rules(), rule, &TmxRule::name)->summary;
  report_.faults.push_back({std::move(place), std::string(rule), std::move(message), programs_of(rule)});
}

void TmxLinter::check_repairs() {
  while (const auto repair = input_.take_repair(parser_.offset())) add_here(rule_of(*repair));
}

void TmxLinter::start(std::string_view element, const XmlAttributes& attributes) {
  check_repairs();
  check_element(element, attributes);
  check_order(element);
  check_dates(element, attributes);
  if (element == "tmx") check_root(attributes);
  if (element == "header") check_header(attributes);
  if (element == "body") has_body_ = true;
  if (element == "tu") start_unit(attributes);
  if (element == "tuv") start_variant(attributes);
  if (element == "seg" && !variants_.empty()) ++variants_.back().segments;
  check_code(element, attributes);
  open_.emplace_back(element);
}

void TmxLinter::check_element(std::string_view element, const XmlAttributes& attributes) {
  const ElementRule* rule = element_rule(element);
  if (rule == nullptr) {
    const bool is_capital = element_rule(lower_case(element)) != nullptr;
    return add_here("unknown-element", tag(element) + (is_capital ? ": names are in small letters" : " is no element of TMX"));
  }
  const std::string_view parent = open_.empty() ? std::string_view() : std::string_view(open_.back());
  const bool is_in_place = open_.empty() ? rule->parents.empty() : is_among(parent, rule->parents);
  if (!is_in_place) add_here("misplaced", tag(element) + (parent.empty() ? " as root" : " in " + tag(parent)));
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const std::string_view name = attributes.name(i);
    const bool is_of_xml = attributes.prefix(i) == "xml" && (name == "lang" || name == "space");
    if (!is_of_xml && !is_among(name, rule->required) && !is_among(name, rule->allowed)) {
      add_here("unknown-attribute", tag(element) + " has " + in_quotes(name));
    }
  }
  std::string_view required = rule->required;
  while (!required.empty()) {
    const std::size_t end = std::min(required.size(), required.find(' '));
    const std::string_view name = required.substr(0, end);
    if (!attributes.find(name) && name != "version") {
      add_here(name == "srclang" ? "missing-srclang" : "missing-attribute", tag(element) + " has no " + std::string(name));
    }
    required.remove_prefix(std::min(required.size(), end + 1));
  }
}

void TmxLinter::check_root(const XmlAttributes& attributes) {
  const std::string_view version = attributes.find("version").value_or("");
  if (is_among(version, "1.1 1.2 1.3 1.4 1.4b")) return;
  add_here("version", version.empty() ? "<tmx> has no version" : "version " + in_quotes(version) + " of TMX is not known");
}

void TmxLinter::check_header(const XmlAttributes& attributes) {
  has_header_ = true;
  source_ = attributes.find("srclang").value_or("");
  const std::string_view type = attributes.find("segtype").value_or("sentence");
  const std::string_view data = attributes.find("datatype").value_or("plaintext");
  if (!is_among(type, "block paragraph sentence phrase")) add_here("wrong-value", "segtype is " + in_quotes(type));
  if (type == "paragraph") add_here("paragraphs");
  if (!is_among(data, "unknown html plaintext rtf sgml xml")) add_here("datatype", "datatype is " + in_quotes(data));
  if (lower_case(source_) == "*all*") add_here("source-languages", "srclang is *all*");
}

// Notes and properties come first.
void TmxLinter::check_order(std::string_view element) {
  if (element != "note" && element != "prop") return;
  if (open_.empty() || variants_.empty()) return;
  if (open_.back() == "tu") add_here("misplaced", tag(element) + " behind a <tuv>");
  if (open_.back() == "tuv" && variants_.back().segments > 0) add_here("misplaced", tag(element) + " behind the <seg>");
}

void TmxLinter::check_dates(std::string_view element, const XmlAttributes& attributes) {
  if (!is_among(element, "header tu tuv")) return;
  for (const std::string_view name : {"creationdate", "changedate", "lastusagedate"}) {
    const auto date = attributes.find(name);
    if (!date) continue;
    const auto parsed = parse_date(*date);
    if (parsed && format_tmx_date(*parsed) == *date) continue;
    add_here("date", std::string(name) + " is " + in_quotes(*date) + "; it should be as 20260131T120000Z");
  }
}

void TmxLinter::start_unit(const XmlAttributes& attributes) {
  ++report_.units;
  if (watch_) watch_(parser_.offset());
  unit_place_ = parser_.place();
  variants_.clear();
  unit_source_ = attributes.find("srclang").value_or(source_);
  if (!is_same_language(unit_source_, source_)) {
    add_here("source-languages", "srclang is " + in_quotes(unit_source_) + ", in <header> " + in_quotes(source_));
  }
}

void TmxLinter::start_variant(const XmlAttributes& attributes) {
  const auto tag_found = attributes.find("xml", "lang");
  const std::string_view language = tag_found ? *tag_found : attributes.find("lang").value_or("");
  variants_.push_back({lower_case(language), false, 0, 0});
  if (language.empty()) {
    add_here("language-missing");
  } else {
    if (!tag_found) add_here("language-old");
    check_language(language);
  }
}

// Each code is told once: a file has few of them, and many units.
void TmxLinter::check_language(std::string_view tag) {
  if (seen_languages_.size() >= kMaxSeenLanguages || !seen_languages_.insert(std::string(tag)).second) return;
  const auto language = language_of(tag);
  const std::string primary = lower_case(tag.substr(0, std::min(tag.size(), tag.find_first_of("-_"))));
  if (!language) {
    add_here("language-unknown", in_quotes(tag) + " is no language");
  } else if (primary == "kz") {
    add_here("language-of-country", in_quotes(tag) + " is a country; Kazakh is kk");
  } else if (language->region().empty()) {
    add_here("language-without-region", in_quotes(tag) + " has no region, as kk-KZ has");
  }
}

void TmxLinter::check_code(std::string_view element, const XmlAttributes& attributes) {
  if (element == "seg") open_pairs_.clear();
  if (element == "ut") add_here("code-old");
  if (element == "it" && !is_among(attributes.find("pos").value_or("begin"), "begin end")) {
    add_here("wrong-value", "pos of <it> is " + in_quotes(*attributes.find("pos")));
  }
  const std::string number(attributes.find("i").value_or(""));
  if (element == "bpt") open_pairs_.push_back(number);
  if (element != "ept") return;
  const auto begin = std::ranges::find(open_pairs_, number);
  if (begin == open_pairs_.end()) {
    add_here("code-unpaired", "<ept> " + in_quotes(number) + " has no <bpt>");
  } else {
    open_pairs_.erase(begin);
  }
}

void TmxLinter::text(std::string_view text) {
  if (variants_.empty() || !is_among(open_.back(), "seg hi sub")) return;
  Segment& segment = variants_.back();
  segment.has_text = segment.has_text || text.find_first_not_of(" \t\r\n") != std::string_view::npos;
  segment.characters += static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return !is_utf8_continuation(c); }));
}

void TmxLinter::end(std::string_view element) {
  check_repairs();
  if (!open_.empty()) open_.pop_back();
  if (element == "seg") end_segment();
  if (element == "tu") end_unit();
}

void TmxLinter::end_segment() {
  for (const std::string& number : open_pairs_) add_here("code-unpaired", "<bpt> " + in_quotes(number) + " has no <ept>");
  open_pairs_.clear();
  if (variants_.empty() || variants_.back().characters <= kMaxCharacters) return;
  add_here("too-long", std::to_string(variants_.back().characters) + " characters in a segment");
}

void TmxLinter::end_unit() {
  if (variants_.size() < 2) add("one-language", unit_place_);
  if (variants_.size() > kMaxVariants) variants_.resize(kMaxVariants);
  bool has_source = false;
  for (auto variant = variants_.begin(); variant != variants_.end(); ++variant) {
    const auto is_same = [&](const Segment& other) { return other.language == variant->language; };
    if (std::any_of(variants_.begin(), variant, is_same)) {
      add("language-twice", unit_place_, "two <tuv> in " + in_quotes(variant->language));
    }
    if (!variant->has_text) {
      add("empty-segment", unit_place_,
          (variant->segments == 0 ? "no <seg> in the <tuv> of " : "nothing in the <seg> of ") + in_quotes(variant->language));
    }
    const auto language = language_of(variant->language);
    const auto source = language_of(unit_source_);
    has_source = has_source || !source || !language || source->covers(*language) || language->covers(*source);
  }
  if (!has_source && !variants_.empty()) add("source-missing", unit_place_, "no <tuv> in " + in_quotes(unit_source_));
  variants_.clear();
}

void TmxLinter::finish() {
  if (!has_header_) add("missing-element", input_.name(), "there is no <header>");
  if (!has_body_) add("missing-element", input_.name(), "there is no <body>");
  if (report_.units == 0) add("no-units", input_.name());
}

}  // namespace egiz::exchange
