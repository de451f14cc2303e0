// SPDX-License-Identifier: Apache-2.0
#pragma once

// Excel workbooks with a table of translations, in.

#include <string>
#include <string_view>

#include "exchange/unit_reader.h"

namespace egiz::exchange {

// Reads the tables of a workbook's visible sheets as read_units does; name is for messages.  A sheet has a column for
// each of two languages or more, which its heading names, or else its text shows (table/sheet_table.h).  The sheets
// stream; the packed file and the strings that they share are in memory.  Throws Error{parse} when no sheet has such a
// table, Error{unsupported} for another kind of archive, one with a password and one beyond options.limits.
ReadReport read_xlsx(std::string_view bytes, const std::string& name, const UnitSink& sink,
                     const UnitReadOptions& options);

}  // namespace egiz::exchange
