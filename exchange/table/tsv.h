// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tab-separated values: a row a unit, a column a language, "\t", "\n", "\r" and "\\" escaped.

#include <memory>
#include <string>
#include <string_view>

#include "exchange/detail/byte_source.h"
#include "exchange/unit_reader.h"

namespace egiz::exchange {

// Reads a TSV as read_units does; name is for messages.
ReadReport read_tsv(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                    const UnitReadOptions& options);

// Appends text as a cell.
void append_tsv_cell(std::string& out, std::string_view text);

// The text of a cell.  A backslash before any other letter is itself.
std::string tsv_cell_text(std::string_view cell);

}  // namespace egiz::exchange
