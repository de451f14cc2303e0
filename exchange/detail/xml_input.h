// SPDX-License-Identifier: Apache-2.0
#pragma once

// XML as files really have it, made fit for a strict parser.

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/detail/utf8_stream.h"
#include "exchange/detail/xml_prolog.h"

namespace egiz::exchange {

// A repair that was made on the way.
enum class XmlRepair {
  control_character,  // forbidden in XML; removed
  lone_surrogate,     // half a character; replaced by U+FFFD
  broken_bytes,       // not UTF-8; replaced by U+FFFD
  bare_ampersand,     // "AT&T"; read as &amp;
  undeclared_entity,  // "&nbsp;" of HTML without a declaration; read as HTML has it
  external_entity,    // would have to be fetched; left out
};

std::string_view describe(XmlRepair repair);

// The XML of a byte stream as well-formed UTF-8, as far as repairs below the level of elements reach: decoded, without
// declaration, DOCTYPE and comments (blanks keep the place of what follows), entities in place, forbidden characters
// gone.  A parser that reads this meets no DTD: nothing to fetch, nothing to blow up.
class XmlInput {
 public:
  // name is for messages.  Throws as read_xml_prolog, Utf8Stream and ByteSource do.
  XmlInput(std::unique_ptr<ByteSource> source, std::string name);

  // Fills out with up to size bytes; 0 at the end.  Throws Error{parse} when entities multiply the file.
  std::size_t read(char* out, std::size_t size);

  struct Repair {
    std::uint64_t offset;  // in the bytes that read() gave
    XmlRepair kind;
  };

  // The next repair before offset, if there is one; it is then forgotten.  At most kMaxPending are remembered.
  std::optional<XmlRepair> take_repair(std::uint64_t offset);

  // Whether read() has given all there is.
  bool is_at_end() const { return ended_ && at_ == in_.size() && given_ == out_.size(); }

  const std::string& name() const { return name_; }

 private:
  static constexpr std::size_t kMaxPending = 4096;
  enum class State { markup, comment, cdata };

  void read_prolog();
  void fill();
  void clean(std::size_t stop);
  void clean_special();
  void clean_declaration();
  void clean_comment(std::size_t stop);
  void clean_wide();
  void clean_reference();
  bool clean_numeric(std::string_view reference);
  bool clean_named(std::string_view reference);
  void append_entity(std::string_view text);
  void note(XmlRepair kind);

  Utf8Stream stream_;
  std::string name_;
  std::map<std::string, std::string, std::less<>> entities_;
  std::string in_;      // decoded, not yet cleaned
  std::size_t at_ = 0;  // in in_
  bool ended_ = false;
  std::string out_;        // cleaned, not yet given
  std::size_t given_ = 0;  // of out_
  std::uint64_t total_given_ = 0;
  std::uint64_t total_read_ = 0;      // decoded bytes
  std::uint64_t total_expanded_ = 0;  // bytes that entities made
  State state_ = State::markup;
  std::deque<Repair> repairs_;
};

}  // namespace egiz::exchange
