// SPDX-License-Identifier: Apache-2.0
#include "text/detail/language_model.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/error.h"
#include "text/detail/embedded_text_data.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

constexpr char kFirstCode = '0';       // a cost of nought
constexpr double kStepsPerBit = 4;     // in rows of letters; rows of words are in bits
constexpr std::uint8_t kUnknown = 63;  // the cost of a letter that a language does not have
constexpr std::size_t kPair = 2;       // languages that have rows of four letters
constexpr std::size_t kLongest = 4;    // letters in a gram
constexpr char32_t kEdge = U'_';
constexpr std::size_t kFirstSlots = 1024;
constexpr std::uint64_t kGoldenRatio = 0x9E3779B97F4A7C15;  // of 2^64: spreads keys (Knuth 1998, 6.4)

std::uint64_t packed(std::u32string_view gram) {
  std::uint64_t key = 0;
  for (const char32_t letter : gram) key = key << 16 | (letter & 0xFFFF);
  return key;
}

std::string_view take(std::string_view& text, char separator) {
  const auto end = text.find(separator);
  const auto part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

}  // namespace

std::vector<LanguageModel> read_language_models(std::string_view table) {
  std::vector<LanguageModel> models;
  while (!table.empty()) {
    std::string_view line = take(table, '\n');
    if (line.empty() || line[0] == '#') continue;
    if (line.substr(0, 7) == "script ") {
      take(line, ' ');
      take(line, ' ');
      models.emplace_back();
      while (!line.empty()) models.back().languages_.emplace_back(take(line, ' '));
      continue;
    }
    if (models.empty()) throw Error(ErrorCode::parse, "language table: a row before the first script");
    models.back().read_line(line);
  }
  return models;
}

void LanguageModel::read_line(std::string_view line) {
  const std::string_view context = take(line, ' ');
  const std::u32string before = to_utf32(context);
  const std::size_t columns = before.size() == kLongest - 1 ? kPair : languages_.size();
  while (!line.empty()) {
    const std::string_view item = take(line, ' ');
    if (item.size() <= columns) throw Error(ErrorCode::parse, "language table: a row is cut short");
    const std::u32string last = to_utf32(item.substr(0, item.size() - columns));
    if (context == "=") {
      words_.emplace(last, costs_.size());
    } else {
      grams_.add(packed(before + last), static_cast<std::uint32_t>(costs_.size()));
    }
    for (const char code : item.substr(item.size() - columns)) {
      costs_.push_back(static_cast<std::uint8_t>(code - kFirstCode));
    }
  }
}

const LanguageModel& LanguageModel::of(Script script) {
  static const std::vector<LanguageModel> models = read_language_models(embedded::text_data::langid_txt);
  return models[script == Script::cyrillic ? 0 : script == Script::latin ? 1 : 2];
}

const std::uint8_t* LanguageModel::find(std::u32string_view gram) const {
  const std::uint32_t* row = grams_.find(packed(gram));
  return row == nullptr ? nullptr : costs_.data() + *row;
}

void LanguageModel::Grams::add(std::uint64_t gram, std::uint32_t row) {
  if (2 * (count_ + 1) > slots_.size()) {
    const std::vector<Slot> old(std::exchange(slots_, std::vector<Slot>(std::max(kFirstSlots, 2 * slots_.size()))));
    shift_ = 64 - std::countr_zero(slots_.size());
    for (const Slot& slot : old) {
      if (slot.gram != 0) slots_[slot_of(slot.gram)] = slot;
    }
  }
  Slot& slot = slots_[slot_of(gram)];
  if (slot.gram != 0) return;  // the first row counts
  slot = {gram, row};
  ++count_;
}

const std::uint32_t* LanguageModel::Grams::find(std::uint64_t gram) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[slot_of(gram)];
  return slot.gram == 0 ? nullptr : &slot.row;
}

std::size_t LanguageModel::Grams::slot_of(std::uint64_t gram) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (gram * kGoldenRatio) >> shift_;
  while (slots_[at].gram != 0 && slots_[at].gram != gram) at = (at + 1) & mask;
  return at;
}

void LanguageModel::add_word(std::u32string_view word, std::vector<double>& bits) const {
  if (const auto found = words_.find(word); found != words_.end()) {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] += costs_[found->second + i];
    return;
  }
  std::u32string padded(word.size() + 2, kEdge);
  std::ranges::copy(word, padded.begin() + 1);
  const std::u32string_view letters = padded;
  for (std::size_t end = 2; end <= letters.size(); ++end) {
    const auto gram = [&](std::size_t length) { return letters.substr(end - length, length); };
    // The longest gram that has a row.
    const std::uint8_t* row = nullptr;
    for (std::size_t length = std::min<std::size_t>(kLongest - 1, end); length > 0 && row == nullptr; --length) {
      row = find(gram(length));
    }
    const std::uint8_t* pair = end >= kLongest ? find(gram(kLongest)) : nullptr;
    for (std::size_t i = 0; i < bits.size(); ++i) {
      const std::uint8_t steps = pair != nullptr && i < kPair ? pair[i] : row != nullptr ? row[i] : kUnknown;
      bits[i] += steps / kStepsPerBit;
    }
  }
}

}  // namespace egiz::detail
