// SPDX-License-Identifier: Apache-2.0
// Reads samples (length as four bytes, lowest first, and bytes), writes each decoded: length of the text, length of the
// encoding's name, name, text.  For encodings.py.
#include <cstdint>
#include <iostream>
#include <string>

#include "base/error.h"
#include "text/decode.h"

namespace {

bool read_length(std::uint32_t& length) {
  unsigned char bytes[4];
  if (!std::cin.read(reinterpret_cast<char*>(bytes), 4)) return false;
  length = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | static_cast<std::uint32_t>(bytes[3]) << 24;
  return true;
}

void write_length(std::size_t length) {
  for (int shift = 0; shift < 32; shift += 8) std::cout.put(static_cast<char>(length >> shift & 0xFF));
}

}  // namespace

int main() {
  std::uint32_t length = 0;
  while (read_length(length)) {
    std::string bytes(length, '\0');
    std::cin.read(bytes.data(), static_cast<std::streamsize>(length));
    std::string name;
    std::string text;
    try {
      egiz::DecodedText decoded = egiz::decode(bytes);
      name = egiz::encoding_name(decoded.encoding);
      text = std::move(decoded.text);
    } catch (const egiz::Error& error) {
      name = error.what();
    }
    write_length(text.size());
    write_length(name.size());
    std::cout << name << text;
  }
}
