// SPDX-License-Identifier: Apache-2.0
#pragma once

// TMX 1.1 to 1.4b, in.

#include <memory>
#include <string>

#include "exchange/detail/byte_source.h"
#include "exchange/unit_reader.h"

namespace egiz::exchange {

// Reads a TMX as read_units does; name is for messages.  See docs/unit-formats.md for what becomes what.
ReadReport read_tmx(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                    const UnitReadOptions& options);

}  // namespace egiz::exchange
