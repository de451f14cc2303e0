// SPDX-License-Identifier: Apache-2.0
#include "exchange/ladder.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>
#include <ostream>
#include <string>

#include "base/error.h"

namespace egiz {
namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// "0,1" or "0, 1" or nothing.  nullopt when it is neither, or not ascending.
std::optional<std::vector<std::size_t>> parse_indices(std::string_view text) {
  std::vector<std::size_t> indices;
  text = trim(text);
  if (text.empty()) return indices;
  while (true) {
    const std::size_t comma = text.find(',');
    const std::string_view number = trim(text.substr(0, comma));
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), index);
    if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
    if (!indices.empty() && index <= indices.back()) return std::nullopt;
    indices.push_back(index);
    if (comma == std::string_view::npos) return indices;
    text.remove_prefix(comma + 1);
  }
}

std::optional<Rung> make_rung(std::string_view source, std::string_view target) {
  auto left = parse_indices(source);
  auto right = parse_indices(target);
  if (!left || !right || (left->empty() && right->empty())) return std::nullopt;
  return Rung{std::move(*left), std::move(*right)};
}

// "[0, 1]:[2]:0.1"
std::optional<Rung> parse_vecalign(std::string_view line) {
  const std::size_t middle = line.find("]:[");
  if (middle == std::string_view::npos) return std::nullopt;
  const std::size_t end = line.find(']', middle + 3);
  if (end == std::string_view::npos) return std::nullopt;
  return make_rung(line.substr(1, middle - 1), line.substr(middle + 3, end - middle - 3));
}

// "0,1<TAB>2<TAB>anything"
std::optional<Rung> parse_columns(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  const std::string_view rest = line.substr(tab + 1);
  return make_rung(line.substr(0, tab), rest.substr(0, rest.find('\t')));
}

SegmentRange to_range(const std::vector<std::size_t>& indices, std::size_t next, std::size_t rung) {
  if (indices.empty()) return {next, next};
  if (indices.front() != next || indices.back() - indices.front() + 1 != indices.size()) {
    throw Error(ErrorCode::invalid_argument, "rung " + std::to_string(rung) + ": segment " + std::to_string(next) +
                                                 " was expected here; beads must be contiguous and in order");
  }
  return {next, next + indices.size()};
}

constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);

Error crossing(std::size_t rung) {
  return Error(ErrorCode::invalid_argument, "rung " + std::to_string(rung) +
                                                ": not contiguous, or it crosses or overlaps the one before; fixed "
                                                "beads are in text order");
}

// The range of one side, which begins at next or behind it; kUnknown where it is empty.
SegmentRange sparse_range(const std::vector<std::size_t>& indices, std::size_t next, std::size_t rung) {
  if (indices.empty()) return {kUnknown, kUnknown};
  if (indices.front() < next || indices.back() - indices.front() + 1 != indices.size()) throw crossing(rung);
  return {indices.front(), indices.back() + 1};
}

// Places an omission between two rungs: right behind the one, or right before the other.
void place(SegmentRange& empty, const SegmentRange& full, std::size_t full_at, std::size_t empty_at) {
  if (empty.begin == kUnknown && full_at == full.begin) empty = {empty_at, empty_at};
}

std::string indices_of(SegmentRange range) {
  std::string text;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin) text += ',';
    text += std::to_string(i);
  }
  return text;
}

std::string four_decimals(double value) {
  char buffer[32];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, 4);
  return {buffer, result.ptr};
}

// Segments first to last of one side, one line each, in column of columns.
void write_omissions(std::ostream& out, SegmentRange range, std::size_t column, std::size_t columns,
                     const std::string& confidence) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    for (std::size_t c = 0; c < columns; ++c) {
      if (c == column) out << i;
      out << '\t';
    }
    out << confidence << '\n';
  }
}

}  // namespace

std::vector<Rung> read_ladder(std::string_view text, std::string_view name) {
  std::vector<Rung> rungs;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (trim(line).empty() || line.front() == '#') continue;
    std::optional<Rung> rung = line.front() == '[' ? parse_vecalign(line) : parse_columns(line);
    if (!rung) {
      throw Error(ErrorCode::parse, std::string(name) + ":" + std::to_string(number) +
                                        ": not a rung; write \"i,j<TAB>k\" with ascending numbers from 0");
    }
    rungs.push_back(std::move(*rung));
  }
  return rungs;
}

std::vector<Bead> to_beads(std::span<const Rung> rungs) {
  std::vector<Bead> beads;
  beads.reserve(rungs.size());
  std::size_t source = 0;
  std::size_t target = 0;
  for (std::size_t i = 0; i < rungs.size(); ++i) {
    const Bead bead{to_range(rungs[i].source, source, i), to_range(rungs[i].target, target, i), 1};
    source = bead.source.end;
    target = bead.target.end;
    beads.push_back(bead);
  }
  return beads;
}

std::vector<Bead> to_fixed_beads(std::span<const Rung> rungs) {
  std::vector<Bead> beads;
  SegmentRange source{0, 0};
  SegmentRange target{0, 0};
  std::size_t source_end = 0;  // of all rungs so far
  std::size_t target_end = 0;
  for (std::size_t i = 0; i < rungs.size(); ++i) {
    Bead bead{sparse_range(rungs[i].source, source_end, i), sparse_range(rungs[i].target, target_end, i), 1};
    place(bead.source, bead.target, target.end, source.end);
    place(bead.target, bead.source, source.end, target.end);
    if (bead.source.end != kUnknown) source_end = std::max(source_end, bead.source.end);
    if (bead.target.end != kUnknown) target_end = std::max(target_end, bead.target.end);
    source = bead.source;
    target = bead.target;
    beads.push_back(bead);
  }
  // What is left is an omission before a rung that it touches.
  for (std::size_t i = beads.size(); i-- > 0;) {
    Bead& bead = beads[i];
    if (bead.source.begin != kUnknown && bead.target.begin != kUnknown) continue;
    const Bead* next = i + 1 < beads.size() ? &beads[i + 1] : nullptr;
    if (next != nullptr && bead.target.begin == kUnknown && next->source.begin == bead.source.end) {
      bead.target = {next->target.begin, next->target.begin};
    } else if (next != nullptr && bead.source.begin == kUnknown && next->target.begin == bead.target.end) {
      bead.source = {next->source.begin, next->source.begin};
    } else {
      throw Error(ErrorCode::invalid_argument, "rung " + std::to_string(i) +
                                                   ": an omission alone does not say where it belongs; give the rung "
                                                   "before or behind it, too");
    }
  }
  return beads;
}

void write_ladder(std::ostream& out, std::span<const Bead> beads) {
  for (const Bead& bead : beads) {
    const std::string confidence = four_decimals(bead.confidence);
    if (bead.target.empty()) {
      write_omissions(out, bead.source, 0, 2, confidence);
    } else if (bead.source.empty()) {
      write_omissions(out, bead.target, 1, 2, confidence);
    } else {
      out << indices_of(bead.source) << '\t' << indices_of(bead.target) << '\t' << confidence << '\n';
    }
  }
}

void write_ladder(std::ostream& out, std::span<const TripleBead> beads) {
  for (const TripleBead& bead : beads) {
    const std::string confidence = four_decimals(bead.confidence);
    const SegmentRange sides[] = {bead.a, bead.b, bead.c};
    std::size_t filled = 0;
    std::size_t last = 0;
    for (std::size_t side = 0; side < 3; ++side) {
      if (sides[side].empty()) continue;
      ++filled;
      last = side;
    }
    if (filled == 1) {
      write_omissions(out, sides[last], last, 3, confidence);
    } else {
      for (const SegmentRange& side : sides) out << indices_of(side) << '\t';
      out << confidence << '\n';
    }
  }
}

}  // namespace egiz
