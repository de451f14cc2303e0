// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON Lines, in: one unit a line, as docs/unit-formats.md describes.

#include <memory>
#include <string>

#include "exchange/detail/byte_source.h"
#include "exchange/unit_reader.h"

namespace egiz::exchange {

// Reads a JSONL as read_units does; name is for messages.  A line that is no unit is skipped and reported; when the
// first line is not JSON, Error{parse}.
ReadReport read_jsonl(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                      const UnitReadOptions& options);

}  // namespace egiz::exchange
