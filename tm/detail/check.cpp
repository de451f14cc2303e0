// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/check.h"

#include <utility>

namespace egiz::detail {

CheckedText::CheckedText(const Variant& of) : variant(of), tokens(tokenize(of.text, of.language)) {}

void FindingList::add(std::string_view check, const CheckedText& at, ByteRange range, std::string message) {
  if (!wanted_.contains(check)) return;
  findings_.push_back({id_, std::string(check), at.variant.language, range, std::move(message)});
}

void FindingList::add_at_end(std::string_view check, const CheckedText& at, std::string message) {
  add(check, at, {at.text().size(), at.text().size()}, std::move(message));
}

}  // namespace egiz::detail
