// SPDX-License-Identifier: Apache-2.0
#include "text/paragraphs.h"

#include "text/detail/paragraphs.h"

namespace egiz {

std::vector<ByteRange> find_paragraphs(std::string_view text, ParagraphMode mode) {
  return detail::find_paragraphs(text, mode);
}

bool is_hard_wrapped(std::string_view text) { return detail::is_hard_wrapped(text); }

std::vector<ByteRange> find_wrapped_paragraphs(std::string_view text) { return detail::find_wrapped_paragraphs(text); }

}  // namespace egiz
