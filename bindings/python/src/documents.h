// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands behind Document in Python.

#include <memory>

#include "api/egiz.h"

namespace egiz::python {

struct PythonDocument {
  std::shared_ptr<const LoadedDocument> loaded;
};

}  // namespace egiz::python
