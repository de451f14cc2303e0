// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/page_records.h"

#include <algorithm>
#include <bit>

namespace egiz::detail {
namespace {

constexpr std::size_t kMostValues = 16;  // more than any table of a memory has

std::string_view as_text(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// Up to nine bytes, high bits first; the ninth gives eight bits.  Takes it off bytes; nullopt when they end before it.
std::optional<std::uint64_t> take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(9, bytes.size()); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (i == 8 || (byte & 0x80) == 0) {
      number = i == 8 ? number << 8 | byte : number << 7 | byte;
      bytes.remove_prefix(i + 1);
      return number;
    }
    number = number << 7 | (byte & 0x7F);
  }
  return std::nullopt;
}

std::size_t size_of(std::uint64_t type) {
  constexpr std::size_t kSizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
  return type < 10 ? kSizes[type] : static_cast<std::size_t>((type - 12) / 2);
}

std::int64_t signed_number(std::string_view bytes) {
  std::uint64_t number = !bytes.empty() && (bytes.front() & 0x80) != 0 ? ~std::uint64_t{0} : 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(number);
}

Value value_of(std::uint64_t type, std::string_view bytes) {
  if (type == 0) return std::monostate();
  if (type == 7) return std::bit_cast<double>(signed_number(bytes));
  if (type == 8 || type == 9) return static_cast<std::int64_t>(type) - 8;
  if (type < 12) return signed_number(bytes);
  if (type % 2 == 0) return Blob{bytes};
  return bytes;
}

}  // namespace

RecordReader::RecordReader(const PageFile& file)
    : file_(file), budget_(2 * std::uint64_t{file.count()} * file.page_size()) {}

void RecordReader::read(const TreePage& page, const Take& take) {
  if (page.kind == PageKind::none || page.kind == PageKind::table_inside) return;
  for (const std::size_t cell : page.cells) read_cell(page, cell, take);
}

void RecordReader::read_cell(const TreePage& page, std::size_t cell, const Take& take) {
  if (page.kind == PageKind::index_inside) cell += 4;  // behind the page that it leads to
  std::string_view rest = as_text(page.bytes.subspan(cell));
  const auto size = take_number(rest);
  record_.row.reset();
  if (page.kind == PageKind::table_leaf) {
    const auto row = take_number(rest);
    if (!row) return;
    record_.row = static_cast<std::int64_t>(*row);
  }
  if (!size) return;
  const auto found = payload(page, page.bytes.size() - rest.size(), *size);
  if (found && decode(*found)) take(record_);
}

// A payload that is too long for its page goes on on others: four bytes name the next, then comes text.
std::optional<std::string_view> RecordReader::payload(const TreePage& page, std::size_t begin, std::uint64_t size) {
  const std::size_t usable = file_.page_size();
  const std::size_t most = page.kind == PageKind::table_leaf ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  const Bytes rest = page.bytes.subspan(begin);
  if (size <= most) {
    if (size > rest.size()) return std::nullopt;
    return as_text(rest.first(static_cast<std::size_t>(size)));
  }
  const std::size_t least = (usable - 12) * 32 / 255 - 23;
  const std::size_t surplus = least + static_cast<std::size_t>((size - least) % (usable - 4));
  const std::size_t local = surplus <= most ? surplus : least;
  if (local + 4 > rest.size() || size - local > budget_) return std::nullopt;
  gathered_.assign(as_text(rest.first(local)));
  auto next = static_cast<std::uint32_t>(big_endian(rest, local, 4));
  while (gathered_.size() < size) {
    const Bytes more = file_.page(next);
    if (more.empty() || budget_ < usable) return std::nullopt;
    budget_ -= usable;
    gathered_ += as_text(more.subspan(4)).substr(0, static_cast<std::size_t>(size) - gathered_.size());
    next = static_cast<std::uint32_t>(big_endian(more, 0, 4));
  }
  return gathered_;
}

// The types of the values stand before them.
bool RecordReader::decode(std::string_view payload) {
  record_.values.clear();
  std::string_view types = payload;
  const auto header = take_number(types);
  if (!header || *header > payload.size() || *header < payload.size() - types.size()) return false;
  std::string_view values = payload.substr(static_cast<std::size_t>(*header));
  types = types.substr(0, static_cast<std::size_t>(*header) - (payload.size() - types.size()));
  while (!types.empty()) {
    const auto type = take_number(types);
    if (!type || *type == 10 || *type == 11 || record_.values.size() == kMostValues) return false;
    const std::size_t size = size_of(*type);
    if (size > values.size()) return false;
    record_.values.push_back(value_of(*type, values.substr(0, size)));
    values.remove_prefix(size);
  }
  return values.empty();
}

}  // namespace egiz::detail
