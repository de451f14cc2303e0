// SPDX-License-Identifier: Apache-2.0
#pragma once

// XliffFile: an XLIFF to be translated: its segments, and the same file with translations in it.

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/xliff_writer.h"
#include "text/unit.h"

namespace egiz {

// Whether a file seems to be an XLIFF, by its first bytes.  Throws Error{not_found}, Error{io}.
bool is_xliff(const std::filesystem::path& file);

// XLIFF 1.2 or 2.x, and its dialects, whole in memory.  All that is not translated stays as it was: skeleton, notes,
// attributes of other programs.  Nothing is fetched.  One thread at a time.
class XliffFile {
 public:
  // Throws Error{not_found}, Error{io}; Error{parse} with name:line when it is not well-formed or no XLIFF;
  // Error{unsupported} for more than 256 MB.
  static XliffFile read(const std::filesystem::path& file);

  // The same for bytes in memory; name is for messages.
  static XliffFile parse(std::string_view bytes, std::string_view name);

  XliffFile(XliffFile&&) noexcept;
  XliffFile& operator=(XliffFile&&) noexcept;
  ~XliffFile();

  // What the file states; of the first <file>, in 1.2.
  std::optional<Language> source_language() const;
  std::optional<Language> target_language() const;

  // Segments that may be translated, in the order of the file: each <segment> of 2.x, in 1.2 each <mrk mtype="seg"> of a
  // <seg-source>, or else each <trans-unit>.
  std::size_t size() const;

  // REQUIRES: segment < size()
  const Variant& source(std::size_t segment) const;  // without a language
  bool is_translated(std::size_t segment) const;     // has a <target> with text

  // Puts target in place.  Its codes become those of the segment, told by what they are to match, the source that
  // target translates; where the codes of match and of the segment differ, the text goes in without any and the answer
  // is false.
  bool translate(std::size_t segment, const Variant& match, const Variant& target, XliffState state);

  // Adds <alt-trans>, or <mtc:match>, with text alone.  A <segment> of 2.x without an id gets none.
  void propose(std::size_t segment, const XliffProposal& proposal);

  // The file as it now is, in UTF-8.  Throws Error{io}.
  void write(std::ostream& out) const;

 private:
  class Impl;
  explicit XliffFile(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace egiz
