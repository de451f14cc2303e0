// SPDX-License-Identifier: Apache-2.0

// Reads any bytes as a data file of the segmenter.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/error.h"
#include "text/segmentation_rules.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  egiz::SegmentationRules rules;
  try {
    rules.add(std::string(data, data + size), "fuzz");
  } catch (const egiz::Error&) {
    return 0;
  }
  return 0;
}
