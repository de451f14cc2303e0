// SPDX-License-Identifier: Apache-2.0
#pragma once

// egiz_format as the facade's formats.  Each throws Error{invalid_argument} for a number that is none.

#include <filesystem>

#include "api/egiz.h"
#include "bindings/c/egiz.h"

namespace egiz::c {

AlignmentFormat alignment_format_in(egiz_format format, const std::filesystem::path& file);
UnitFormat unit_format_in(egiz_format format, const std::filesystem::path& file);

}  // namespace egiz::c
