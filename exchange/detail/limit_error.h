// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is said of a file that asks for more than DocumentLimits allow.

#include <string>
#include <string_view>

#include "base/error.h"

namespace egiz::exchange {

// limit is the name by which it can be raised.
inline Error limit_error(std::string_view place, std::string_view what, std::string_view limit) {
  return Error(ErrorCode::unsupported, std::string(place) + ": " + std::string(what) + "; raise the limit \"" +
                                           std::string(limit) + "\" (--limits) if you trust the file");
}

}  // namespace egiz::exchange
