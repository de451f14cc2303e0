// SPDX-License-Identifier: Apache-2.0
#pragma once

// A stream buffer that packs what is written into it.

#include <memory>
#include <ostream>
#include <streambuf>
#include <vector>

namespace egiz::exchange {

// Writes gzip to out, which must outlive it.  finish() ends the packed stream; without it what was written is cut.
class GzipBuffer : public std::streambuf {
 public:
  explicit GzipBuffer(std::ostream& out);
  ~GzipBuffer() override;

  // Throws Error{io} when out does not take it.
  void finish();

 protected:
  int_type overflow(int_type c) override;
  int sync() override;

 private:
  void pack(int flush);

  struct State;  // zlib's
  std::ostream& out_;
  std::unique_ptr<State> state_;
  std::vector<char> input_;
  std::vector<char> output_;
};

}  // namespace egiz::exchange
