// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/egiz_alignment.h"

#include <memory>
#include <sstream>

#include "bindings/c/detail/call.h"
#include "bindings/c/detail/formats.h"
#include "bindings/c/detail/handles.h"

using namespace egiz::c;

namespace {

const egiz::AlignedDocuments& aligned_in(const egiz_alignment* alignment) {
  require(alignment, "alignment");
  return *alignment->aligned;
}

const egiz::AlignedBead& bead_in(const egiz_alignment* alignment, std::size_t index) {
  const egiz::AlignedDocuments& aligned = aligned_in(alignment);
  require_index(index, aligned.beads.size());
  return aligned.beads[index];
}

}  // namespace

egiz_status egiz_align(egiz_alignment** out, const egiz_document* const* documents, size_t count,
                       const egiz_documents_options* options, egiz_progress progress, void* user_data) {
  return create(out, [&] {
    if (count > 0) require(documents, "documents");
    std::vector<egiz::LoadedDocument> loaded;
    for (std::size_t i = 0; i < count; ++i) loaded.push_back(document_in(documents[i], "a document"));
    const DocumentsOptions given = documents_options_in(options);
    return std::make_unique<egiz_alignment>(
        egiz::align_documents(std::move(loaded), given.aligning(), progress_in(progress, user_data)));
  });
}

egiz_status egiz_align_files(egiz_alignment** out, const char* const* files, size_t count,
                             const egiz_documents_options* options, egiz_progress progress, void* user_data) {
  return create(out, [&] {
    return std::make_unique<egiz_alignment>(egiz::align_files(
        paths_in(files, count), documents_options_in(options).options, progress_in(progress, user_data)));
  });
}

void egiz_alignment_free(egiz_alignment* alignment) { delete alignment; }

double egiz_alignment_parallelism(const egiz_alignment* alignment) {
  return alignment ? alignment->aligned->parallelism : 0;
}

size_t egiz_alignment_document_count(const egiz_alignment* alignment) { return alignment ? alignment->lent.size() : 0; }

const egiz_document* egiz_alignment_document(const egiz_alignment* alignment, size_t index) {
  return index < egiz_alignment_document_count(alignment) ? &alignment->lent[index] : nullptr;
}

size_t egiz_alignment_bead_count(const egiz_alignment* alignment) {
  return alignment ? alignment->aligned->beads.size() : 0;
}

egiz_status egiz_alignment_bead(egiz_bead* out, const egiz_alignment* alignment, size_t index) {
  return call([&] {
    const egiz::AlignedBead& bead = bead_in(alignment, index);
    egiz_bead copy = EGIZ_BEAD_INIT;
    copy.confidence = bead.confidence;
    copy.side_count = bead.sides.size();
    for (std::size_t side = 0; side < bead.sides.size(); ++side) {
      copy.sides[side] = {bead.sides[side].begin, bead.sides[side].end};
    }
    struct_out(out, copy);
  });
}

egiz_status egiz_alignment_bead_text(char** out, const egiz_alignment* alignment, size_t index, size_t side) {
  return call([&] {
    const egiz::AlignedBead& bead = bead_in(alignment, index);
    require_index(side, bead.sides.size());
    string_out(out, egiz::bead_text(alignment->aligned->documents[side].document, bead.sides[side]));
  });
}

egiz_status egiz_alignment_json(char** out, const egiz_alignment* alignment) {
  return call([&] { string_out(out, egiz::alignment_json(aligned_in(alignment))); });
}

egiz_status egiz_alignment_write(const egiz_alignment* alignment, const char* file, egiz_format format, int overwrite) {
  return call([&] {
    const std::filesystem::path path = path_in(file, "file");
    egiz::write_alignment(aligned_in(alignment), path, alignment_format_in(format, path), overwrite != 0);
  });
}

egiz_status egiz_alignment_string(char** out, const egiz_alignment* alignment, egiz_format format) {
  return call([&] {
    std::ostringstream stream;
    egiz::write_alignment(aligned_in(alignment), stream, alignment_format_in(format, {}));
    string_out(out, stream.str());
  });
}

egiz_status egiz_pair_folder_json(char** out, const char* folder, const egiz_documents_options* options,
                                  egiz_progress progress, void* user_data) {
  return call([&] {
    const DocumentsOptions given = documents_options_in(options);
    const egiz::PairFolderOptions pairing{
        .languages = given.options.languages, .segmented = given.options.segmented, .lexicon = given.lexicon.get()};
    const auto report = egiz::pair_folder(path_in(folder, "folder"), pairing, progress_in(progress, user_data));
    string_out(out, egiz::pairing_json(report));
  });
}

egiz_status egiz_evaluate_files(egiz_score* out, const char* gold, const char* hypothesis) {
  return call([&] {
    const egiz::AlignmentScore score = egiz::evaluate_files(path_in(gold, "gold"), path_in(hypothesis, "hypothesis"));
    struct_out(out, egiz_score{sizeof(egiz_score), score.strict_precision(), score.strict_recall(), score.strict_f1(),
                               score.lax_precision(), score.lax_recall(), score.lax_f1(), score.null_f1()});
  });
}
