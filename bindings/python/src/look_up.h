// SPDX-License-Identifier: Apache-2.0
#pragma once

// Questions to memories and their answers, between Python and the library.

#include <pybind11/pybind11.h>

#include <string>
#include <string_view>
#include <vector>

#include "bindings/python/src/shared_memory.h"

namespace egiz::python {

// FindOptions that own what they look at.
struct QueryArguments {
  FindOptions numbers;
  std::string previous;
  std::string next;
  std::string context_id;
  std::vector<PropertyPenalty> property_penalties;
  std::optional<UnitFilter> filter;
  bool has_codes = false;  // texts are lines with codes

  // Looks at what is here.
  FindOptions options() const;
};

// [{score, similarity, kind, source, target, id, origin, confidence, document, position, created, changed, penalties,
// word_similarity, adjusted, diff, memory, coded_target}]; memory is the file of one of those asked, coded_target None
// without codes.
pybind11::list match_rows(const std::vector<Match>& matches, std::string_view query, const Language& from,
                          const Language& to, const SharedMemories& asked,
                          const std::vector<InlineCode>* codes = nullptr);

void bind_look_up(pybind11::module_& module);

}  // namespace egiz::python
