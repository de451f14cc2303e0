// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/utf8_stream.h"

#include <utility>

#include "base/error.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kStretch = 64 * 1024;  // bytes

bool is_high_surrogate(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Removes the first size bytes of text when they are mark.
bool take_mark(std::string& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.erase(0, mark.size());
  return true;
}

// Whether name is an encoding of Unicode.  A file that says UTF-16 and is not has its bytes believed.
bool is_utf(std::string_view name) {
  std::string lower;
  for (const char c : name) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return lower == "utf-8" || lower == "utf8" || lower == "us-ascii" || lower == "ascii" ||
         lower.starts_with("utf-16") || lower == "utf16" || lower == "unicode";
}

}  // namespace

void append_any_code(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

Utf8Stream::Utf8Stream(std::unique_ptr<ByteSource> source, std::string name)
    : source_(std::move(source)), name_(std::move(name)) {}

void Utf8Stream::find_form() {
  while (bytes_.size() < 4) {
    char byte = 0;
    if (source_->read(&byte, 1) == 0) break;
    bytes_ += byte;
  }
  if (bytes_.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
      bytes_.starts_with(std::string_view("\0\0\xFE\xFF", 4))) {
    throw Error(ErrorCode::unsupported, name_ + ": is UTF-32; save it as UTF-8");
  }
  if (take_mark(bytes_, "\xEF\xBB\xBF")) return;
  if (take_mark(bytes_, "\xFF\xFE")) {
    form_ = Form::utf16le;
  } else if (take_mark(bytes_, "\xFE\xFF")) {
    form_ = Form::utf16be;
  } else if (bytes_.size() >= 2 && bytes_[0] != 0 && bytes_[1] == 0) {
    form_ = Form::utf16le;
  } else if (bytes_.size() >= 2 && bytes_[0] == 0 && bytes_[1] != 0) {
    form_ = Form::utf16be;
  }
}

std::string Utf8Stream::declare(std::string_view encoding, std::string already_read) {
  if (form_ != Form::utf8 || is_utf(encoding)) return already_read;
  try {
    encoding_ = encoding_from_name(encoding);
  } catch (const Error&) {
    throw Error(ErrorCode::parse,
                name_ + ": says it is in " + std::string(encoding) + ", which is not read; save it as UTF-8");
  }
  form_ = Form::single_byte;
  return decode_single_byte(already_read);
}

// Of the encodings that decode() knows, those that are left here have a byte a character: any stretch can be decoded.
std::string Utf8Stream::decode_single_byte(std::string_view bytes) const {
  try {
    return decode(bytes, encoding_).text;
  } catch (const Error& error) {
    throw Error(error.code(), name_ + ": " + error.what());
  }
}

void Utf8Stream::decode_utf16(std::string& out) {
  const std::size_t first = form_ == Form::utf16le ? 0 : 1;
  std::size_t at = 0;
  for (; at + 2 <= bytes_.size(); at += 2) {
    const auto unit = static_cast<char16_t>(static_cast<unsigned char>(bytes_[at + first]) |
                                            static_cast<unsigned char>(bytes_[at + 1 - first]) << 8);
    if (high_ != 0 && is_low_surrogate(unit)) {
      append_any_code(out, 0x10000 + ((char32_t{high_} - 0xD800) << 10) + (char32_t{unit} - 0xDC00));
      high_ = 0;
      continue;
    }
    if (high_ != 0) append_any_code(out, high_);
    high_ = 0;
    if (is_high_surrogate(unit)) {
      high_ = unit;
    } else {
      append_any_code(out, unit);
    }
  }
  bytes_.erase(0, at);
}

bool Utf8Stream::next(std::string& out) {
  if (!started_) {
    find_form();
    started_ = true;
  }
  const std::size_t kept = bytes_.size();
  bytes_.resize(kept + kStretch);
  const std::size_t count = source_->read(bytes_.data() + kept, kStretch);
  bytes_.resize(kept + count);
  if (form_ == Form::utf16le || form_ == Form::utf16be) {
    const std::size_t before = out.size();
    decode_utf16(out);
    if (count == 0) {
      if (high_ != 0) append_any_code(out, high_);
      if (!bytes_.empty()) out += bytes_;  // half a character: broken UTF-8, for the next stage to report
      high_ = 0;
      bytes_.clear();
    }
    return count > 0 || out.size() > before;
  }
  if (bytes_.empty()) return false;
  out += form_ == Form::single_byte ? decode_single_byte(bytes_) : bytes_;
  bytes_.clear();
  return true;
}

}  // namespace egiz::exchange
