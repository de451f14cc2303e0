// SPDX-License-Identifier: Apache-2.0
#pragma once

// Subtitles: SubRip (srt) and WebVTT.

#include <string_view>

#include "exchange/document_limits.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// What is said, a sentence a paragraph where a sentence runs over several cues.  Numbers, times, settings, styles and
// comments are left out; a line that begins with a dash is another speaker, and a paragraph of its own.
// Throws Error{parse} when the bytes are no text, or no cue is in them.
DocumentText read_subtitles(std::string_view bytes, std::string_view name, const DocumentLimits& limits);

}  // namespace egiz::exchange
