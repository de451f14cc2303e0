// SPDX-License-Identifier: Apache-2.0
#pragma once

// Questions to a memory and its answers, between Python and the library.

#include <pybind11/pybind11.h>

#include <string>
#include <string_view>
#include <vector>

#include "api/egiz.h"

namespace egiz::python {

// FindOptions that own their texts.
struct QueryArguments {
  FindOptions numbers;
  std::string previous;
  std::string next;
  std::string context_id;

  // Looks at the texts here.
  FindOptions options() const;
};

// [{score, similarity, kind, source, target, id, origin, confidence, document, position, created, changed, penalties,
// word_similarity, adjusted, diff}]
pybind11::list match_rows(const std::vector<Match>& matches, std::string_view query, const Language& from,
                          const Language& to);

// [(id, text, [(begin, end)], {language: text})]
pybind11::list hit_rows(const std::vector<ConcordanceHit>& hits, const Language& language);

void bind_query_arguments(pybind11::module_& module);

}  // namespace egiz::python
