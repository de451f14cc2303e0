// SPDX-License-Identifier: Apache-2.0
#pragma once

// Codes back to inline elements.

#include <string>

#include "text/unit.h"

namespace egiz::exchange {

// The content of the <seg> of variant.  A code that was read from TMX comes out as it was; any other becomes bpt and ept
// when its pair is there, it when it is alone, ph when it stands for itself.  Whatever the codes hold, the result is
// well-formed and valid.
std::string segment_as_xml(const Variant& variant);

}  // namespace egiz::exchange
