// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/src/maintenance.h"

#include "bindings/python/src/convert.h"
#include "bindings/python/src/look_up.h"
#include "bindings/python/src/use.h"

namespace egiz::python {
namespace {

using Path = std::filesystem::path;
using Tags = std::vector<std::string>;

std::optional<Language> optional_language(const std::optional<std::string>& tag) {
  return tag ? std::optional(to_language(*tag)) : std::nullopt;
}

// [(id, check, language, text, message)]
py::list check(const Path& file, const Tags& languages, const std::vector<std::string>& only,
               const std::vector<std::string>& skip, const std::optional<Path>& terms, const py::object& progress) {
  CheckOptions options{.languages = to_languages(languages), .only = only, .skip = skip, .terms = {}};
  std::vector<ReportedFinding> findings;
  with_progress(progress, [&](const Progress& report) {
    if (terms) options.terms = read_terms(*terms);
    return check_file(
        file, options, [&](const ReportedFinding& one) { findings.push_back(one); }, report);
  });
  py::list rows;
  for (const auto& [finding, text] : findings) {
    rows.append(py::make_tuple(finding.id.value, to_str(finding.check), finding.language.tag(), to_str(text),
                               to_str(finding.message)));
  }
  return rows;
}

// [(id, fields)]
py::list find_rows(SharedMemory& self, const std::string& text, const Tags& languages, const std::string& document,
                   const std::optional<std::string>& origin,
                   const std::optional<std::pair<std::string, std::string>>& property, const py::object& progress) {
  UnitSelection selection;
  selection.filter = {.document = document, .languages = to_languages(languages), .text = text};
  if (origin) selection.filter.origins = {to_origin(*origin)};
  if (property) selection.filter.properties.insert(*property);
  py::list rows;
  for (const NumberedUnit& unit : use(self, progress, [&](Memory&memory, const Progress&report) {
         return find_units(memory, selection, report);
       })) {
    rows.append(py::make_tuple(unit.id.value, unit_fields(unit.unit)));
  }
  return rows;
}

void remove_all(SharedMemory& self, const std::vector<std::int64_t>& numbers, const py::object& progress) {
  std::vector<UnitId> ids;
  for (const std::int64_t number : numbers) ids.push_back({number});
  use(self, progress, [&](Memory& memory, const Progress& report) { return remove_units(memory, ids, report); });
}

// [(kept, [extra])]
py::list duplicate_rows(SharedMemory& self, const std::optional<std::string>& source, const py::object& progress) {
  const std::optional<Language> language = optional_language(source);
  py::list rows;
  for (const DuplicateGroup& group : use(self, progress, [&](Memory&memory, const Progress&report) {
         return find_duplicates(memory, language, report);
       })) {
    std::vector<std::int64_t> extra;
    for (const UnitId id : group.extra) extra.push_back(id.value);
    rows.append(py::make_tuple(group.kept.value, extra));
  }
  return rows;
}

py::tuple merge(SharedMemory& self, const Path& file, const py::object& progress) {
  const AddReport report = use(
      self, progress, [&](Memory& memory, const Progress& report_to) { return merge_memory(memory, file, report_to); });
  return py::make_tuple(report.added, report.merged);
}

void back_up(SharedMemory& self, const Path& file, bool overwrite, const py::object& progress) {
  use(self, progress, [&](Memory& memory, const Progress& report) { back_up_memory(memory, file, overwrite, report); });
}

// [(file, band, segments, words, characters, characters_with_spaces, pages)]
py::list analysis_rows(const SharedMemories& asked, const std::vector<Path>& files,
                       const std::optional<std::string>& from, const std::string& to, bool segmented,
                       const QueryArguments& arguments, const py::object& progress) {
  const AnalyseOptions options{.from = optional_language(from),
                               .to = to_language(to),
                               .segmented = segmented,
                               .rules = {},
                               .limits = {},
                               .find = arguments.options()};
  const auto analysis = use_all(asked, progress, [&](std::span<const MemoryToAsk> memories, const Progress& report) {
    return analyse_files(memories, files, options, report);
  });
  py::list rows;
  for (const FileAnalysis& file : analysis.files) {
    for (std::size_t i = 0; i < kBandCount; ++i) {
      const Volume& volume = file.bands[i];
      rows.append(py::make_tuple(to_str(file.name), to_str(band_name(static_cast<Band>(i))), volume.segments,
                                 volume.words, volume.characters, volume.characters_with_spaces, volume.pages()));
    }
  }
  return rows;
}

// [(source, paragraph, match fields or None)]
py::list pretranslated_rows(const SharedMemories& asked, const Path& file, const std::optional<std::string>& from,
                            const std::string& to, bool segmented, const QueryArguments& arguments,
                            const py::object& progress) {
  const PretranslateOptions options{.from = optional_language(from),
                                    .to = to_language(to),
                                    .segmented = segmented,
                                    .rules = {},
                                    .limits = {},
                                    .find = arguments.options()};
  const auto done = use_all(asked, progress, [&](std::span<const MemoryToAsk> memories, const Progress& report) {
    return pretranslate_file(memories, file, options, report);
  });
  const Document& document = done.source.document;
  py::list rows;
  for (std::size_t i = 0; i < document.size(); ++i) {
    py::object match = py::none();
    const std::string_view text = document.segment_text(i);
    if (done.matches[i]) match = match_rows({*done.matches[i]}, text, document.language(), done.to, asked)[0];
    rows.append(py::make_tuple(to_str(text), document.segments()[i].paragraph, match));
  }
  return rows;
}

std::size_t review_to_file(SharedMemory& self, const Path& file, double below, bool with_findings,
                           const Tags& languages, const std::string& document, bool overwrite,
                           const py::object& progress) {
  const ReviewOptions options{.below = below,
                              .with_findings = with_findings,
                              .languages = to_languages(languages),
                              .filter = {.document = document},
                              .overwrite = overwrite};
  return use(self, progress,
             [&](Memory& memory, const Progress& report) { return write_review(memory, file, options, report); });
}

py::dict review_from_file(SharedMemory& self, const Path& file, const std::string& reviewer,
                          const py::object& progress) {
  const ReviewReport report = use(self, progress, [&](Memory& memory, const Progress& report_to) {
    return apply_review(memory, file, reviewer, report_to);
  });
  py::dict fields;
  fields["rows"] = report.rows;
  fields["accepted"] = report.accepted;
  fields["corrected"] = report.corrected;
  fields["removed"] = report.removed;
  fields["untouched"] = report.untouched;
  fields["findings"] = finding_rows(report.findings);
  return fields;
}

}  // namespace

void bind_maintenance(py::module_& module, py::class_<SharedMemory>& memory) {
  module.def("check", &check);
  module.def("analyse", &analysis_rows);
  module.def("pretranslate", &pretranslated_rows);
  memory.def("find_units", &find_rows)
      .def("remove_all", &remove_all)
      .def("duplicates", &duplicate_rows)
      .def("merge", &merge)
      .def("backup", &back_up)
      .def("write_review", &review_to_file)
      .def("apply_review", &review_from_file);
}

}  // namespace egiz::python
