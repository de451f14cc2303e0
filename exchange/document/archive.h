// SPDX-License-Identifier: Apache-2.0
#pragma once

// Archive: the files in a zip archive, read within limits.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/detail/byte_source.h"
#include "exchange/document_limits.h"

struct zip;

namespace egiz::exchange {

// A zip archive in memory.  Files are read into memory, never written to the disk: names with ".." do no harm.
class Archive {
 public:
  // bytes must outlive the archive; name is for messages.  Throws Error{parse} for a damaged or truncated archive,
  // Error{unsupported} when it has more than limits.max_entries files.
  Archive(std::string_view bytes, std::string_view name, const DocumentLimits& limits);

  bool has(const std::string& file) const;

  // The unpacked bytes of a file; nullopt when it is not there.  Throws Error{parse} when it is damaged,
  // Error{unsupported} when it is protected by a password or asks for more than the limits allow.
  std::optional<std::string> read(const std::string& file);

  // The same as a stream, for files that need not be in memory as a whole; nullptr when it is not there.  The archive
  // must outlive it.
  std::unique_ptr<ByteSource> open(const std::string& file);

  // As read, for a file that must be there: throws Error{parse} when it is not.
  std::string read_required(const std::string& file);

  const std::string& name() const { return name_; }
  const DocumentLimits& limits() const { return limits_; }

 private:
  class Entry;
  struct Close {
    void operator()(zip* archive) const;
  };

  std::string name_;
  DocumentLimits limits_;
  std::unique_ptr<zip, Close> zip_;
  std::size_t unpacked_ = 0;  // bytes, of all files read so far
};

// "OPS/text/../a.xhtml" from "OPS/b.opf" and "text/../a.xhtml": relative to the folder of a file in the archive; "%20"
// is decoded, a fragment is cut off.  A path that begins with "/" starts at the root; ".." never leaves it.
std::string resolve_archive_path(std::string_view from_file, std::string_view path);

}  // namespace egiz::exchange
