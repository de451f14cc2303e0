// SPDX-License-Identifier: Apache-2.0
#pragma once

// Validation by the DTD of TMX 1.4b.

#include <string>

namespace egiz::exchange_test {

// What fixtures/exchange/tmx14.dtd has against the TMX in text; empty when it is valid.
std::string tmx_faults(const std::string& text);

}  // namespace egiz::exchange_test
