// SPDX-License-Identifier: Apache-2.0
#include "exchange/xliff/xliff_2_1_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "exchange/detail/written.h"

namespace egiz::exchange {
namespace {

constexpr std::array<std::string_view, 4> kStates = {"initial", "translated", "reviewed", "final"};

std::string state_of(const XliffSegment& segment) {
  if (std::ranges::find(kStates, segment.exact_state) != kStates.end()) return segment.exact_state;
  if (segment.state == XliffState::translated) return "translated";
  return segment.state == XliffState::final ? "final" : "initial";
}

}  // namespace

Xliff21Writer::Xliff21Writer(std::ostream& out, std::string source, std::string target) : xml_(out) {
  xml_.open("xliff");
  xml_.attribute("xmlns", "urn:oasis:names:tc:xliff:document:2.0");
  xml_.attribute("xmlns:mtc", "urn:oasis:names:tc:xliff:matches:2.0");
  xml_.attribute("xmlns:mda", "urn:oasis:names:tc:xliff:metadata:2.0");
  xml_.attribute("version", "2.1");
  xml_.attribute("srcLang", source);
  xml_.attribute("trgLang", target);
}

void Xliff21Writer::start_file(const std::string& document) {
  if (is_in_file_) end_file();
  is_in_file_ = true;
  document_ = document;
  count_ = 0;
  xml_.open("file");
  xml_.attribute("id", "f" + std::to_string(++files_));
  if (!document.empty()) xml_.attribute("original", document);
  xml_.attribute("xml:space", "preserve");
}

void Xliff21Writer::end_file() {
  xml_.close();
}

void Xliff21Writer::write_text(const char* element, const std::string& content) {
  xml_.open(element);
  xml_.raw(content);
  xml_.end();
}

void Xliff21Writer::write_native(const XliffCodes& codes) {
  if (codes.native().empty()) return;
  xml_.open("originalData");
  for (const auto& [id, native] : codes.native()) {
    xml_.open("data");
    xml_.attribute("id", id);
    xml_.text(native);
    xml_.end();
  }
  xml_.close();
}

void Xliff21Writer::write_proposals(const XliffSegment& segment) {
  if (segment.proposals.empty()) return;
  xml_.open("mtc:matches");
  for (const XliffProposal& proposal : segment.proposals) {
    XliffCodes codes(XliffVersion::v2_1);
    const std::string source = codes.content(*proposal.source);
    const std::string target = codes.content(*proposal.target);
    xml_.open("mtc:match");
    xml_.attribute("ref", "#" + std::string(kSegmentId));
    xml_.attribute("similarity", shortest(proposal.score));
    if (!proposal.origin.empty()) xml_.attribute("origin", proposal.origin);
    write_native(codes);
    write_text("source", source);
    write_text("target", target);
    xml_.close();
  }
  xml_.close();
}

void Xliff21Writer::write_metadata(const XliffSegment& segment) {
  if (segment.metadata.empty()) return;
  xml_.open("mda:metadata");
  xml_.open("mda:metaGroup");
  xml_.attribute("category", "egiz");
  for (const auto& [name, value] : segment.metadata) {
    xml_.open("mda:meta");
    xml_.attribute("type", name);
    xml_.text(value);
    xml_.end();
  }
  xml_.close();
  xml_.close();
}

void Xliff21Writer::write_notes(const XliffSegment& segment) {
  if (segment.notes.empty()) return;
  xml_.open("notes");
  for (const std::string& note : segment.notes) xml_.element("note", note);
  xml_.close();
}

void Xliff21Writer::write(const XliffSegment& segment) {
  if (!is_in_file_ || segment.document != document_) start_file(segment.document);
  XliffCodes codes(XliffVersion::v2_1);
  const std::string source = codes.content(*segment.source);
  const std::string target = segment.target == nullptr ? std::string() : codes.content(*segment.target);
  xml_.open("unit");
  xml_.attribute("id", "u" + std::to_string(++count_));
  if (!segment.name.empty()) xml_.attribute("name", segment.name);
  write_proposals(segment);
  write_metadata(segment);
  write_notes(segment);
  write_native(codes);
  xml_.open("segment");
  xml_.attribute("id", kSegmentId);
  xml_.attribute("state", state_of(segment));
  if (segment.state == XliffState::needs_review) xml_.attribute("subState", "egiz:needs-review");
  write_text("source", source);
  if (segment.target != nullptr) write_text("target", target);
  xml_.close();
  xml_.close();
}

// A file must hold something.
void Xliff21Writer::write_empty_group() {
  xml_.open("group");
  xml_.attribute("id", "g1");
  xml_.end();
}

void Xliff21Writer::finish() {
  if (!is_in_file_) start_file("");
  if (count_ == 0) write_empty_group();
  end_file();
  xml_.end_line();
  xml_.finish();
}

}  // namespace egiz::exchange
