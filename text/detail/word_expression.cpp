// SPDX-License-Identifier: Apache-2.0
#include "text/detail/word_expression.h"

#include <unicode/uchar.h>

#include "text/detail/characters.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

enum class Spelling { small, either, capital, capitals };  // of the first letter; of all behind a full stop, too

std::string express(std::string_view folded, Spelling spelling) {
  std::string expression;
  bool is_first = true;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    const auto capital = static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
    if (c == U'.') {
      expression += "\\.";
      if (at < folded.size()) expression += "[\\s\\u00A0]?";
    } else if (c == U' ') {
      expression += "[\\s\\u00A0]";
    } else if (is_first && spelling == Spelling::either && capital != c) {
      expression.append("[").append(to_utf8(std::u32string{capital, c})).append("]");
    } else {
      const bool is_meta = c < 0x80 && std::string_view("\\^$|?*+()[]{}&").find(static_cast<char>(c)) != std::string_view::npos;
      if (is_meta) expression += '\\';
      expression += to_utf8(std::u32string{is_first && spelling != Spelling::small ? capital : c});
    }
    is_first = c == U'.' && spelling == Spelling::capitals;
  }
  return expression;
}

}  // namespace

std::string word_expression(const WordTable::Word& word) {
  const bool is_letter = next_offset(word.folded, 0) == word.folded.size();  // with a capital it is an initial
  if (!word.always.empty()) return express(word.folded, is_letter ? Spelling::small : Spelling::either);
  return express(word.folded, word.folded.find('.') == std::string::npos ? Spelling::capital : Spelling::capitals);
}

std::string capitalised_expression(const WordTable::Word& word) { return express(word.folded, Spelling::capital); }

}  // namespace egiz::detail
