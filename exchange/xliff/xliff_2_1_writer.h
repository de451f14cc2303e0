// SPDX-License-Identifier: Apache-2.0
#pragma once

// XLIFF 2.1, out, with its modules of matches and metadata.

#include <ostream>
#include <string>

#include "exchange/detail/xml_writer.h"
#include "exchange/xliff/xliff_codes.h"
#include "exchange/xliff_writer.h"

namespace egiz::exchange {

class Xliff21Writer : public XliffWriter {
 public:
  Xliff21Writer(std::ostream& out, std::string source, std::string target);

  void write(const XliffSegment& segment) override;
  void finish() override;

 private:
  void start_file(const std::string& document);
  void end_file();
  void write_empty_group();
  void write_text(const char* element, const std::string& content);
  void write_native(const XliffCodes& codes);
  void write_proposals(const XliffSegment& segment);
  void write_metadata(const XliffSegment& segment);
  void write_notes(const XliffSegment& segment);

  XmlWriter xml_;
  std::string document_;
  bool is_in_file_ = false;
  std::size_t files_ = 0;
  std::size_t count_ = 0;  // segments of this file so far
};

}  // namespace egiz::exchange
