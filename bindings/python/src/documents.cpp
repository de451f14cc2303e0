// SPDX-License-Identifier: Apache-2.0

// Texts and documents.

#include "bindings/python/src/documents.h"

#include "bindings/python/src/convert.h"
#include "bindings/python/src/module.h"
#include "bindings/python/src/work.h"

namespace egiz::python {
namespace {

using Path = std::filesystem::path;

ParagraphMode to_paragraph_mode(const std::string& name) {
  if (name == "detect") return ParagraphMode::detect;
  if (name == "line") return ParagraphMode::line;
  if (name == "blank_line") return ParagraphMode::blank_line;
  throw Error(ErrorCode::invalid_argument, name + ": paragraphs are read as detect, line or blank_line");
}

LoadOptions load_options(const std::optional<std::string>& language, bool segmented, const std::string& paragraphs) {
  LoadOptions options{.language = std::nullopt, .segmented = segmented, .paragraphs = to_paragraph_mode(paragraphs)};
  if (language) options.language = Language(*language);
  return options;
}

PythonDocument load(const Path& file, const std::optional<std::string>& language, bool segmented,
                    const std::string& paragraphs) {
  const LoadOptions options = load_options(language, segmented, paragraphs);
  return {without_gil([&] { return std::make_shared<const LoadedDocument>(load_document(file, options)); })};
}

PythonDocument load_bytes(const py::bytes& bytes, const std::string& name, const std::optional<std::string>& language,
                          bool segmented, const std::string& paragraphs) {
  const LoadOptions options = load_options(language, segmented, paragraphs);
  const std::string_view view = bytes;  // lives in bytes, which the caller holds
  return {without_gil([&] { return std::make_shared<const LoadedDocument>(load_document(view, name, options)); })};
}

// [(begin, end, paragraph, text)] in code points.
py::list segment_rows(const PythonDocument& self) {
  const Document& document = self.loaded->document;
  std::vector<ByteRange> ranges;
  for (const Segment& segment : document.segments()) ranges.push_back(segment.range);
  ranges = to_code_points(document.text(), ranges);
  py::list rows;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    rows.append(py::make_tuple(ranges[i].begin, ranges[i].end, document.segments()[i].paragraph,
                               to_str(document.segment_text(i))));
  }
  return rows;
}

py::tuple identification_row(const Identification& identification) {
  return py::make_tuple(identification.language.tag(), identification.confidence);
}

}  // namespace

void bind_documents(py::module_& module) {
  py::class_<PythonDocument>(module, "Document")
      .def_static("load", &load)
      .def_static("load_bytes", &load_bytes)
      .def_property_readonly("name", [](const PythonDocument& self) { return to_str(self.loaded->name); })
      .def_property_readonly("language",
                             [](const PythonDocument& self) { return self.loaded->document.language().tag(); })
      .def_property_readonly("text", [](const PythonDocument& self) { return to_str(self.loaded->document.text()); })
      .def("segments", &segment_rows)
      .def("findings", [](const PythonDocument& self) { return finding_rows(self.loaded->findings); });

  module.def("identify_text", [](const py::str& text) {
    const std::string utf8 = to_utf8(text);
    return identification_row(without_gil([&] { return identify_text(utf8, "text"); }));
  });
  module.def("identify_file",
             [](const Path& file) { return identification_row(without_gil([&] { return identify_file(file); })); });
  module.def("match_key", [](const py::str& text, const std::string& language) {
    return match_key(to_utf8(text), to_language(language));
  });
  module.def("segment", [](const py::str& text, const std::string& language) {
    const std::string utf8 = to_utf8(text);
    return without_gil([&] { return segment_records({utf8}, to_language(language)).front(); });
  });
}

}  // namespace egiz::python
