// SPDX-License-Identifier: Apache-2.0
#pragma once

// Between the values of the library and those of Python.  Offsets are bytes there and code points here.

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <string>
#include <string_view>
#include <vector>

#include "api/egiz.h"

namespace egiz::python {

namespace py = pybind11;

// A str as UTF-8.  Throws TypeError for anything else, UnicodeEncodeError (a ValueError) for a lone surrogate.
std::string to_utf8(const py::handle& text);

// UTF-8 as str; bytes that are not (in names of files) as os.fsdecode gives them.
py::str to_str(std::string_view text);

// Code point offsets of ranges that ascend.
std::vector<ByteRange> to_code_points(std::string_view text, const std::vector<ByteRange>& ranges);

Language to_language(const std::string& tag);
std::vector<Language> to_languages(const std::vector<std::string>& tags);

// Throws Error{invalid_argument} for a name that is none of the format's.
AlignmentFormat to_alignment_format(const std::string& name);
UnitFormat to_unit_format(const std::string& name);
Origin::Kind to_origin(const std::string& name);

// Units as the fields of egiz.Unit, times as seconds since 1970, and back.
py::dict unit_fields(const TranslationUnit& unit);
TranslationUnit to_unit(const py::dict& fields);

// A filter as the fields of egiz.UnitFilter.
UnitFilter to_filter(const py::dict& fields);

py::object seconds_or_none(const std::optional<std::chrono::sys_seconds>& time);

// The lexicon that files and a memory make; nullptr without any.
std::shared_ptr<const Lexicon> to_lexicon(const std::vector<std::filesystem::path>& files,
                                          const std::optional<std::filesystem::path>& memory);

// [(place, reason)]
py::list finding_rows(const std::vector<Finding>& findings);

}  // namespace egiz::python
