// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/detail/formats.h"

namespace egiz::c {

AlignmentFormat alignment_format_in(egiz_format format, const std::filesystem::path& file) {
  switch (format) {
    case EGIZ_FORMAT_BY_NAME:
      return alignment_format_of(file);
    case EGIZ_FORMAT_TMX:
      return AlignmentFormat::tmx;
    case EGIZ_FORMAT_TSV:
      return AlignmentFormat::tsv;
    case EGIZ_FORMAT_JSONL:
      return AlignmentFormat::jsonl;
    case EGIZ_FORMAT_LADDER:
      return AlignmentFormat::ladder;
    case EGIZ_FORMAT_MOSES:
      return AlignmentFormat::moses;
  }
  throw Error(ErrorCode::invalid_argument, "format is none of EGIZ_FORMAT_...");
}

UnitFormat unit_format_in(egiz_format format, const std::filesystem::path& file) {
  switch (format) {
    case EGIZ_FORMAT_BY_NAME:
      return unit_format_of(file);
    case EGIZ_FORMAT_TMX:
      return UnitFormat::tmx;
    case EGIZ_FORMAT_TSV:
      return UnitFormat::tsv;
    case EGIZ_FORMAT_JSONL:
      return UnitFormat::jsonl;
    case EGIZ_FORMAT_MOSES:
      return UnitFormat::moses;
    case EGIZ_FORMAT_LADDER:
      throw Error(ErrorCode::invalid_argument, "a ladder is of an alignment, not of a memory; choose another format");
  }
  throw Error(ErrorCode::invalid_argument, "format is none of EGIZ_FORMAT_...");
}

}  // namespace egiz::c
