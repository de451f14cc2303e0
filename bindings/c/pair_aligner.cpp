// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <vector>

#include "bindings/c/detail/call.h"
#include "bindings/c/detail/handles.h"
#include "bindings/c/egiz_alignment.h"

using namespace egiz::c;

struct egiz_pair_aligner {
  egiz::DocumentPairAligner aligner;
};

namespace {

std::vector<egiz::Bead> beads_in(const egiz_fixed_bead* fixed, std::size_t count) {
  if (count > 0) require(fixed, "fixed");
  std::vector<egiz::Bead> beads;
  for (std::size_t i = 0; i < count; ++i) {
    beads.push_back({{fixed[i].source.begin, fixed[i].source.end}, {fixed[i].target.begin, fixed[i].target.end}, 1});
  }
  return beads;
}

}  // namespace

egiz_status egiz_pair_aligner_create(egiz_pair_aligner** out, const egiz_document* source, const egiz_document* target,
                                     const egiz_documents_options* options, egiz_progress progress, void* user_data) {
  return create(out, [&] {
    const DocumentsOptions given = documents_options_in(options);
    return std::make_unique<egiz_pair_aligner>(
        egiz_pair_aligner{egiz::DocumentPairAligner(document_in(source, "source"), document_in(target, "target"),
                                                    given.aligning(), progress_in(progress, user_data))});
  });
}

void egiz_pair_aligner_free(egiz_pair_aligner* aligner) { delete aligner; }

egiz_status egiz_pair_aligner_realign(egiz_alignment** out, const egiz_pair_aligner* aligner,
                                      const egiz_fixed_bead* fixed, size_t count) {
  return create(out, [&] {
    require(aligner, "aligner");
    return std::make_unique<egiz_alignment>(aligner->aligner.realign(beads_in(fixed, count)));
  });
}
