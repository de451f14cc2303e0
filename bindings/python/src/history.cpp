// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/src/history.h"

#include <array>

#include "bindings/python/src/convert.h"
#include "bindings/python/src/use.h"

namespace egiz::python {
namespace {

// [(number, at, added, changed, removed, undoes, stands, author)]
py::list action_rows(SharedMemory& self) {
  py::list rows;
  for (const Action& action : use(self, [](Memory& memory) { return memory.actions(); })) {
    rows.append(py::make_tuple(action.number, seconds_or_none(action.at), action.added, action.changed, action.removed,
                               action.undoes, action.stands, to_str(action.author)));
  }
  return rows;
}

// [(kind, first, last, fields of the unit before or None)]
py::list step_rows(SharedMemory& self, std::int64_t action) {
  constexpr std::array<const char*, 3> kKinds = {"added", "changed", "removed"};
  py::list rows;
  for (const ActionStep& step : use(self, [&](Memory& memory) { return memory.steps(action); })) {
    rows.append(py::make_tuple(kKinds[static_cast<std::size_t>(step.kind)], step.first.value, step.last.value,
                               step.before ? py::object(unit_fields(*step.before)) : py::none()));
  }
  return rows;
}

}  // namespace

void bind_history(py::class_<SharedMemory>& memory) {
  memory.def("actions", &action_rows)
      .def("steps", &step_rows)
      .def("undo", [](SharedMemory& self) { return use(self, [](Memory& opened) { return opened.undo(); }); })
      .def("undo_action",
           [](SharedMemory& self, std::int64_t action) { use(self, [&](Memory& opened) { opened.undo(action); }); })
      .def("set_author",
           [](SharedMemory& self, const py::str& name) {
             const std::string author = to_utf8(name);
             use(self, [&](Memory& opened) { opened.set_author(author); });
           })
      .def("redo", [](SharedMemory& self) { return use(self, [](Memory& opened) { return opened.redo(); }); })
      .def("forget_history",
           [](SharedMemory& self) { use(self, [](Memory& opened) { opened.forget_history(); }); });
}

}  // namespace egiz::python
