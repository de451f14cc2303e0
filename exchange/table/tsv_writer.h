// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables of text alone, out: TSV and Moses.

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "exchange/unit_writer.h"

namespace egiz::exchange {

// A heading of language tags, then a row a unit.
class TsvWriter : public UnitWriter {
 public:
  // Throws Error{invalid_argument} when options name fewer than two languages.
  TsvWriter(std::ostream& out, const UnitWriteOptions& options);

  void write(const TranslationUnit& unit) override;
  void finish() override;
  std::size_t left_out() const override { return left_out_; }

 private:
  std::ostream& out_;
  std::vector<Language> languages_;
  std::string row_;
  std::size_t left_out_ = 0;
};

// A stream a language, a line a unit; line ends and tabs in the text become spaces.
class MosesWriter : public UnitWriter {
 public:
  // outs: one stream for each language of options.  Throws as TsvWriter.
  MosesWriter(std::vector<std::ostream*> outs, const UnitWriteOptions& options);

  void write(const TranslationUnit& unit) override;
  void finish() override;
  std::size_t left_out() const override { return left_out_; }

 private:
  std::vector<std::ostream*> outs_;
  std::vector<Language> languages_;
  std::size_t left_out_ = 0;
};

}  // namespace egiz::exchange
