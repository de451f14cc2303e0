// SPDX-License-Identifier: Apache-2.0
#pragma once

// Comma-separated values (RFC 4180), in.

#include <memory>
#include <string>

#include "exchange/detail/byte_source.h"
#include "exchange/unit_reader.h"

namespace egiz::exchange {

// Reads a CSV as read_units does; name is for messages.  The separator is a semicolon or a tab when the first row has
// more of them than commas, as programs under a Russian locale write.
ReadReport read_csv(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                    const UnitReadOptions& options);

}  // namespace egiz::exchange
