// SPDX-License-Identifier: Apache-2.0
#include "api/detail/table_format.h"

#include "base/error.h"

namespace egiz::detail {

TableFormat table_format_in(const std::filesystem::path& file) {
  if (const auto format = table_format_of(file)) return *format;
  throw Error(ErrorCode::unsupported, file.string() + ": this is no name of a table; end it in .xlsx, .tsv or .csv");
}

}  // namespace egiz::detail
