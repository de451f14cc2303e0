// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of the module _egiz, each bound in its own file.

#include <pybind11/pybind11.h>

namespace egiz::python {

void bind_errors(pybind11::module_& module);
void bind_documents(pybind11::module_& module);
void bind_alignment(pybind11::module_& module);
void bind_memory(pybind11::module_& module);

}  // namespace egiz::python
