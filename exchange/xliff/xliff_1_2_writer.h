// SPDX-License-Identifier: Apache-2.0
#pragma once

// XLIFF 1.2, out.

#include <ostream>
#include <string>

#include "exchange/detail/xml_writer.h"
#include "exchange/xliff_writer.h"

namespace egiz::exchange {

class Xliff12Writer : public XliffWriter {
 public:
  Xliff12Writer(std::ostream& out, std::string source, std::string target);

  void write(const XliffSegment& segment) override;
  void finish() override;

 private:
  void start_file(const std::string& document);
  void end_file();
  void write_target(const XliffSegment& segment, const std::string& content);
  void write_proposal(const XliffProposal& proposal);
  void write_metadata(const XliffSegment& segment);

  XmlWriter xml_;
  std::string source_, target_;  // language codes
  std::string document_;
  bool is_in_file_ = false;
  std::size_t count_ = 0;  // segments of this file so far
};

}  // namespace egiz::exchange
