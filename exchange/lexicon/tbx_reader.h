// SPDX-License-Identifier: Apache-2.0
#pragma once

// TBX (ISO 30042), version 2 (<martif>) and 3 (<tbx>), in.

#include <memory>
#include <string>

#include "exchange/detail/byte_source.h"
#include "exchange/lexicon_reader.h"

namespace egiz::exchange {

// The terms of every concept.  Definitions, notes and grammar are left out.  Throws as read_lexicon does.
LexiconFile read_tbx(std::unique_ptr<ByteSource> source, const std::string& name);

}  // namespace egiz::exchange
