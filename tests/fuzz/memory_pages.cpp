// SPDX-License-Identifier: Apache-2.0

// Any bytes are the file of a memory, or the file and its log: what is read of them lies within them, and no more is read
// than they hold, however their pages lead to one another.

#include <cstdint>
#include <cstdlib>

#include "tm/detail/page_file.h"
#include "tm/detail/page_records.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace egiz::detail;
  const Bytes bytes(reinterpret_cast<const std::byte*>(data), size);
  const std::size_t cut = size > 0 && data[size - 1] == 'w' ? size / 2 : size;
  const PageFile pages(bytes.first(cut), bytes.subspan(cut));
  RecordReader records(pages);
  std::size_t read = 0;
  for (std::uint32_t number = 1; number <= pages.count(); ++number) {
    const TreePage page = pages.tree_page(number);
    for (const std::uint32_t child : children_of(page)) pages.page(child);
    records.read(page, [&](const Record& record) {
      for (const Value& value : record.values) {
        if (const auto* text = std::get_if<std::string_view>(&value)) read += text->size();
        if (const auto* blob = std::get_if<Blob>(&value)) read += blob->bytes.size();
      }
    });
  }
  // A cell may stand for itself in many places of its page.
  if (read > (size + 1) * pages.page_size()) std::abort();
  return 0;
}
