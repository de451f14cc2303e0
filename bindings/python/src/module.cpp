// SPDX-License-Identifier: Apache-2.0

// _egiz: the facade of the library as it is, for the package egiz to dress.  Not for users.

#include "bindings/python/src/module.h"

#include "bindings/python/src/convert.h"

namespace egiz::python {
namespace {

// A ThreadLimit that ends when Python says so.
class Limit {
 public:
  explicit Limit(std::size_t threads) : limit_(std::make_unique<ThreadLimit>(threads)) {}
  void end() { limit_.reset(); }

 private:
  std::unique_ptr<ThreadLimit> limit_;
};

}  // namespace

PYBIND11_MODULE(_egiz, module) {
  module.attr("VERSION") = to_str(version());
  module.attr("MIN_SIMILARITY") = FindOptions{}.min_similarity;
  module.attr("MAX_MATCHES") = FindOptions{}.max_matches;
  module.attr("MAX_HITS") = ConcordanceOptions{}.max_hits;
  module.attr("MIN_FRAGMENT_WORDS") = FragmentOptions{}.min_words;
  module.attr("MAX_FRAGMENT_HITS") = FragmentOptions{}.max_hits;
  py::class_<Limit>(module, "ThreadLimit").def(py::init<std::size_t>()).def("end", &Limit::end);
  bind_errors(module);
  bind_documents(module);
  bind_alignment(module);
  bind_memory(module);
}

}  // namespace egiz::python
