// SPDX-License-Identifier: Apache-2.0

// Error as Python's exceptions: the table of docs/architecture.md.

#include "bindings/python/src/convert.h"
#include "bindings/python/src/module.h"

namespace egiz::python {
namespace {

py::object exception_class(ErrorCode code) {
  const auto builtin = [](PyObject* type) { return py::reinterpret_borrow<py::object>(type); };
  const auto ours = [](const char* name) { return py::module_::import("egiz.errors").attr(name).cast<py::object>(); };
  switch (code) {
    case ErrorCode::invalid_argument:
      return builtin(PyExc_ValueError);
    case ErrorCode::parse:
      return ours("ParseError");
    case ErrorCode::unsupported:
      return ours("Error");
    case ErrorCode::not_found:
      return builtin(PyExc_FileNotFoundError);
    case ErrorCode::exists:
      return builtin(PyExc_FileExistsError);
    case ErrorCode::busy:
      return ours("BusyError");
    case ErrorCode::io:
      return builtin(PyExc_OSError);
    case ErrorCode::cancelled:
      return ours("CancelledError");
  }
  return builtin(PyExc_RuntimeError);
}

}  // namespace

void bind_errors(py::module_&) {
  py::register_exception_translator([](std::exception_ptr raised) {
    try {
      if (raised) std::rethrow_exception(raised);
    } catch (const Error& error) {
      PyErr_SetObject(exception_class(error.code()).ptr(), to_str(error.what()).ptr());
    }
  });
}

}  // namespace egiz::python
