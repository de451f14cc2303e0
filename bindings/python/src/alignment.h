// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands behind Alignment in Python.

#include <memory>

#include "api/egiz.h"

namespace egiz::python {

struct PythonAlignment {
  std::shared_ptr<const AlignedDocuments> aligned;
};

}  // namespace egiz::python
