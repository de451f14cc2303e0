// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was done to a memory, and taking it back.

#include <pybind11/pybind11.h>

#include "bindings/python/src/shared_memory.h"

namespace egiz::python {

void bind_history(pybind11::class_<SharedMemory>& memory);

}  // namespace egiz::python
