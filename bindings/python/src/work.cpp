// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/src/work.h"

namespace egiz::python {

bool PythonProgress::report(std::uint64_t done, std::uint64_t total) {
  if (function_.is_none() && !is_due()) return true;
  const py::gil_scoped_acquire acquire;
  try {
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (function_.is_none()) return true;
    return !function_(done, total).is(py::bool_(false));
  } catch (...) {
    raised_ = std::current_exception();
    return false;
  }
}

// Taking the GIL costs the other threads; ten times a second is soon enough for Ctrl-C.
bool PythonProgress::is_due() {
  if (std::this_thread::get_id() != caller_) return false;
  const auto now = std::chrono::steady_clock::now();
  if (now - looked_ < std::chrono::milliseconds(100)) return false;
  looked_ = now;
  return true;
}

}  // namespace egiz::python
