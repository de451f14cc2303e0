// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units from somewhere into a memory, reading and storing at once.

#include <functional>

#include "base/progress.h"
#include "exchange/unit_reader.h"
#include "tm/memory.h"

namespace egiz::detail {

// Runs read in a thread of its own and adds what it gives to its sink, in one transaction.  Throws what read throws;
// then nothing was added.
AddReport add_from(Memory& memory, const std::function<void(const UnitSink&)>& read, const Progress& progress);

}  // namespace egiz::detail
