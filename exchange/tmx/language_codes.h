// SPDX-License-Identifier: Apache-2.0
#pragma once

// Language codes as other programs want them.

#include <map>
#include <string>
#include <string_view>

#include "text/language.h"

namespace egiz::exchange {

// The tag with the usual region when it has none: ru-RU, kk-KZ, kk-Latn-KZ, en-US.  Languages without a usual region
// stay as they are.
std::string full_language_code(const Language& language);

// Whether full_language_code gives tag for some shorter one.
bool is_full_language_code(std::string_view tag);

// All that full_language_code adds, for the header of our files: "ru-RU=ru kk-KZ=kk ...".  A reader that knows it gives
// back the tags that were there before.
std::string full_language_codes();

// The text of full_language_codes(), read: from the full tag to the short one.  Pairs that are damaged are passed over.
std::map<std::string, std::string> parse_language_codes(std::string_view text);

}  // namespace egiz::exchange
