// SPDX-License-Identifier: Apache-2.0
#include "exchange/xliff/xliff_unit_writer.h"

#include <vector>

#include "exchange/detail/selection.h"
#include "exchange/xliff/xliff_metadata.h"

namespace egiz::exchange {
namespace {

XliffState state_of(const Origin& origin) {
  switch (origin.kind) {
    case Origin::Kind::reviewed:
      return XliffState::final;
    case Origin::Kind::aligned:
    case Origin::Kind::machine:
      return XliffState::needs_review;
    case Origin::Kind::human:
    case Origin::Kind::imported:
      break;
  }
  return XliffState::translated;
}

std::string first_of(const Properties& properties, const std::string& name) {
  const auto found = properties.find(name);
  return found == properties.end() ? std::string() : found->second;
}

Variant without_codes(const Variant& variant) {
  Variant plain = variant;
  plain.codes.clear();
  return plain;
}

}  // namespace

XliffUnitWriter::XliffUnitWriter(std::ostream& out, XliffVersion version, const UnitWriteOptions& options)
    : out_(out),
      version_(version),
      options_(options),
      codes_(options.full_language_codes, options.language_codes) {
  if (options_.languages.size() > 2) options_.languages.resize(2);
  if (options_.languages.size() == 2) open();
}

void XliffUnitWriter::open() {
  writer_ = open_xliff_writer(out_, version_, codes_.code_of(options_.languages[0]),
                              codes_.code_of(options_.languages[1]));
}

void XliffUnitWriter::write(const TranslationUnit& unit) {
  const std::vector<const Variant*> variants = select_variants(unit, options_.languages);
  const bool has_both = variants.size() >= 2 && (options_.languages.size() < 2 ||
                                                 (options_.languages[0].covers(variants[0]->language) &&
                                                  options_.languages[1].covers(variants[1]->language)));
  if (!has_both) {
    ++left_out_.without_language;
    return;
  }
  if (writer_ == nullptr) {
    options_.languages = {variants[0]->language, variants[1]->language};
    open();
  }
  Variant source, target;
  const bool drops_codes = !options_.has_codes && !(variants[0]->codes.empty() && variants[1]->codes.empty());
  if (drops_codes) {
    source = without_codes(*variants[0]);
    target = without_codes(*variants[1]);
  }
  const std::string tags = variants[0]->language.tag() + " " + variants[1]->language.tag();
  const bool is_as_written = tags == codes_.code_of(options_.languages[0]) + " " + codes_.code_of(options_.languages[1]);
  writer_->write({.document = unit.context.document,
                  .name = unit.context.id,
                  .source = drops_codes ? &source : variants[0],
                  .target = drops_codes ? &target : variants[1],
                  .state = state_of(unit.origin),
                  .exact_state = first_of(unit.properties, "state"),
                  .is_machine = unit.origin.kind == Origin::Kind::machine,
                  .notes = unit.notes,
                  .metadata = xliff_metadata(unit, is_as_written ? "" : tags),
                  .proposals = {}});
}

void XliffUnitWriter::finish() {
  if (writer_ == nullptr) {
    options_.languages = {Language("en"), Language("en")};
    open();
  }
  writer_->finish();
}

}  // namespace egiz::exchange
