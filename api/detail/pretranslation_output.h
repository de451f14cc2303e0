// SPDX-License-Identifier: Apache-2.0
#pragma once

// A pretranslated document as a table and as XLIFF.

#include <iosfwd>

#include "api/analysis.h"
#include "exchange/table_writer.h"
#include "exchange/xliff_writer.h"

namespace egiz::detail {

void write_pretranslated_table(const Pretranslation& pretranslation, std::ostream& stream, TableFormat format);
void write_pretranslated_xliff(const Pretranslation& pretranslation, std::ostream& stream, XliffVersion version);

}  // namespace egiz::detail
