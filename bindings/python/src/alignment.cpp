// SPDX-License-Identifier: Apache-2.0

// Documents to alignments, one group or a whole list.

#include "bindings/python/src/alignment.h"

#include <sstream>

#include "bindings/python/src/convert.h"
#include "bindings/python/src/documents.h"
#include "bindings/python/src/module.h"
#include "bindings/python/src/work.h"

namespace egiz::python {
namespace {

using Path = std::filesystem::path;
using Tags = std::vector<std::string>;
using Ends = std::pair<std::size_t, std::size_t>;

// Options for documents that are loaded, and the lexicon that they point to.
struct AligningOptions {
  AligningOptions(const std::vector<Path>& lexicons, const std::optional<Path>& memory,
                  const std::optional<Path>& fixed, bool moves)
      : lexicon(to_lexicon(lexicons, memory)),
        options{
            .lexicon = lexicon.get(), .fixed = fixed ? read_fixed_beads(*fixed) : std::vector<Bead>{}, .moves = moves} {
  }

  std::shared_ptr<const Lexicon> lexicon;
  AlignDocumentsOptions options;
};

// Runs make(progress).
template <typename Make>
PythonAlignment make_alignment(const py::object& progress, Make&& make) {
  return {with_progress(
      progress, [&](const Progress& report) { return std::make_shared<const AlignedDocuments>(make(report)); })};
}

PythonAlignment align_loaded(const std::vector<PythonDocument>& documents, const std::vector<Path>& lexicons,
                             const std::optional<Path>& memory, const std::optional<Path>& fixed, bool moves,
                             const py::object& progress) {
  return make_alignment(progress, [&](const Progress& report) {
    std::vector<LoadedDocument> loaded;
    for (const PythonDocument& document : documents) loaded.push_back(*document.loaded);
    const AligningOptions options(lexicons, memory, fixed, moves);
    return align_documents(std::move(loaded), options.options, report);
  });
}

PythonAlignment align_paths(const std::vector<Path>& files, const Tags& languages, bool segmented,
                            const std::vector<Path>& lexicons, const std::optional<Path>& memory,
                            const std::optional<Path>& fixed, bool moves, const py::object& progress) {
  AddDocumentsOptions options{.languages = to_languages(languages), .segmented = segmented, .moves = moves};
  return make_alignment(progress, [&](const Progress& report) {
    const AligningOptions aligning(lexicons, memory, fixed, moves);
    options.lexicon = aligning.options.lexicon;
    options.fixed = aligning.options.fixed;
    return align_files(files, options, report);
  });
}

std::unique_ptr<DocumentPairAligner> make_pair_aligner(const PythonDocument& source, const PythonDocument& target,
                                                       const std::vector<Path>& lexicons,
                                                       const std::optional<Path>& memory,
                                                       const std::optional<Path>& fixed, bool moves,
                                                       const py::object& progress) {
  return with_progress(progress, [&](const Progress& report) {
    const AligningOptions options(lexicons, memory, fixed, moves);
    return std::make_unique<DocumentPairAligner>(*source.loaded, *target.loaded, options.options, report);
  });
}

// fixed: [((begin, end), (begin, end))]
PythonAlignment realign(const DocumentPairAligner& self, const std::vector<std::pair<Ends, Ends>>& fixed) {
  std::vector<Bead> beads;
  for (const auto& [source, target] : fixed) {
    beads.push_back({{source.first, source.second}, {target.first, target.second}, 1});
  }
  return {without_gil([&] { return std::make_shared<const AlignedDocuments>(self.realign(beads)); })};
}

// [((document, document), (begin, end), (begin, end))]
py::list stretch_rows(const std::vector<AlignedDocuments::Stretch>& stretches) {
  py::list rows;
  for (const AlignedDocuments::Stretch& stretch : stretches) {
    rows.append(py::make_tuple(py::make_tuple(stretch.source_document, stretch.target_document),
                               py::make_tuple(stretch.source.begin, stretch.source.end),
                               py::make_tuple(stretch.target.begin, stretch.target.end)));
  }
  return rows;
}

py::str pair_documents_of(const Path& folder, const Tags& languages, bool segmented, const std::vector<Path>& lexicons,
                          const std::optional<Path>& memory, const py::object& progress) {
  PairFolderOptions options{.languages = to_languages(languages), .segmented = segmented};
  return to_str(with_progress(progress, [&](const Progress& report) {
    const auto lexicon = to_lexicon(lexicons, memory);
    options.lexicon = lexicon.get();
    return pairing_json(pair_folder(folder, options, report));
  }));
}

std::vector<PythonDocument> documents(const PythonAlignment& self) {
  std::vector<PythonDocument> lent;  // each keeps the alignment alive
  for (const LoadedDocument& loaded : self.aligned->documents) lent.push_back({{self.aligned, &loaded}});
  return lent;
}

// ([(begin, end)], [text], confidence)
py::tuple bead_row(const PythonAlignment& self, std::size_t index) {
  const AlignedBead& bead = self.aligned->beads.at(index);
  py::list sides;
  py::list texts;
  for (std::size_t side = 0; side < bead.sides.size(); ++side) {
    sides.append(py::make_tuple(bead.sides[side].begin, bead.sides[side].end));
    texts.append(to_str(bead_text(self.aligned->documents[side].document, bead.sides[side])));
  }
  return py::make_tuple(sides, texts, bead.confidence);
}

py::list unit_rows(const PythonAlignment& self) {
  py::list rows;
  for (const TranslationUnit& unit : to_units(*self.aligned)) rows.append(unit_fields(unit));
  return rows;
}

void write(const PythonAlignment& self, const Path& file, const std::optional<std::string>& format, bool overwrite) {
  const AlignmentFormat wanted = format ? to_alignment_format(*format) : alignment_format_of(file);
  without_gil([&] { write_alignment(*self.aligned, file, wanted, overwrite); });
}

py::str to_text(const PythonAlignment& self, const std::string& format) {
  std::ostringstream stream;
  write_alignment(*self.aligned, stream, to_alignment_format(format));
  return to_str(stream.str());
}

const char* outcome_name(AlignJobResult::Outcome outcome) {
  switch (outcome) {
    case AlignJobResult::Outcome::aligned:
      return "aligned";
    case AlignJobResult::Outcome::skipped:
      return "skipped";
    case AlignJobResult::Outcome::failed:
      return "failed";
  }
  return "failed";
}

// [(outcome, beads, parallelism, message)]
py::list align_jobs(const std::vector<std::tuple<Path, Path, Path, Path>>& paths, const Tags& languages, bool segmented,
                    const std::string& format, bool overwrite, bool resume, const std::vector<Path>& lexicons,
                    const std::optional<Path>& memory, bool moves, const py::object& progress) {
  std::vector<AlignJob> jobs;
  for (const auto& [source, target, output, fixed] : paths) jobs.push_back({source, target, output, fixed});
  AlignListOptions options{.languages = to_languages(languages),
                           .segmented = segmented,
                           .format = to_alignment_format(format),
                           .overwrite = overwrite,
                           .resume = resume,
                           .moves = moves};
  py::list rows;
  for (const AlignJobResult& result : with_progress(progress, [&](const Progress& report) {
         const auto lexicon = to_lexicon(lexicons, memory);
         options.lexicon = lexicon.get();
         return align_list(jobs, options, report);
       })) {
    rows.append(py::make_tuple(outcome_name(result.outcome), result.beads, result.parallelism, to_str(result.message)));
  }
  return rows;
}

std::vector<std::tuple<Path, Path, Path, Path>> job_rows(const Path& file) {
  std::vector<std::tuple<Path, Path, Path, Path>> rows;
  for (const AlignJob& job : read_job_list(file)) rows.emplace_back(job.source, job.target, job.output, job.fixed);
  return rows;
}

py::dict score_fields(const Path& gold, const Path& hypothesis) {
  const AlignmentScore score = evaluate_files(gold, hypothesis);
  py::dict fields;
  fields["strict_precision"] = score.strict_precision();
  fields["strict_recall"] = score.strict_recall();
  fields["strict_f1"] = score.strict_f1();
  fields["lax_precision"] = score.lax_precision();
  fields["lax_recall"] = score.lax_recall();
  fields["lax_f1"] = score.lax_f1();
  fields["null_f1"] = score.null_f1();
  return fields;
}

}  // namespace

void bind_alignment(py::module_& module) {
  py::class_<PythonAlignment>(module, "Alignment")
      .def_property_readonly("parallelism", [](const PythonAlignment& self) { return self.aligned->parallelism; })
      .def("documents", &documents)
      .def("bead_count", [](const PythonAlignment& self) { return self.aligned->beads.size(); })
      .def("bead", &bead_row)
      .def("untranslated", [](const PythonAlignment& self) { return stretch_rows(self.aligned->untranslated); })
      .def("moves", [](const PythonAlignment& self) { return stretch_rows(self.aligned->moves); })
      .def("units", &unit_rows)
      .def("write", &write)
      .def("to_text", &to_text);
  py::class_<DocumentPairAligner>(module, "PairAligner").def(py::init(&make_pair_aligner)).def("realign", &realign);
  module.def("align_documents", &align_loaded);
  module.def("align_files", &align_paths);
  module.def("align_list", &align_jobs);
  module.def("pair_folder", &pair_documents_of);
  module.def("read_job_list", &job_rows);
  module.def("evaluate_files", &score_fields);
}

}  // namespace egiz::python
