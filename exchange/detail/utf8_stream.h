// SPDX-License-Identifier: Apache-2.0
#pragma once

// Any stream of text bytes as UTF-8, stretch by stretch.

#include <memory>
#include <string>
#include <string_view>

#include "exchange/detail/byte_source.h"
#include "text/decode.h"

namespace egiz::exchange {

// Turns UTF-16 (told by its mark or by the NUL bytes of its first characters) and, when told so, any other encoding
// into UTF-8; what is UTF-8 passes as it is.  The result is not validated: broken UTF-8 stays, and half a surrogate
// pair comes out as the three bytes that its code would have, so that the next stage can say where it was.
class Utf8Stream {
 public:
  // name is for messages.
  Utf8Stream(std::unique_ptr<ByteSource> source, std::string name);

  // The encoding of what follows, for files that declare it in their text.  UTF-16 that was seen in the bytes stays.
  // Gives already_read, which next() gave as UTF-8, as it reads in that encoding.  Throws Error{parse} for an encoding
  // that is not known.
  std::string declare(std::string_view encoding, std::string already_read);

  // Appends the next stretch to out; false at the end, with nothing appended.
  bool next(std::string& out);

 private:
  enum class Form { utf8, utf16le, utf16be, single_byte };

  void find_form();
  void decode_utf16(std::string& out);
  std::string decode_single_byte(std::string_view bytes) const;

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  Form form_ = Form::utf8;
  Encoding encoding_ = Encoding::utf_8;  // of single_byte
  std::string bytes_;                    // read and not yet decoded
  char16_t high_ = 0;                    // a high surrogate that waits for its low one
  bool started_ = false;
};

// Appends code as UTF-8 would encode it, surrogates too.
void append_any_code(std::string& out, char32_t code);

}  // namespace egiz::exchange
