// SPDX-License-Identifier: Apache-2.0
#include "text/paragraphs.h"

#include "text/detail/paragraphs.h"

namespace egiz {

std::vector<ByteRange> find_paragraphs(std::string_view text, ParagraphMode mode) {
  return detail::find_paragraphs(text, mode);
}

}  // namespace egiz
