// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/src/convert.h"

namespace egiz::python {

std::string to_utf8(const py::handle& text) {
  if (!PyUnicode_Check(text.ptr())) {
    throw py::type_error("a str is wanted, not " + py::str(py::type::of(text).attr("__name__")).cast<std::string>());
  }
  Py_ssize_t size = 0;
  const char* bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (!bytes) throw py::error_already_set();
  return {bytes, static_cast<std::size_t>(size)};
}

py::str to_str(std::string_view text) {
  PyObject* object = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "surrogateescape");
  if (!object) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(object);
}

std::vector<ByteRange> to_code_points(std::string_view text, const std::vector<ByteRange>& ranges) {
  std::vector<std::size_t> offsets;
  for (const ByteRange& range : ranges) offsets.insert(offsets.end(), {range.begin, range.end});
  offsets = code_point_offsets(text, offsets);
  std::vector<ByteRange> converted;
  for (std::size_t i = 0; i < offsets.size(); i += 2) converted.push_back({offsets[i], offsets[i + 1]});
  return converted;
}

Language to_language(const std::string& tag) { return Language(tag); }

std::vector<Language> to_languages(const std::vector<std::string>& tags) { return {tags.begin(), tags.end()}; }

AlignmentFormat to_alignment_format(const std::string& name) {
  if (name == "ladder") return AlignmentFormat::ladder;
  if (name == "tmx") return AlignmentFormat::tmx;
  if (name == "tsv") return AlignmentFormat::tsv;
  if (name == "jsonl") return AlignmentFormat::jsonl;
  if (name == "moses") return AlignmentFormat::moses;
  throw Error(ErrorCode::invalid_argument, name + ": a format is tmx, tsv, jsonl, ladder or moses");
}

UnitFormat to_unit_format(const std::string& name) {
  if (const auto format = unit_format(name)) return *format;
  throw Error(ErrorCode::invalid_argument, name + ": a format is tmx, xliff, xliff2, tsv, csv, xlsx, jsonl or moses");
}

py::object seconds_or_none(const std::optional<std::chrono::sys_seconds>& time) {
  if (!time) return py::none();
  return py::int_(std::int64_t{time->time_since_epoch().count()});
}

std::shared_ptr<const Lexicon> to_lexicon(const std::vector<std::filesystem::path>& files,
                                          const std::optional<std::filesystem::path>& memory) {
  const LexiconSources sources{.files = files, .memory = memory};
  return sources.empty() ? nullptr : std::make_shared<const Lexicon>(load_lexicon(sources).lexicon);
}

py::list finding_rows(const std::vector<Finding>& findings) {
  py::list rows;
  for (const Finding& finding : findings) rows.append(py::make_tuple(to_str(finding.place), to_str(finding.reason)));
  return rows;
}

}  // namespace egiz::python
