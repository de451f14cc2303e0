// SPDX-License-Identifier: Apache-2.0
#include "base/version.h"

namespace egiz {

std::string_view version() noexcept { return EGIZ_VERSION; }

}  // namespace egiz
