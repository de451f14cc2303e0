// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/decimal_form.h"

#include <algorithm>
#include <cctype>

#include "text/utf8.h"

namespace egiz::detail {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

bool is_between_digits(char32_t c) {
  return c == U' ' || c == U'\u00A0' || c == U'\u202F' || c == U'\u2009' || c == U'.' || c == U',' || c == U'/' ||
         c == U'\'' || c == U'’' || c == U'٫';
}

bool writes_point(const Language& language) { return language.primary() == "en"; }

bool are_decimal(std::string_view value) {
  return std::ranges::all_of(value, [](char c) { return is_digit(c) || c == '.'; }) &&
         std::ranges::count(value, '.') <= 1;
}

std::string grouped(std::string_view whole, std::string_view sign) {
  std::string text;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) text += sign;
    text += whole[i];
  }
  return text;
}

// What parts the thousands of number when it is written as model is.
std::string grouping_for(const DecimalForm& number, const Language& in_language, const DecimalForm& model,
                         const Language& language) {
  if (number.whole.size() <= 3) return {};
  if (!model.grouping.empty()) return model.grouping;
  const bool model_would_show_it = model.whole.size() > 4 || (model.whole.size() == 4 && number.whole.size() == 4);
  if (model_would_show_it || number.grouping.empty()) return {};
  if (writes_point(language)) return ",";
  return writes_point(in_language) ? std::string(kNoBreakSpace) : number.grouping;
}

}  // namespace

std::size_t digits_length(std::string_view text) {
  std::size_t length = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (is_digit(text[offset])) {
      length = ++offset;
      continue;
    }
    const bool is_behind_digit = length > 0 && length == offset;
    if (!is_behind_digit || !is_between_digits(next_code_point(text, offset))) break;
  }
  return length;
}

std::optional<DecimalForm> decimal_form(std::string_view spelled, std::string_view value) {
  if (!are_decimal(value)) return std::nullopt;
  DecimalForm form;
  form.whole = value.substr(0, value.find('.'));
  std::string digits;
  std::string sign;
  for (std::size_t i = 0; i < spelled.size(); ++i) {
    if (!is_digit(spelled[i])) {
      sign += spelled[i];
      continue;
    }
    if (!sign.empty()) (digits.size() == form.whole.size() ? form.point : form.grouping) = sign;
    sign.clear();
    digits += spelled[i];
  }
  if (!digits.starts_with(form.whole)) return std::nullopt;
  form.fraction = digits.substr(form.whole.size());
  const std::size_t last = form.fraction.find_last_not_of('0');
  const std::string said =
      last == std::string::npos ? form.whole : form.whole + "." + form.fraction.substr(0, last + 1);
  if (said != value || form.fraction.empty() != form.point.empty()) return std::nullopt;
  return form;
}

std::string in_form_of(const DecimalForm& number, const Language& in_language, const DecimalForm& model,
                       const Language& language) {
  std::string text = grouped(number.whole, grouping_for(number, in_language, model, language));
  if (number.fraction.empty()) return text;
  text += model.point.empty() ? (writes_point(language) ? "." : ",") : model.point;
  return text + number.fraction;
}

}  // namespace egiz::detail
