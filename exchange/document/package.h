// SPDX-License-Identifier: Apache-2.0
#pragma once

// Documents that are zip archives.

#include <string_view>

#include "exchange/document_limits.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// Reads a docx, odt or epub, told apart by what is in the archive.  Throws Error{parse} for a damaged archive,
// Error{unsupported} for one that is something else, saying what.
DocumentText read_package(std::string_view bytes, std::string_view name, const DocumentLimits& limits);

}  // namespace egiz::exchange
