// SPDX-License-Identifier: Apache-2.0
#include "exchange/xliff/xliff_1_2_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/version.h"
#include "exchange/detail/written.h"
#include "exchange/xliff/xliff_codes.h"

namespace egiz::exchange {
namespace {

constexpr std::array<std::string_view, 10> kStates = {"new",
                                                      "needs-translation",
                                                      "needs-adaptation",
                                                      "needs-l10n",
                                                      "needs-review-translation",
                                                      "needs-review-adaptation",
                                                      "needs-review-l10n",
                                                      "translated",
                                                      "signed-off",
                                                      "final"};

std::string state_of(const XliffSegment& segment) {
  if (std::ranges::find(kStates, segment.exact_state) != kStates.end()) return segment.exact_state;
  if (segment.state == XliffState::untranslated) return "new";
  if (segment.state == XliffState::needs_review) return "needs-review-translation";
  return segment.state == XliffState::final ? "final" : "translated";
}

}  // namespace

Xliff12Writer::Xliff12Writer(std::ostream& out, std::string source, std::string target)
    : xml_(out), source_(std::move(source)), target_(std::move(target)) {
  xml_.open("xliff");
  xml_.attribute("version", "1.2");
  xml_.attribute("xmlns", "urn:oasis:names:tc:xliff:document:1.2");
}

void Xliff12Writer::start_file(const std::string& document) {
  if (is_in_file_) end_file();
  is_in_file_ = true;
  document_ = document;
  count_ = 0;
  xml_.open("file");
  xml_.attribute("original", document);
  xml_.attribute("source-language", source_);
  xml_.attribute("target-language", target_);
  xml_.attribute("datatype", "plaintext");
  xml_.open("header");
  xml_.open("tool");
  xml_.attribute("tool-id", "egiz");
  xml_.attribute("tool-name", "Egiz");
  xml_.attribute("tool-version", version());
  xml_.end();
  xml_.close();
  xml_.open("body");
}

void Xliff12Writer::end_file() {
  xml_.close();
  xml_.close();
}

void Xliff12Writer::write_target(const XliffSegment& segment, const std::string& content) {
  xml_.open("target");
  xml_.attribute("state", state_of(segment));
  if (segment.is_machine) xml_.attribute("state-qualifier", "mt-suggestion");
  xml_.raw(content);
  xml_.end();
}

void Xliff12Writer::write_proposal(const XliffProposal& proposal) {
  XliffCodes codes(XliffVersion::v1_2);
  xml_.open("alt-trans");
  xml_.attribute("match-quality", shortest(proposal.score));
  if (!proposal.origin.empty()) xml_.attribute("origin", proposal.origin);
  for (const auto& [element, variant] : {std::pair("source", proposal.source), std::pair("target", proposal.target)}) {
    xml_.open(element);
    xml_.raw(codes.content(*variant));
    xml_.end();
  }
  xml_.close();
}

void Xliff12Writer::write_metadata(const XliffSegment& segment) {
  if (segment.metadata.empty()) return;
  xml_.open("context-group");
  xml_.attribute("name", "egiz");
  xml_.attribute("purpose", "information");
  for (const auto& [name, value] : segment.metadata) {
    xml_.open("context");
    xml_.attribute("context-type", "x-" + name);
    xml_.text(value);
    xml_.end();
  }
  xml_.close();
}

void Xliff12Writer::write(const XliffSegment& segment) {
  if (!is_in_file_ || segment.document != document_) start_file(segment.document);
  XliffCodes codes(XliffVersion::v1_2);
  xml_.open("trans-unit");
  xml_.attribute("id", std::to_string(++count_));
  if (!segment.name.empty()) xml_.attribute("resname", segment.name);
  if (segment.state == XliffState::final) xml_.attribute("approved", "yes");
  xml_.attribute("xml:space", "preserve");
  xml_.open("source");
  xml_.raw(codes.content(*segment.source));
  xml_.end();
  if (segment.target != nullptr) write_target(segment, codes.content(*segment.target));
  for (const XliffProposal& proposal : segment.proposals) write_proposal(proposal);
  write_metadata(segment);
  for (const std::string& note : segment.notes) xml_.element("note", note);
  xml_.close();
}

void Xliff12Writer::finish() {
  if (!is_in_file_) start_file("");
  end_file();
  xml_.end_line();
  xml_.finish();
}

}  // namespace egiz::exchange
