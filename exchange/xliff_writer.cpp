// SPDX-License-Identifier: Apache-2.0
#include "exchange/xliff_writer.h"

#include <utility>

#include "exchange/xliff/xliff_1_2_writer.h"
#include "exchange/xliff/xliff_2_1_writer.h"

namespace egiz {

std::unique_ptr<XliffWriter> open_xliff_writer(std::ostream& stream, XliffVersion version, std::string source,
                                               std::string target) {
  if (version == XliffVersion::v1_2) {
    return std::make_unique<exchange::Xliff12Writer>(stream, std::move(source), std::move(target));
  }
  return std::make_unique<exchange::Xliff21Writer>(stream, std::move(source), std::move(target));
}

}  // namespace egiz
