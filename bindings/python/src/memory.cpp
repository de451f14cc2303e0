// SPDX-License-Identifier: Apache-2.0

// Memories: opened, filled, searched, written out.

#include "bindings/python/src/alignment.h"
#include "bindings/python/src/convert.h"
#include "bindings/python/src/history.h"
#include "bindings/python/src/look_up.h"
#include "bindings/python/src/maintenance.h"
#include "bindings/python/src/module.h"
#include "bindings/python/src/use.h"

namespace egiz::python {
namespace {

using Path = std::filesystem::path;
using Tags = std::vector<std::string>;

Memory open_memory(const Path& file, const std::string& mode) {
  if (mode == "r") return Memory::open(file, OpenMode::read_only);
  if (mode == "w") return Memory::open(file);
  if (mode == "a") return open_or_create_memory(file);
  if (mode == "x") return Memory::create(file);
  throw Error(ErrorCode::invalid_argument,
              "'" + mode + "': the mode is r (read), w (write), a (write, made when not there) or x (made now)");
}

py::object get(SharedMemory& self, std::int64_t id) {
  const auto unit = use(self, [&](Memory& memory) { return memory.get(UnitId{id}); });
  return unit ? py::object(unit_fields(*unit)) : py::none();
}

std::vector<std::int64_t> ids(SharedMemory& self) {
  return use(self, [](Memory& memory) {
    std::vector<std::int64_t> list;
    for (const UnitId id : memory.ids()) list.push_back(id.value);
    return list;
  });
}

// Takes units from a Python iterator while the memory stores them, and keeps what the iterator raised.
py::tuple add_all(SharedMemory& self, const py::iterator& units, const py::object& progress) {
  py::iterator next = units;
  std::exception_ptr raised;
  const auto pull = [&](TranslationUnit& unit) {
    const py::gil_scoped_acquire acquire;
    try {
      if (next == py::iterator::sentinel()) return false;
      unit = to_unit(next->cast<py::dict>());
      ++next;
      return true;
    } catch (...) {
      raised = std::current_exception();
      throw Error(ErrorCode::cancelled, "the units could not be had");
    }
  };
  try {
    const AddReport report =
        use(self, progress, [&](Memory& memory, const Progress& report_to) { return memory.add_all(pull, report_to); });
    return py::make_tuple(report.added, report.merged);
  } catch (const Error&) {
    if (raised) std::rethrow_exception(raised);
    throw;
  }
}

py::dict result_fields(const AddDocumentsResult& result) {
  py::list documents;
  for (const std::string& name : result.documents) documents.append(to_str(name));
  py::dict fields;
  fields["documents"] = documents;
  fields["segments"] = result.segments;
  fields["units"] = result.units;
  fields["added"] = result.report.added;
  fields["merged"] = result.report.merged;
  fields["parallelism"] = result.parallelism;
  fields["refused"] = result.refused;
  fields["message"] = to_str(result.message);
  fields["findings"] = finding_rows(result.findings);
  return fields;
}

py::dict add_files(SharedMemory& self, const std::vector<Path>& files, const Tags& languages, bool segmented,
                   bool force, const py::object& progress) {
  const AddDocumentsOptions options{.languages = to_languages(languages), .segmented = segmented, .force = force};
  return result_fields(use(self, progress, [&](Memory& memory, const Progress& report) {
    return add_documents(memory, files, options, report);
  }));
}

py::list add_whole_folder(SharedMemory& self, const Path& folder, bool segmented, bool force,
                          const py::object& progress) {
  const AddDocumentsOptions options{.languages = {}, .segmented = segmented, .force = force};
  py::list rows;
  for (const AddDocumentsResult& result : use(self, progress, [&](Memory&memory, const Progress&report) {
         return add_folder(memory, folder, options, report).groups;
       })) {
    rows.append(result_fields(result));
  }
  return rows;
}

py::dict add_alignment(SharedMemory& self, const PythonAlignment& alignment, bool force, const py::object& progress) {
  return result_fields(use(self, progress, [&](Memory& memory, const Progress& report) {
    return add_aligned(memory, *alignment.aligned, force, report);
  }));
}

py::dict import_units(SharedMemory& self, const Path& file, const Tags& languages, const py::object& progress) {
  const ImportResult result = use(self, progress, [&](Memory& memory, const Progress& report) {
    return import_file(memory, file, {.read = {.languages = to_languages(languages)}}, report);
  });
  py::dict fields;
  fields["read"] = result.read.read;
  fields["skipped"] = result.read.skipped;
  fields["repaired"] = result.read.repaired;
  fields["added"] = result.added.added;
  fields["merged"] = result.added.merged;
  fields["findings"] = finding_rows(result.read.findings);
  return fields;
}

py::tuple export_units(SharedMemory& self, const Path& file, const std::optional<std::string>& format,
                       const Tags& languages, bool overwrite, const py::object& progress) {
  const UnitFormat wanted = format ? to_unit_format(*format) : unit_format_of(file);
  const UnitWriteOptions options{.languages = to_languages(languages), .overwrite = overwrite};
  const ExportResult result = use(self, progress, [&](Memory& memory, const Progress& report) {
    return export_memory(memory, file, wanted, options, report);
  });
  return py::make_tuple(result.written, result.left_out.total());
}

// [(language, units, characters)]
py::list language_rows(SharedMemory& self) {
  py::list rows;
  for (const Memory::LanguageCount& count : use(self, [](Memory& memory) { return memory.languages(); })) {
    rows.append(py::make_tuple(count.language.tag(), count.units, count.characters));
  }
  return rows;
}

}  // namespace

void bind_memory(py::module_& module) {
  py::class_<SharedMemory> memory_class(module, "Memory");
  memory_class
      .def(py::init([](const Path& file, const std::string& mode) {
        return without_gil([&] { return std::make_unique<SharedMemory>(open_memory(file, mode)); });
      }))
      .def_property_readonly("path", [](const SharedMemory& self) { return self.path(); })
      .def_property_readonly("closed", &SharedMemory::is_closed)
      .def("close", [](SharedMemory& self) { without_gil([&] { self.close(); }); })
      .def("size", [](SharedMemory& self) { return use(self, [](Memory& memory) { return memory.size(); }); })
      .def("languages", &language_rows)
      .def("ids", &ids)
      .def("get", &get)
      .def("add",
           [](SharedMemory& self, const py::dict& fields) {
             const TranslationUnit unit = to_unit(fields);
             return use(self, [&](Memory& memory) { return memory.add(unit).value; });
           })
      .def("update",
           [](SharedMemory& self, std::int64_t id, const py::dict& fields) {
             const TranslationUnit unit = to_unit(fields);
             use(self, [&](Memory& memory) { memory.update(UnitId{id}, unit); });
           })
      .def("remove",
           [](SharedMemory& self, std::int64_t id) { use(self, [&](Memory& memory) { memory.remove(UnitId{id}); }); })
      .def("add_all", &add_all)
      .def("add_documents", &add_files)
      .def("add_folder", &add_whole_folder)
      .def("add_alignment", &add_alignment)
      .def("import_file", &import_units)
      .def("export", &export_units);
  bind_look_up(module);
  bind_maintenance(module, memory_class);
  bind_history(memory_class);
}

}  // namespace egiz::python
