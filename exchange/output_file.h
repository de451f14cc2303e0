// SPDX-License-Identifier: Apache-2.0
#pragma once

// OutputFile: a file that appears whole or not at all.

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

namespace egiz {

// Written beside its name and renamed into place by commit(); destroyed without it, it leaves nothing behind.
class OutputFile {
 public:
  // Throws Error{exists} when file is there and overwrite is false, Error{not_found} when its folder is not there,
  // Error{io} when it cannot be written.
  explicit OutputFile(std::filesystem::path file, bool overwrite = false);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  std::ostream& stream() { return stream_; }

  // Throws Error{io} when anything could not be written.
  void commit();

 private:
  std::filesystem::path file_;
  std::filesystem::path temporary_;
  std::ofstream stream_;
  bool committed_ = false;
};

}  // namespace egiz
