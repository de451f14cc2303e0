// SPDX-License-Identifier: Apache-2.0
#include "api/repair.h"

#include <algorithm>
#include <utility>

#include "api/detail/read_file.h"
#include "base/error.h"
#include "text/decode.h"
#include "text/repair.h"
#include "text/utf8.h"

namespace egiz {
namespace {

constexpr int kMostRounds = 3;  // of damage upon damage
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

class Cleaner {
 public:
  explicit Cleaner(std::string_view name) : name_(name) {}

  CleanText clean(std::string_view bytes) {
    decode_bytes(bytes);
    drop_control_characters();
    for (int round = 0; round < kMostRounds && repair_lines(); ++round) continue;
    return std::move(clean_);
  }

 private:
  void tell(std::string reason) { clean_.findings.push_back({name_, std::move(reason)}); }
  void tell(std::size_t line, std::string reason) {
    clean_.findings.push_back({name_ + ":" + std::to_string(line), std::move(reason)});
  }

  void decode_bytes(std::string_view bytes) {
    const Encoding encoding = detect_encoding(bytes);
    if (encoding == Encoding::utf_8) {
      if (bytes.starts_with(kByteOrderMark)) {
        bytes.remove_prefix(kByteOrderMark.size());
        tell("a byte order mark is taken out");
      }
      replace_broken_bytes(bytes);
      return;
    }
    clean_.text = decode(bytes, encoding).text;
    tell("was " + std::string(encoding_name(encoding)));
  }

  void replace_broken_bytes(std::string_view bytes) {
    std::size_t line = 1;
    while (const auto broken = find_invalid_utf8(bytes)) {
      clean_.text += bytes.substr(0, *broken);
      line += static_cast<std::size_t>(std::ranges::count(bytes.substr(0, *broken), '\n'));
      bytes.remove_prefix(*broken);
      const std::size_t size = broken_size(bytes);
      tell(line, std::to_string(size) + (size == 1 ? " byte is" : " bytes are") + " not UTF-8; replaced by U+FFFD");
      clean_.text += kReplacement;
      bytes.remove_prefix(size);
    }
    clean_.text += bytes;
  }

  // Of what is not UTF-8 at the front: a byte, and those behind it that go on a character.
  static std::size_t broken_size(std::string_view bytes) {
    std::size_t size = 1;
    while (size < bytes.size() && is_utf8_continuation(bytes[size])) ++size;
    return size;
  }

  void drop_control_characters() {
    const auto is_control = [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    };
    const auto dropped = std::erase_if(clean_.text, is_control);
    if (dropped > 0) tell(std::to_string(dropped) + (dropped == 1 ? " control character is" : " control characters are") +
                          " taken out");
  }

  // True when there was something to repair.
  bool repair_lines() {
    Repair repaired = repair(clean_.text);
    if (!repaired.written_in) return false;
    tell(repaired.summary() + (repaired.is_certain ? "" : ", likely; look at them"));
    for (const RepairedLine& line : repaired.lines) tell(line.line, "\"" + line.before + "\" is \"" + line.after + "\"");
    clean_.text = std::move(repaired.text);
    return true;
  }

  std::string name_;
  CleanText clean_;
};

}  // namespace

CleanText clean_text(std::string_view bytes, std::string_view name) {
  try {
    return Cleaner(name).clean(bytes);
  } catch (const Error& error) {
    throw Error(error.code(), std::string(name) + ": " + error.what());
  }
}

CleanText clean_file(const std::filesystem::path& file) { return clean_text(detail::read_file(file), file.string()); }

}  // namespace egiz
