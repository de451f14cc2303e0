// SPDX-License-Identifier: Apache-2.0
#pragma once

// Word documents: docx, docm, dotx.

#include "exchange/document/archive.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// The text of an Office Open XML text document.  Footnotes and endnotes come behind the paragraph that refers to them.
// Left out: headers, footers, comments, deleted and hidden text, tables of contents.  Throws Error{parse}, Error{unsupported}.
DocumentText read_docx(Archive& archive);

}  // namespace egiz::exchange
