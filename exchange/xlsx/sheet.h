// SPDX-License-Identifier: Apache-2.0
#pragma once

// The cells of a sheet, row by row.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "exchange/detail/byte_source.h"
#include "exchange/xlsx/shared_strings.h"

namespace egiz::exchange {

// Takes the text of a row's cells, without empty ones at the end, and its number from 1; may change them.  False: no
// more.
using SheetRowSink = std::function<bool(std::size_t number, std::vector<std::string>& cells)>;

// Reads a sheet of a workbook as a stream.  Rows without text are passed over.  A cell has the text that was typed or
// that a formula last gave; a number as the file has it, without its format; an error nothing.  Cells right of column
// 256 are left out: the number of them that were.  place is for messages.  Throws Error{parse}.
std::size_t read_sheet(std::unique_ptr<ByteSource> source, const std::string& place, const SharedStrings& strings,
                       const SheetRowSink& sink);

}  // namespace egiz::exchange
