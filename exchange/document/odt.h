// SPDX-License-Identifier: Apache-2.0
#pragma once

// OpenDocument texts: odt, ott, fodt.

#include <string_view>

#include "exchange/document/archive.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// The text of a document.  Left out: headers, footers, comments, deleted and hidden text, tables of contents.
// Throws Error{parse}; Error{unsupported} when it is protected by a password.
DocumentText read_odt(Archive& archive);

// The same for a flat document, one XML file.
DocumentText read_flat_odt(std::string_view xml, std::string_view name, const DocumentLimits& limits);

}  // namespace egiz::exchange
