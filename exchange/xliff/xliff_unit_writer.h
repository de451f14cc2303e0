// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units as XLIFF.

#include <memory>
#include <ostream>

#include "exchange/detail/language_codes.h"
#include "exchange/unit_writer.h"
#include "exchange/xliff_writer.h"

namespace egiz::exchange {

// A segment a unit: the first two of options.languages, or those of the first unit.  Reviewed units are final, aligned
// and machine-made ones need review, all others are translated, unless the property "state" says otherwise.
class XliffUnitWriter : public UnitWriter {
 public:
  XliffUnitWriter(std::ostream& out, XliffVersion version, const UnitWriteOptions& options);

  void write(const TranslationUnit& unit) override;
  void finish() override;
  LeftOut left_out() const override { return left_out_; }

 private:
  void open();

  std::ostream& out_;
  XliffVersion version_;
  UnitWriteOptions options_;
  LanguageCodes codes_;
  std::unique_ptr<XliffWriter> writer_;  // once the languages are known
  LeftOut left_out_;
};

}  // namespace egiz::exchange
