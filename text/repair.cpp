// SPDX-License-Identifier: Apache-2.0
#include "text/repair.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "text/detail/code_pages.h"
#include "text/detail/plausibility.h"
#include "text/utf8.h"

namespace egiz {
namespace {

constexpr std::size_t kMostLetters = 6000;  // looked at to find what is wrong
constexpr std::size_t kSlice = 256;         // of them, before it is asked whether that is enough
constexpr double kLeastGain = 12;           // bits, of the whole text
constexpr double kLeastShare = 0.15;        // of the cost before
constexpr double kCertainGain = 60;         // bits
constexpr double kCertainShare = 0.3;

struct Damage {
  Encoding written_in;
  Encoding read_as;
};

constexpr std::array kDamages = {
    Damage{Encoding::utf_8, Encoding::windows_1251},        Damage{Encoding::kz_1048, Encoding::windows_1251},
    Damage{Encoding::pt154, Encoding::windows_1251},        Damage{Encoding::koi8_r, Encoding::windows_1251},
    Damage{Encoding::ibm866, Encoding::windows_1251},       Damage{Encoding::mac_cyrillic, Encoding::windows_1251},
    Damage{Encoding::utf_8, Encoding::windows_1252},        Damage{Encoding::windows_1251, Encoding::windows_1252},
    Damage{Encoding::koi8_r, Encoding::windows_1252},       Damage{Encoding::ibm866, Encoding::windows_1252},
    Damage{Encoding::mac_cyrillic, Encoding::windows_1252}, Damage{Encoding::kz_1048, Encoding::windows_1252},
};

// Undoes one kind of damage.
class Undoer {
 public:
  explicit Undoer(Damage damage) : damage_(damage) {
    const detail::CodePage& page = detail::code_page(damage.read_as);
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (page[i] != 0) bytes_.emplace(page[i], static_cast<char>(0x80 + i));
      // A byte that stands for nothing is often kept as the control character of its number.
      if (page[i] == 0) bytes_.emplace(static_cast<char32_t>(0x80 + i), static_cast<char>(0x80 + i));
    }
  }

  const Damage& damage() const { return damage_; }

  // The text as it was written.  Characters that the damage cannot have made stay.
  std::u32string undo(std::u32string_view text) const {
    std::u32string out;
    std::string run;
    for (const char32_t c : text) {
      const auto byte = bytes_.find(c);
      if (byte != bytes_.end()) {
        run.push_back(byte->second);
        continue;
      }
      append_decoded(run, out);
      out.push_back(c);
    }
    append_decoded(run, out);
    return out;
  }

 private:
  void append_decoded(std::string& run, std::u32string& out) const {
    if (damage_.written_in == Encoding::utf_8) {
      out += is_valid_utf8(run) ? to_utf32(run) : read(run, detail::code_page(damage_.read_as));
    } else {
      out += read(run, detail::code_page(damage_.written_in));
    }
    run.clear();
  }

  static std::u32string read(std::string_view bytes, const detail::CodePage& page) {
    std::u32string text;
    for (const char c : bytes) text.push_back(page[static_cast<unsigned char>(c) - 0x80U]);
    return text;
  }

  Damage damage_;
  std::unordered_map<char32_t, char> bytes_;
};

// One for each of kDamages.
const std::vector<Undoer>& undoers() {
  static const std::vector<Undoer> all(kDamages.begin(), kDamages.end());
  return all;
}

detail::Plausibility plausibility_of(std::u32string_view text) {
  detail::Plausibility plausibility;
  plausibility.add(text);
  return plausibility;
}

double cost_of(std::u32string_view text) { return plausibility_of(text).bits(); }

// A part of a text that ends in a blank, which parts words, and no damage reaches across it; and what it costs.  The
// cost of the text is the sum.
struct Piece {
  std::u32string_view text;
  detail::Plausibility cost;
};

std::vector<Piece> pieces_of(std::u32string_view text) {
  std::vector<Piece> pieces;
  while (!text.empty()) {
    const std::u32string_view piece = text.substr(0, std::min(text.find(U' '), text.size() - 1) + 1);
    pieces.push_back({piece, plausibility_of(piece)});
    text.remove_prefix(piece.size());
  }
  return pieces;
}

double cost_of(const std::vector<Piece>& pieces) {
  detail::Plausibility sum;
  for (const Piece& piece : pieces) sum += piece.cost;
  return sum.bits();
}

// What the text costs when the damage is undone; or, when that is not below limit, some part of it that is not either,
// since costs only grow.  Most pieces stay as they are.
double cost_undone(const std::vector<Piece>& pieces, const Undoer& undoer, double limit) {
  detail::Plausibility sum;
  std::size_t letters = 0;  // since it was asked whether that is enough
  for (const Piece& piece : pieces) {
    const std::u32string undone = undoer.undo(piece.text);
    if (undone == piece.text) {
      sum += piece.cost;
    } else {
      sum.add(undone);
    }
    letters += piece.text.size();
    if (letters >= kSlice) {
      if (sum.bits() >= limit) break;
      letters = 0;
    }
  }
  return sum.bits();
}

bool has_non_ascii(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// The lines that are not ASCII, up to kMostLetters; of a very long line what is around its first such letter.
std::u32string telling_part(const std::vector<std::string_view>& lines) {
  std::u32string part;
  for (const auto line : lines) {
    const auto first =
        std::find_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (first == line.end()) continue;
    const auto at = static_cast<std::size_t>(first - line.begin());
    const std::size_t blank = line.rfind(' ', at);
    const std::size_t begin = blank == std::string_view::npos || at - blank > kMostLetters ? at : blank;
    std::size_t end = std::min(line.size(), at + 2 * kMostLetters);
    while (end < line.size() && is_utf8_continuation(line[end])) ++end;
    part += to_utf32(line.substr(begin, end - begin));
    if (part.size() >= kMostLetters) break;
  }
  return part;
}

std::string_view without_line_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

// Replaces every line that undoer makes likelier.
void repair_lines(const std::vector<std::string_view>& lines, const Undoer& undoer, Repair& repair) {
  repair.text.clear();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string after(lines[i]);
    if (has_non_ascii(lines[i])) {
      const std::u32string before = to_utf32(lines[i]);
      const std::u32string undone = undoer.undo(before);
      const bool is_whole = undone.find(U'\0') == std::u32string::npos || before.find(U'\0') != std::u32string::npos;
      if (undone != before && is_whole && cost_of(undone) < cost_of(before)) {
        after = to_utf8(undone);
        repair.lines.push_back({i + 1, std::string(without_line_end(lines[i])), std::string(without_line_end(after))});
      }
    }
    repair.text += after;
  }
}

}  // namespace

std::string Repair::summary() const {
  if (!written_in) return {};
  std::string sentence = std::to_string(lines.size()) + (lines.size() == 1 ? " line was " : " lines were ");
  sentence += encoding_name(*written_in);
  sentence += " read as ";
  sentence += encoding_name(read_as);
  const bool may_be_font = *written_in == Encoding::kz_1048 && read_as == Encoding::windows_1251;
  return may_be_font ? sentence + " (or typed with a KZ font)" : sentence;
}

Repair repair(std::string_view text) {
  Repair result;
  result.text = text;
  const std::vector<std::string_view> lines = lines_of(text);
  const std::u32string part = telling_part(lines);
  if (part.empty()) return result;
  const std::vector<Piece> pieces = pieces_of(part);
  const double before = cost_of(pieces);
  const Undoer* best = nullptr;
  double least = before - std::max(kLeastGain, kLeastShare * before);
  for (const Undoer& undoer : undoers()) {
    const double after = cost_undone(pieces, undoer, least);
    if (after >= least) continue;
    best = &undoer;
    least = after;
  }
  if (best == nullptr) return result;
  repair_lines(lines, *best, result);
  if (result.lines.empty()) return result;
  result.written_in = best->damage().written_in;
  result.read_as = best->damage().read_as;
  result.is_certain = before - least >= std::max(kCertainGain, kCertainShare * before);
  return result;
}

}  // namespace egiz
