// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/plain_text_stream.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/detail/limit_error.h"
#include "exchange/document/plain_text.h"
#include "text/decode.h"
#include "text/paragraphs.h"

namespace egiz::exchange {
namespace {

// The bytes of text that are whole characters: all but a beginning at the end.
std::size_t whole_utf8(std::string_view bytes) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t back = 1; back < kLongest && back <= bytes.size(); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80) break;
    if (byte < 0xC0) continue;  // inside a character
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return length > back ? bytes.size() - back : bytes.size();
  }
  return bytes.size();
}

std::size_t whole_utf16(std::string_view bytes, bool is_little) {
  const std::size_t even = bytes.size() & ~std::size_t{1};
  if (even == 0) return 0;
  const auto high = static_cast<unsigned char>(bytes[even - (is_little ? 1 : 2)]);
  return high >= 0xD8 && high < 0xDC ? even - 2 : even;
}

std::size_t whole_characters(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::utf_8) return whole_utf8(bytes);
  if (encoding == Encoding::utf_16le || encoding == Encoding::utf_16be) {
    return whole_utf16(bytes, encoding == Encoding::utf_16le);
  }
  return bytes.size();
}

// Without a character that is cut at the end, which would say that it is no UTF-8.
Encoding encoding_of(std::string_view head) { return detect_encoding(head.substr(0, whole_utf8(head))); }

class TextStream {
 public:
  TextStream(std::string_view name, const DocumentReadOptions& options, const ParagraphSink& sink)
      : name_(name), options_(options), sink_(sink) {}

  // The first bytes; may be called once.
  void start(std::string head) {
    encoding_ = encoding_of(head);
    bytes_ = std::move(head);
    decode_bytes(false);
    is_wrapped_ = options_.paragraphs == ParagraphMode::detect && is_hard_wrapped(text_);
    give(false);
  }

  std::string& bytes() { return bytes_; }
  std::size_t given() const { return given_; }

  // Takes what was appended to bytes().
  void go_on(bool is_end) {
    decode_bytes(is_end);
    give(is_end);
  }

 private:
  void decode_bytes(bool is_end) {
    const std::size_t whole = is_end ? bytes_.size() : whole_characters(bytes_, encoding_);
    if (whole == 0) return;
    try {
      text_ += decode(std::string_view(bytes_).substr(0, whole), encoding_).text;
    } catch (const Error& error) {
      throw Error(error.code(), std::string(name_) + ": behind byte " + std::to_string(decoded_) + ": " + error.what());
    }
    decoded_ += whole;
    bytes_.erase(0, whole);
  }

  std::vector<ByteRange> paragraphs() const {
    if (is_wrapped_) return find_wrapped_paragraphs(text_);
    return find_paragraphs(text_,
                           options_.paragraphs == ParagraphMode::detect ? ParagraphMode::line : options_.paragraphs);
  }

  // Gives the paragraphs that are whole: all but the last, which may go on.
  void give(bool is_end) {
    const std::vector<ByteRange> ranges = paragraphs();
    const std::size_t whole = is_end || ranges.empty() ? ranges.size() : ranges.size() - 1;
    for (std::size_t i = 0; i < whole; ++i) {
      sink_({one_line(std::string_view(text_).substr(ranges[i].begin, ranges[i].size())), ParagraphKind::text});
    }
    given_ += whole;
    text_.erase(0, whole > 0 ? ranges[whole - 1].end : ranges.empty() ? text_.size() : 0);
    if (text_.size() > options_.limits.max_text_bytes) {
      throw limit_error(name_, "a paragraph of more than " + std::to_string(options_.limits.max_text_bytes) + " bytes",
                        "text");
    }
  }

  std::string_view name_;
  const DocumentReadOptions& options_;
  const ParagraphSink& sink_;
  Encoding encoding_ = Encoding::utf_8;
  bool is_wrapped_ = false;
  std::string bytes_;          // not yet decoded
  std::string text_;           // not yet given
  std::uint64_t decoded_ = 0;  // bytes
  std::size_t given_ = 0;      // paragraphs
};

}  // namespace

bool can_stream(std::string_view head) {
  try {
    return decode(head.substr(0, whole_characters(head, encoding_of(head)))).notes.empty();
  } catch (const Error&) {
    return false;
  }
}

std::size_t stream_plain_text(std::string head, ByteSource& source, std::string_view name,
                              const DocumentReadOptions& options, const ParagraphSink& sink, std::size_t block) {
  TextStream stream(name, options, sink);
  stream.start(std::move(head));
  while (true) {
    std::string& bytes = stream.bytes();
    const std::size_t kept = bytes.size();
    bytes.resize(kept + block);
    const std::size_t count = source.read(bytes.data() + kept, block);
    bytes.resize(kept + count);
    stream.go_on(count == 0);
    if (count == 0) return stream.given();
  }
}

}  // namespace egiz::exchange
