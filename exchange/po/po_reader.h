// SPDX-License-Identifier: Apache-2.0
#pragma once

// PO files of gettext, in.

#include <memory>
#include <string>

#include "exchange/detail/byte_source.h"
#include "exchange/unit_reader.h"

namespace egiz::exchange {

// Reads a PO as read_units does; name is for messages.  The translation is in the language that the header states, the
// source in English, or in the first of options.languages that is another.  Entries that are obsolete, fuzzy or not
// translated are skipped; of a plural, singular and plural are two units.  Notes and references that are not UTF-8 are
// left out.
ReadReport read_po(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                   const UnitReadOptions& options);

}  // namespace egiz::exchange
