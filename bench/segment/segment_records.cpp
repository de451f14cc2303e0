// SPDX-License-Identifier: Apache-2.0

// segment_records LANGUAGE < records > segments: records separated by U+001E, their segments by U+001F.

#include <iostream>
#include <iterator>
#include <string>

#include "text/segmenter.h"

int main(int argc, char* argv[]) {
  if (argc != 2) {
    std::cerr << "usage: segment_records LANGUAGE < records > segments\n";
    return 2;
  }
  const egiz::Language language(argv[1]);
  const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
  for (std::size_t begin = 0; begin <= input.size();) {
    const std::size_t end = std::min(input.find('\x1E', begin), input.size());
    const std::string_view record = std::string_view(input).substr(begin, end - begin);
    if (begin > 0) std::cout << '\x1E';
    std::size_t count = 0;
    for (const egiz::Segment& segment : egiz::segment(record, language)) {
      if (count++ > 0) std::cout << '\x1F';
      std::cout << record.substr(segment.range.begin, segment.range.size());
    }
    begin = end + 1;
  }
}
