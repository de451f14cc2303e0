// SPDX-License-Identifier: Apache-2.0
#pragma once

// Long work without the GIL: other Python threads run meanwhile, Ctrl-C and the caller's function can stop it.

#include <pybind11/pybind11.h>

#include <chrono>
#include <exception>
#include <thread>

#include "api/egiz.h"

namespace egiz::python {

namespace py = pybind11;

// A Progress that calls a Python function (or none) and looks for signals.
class PythonProgress {
 public:
  // function(done, total): returns False to stop; or None.
  explicit PythonProgress(py::object function) : function_(std::move(function)) {}

  // Throws nothing.
  // REQUIRES: this outlives it
  Progress progress() {
    return [this](std::uint64_t done, std::uint64_t total) { return report(done, total); };
  }

  // Raises again what the function, or Ctrl-C, raised; returns when nothing was.
  void rethrow() const {
    if (raised_) std::rethrow_exception(raised_);
  }

 private:
  bool report(std::uint64_t done, std::uint64_t total);
  bool is_due();

  py::object function_;
  std::thread::id caller_ = std::this_thread::get_id();  // Python looks for signals on its own thread alone
  std::exception_ptr raised_;
  std::chrono::steady_clock::time_point looked_;
};

// Runs work(progress) without the GIL and returns what it returns.
template <typename Work>
auto with_progress(const py::object& function, Work&& work) {
  PythonProgress python(function);
  try {
    const py::gil_scoped_release release;
    return work(python.progress());
  } catch (const Error& error) {
    if (error.code() == ErrorCode::cancelled) python.rethrow();
    throw;
  }
}

template <typename Work>
auto without_gil(Work&& work) {
  const py::gil_scoped_release release;
  return work();
}

}  // namespace egiz::python
