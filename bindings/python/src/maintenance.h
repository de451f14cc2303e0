// SPDX-License-Identifier: Apache-2.0
#pragma once

// The part of a memory that looks after it and puts documents against it.

#include <pybind11/pybind11.h>

#include "bindings/python/src/shared_memory.h"

namespace egiz::python {

void bind_maintenance(pybind11::module_& module, pybind11::class_<SharedMemory>& memory);

}  // namespace egiz::python
