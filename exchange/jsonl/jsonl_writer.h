// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON Lines, out: the format that loses nothing.

#include <ostream>
#include <string>

#include "exchange/unit_writer.h"

namespace egiz::exchange {

// One object a line; keys always in the same order, what is empty left out, so that equal units are equal bytes.
class JsonlWriter : public UnitWriter {
 public:
  JsonlWriter(std::ostream& out, const UnitWriteOptions& options) : out_(out), options_(options) {}

  void write(const TranslationUnit& unit) override;
  void finish() override;
  LeftOut left_out() const override { return left_out_; }

 private:
  std::ostream& out_;
  UnitWriteOptions options_;
  std::string line_;
  LeftOut left_out_;
};

}  // namespace egiz::exchange
