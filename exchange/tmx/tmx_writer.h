// SPDX-License-Identifier: Apache-2.0
#pragma once

// TMX 1.4b, out.

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/detail/language_codes.h"
#include "exchange/detail/xml_writer.h"
#include "exchange/tmx/dialect.h"
#include "exchange/unit_writer.h"

namespace egiz::exchange {

// Writes a TMX that is valid by the DTD of the standard and that read_tmx reads back as the same units (but for
// characters that XML cannot hold), in the profile egiz.  The source language of the file is the first of
// options.languages, or of the first unit; a unit whose first variant is in another language says so.
class TmxWriter : public UnitWriter {
 public:
  TmxWriter(std::ostream& out, const UnitWriteOptions& options);

  void write(const TranslationUnit& unit) override;
  void finish() override;
  LeftOut left_out() const override { return left_out_; }

 private:
  void write_header(const Language& source);
  void write_unit_attributes(const TranslationUnit& unit, const Language& source);
  void write_authors(const TranslationUnit& unit);
  void write_origin(const Origin& origin);
  void write_unit_context(const TranslationUnit& unit, const std::vector<const Variant*>& variants);
  void write_unit_properties(const TranslationUnit& unit, const std::vector<const Variant*>& variants);
  void write_variant(const TranslationUnit& unit, const Variant& variant, bool is_source);
  void write_if(std::string_view type, const std::string& value);
  void write_property(std::string_view type, std::string_view value);

  UnitWriteOptions options_;
  const Dialect& dialect_;
  LanguageCodes codes_;
  XmlWriter xml_;
  std::string source_;  // srclang; empty until the header is written
  LeftOut left_out_;
};

}  // namespace egiz::exchange
