// SPDX-License-Identifier: Apache-2.0
#pragma once

// XLIFF 1.2 and 2.x, in, and its dialects (SDLXLIFF, MQXLIFF, MXLIFF).

#include <memory>
#include <string>

#include "exchange/detail/byte_source.h"
#include "exchange/unit_reader.h"

namespace egiz::exchange {

// Reads an XLIFF as read_units does: a unit for each segment that has a translation; name is for messages.  See
// docs/unit-formats.md for what becomes what.
ReadReport read_xliff(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                      const UnitReadOptions& options);

}  // namespace egiz::exchange
